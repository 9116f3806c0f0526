using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using NewsBot.Core.Questions;

namespace NewsBot.Web.Access;

/// <summary>How much one address may ask for in a minute.</summary>
internal static class WebLimits
{
    /// <summary>The policy of what answers questions.</summary>
    public const string Questions = "questions";

    /// <summary>The policy of everything else.</summary>
    public const string Requests = "requests";

    private const int Segments = 6;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>What is said to a question that is too long.</summary>
    public static string TooLong(int length) => $"The question has {length:N0} characters; at most {QuestionAnalyzer.MaxLength:N0} are read. Ask it shorter.";

    /// <summary>Adds both policies; who asks too fast gets 429 and the seconds to wait.</summary>
    public static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute / Segments;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Questions, context =>
            Partition(context, Questions, IsQuestion(context.Request) ? options => options.QuestionsPerMinute : options => options.RequestsPerMinute));
        limits.AddPolicy(Requests, context => Partition(context, Requests, options => options.RequestsPerMinute));
    }

    /// <summary>The share of an address in a limit of its own name.</summary>
    public static RateLimitPartition<string> Partition(HttpContext context, string policy, Func<WebOptions, int> limit)
    {
        var most = limit(context.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value);
        var key = $"{policy} {most} {context.Connection.RemoteIpAddress}";
        return most == 0
            ? RateLimitPartition.GetNoLimiter(key)
            : RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = Minute, SegmentsPerWindow = Segments });
    }

    // The page to ask on is also a page to look at.
    private static bool IsQuestion(HttpRequest request) => !HttpMethods.IsGet(request.Method) || request.Query["q"].ToString().Length > 0;
}
