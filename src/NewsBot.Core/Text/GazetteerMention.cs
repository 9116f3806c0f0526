namespace NewsBot.Core.Text;

/// <summary>A phrase of the gazetteer as it occurs in a text.</summary>
/// <param name="Span">Where it stands, without a possessive 's.</param>
/// <param name="Kind">All kinds that its letter case allows; never <see cref="GazetteerKind.None"/>.</param>
public readonly record struct GazetteerMention(TextSpan Span, GazetteerKind Kind);
