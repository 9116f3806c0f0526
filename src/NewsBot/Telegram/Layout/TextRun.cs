namespace NewsBot.Telegram.Layout;

/// <summary>A stretch of a message in one style.</summary>
/// <param name="Text">As people see it; a line feed breaks the line.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Href">The address that it opens; null for text without a link.</param>
internal readonly record struct TextRun(string Text, TextStyle Style = TextStyle.Plain, string? Href = null);

/// <summary>How a stretch of text is set.</summary>
internal enum TextStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Italic.</summary>
    Italic,
}
