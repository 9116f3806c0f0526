namespace NewsBot.Sources.Fetching;

/// <summary>Whether an address may be asked for.</summary>
/// <param name="Refusal">Why not; null when it may.</param>
/// <param name="Delay">The time between two requests that the host wants; zero when it does not say.</param>
internal readonly record struct WebPermit(WebResult.Failed? Refusal, TimeSpan Delay);
