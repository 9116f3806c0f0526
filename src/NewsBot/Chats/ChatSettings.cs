namespace NewsBot.Chats;

/// <summary>What a chat chose; a chat that chose nothing has every value at its default.</summary>
internal sealed record ChatSettings
{
    /// <summary>Every value at its default.</summary>
    public static ChatSettings Default { get; } = new();

    /// <summary>A two-letter code; null to follow the language of the person's app.</summary>
    public string? Language { get; init; }

    /// <summary>Whether quotations are shown under an answer.</summary>
    public bool ShowsQuotes { get; init; } = true;

    /// <summary>Whether the first source of an answer is shown as a preview.</summary>
    public bool ShowsPreview { get; init; }
}
