using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Counts;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Sources.Feeds;

namespace NewsBot.Web.Pages;

/// <summary>Gathers what an operator wants to know of the service.</summary>
internal sealed class ServiceReading(
    IArticleStore articles, IFeedStore feeds, IChatStore chats, IConversationStore conversations, DailyCounts counts, RecentProblems problems, HealthCheckService health,
    TimeProvider time, GuardedModel? model = null)
{
    /// <summary>How many days are shown, today included.</summary>
    private const int Days = 14;

    private const int MostUnanswered = 2_000;
    private const int MostGroups = 10;

    /// <summary>The state of the service now.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<ServiceState> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var report = await health.CheckHealthAsync(cancellationToken);
        return new ServiceState(now)
        {
            Health = [.. report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy).Select(entry => entry.Description).OfType<string>()],
            Articles = await articles.CountAsync(cancellationToken),
            Feeds = await feeds.ReadAllAsync(cancellationToken),
            Statistics = await chats.GetStatisticsAsync(cancellationToken),
            Recent = await counts.ReadAsync(Days, cancellationToken),
            Refused = QuestionGroups.Of([.. (await conversations.ReadUnansweredAsync(MostUnanswered, cancellationToken)).Select(text => Read(text, now))], MostGroups),
            Model = model is null ? null : await model.ReadAsync(cancellationToken),
            Problems = problems.Read(),
        };
    }

    private static Question Read(string text, DateTimeOffset now) => QuestionAnalyzer.Analyze(text[..Math.Min(text.Length, QuestionAnalyzer.MaxLength)], now);
}

/// <summary>What an operator wants to know of the service.</summary>
/// <param name="At">When it was read, UTC.</param>
internal sealed record ServiceState(DateTimeOffset At)
{
    /// <summary>What keeps the service from being healthy, a sentence each; empty when it is.</summary>
    public required IReadOnlyList<string> Health { get; init; }

    /// <summary>How many articles the archive has.</summary>
    public required long Articles { get; init; }

    /// <summary>The feeds that are followed.</summary>
    public required IReadOnlyList<FollowedFeed> Feeds { get; init; }

    /// <summary>What the store holds of chats, queues and votes.</summary>
    public required BotStatistics Statistics { get; init; }

    /// <summary>What happened on the last days.</summary>
    public required CountReport Recent { get; init; }

    /// <summary>What was refused most, of the questions that are kept.</summary>
    public required IReadOnlyList<QuestionGroup> Refused { get; init; }

    /// <summary>What the language model took today; null without one.</summary>
    public required ModelReport? Model { get; init; }

    /// <summary>The newest warnings and errors, the newest first.</summary>
    public required IReadOnlyList<LoggedProblem> Problems { get; init; }
}
