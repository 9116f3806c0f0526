using System.Text;
using Microsoft.AspNetCore.Http.Features;
using NewsBot.Answering;
using NewsBot.Core.Digests;
using NewsBot.Core.Questions;
using NewsBot.Summaries;
using NewsBot.Web.Access;

namespace NewsBot.Web.Pages;

/// <summary>Serves the pages for people.</summary>
internal sealed class PageEndpoints(
    IQuestionAnswerer answerer,
    WebConversations conversations,
    LatestStories latest,
    IDigestMaker digests,
    ArticleReading reading,
    ServiceReading service,
    ReaderLinks links,
    WebAccess access,
    TimeProvider time)
{
    /// <summary>How long browsers keep a file whose path names its version.</summary>
    private const string Kept = "public, max-age=31536000, immutable";

    private static readonly TimeSpan DigestSpan = TimeSpan.FromHours(24);

    // A digest is made again after this long at the latest; until then requests share one window.
    private static readonly TimeSpan DigestStep = TimeSpan.FromMinutes(5);

    /// <summary>Maps '/', '/digest', the feeds, '/a/…', '/admin' and the files of the pages.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.ServiceProvider.GetRequiredService<PageEndpoints>();
        foreach (var asset in PageAssets.All)
        {
            endpoints.MapGet(asset.Route, context =>
            {
                context.Response.Headers.CacheControl = Kept;
                return WriteAsync(context, asset.ContentType, asset.Bytes);
            });
        }

        endpoints.MapGet("/", pages.AskAsync).RequireRateLimiting(WebLimits.Questions);
        endpoints.MapGet("/digest", pages.DigestAsync).RequireRateLimiting(WebLimits.Requests);
        endpoints.MapGet(DigestFeed.Path, pages.FeedAsync).RequireRateLimiting(WebLimits.Requests);
        endpoints.MapGet(ReaderLinks.WatchPath, pages.WatchAsync).RequireRateLimiting(WebLimits.Questions);
        endpoints.MapGet(AdminPage.Path, pages.AdministerAsync).RequireRateLimiting(WebLimits.Requests);
        endpoints.MapGet(ReaderLinks.Folder + "{**article}", pages.ReadAsync).RequireRateLimiting(WebLimits.Requests);
    }

    /// <summary>The window of a digest of the last day.</summary>
    public static DigestRequest LastDay(DateTimeOffset now)
    {
        var to = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % DigestStep.Ticks), TimeSpan.Zero);
        return new DigestRequest(to - DigestSpan, to);
    }

    private async Task AskAsync(HttpContext context)
    {
        if (!await MayLookAsync(context))
            return;
        var stop = context.RequestAborted;
        var question = context.Request.Query["q"].ToString().Trim();
        var after = context.Request.Query["after"].ToString() is { Length: > 0 } id ? id : null;
        var page = new AskedPage { Question = question };
        if (question.Length > QuestionAnalyzer.MaxLength)
            page = page with { Question = question[..QuestionAnalyzer.MaxLength], Notice = WebLimits.TooLong(question.Length) };
        else if (question.Length > 0 && IsFromElsewhere(context.Request))
            page = page with { Notice = "Another site filled in this question. Press Ask to ask it." };
        else if (question.Length > 0)
            page = await AnswerAsync(page, after, stop);
        var now = time.GetUtcNow();
        var stories = page.Reply is null ? await latest.ReadAsync(now, stop) : [];
        page = page with { HasLastDay = stories.Any(story => story.LastReport > now - DigestSpan) };
        await WriteAsync(context, new AskPage(links).Write(page, stories));
    }

    private async Task<AskedPage> AnswerAsync(AskedPage page, string? after, CancellationToken cancellationToken)
    {
        var before = conversations.Before(after);
        var reply = await answerer.AnswerAsync(new AskedQuestion(page.Question) { Before = [.. before.Select(turn => turn.Turn)] }, cancellationToken);
        return page with
        {
            Reply = reply,
            Id = conversations.Keep(page.Question, reply, before.Count > 0 ? after : null),
            Before = before,
            Notice = after is not null && before.Count == 0 ? "The earlier questions are not kept any more, so this one stands alone." : null,
        };
    }

    private async Task DigestAsync(HttpContext context)
    {
        if (await MayLookAsync(context))
            await WriteAsync(context, new DigestPage(links).Write(await digests.MakeAsync(LastDay(time.GetUtcNow()), context.RequestAborted)));
    }

    private async Task FeedAsync(HttpContext context)
    {
        if (!await MayLookAsync(context))
            return;
        var digest = await digests.MakeAsync(LastDay(time.GetUtcNow()), context.RequestAborted);
        await WriteAsync(context, AtomFeed.ContentType, new DigestFeed(links).Of(digest, AddressOf(context.Request)).Write());
    }

    private async Task WatchAsync(HttpContext context)
    {
        var question = context.Request.Query["q"].ToString().Trim();
        if (!links.IsSignedWatch(question, context.Request.Query["s"]) && !await MayLookAsync(context))
            return;
        if (question.Length is 0 or > QuestionAnalyzer.MaxLength)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(context, PageShell.Message("No question", "This address names no question that can be asked. Ask it, and follow it from its page."));
            return;
        }

        // A feed is read again and again by a program: the articles' own words are enough for it.
        var reply = await answerer.AnswerAsync(new AskedQuestion(question) { WithoutModel = true }, context.RequestAborted);
        await WriteAsync(context, AtomFeed.ContentType, new WatchFeed(links).Of(question, reply, AddressOf(context.Request), LastDay(time.GetUtcNow()).To).Write());
    }

    /// <summary>Where the pages are opened: as the settings say, else as this request did.</summary>
    private string AddressOf(HttpRequest request) => links.FindBase() ?? $"{request.Scheme}://{request.Host}";

    private async Task AdministerAsync(HttpContext context)
    {
        if (await MayLookAsync(context))
            await WriteAsync(context, AdminPage.Write(await service.ReadAsync(context.RequestAborted)));
    }

    private async Task ReadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var article = ArticleIdOf(context);
        if (!links.IsSigned(article, query["s"]) && !await MayLookAsync(context))
            return;
        long? revision = long.TryParse(query["r"], out var number) ? number : null;
        if (await reading.FindAsync(article, revision, query["q"], context.RequestAborted) is { } read)
        {
            await WriteAsync(context, new ReaderPage(links).Write(read, int.TryParse(query["part"], out var part) ? part : null));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await WriteAsync(context, PageShell.Message("No such article", "The archive has no article with this address. It may have been removed."));
    }

    /// <summary>The id in the path as it was sent: a route value would leave a slash of the id encoded, which could not be told from the encoded text of one.</summary>
    private static string ArticleIdOf(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var start = target.IndexOf(ReaderLinks.Folder, StringComparison.OrdinalIgnoreCase) + ReaderLinks.Folder.Length;
        return Uri.UnescapeDataString(target[start..(end < 0 ? target.Length : end)]);
    }

    /// <summary>Whether a page of another site made the browser ask: no tokens of a model are spent for it.</summary>
    private static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    /// <summary>Whether the visitor may look; if not, the response says why.</summary>
    private async Task<bool> MayLookAsync(HttpContext context)
    {
        if (access.MayLook(context))
            return true;
        context.Response.StatusCode = access.HasKey ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        if (access.HasKey)
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"NewsBot\", charset=\"UTF-8\"";
        await WriteAsync(context, access.HasKey
            ? PageShell.Message("The key is needed", "This archive is open to those who have its key. The browser asks for it: any name, and the key as the password.")
            : PageShell.Message("Open on its own machine only", "This archive is open on the machine that it runs on. Whoever runs it can set Web:Key to open it to others."));
        return false;
    }

    private static Task WriteAsync(HttpContext context, Html page)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        return WriteAsync(context, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static Task WriteAsync(HttpContext context, string contentType, byte[] bytes)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
