using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;

namespace NewsBot.Hosting;

/// <summary>The spans and counts of the service, in one place: what is measured, under which names.</summary>
/// <remarks>
/// Nobody listens unless <see cref="Telemetry"/> is on; then a call costs a comparison. No name and no tag holds what people, articles or models wrote. Safe for
/// concurrent use.
/// </remarks>
internal static class Instruments
{
    /// <summary>The name of the source of spans and of the meter; other sources of newsbot begin with it.</summary>
    public const string Name = "NewsBot";

    private const string Outcome = "newsbot.outcome";
    private const string Error = "error.type";

    private static readonly ActivitySource Traces = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Questions = Meter.CreateCounter<long>("newsbot.questions", "{question}", "Questions, by what became of them.");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "newsbot.question.duration", "s", "From a question to its answer, without waiting and sending.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });

    private static readonly Counter<long> Drafts = Meter.CreateCounter<long>("newsbot.model.drafts", "{draft}", "Answers that a language model was asked to write.");
    private static readonly Counter<long> Visits = Meter.CreateCounter<long>("newsbot.feed.visits", "{visit}", "Visits to feeds.");
    private static readonly Counter<long> Articles = Meter.CreateCounter<long>("newsbot.articles", "{article}", "Articles that sources gave to the archive.");
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>("newsbot.messages", "{message}", "Tries to send a message of the outbox.");

    /// <summary>Begins the span of a step; it lasts until it is disposed of.</summary>
    /// <param name="name">One word; the same each time.</param>
    /// <returns>Null when nobody listens.</returns>
    public static Activity? Step(string name) => Traces.StartActivity(name);

    /// <summary>Begins the trace of an update from outside, at the time at which it came.</summary>
    public static Activity? Update(DateTimeOffset receivedAt) =>
        Traces.StartActivity("update", ActivityKind.Consumer, parentContext: default, startTime: receivedAt);

    /// <summary>Begins the span of sending a message.</summary>
    /// <param name="trace">That of the update that it answers; an empty one for a message that answers none.</param>
    public static Activity? Send(ActivityContext trace) => Traces.StartActivity("send", ActivityKind.Producer, trace);

    /// <summary>Begins the span of a question; whoever answers it tells what became of it.</summary>
    public static AskedSpan Ask() => new(Traces.StartActivity("answer"));

    /// <summary>Counts what became of a language model's draft.</summary>
    /// <param name="fallback">Why the articles' own words are told in its place; null when the answer is the model's.</param>
    /// <param name="isVerified">Whether a second request found it stated.</param>
    /// <param name="mended">How many sentences were mended.</param>
    public static void Draft(Enum? fallback, bool isVerified, int mended)
    {
        if (fallback is not null)
            Drafts.Add(1, new KeyValuePair<string, object?>(Outcome, "fallen_back"), new KeyValuePair<string, object?>("newsbot.reason", Word(fallback)));
        else
            Drafts.Add(1, new KeyValuePair<string, object?>(Outcome, !isVerified ? "written" : mended > 0 ? "repaired" : "verified"));
    }

    /// <summary>Counts a visit to a feed.</summary>
    public static void FeedVisited(bool hasFailed) => Visits.Add(1, new KeyValuePair<string, object?>(Outcome, hasFailed ? "failed" : "polled"));

    /// <summary>Counts what a source gave.</summary>
    /// <param name="outcomes">One for each article.</param>
    public static void ArticlesTaken<TOutcome>(IEnumerable<TOutcome> outcomes)
        where TOutcome : struct, Enum
    {
        if (!Articles.Enabled)
            return;
        foreach (var (outcome, count) in outcomes.CountBy(outcome => outcome))
            Articles.Add(count, new KeyValuePair<string, object?>(Outcome, Word(outcome)));
    }

    /// <summary>Counts a message that was sent.</summary>
    public static void MessageSent() => Messages.Add(1, new KeyValuePair<string, object?>(Outcome, "sent"));

    /// <summary>Counts a try to send that failed.</summary>
    public static void MessageRefused(Enum failure)
    {
        if (Messages.Enabled)
            Messages.Add(1, new KeyValuePair<string, object?>(Outcome, "refused"), new KeyValuePair<string, object?>(Error, Word(failure)));
    }

    /// <summary>The name of a value as it stands in tags: 'too_many_requests'.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A question that is being answered. Without a word on its outcome it counts as failed.</summary>
    internal sealed class AskedSpan(Activity? span) : IDisposable
    {
        private readonly long started = Stopwatch.GetTimestamp();
        private TagList tags = new() { { Outcome, "failed" } };

        /// <summary>Tells what a person gets.</summary>
        /// <param name="tier">How sure it is.</param>
        /// <param name="refusal">Why there is no sure answer; null when there is one.</param>
        /// <param name="isWritten">Whether a language model worded it.</param>
        public void Told(AnswerTier tier, RefusalKind? refusal, bool isWritten)
        {
            tags = new TagList
            {
                { Outcome, tier == AnswerTier.None ? "refused" : "answered" },
                { "newsbot.tier", Word(tier) },
                { "newsbot.wording", isWritten ? "model" : "articles" },
            };
            if (refusal is { } kind)
                tags.Add("newsbot.reason", Word(kind));
        }

        public void Dispose()
        {
            Questions.Add(1, tags);
            Durations.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
            if (span is null)
                return;
            foreach (var (key, value) in tags)
                span.SetTag(key, value);
            span.Dispose();
        }
    }
}
