using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Fetching;

/// <summary>Fetches feeds and pages over HTTP: safely, within bounds, politely.</summary>
/// <remarks>Safe for concurrent use. As many fetches wait as are asked for; how many run is bounded in all and by host.</remarks>
internal sealed class WebFetcher : IDisposable
{
    /// <summary>The bot's name, to servers and in a robots.txt.</summary>
    public const string Product = "NewsBot";

    private const int MaxRedirects = 10;

    private readonly WebExchange exchange;
    private readonly WebWalk walk;
    private readonly RobotsCache robots;
    private readonly SourceOptions settings;

    /// <summary>Connects to nothing yet.</summary>
    public WebFetcher(IOptions<SourceOptions> options, INameResolver resolver, TimeProvider time)
    {
        settings = options.Value;
        var connector = new SafeConnector(resolver, new AddressPolicy(settings.AllowedPrivateAddresses), time);
        exchange = new WebExchange(connector, UserAgent(settings.Contact), settings.Requests, time);
        var gate = new HostGate(settings.RequestsPerHost, TimeSpan.FromSeconds(settings.HostDelaySeconds), time);
        walk = new WebWalk(exchange, gate, TimeSpan.FromSeconds(settings.RequestSeconds));
        robots = new RobotsCache(walk, Product, time);
    }

    /// <summary>Fetches what is at an address; waits until the host's turn has come.</summary>
    /// <param name="request">What is to be fetched.</param>
    /// <returns>Whatever came of it, a time-out included.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<WebResult> FetchAsync(WebRequest request, CancellationToken cancellationToken)
    {
        var maxBytes = request.MaxBytes ?? (request.Kind == WebKind.Page ? settings.MaxPageBytes : settings.MaxFeedBytes);
        return walk.FetchAsync(request, maxBytes, MaxRedirects, request.Kind == WebKind.Page ? robots.PermitAsync : (_, _) => default, cancellationToken);
    }

    public void Dispose()
    {
        robots.Dispose();
        exchange.Dispose();
    }

    private static string UserAgent(string contact)
    {
        var version = typeof(WebFetcher).Assembly.GetName().Version?.ToString(fieldCount: 2) ?? "1.0";
        return contact.Length > 0 ? $"{Product}/{version} (+{contact})" : $"{Product}/{version}";
    }
}
