namespace NewsBot.Sources.Feeds;

/// <summary>An attribute as written.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Value">Without quotation marks, references not yet resolved; empty when there is none.</param>
internal readonly record struct RawAttribute(string Name, string Value);
