using System.Text;

namespace NewsBot.Sources.Fetching;

/// <summary>Asks sites for their robots.txt and keeps what they say for a day.</summary>
/// <remarks>Safe for concurrent use: whoever needs the same robots.txt at the same time waits for one request.</remarks>
internal sealed class RobotsCache(WebWalk walk, string product, TimeProvider time) : IDisposable
{
    private const int MaxRedirects = 5;
    private const int MaxSites = 1_000;
    private const int MaxRuleChars = 16_000_000;

    // RFC 9309, section 2.4: not longer than a day.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeptUnreachable = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private static readonly WebResult.Failed Disallowed = new(WebFailure.RobotsDisallowed, "The site's robots.txt does not want this page fetched by a machine.");

    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<Site>> sites = [];

    /// <summary>How many sites are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return sites.Count;
        }
    }

    /// <summary>Whether a page may be fetched, and how often its site wants to be asked.</summary>
    public async ValueTask<WebPermit> PermitAsync(Uri page, CancellationToken cancellationToken)
    {
        var site = await Find(page).WaitAsync(cancellationToken);
        if (site.Unreachable is { } failure)
            return new WebPermit(failure, TimeSpan.Zero);
        var delay = site.Rules.CrawlDelay is { } asked && asked > LongestDelay ? LongestDelay : site.Rules.CrawlDelay ?? TimeSpan.Zero;
        return new WebPermit(site.Rules.Allows(page.PathAndQuery) ? null : Disallowed, delay);
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private Task<Site> Find(Uri page)
    {
        var origin = $"{page.Scheme}://{page.IdnHost.ToLowerInvariant()}:{page.Port}";
        lock (gate)
        {
            if (sites.TryGetValue(origin, out var known) && !IsOver(known))
                return known;
            if (sites.Count >= MaxSites || sites.Values.Sum(Chars) > MaxRuleChars)
                Prune();
            return sites[origin] = AskAsync(new Uri(page, "/robots.txt"));
        }
    }

    private async Task<Site> AskAsync(Uri address)
    {
        // Whoever asks first may give up; the others still wait.
        var request = new WebRequest(address, WebKind.Named) { TakesBeginning = true };
        var result = await Task.Run(() => walk.FetchAsync(request, RobotsRules.MaxBytes, MaxRedirects, (_, _) => default, stopping.Token), stopping.Token);
        var now = time.GetUtcNow();
        return result switch
        {
            WebResult.Fetched fetched => new Site(RobotsRules.Parse(Encoding.UTF8.GetString(fetched.Body), product), Unreachable: null, now + KeptFor),
            // RFC 9309, sections 2.3.1.2 and 2.3.1.3: a robots.txt that is not there, or behind too many redirects, forbids nothing.
            WebResult.Failed
            {
                Failure: WebFailure.NotFound or WebFailure.Gone or WebFailure.Forbidden or WebFailure.TooManyRequests
                or WebFailure.TooManyRedirects or WebFailure.BadRedirect
            } => new Site(RobotsRules.AllowAll, Unreachable: null, now + KeptFor),
            // Section 2.3.1.4: one that cannot be had forbids everything, for a while.
            WebResult.Failed failed => new Site(
                RobotsRules.AllowAll,
                failed with
                {
                    Sentence = $"The site's robots.txt, which has to be asked first, cannot be read: {failed.Sentence}",
                    RetryAt = failed.RetryAt ?? now + KeptUnreachable,
                },
                now + KeptUnreachable),
            _ => throw new InvalidOperationException("Nothing was sent that could be unchanged."),
        };
    }

    private bool IsOver(Task<Site> asked) => asked.IsCompleted && (!asked.IsCompletedSuccessfully || asked.Result.KeptUntil <= time.GetUtcNow());

    private static long Chars(Task<Site> asked) => asked.IsCompletedSuccessfully ? asked.Result.Rules.Chars : 0;

    /// <summary>Forgets what is over, and of the rest what is over first, until half of the room is free.</summary>
    private void Prune()
    {
        long chars = 0;
        var kept = 0;
        foreach (var (origin, asked) in sites.Where(site => site.Value.IsCompleted).OrderByDescending(site => IsOver(site.Value) ? default : site.Value.Result.KeptUntil).ToList())
        {
            chars += Chars(asked);
            if (IsOver(asked) || ++kept > MaxSites / 2 || chars > MaxRuleChars / 2)
                sites.Remove(origin);
        }
    }

    /// <summary>The rules of a site, and until when they hold.</summary>
    /// <param name="Rules">Meaningless when it is unreachable.</param>
    /// <param name="Unreachable">Why nothing of it may be fetched; null when the rules say what may.</param>
    /// <param name="KeptUntil">When it is asked again.</param>
    private sealed record Site(RobotsRules Rules, WebResult.Failed? Unreachable, DateTimeOffset KeptUntil);
}

/// <summary>Whether an address may be asked for.</summary>
/// <param name="Refusal">Why not; null when it may.</param>
/// <param name="Delay">The time between two requests that the host wants; zero when it does not say.</param>
internal readonly record struct WebPermit(WebResult.Failed? Refusal, TimeSpan Delay);
