using Microsoft.Extensions.Options;
using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Fetching;

/// <summary>Makes fetchers for tests: 127.0.0.1 is allowed, and nobody waits between two requests, unless a test says so.</summary>
internal static class TestFetcher
{
    public static WebFetcher Fetcher(Action<SourceOptions>? set = null, INameResolver? names = null, TimeProvider? time = null)
    {
        var options = new SourceOptions { HostDelaySeconds = 0, AllowedPrivateAddresses = ["127.0.0.1"] };
        set?.Invoke(options);
        return new WebFetcher(Options.Create(options), names ?? new SystemNameResolver(), time ?? TimeProvider.System);
    }

    public static Task<WebResult> FeedAsync(this WebFetcher fetcher, Uri address) =>
        fetcher.FetchAsync(new WebRequest(address, WebKind.Feed), TestContext.Current.CancellationToken);

    public static Task<WebResult> NamedAsync(this WebFetcher fetcher, Uri address) =>
        fetcher.FetchAsync(new WebRequest(address, WebKind.Named), TestContext.Current.CancellationToken);

    public static Task<WebResult> PageAsync(this WebFetcher fetcher, Uri address) =>
        fetcher.FetchAsync(new WebRequest(address, WebKind.Page), TestContext.Current.CancellationToken);

    public static WebResult.Failed Fails(this WebResult result, WebFailure failure)
    {
        var failed = Assert.IsType<WebResult.Failed>(result);
        Assert.Equal(failure, failed.Failure);
        Assert.EndsWith(".", failed.Sentence, StringComparison.Ordinal);
        return failed;
    }

    public static string Text(this WebResult result) => System.Text.Encoding.UTF8.GetString(Assert.IsType<WebResult.Fetched>(result).Body);
}
