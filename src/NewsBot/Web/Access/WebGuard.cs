using NewsBot.Hosting;

namespace NewsBot.Web.Access;

/// <summary>Stands before every page: says to browsers what a page may do, and to people what failed.</summary>
internal static partial class WebGuard
{
    // Everything comes from this service; nothing is written into a page, framed, or sent to another site.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers, and turns a failure into a status and a sentence.</summary>
    public static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the response any more.
        }
        catch (StoreException failure) when (!context.Response.HasStarted)
        {
            await FailAsync(context, StatusCodes.Status503ServiceUnavailable, "The archive cannot be read just now. Try again in a moment.");
            StoreFailed(Logger(context), failure.Message);
        }
#pragma warning disable CA1031 // The top of a page: whatever fails, its reader gets a sentence.
        catch (Exception failure) when (failure is not BadHttpRequestException && !context.Response.HasStarted)
#pragma warning restore CA1031
        {
            PageFailed(Logger(context), failure);
            await FailAsync(context, StatusCodes.Status500InternalServerError, "This page failed. What happened is in the log of the service. Try again in a moment.");
        }
    }

    /// <summary>Lets a program in that may look; tells another one in a sentence why not.</summary>
    public static Task RequireKeyAsync(HttpContext context, RequestDelegate next)
    {
        var access = context.RequestServices.GetRequiredService<WebAccess>();
        if (access.MayLook(context))
            return next(context);
        if (!access.HasKey)
            return FailAsync(context, StatusCodes.Status403Forbidden, "This archive is open on the machine that it runs on. Whoever runs it can set Web:Key to open it to others.");
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return FailAsync(context, StatusCodes.Status401Unauthorized, "The key is needed: Authorization: Bearer KEY.");
    }

    private static Task FailAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }

    private static ILogger Logger(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WebGuard).FullName!);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not be served: {Sentence}")]
    private static partial void StoreFailed(ILogger logger, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed.")]
    private static partial void PageFailed(ILogger logger, Exception failure);
}
