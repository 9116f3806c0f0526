using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using NewsBot.Web.Api;
using NewsBot.Web.Pages;

namespace NewsBot.Web;

/// <summary>Says in words what a response without a body means: to browsers as a page, to programs that call the API as a problem, to others as a line.</summary>
internal static class StatusPages
{
    /// <summary>Writes the body.</summary>
    public static Task WriteAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var (title, sentence) = Tell(context.Response);
        if (context.Request.Path.StartsWithSegments(ApiEndpoints.Folder))
            return Results.Problem(sentence, statusCode: context.Response.StatusCode).ExecuteAsync(context);
        var isBrowser = context.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);
        context.Response.ContentType = (isBrowser ? MediaTypeNames.Text.Html : MediaTypeNames.Text.Plain) + "; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var text = isBrowser ? PageShell.Message(title, sentence).ToString() : sentence;
        return context.Response.WriteAsync(text, Encoding.UTF8, context.RequestAborted);
    }

    private static (string Title, string Sentence) Tell(HttpResponse response) => response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => (
            "Not understood", "The request cannot be read: a value is missing or has the wrong form, or the body is no JSON. /api/openapi.json tells the forms."),
        StatusCodes.Status404NotFound => ("Nothing here", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => ("Not this way", $"This address takes other requests: {response.Headers.Allow}."),
        StatusCodes.Status413PayloadTooLarge => ("Too large", "The request is too large."),
        StatusCodes.Status415UnsupportedMediaType => ("Not JSON", "The body has to be JSON, and the request has to say so: Content-Type: application/json."),
        StatusCodes.Status429TooManyRequests => (
            "Too many at once", $"More comes from this address than is served in a minute. Try again in {response.Headers.RetryAfter} seconds."),
        _ => ("Not possible", "This request cannot be served."),
    };
}
