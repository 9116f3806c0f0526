namespace NewsBot.Core.Digests;

/// <summary>A local date whose digest is due.</summary>
/// <param name="Date">In the subscription's zone.</param>
/// <param name="At">The instant, UTC.</param>
public readonly record struct DigestDate(DateOnly Date, DateTimeOffset At);
