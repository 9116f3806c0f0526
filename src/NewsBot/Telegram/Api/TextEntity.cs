namespace NewsBot.Telegram.Api;

/// <summary>A part of a message's text that means something to Telegram.</summary>
/// <param name="Kind">What it is; other kinds are not told.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="PersonId">The account of a <see cref="TextEntityKind.NamedMention"/>; else null.</param>
internal sealed record TextEntity(TextEntityKind Kind, int Start, int Length, long? PersonId);
