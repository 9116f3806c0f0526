namespace NewsBot.Tests.Host.Sources.Feeds;

/// <summary>A request that reached a server of a simulation.</summary>
internal sealed record SimulatedRequest(string Host, string Path, DateTimeOffset At);
