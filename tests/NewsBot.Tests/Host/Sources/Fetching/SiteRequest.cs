namespace NewsBot.Tests.Host.Sources.Fetching;

/// <summary>A request that reached a <see cref="FakeSite"/>.</summary>
internal sealed record SiteRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
