namespace NewsBot.Core.Text;

/// <summary>A name as it occurs in a text.</summary>
/// <param name="Span">Where it stands, without a title before it, quotes around it or a possessive 's.</param>
/// <param name="Kind">What it stands for.</param>
public readonly record struct NameMention(TextSpan Span, NameKind Kind);
