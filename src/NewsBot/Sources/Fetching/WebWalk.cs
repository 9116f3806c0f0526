namespace NewsBot.Sources.Fetching;

/// <summary>Follows redirects to where they end; each request waits for its host's turn.</summary>
internal sealed class WebWalk(WebExchange exchange, HostGate gate, TimeSpan patience)
{
    /// <summary>Fetches.</summary>
    /// <param name="request">What is to be fetched.</param>
    /// <param name="maxBytes">For the body.</param>
    /// <param name="maxRedirects">How many are followed.</param>
    /// <param name="permit">Asked before each request.</param>
    public async Task<WebResult> FetchAsync(
        WebRequest request, int maxBytes, int maxRedirects, Func<Uri, CancellationToken, ValueTask<WebPermit>> permit, CancellationToken cancellationToken)
    {
        if (WebAddress.Check(request.Address, out var address) is { } refused)
            return refused;
        var left = patience;
        Uri? movedTo = null;
        var isPermanent = true;
        var seen = new HashSet<Uri>();
        while (true)
        {
            if (!seen.Add(address))
                return new WebResult.Failed(WebFailure.BadRedirect, "The address leads in a circle.");
            var permitted = await permit(address, cancellationToken);
            if (permitted.Refusal is { } refusal)
                return refusal;
            WebStep step;
            using (await gate.EnterAsync(address, permitted.Delay, cancellationToken))
            {
                (step, var took) = await exchange.SendAsync(address, request, maxBytes, left, cancellationToken);
                left -= took;
            }

            if (step is WebStep.Ended { Result: var result })
                return WithMove(result, movedTo);
            if (seen.Count > maxRedirects)
                return new WebResult.Failed(WebFailure.TooManyRedirects, $"The address leads on more than {maxRedirects} times.");
            var redirect = (WebStep.Redirected)step;
            if (Next(address, redirect.Location, out var next) is { } leadsNowhere)
                return leadsNowhere;

            // Public news is read over http too, but no address that was safe is given up for good for one that is not.
            isPermanent &= redirect.IsPermanent && (next.Scheme == address.Scheme || next.Scheme == Uri.UriSchemeHttps);
            movedTo = isPermanent ? next : movedTo;
            address = next;
        }
    }

    private static WebResult.Failed? Next(Uri from, string? location, out Uri next)
    {
        next = from;
        if (location is null || location.Length > WebAddress.MaxChars || !Uri.TryCreate(from, location, out var found))
            return new WebResult.Failed(WebFailure.BadRedirect, "The server says that it is elsewhere, but not where.");
        return WebAddress.Check(found, out next);
    }

    private static WebResult WithMove(WebResult result, Uri? movedTo) => result switch
    {
        WebResult.Fetched fetched => fetched with { MovedTo = movedTo },
        WebResult.NotModified same => same with { MovedTo = movedTo },
        _ => result,
    };
}
