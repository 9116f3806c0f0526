using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using NewsBot.Json;
using NewsBot.Web.Access;

namespace NewsBot.Web.Api;

/// <summary>The API for programs: JSON as the commands print it.</summary>
internal static class ApiEndpoints
{
    /// <summary>The folder of the API.</summary>
    public const string Folder = "/api";

    /// <summary>Maps the API; its description is at '/api/openapi.json'.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(Folder).WithTags("archive").AddEndpointFilter(RefuseAsync);
        api.MapPost("/ask", AskAsync).RequireRateLimiting(WebLimits.Questions)
            .WithName("ask").WithSummary("Answers a question from the archive, with citations.").Produces<AnswerJson>().ProducesProblem(400);
        api.MapGet("/search", SearchAsync).RequireRateLimiting(WebLimits.Requests)
            .WithName("search").WithSummary("Finds the articles nearest to a query, each with its best passage.").Produces<IReadOnlyList<HitJson>>().ProducesProblem(400);
        api.MapGet("/digest", DigestAsync).RequireRateLimiting(WebLimits.Requests)
            .WithName("digest").WithSummary("Tells what happened in the hours before an instant.").Produces<DigestJson>().ProducesProblem(400);
        api.MapGet("/articles/{id}", ReadAsync).RequireRateLimiting(WebLimits.Requests)
            .WithName("article").WithSummary("Gives an article as it is now.").Produces<ArchivedArticleJson>().ProducesProblem(404);
        endpoints.MapOpenApi(Folder + "/openapi.json").RequireRateLimiting(WebLimits.Requests);
    }

    private static async Task<IResult> AskAsync([FromBody] AskBody body, ArchiveQueries archive, CancellationToken cancellationToken) =>
        Results.Json(await archive.AskAsync(body.Question, body.AsOf, body.After, cancellationToken), PrintedJson.Readable.AnswerJson);

    private static async Task<IResult> SearchAsync(
        [Description("Words or a question.")] string q,
        [Description("How many articles at most, 1 to 100; 10 unless given.")] int? k,
        [Description("What 'now' is, such as 2023-05-31; nothing later is found.")] string? asOf,
        ArchiveQueries archive,
        CancellationToken cancellationToken) =>
        Results.Json(await archive.SearchAsync(q, k, asOf, cancellationToken), PrintedJson.Readable.IReadOnlyListHitJson);

    private static async Task<IResult> DigestAsync(
        [Description("How many hours it looks back, 1 to 744; 24 unless given.")] int? hours,
        [Description("The end of the window; now unless given.")] string? asOf,
        [Description("What stories are to be about.")] string[]? topic,
        [Description("What stories are not to be about.")] string[]? mute,
        [Description("How many stories at most, 1 to 20; 5 unless given.")] int? stories,
        ArchiveQueries archive,
        CancellationToken cancellationToken) =>
        Results.Json(await archive.DigestAsync(hours, asOf, topic, mute, stories, cancellationToken), PrintedJson.Readable.DigestJson);

    // A slash in an id comes encoded, and stays so in the value of a route.
    private static async Task<IResult> ReadAsync(string id, ArchiveQueries archive, CancellationToken cancellationToken) =>
        await archive.ReadAsync(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), cancellationToken) is { } article
            ? Results.Json(article, PrintedJson.Readable.ArchivedArticleJson)
            : Results.Problem("There is no article with this id.", statusCode: StatusCodes.Status404NotFound);

    private static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (QueryException failure)
        {
            return Results.Problem(failure.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}

/// <summary>The body of a question to the API.</summary>
/// <param name="Question">At most 2,000 characters.</param>
/// <param name="AsOf">What 'now' is, such as 2023-05-31; nothing later is read. Null for now.</param>
/// <param name="After">The id of the answer that it goes on from; null for a question that stands alone.</param>
internal sealed record AskBody(string? Question, string? AsOf = null, string? After = null);
