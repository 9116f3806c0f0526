using System.Collections.Immutable;

namespace NewsBot.Counts;

/// <summary>The names of what is counted. The store keeps them, so a name never changes its meaning. There are few, and none holds what somebody wrote.</summary>
internal static class CountName
{
    /// <summary>Questions with an answer that the bot is sure of.</summary>
    public const string Sure = "question.sure";

    /// <summary>Questions with quotations that may be an answer.</summary>
    public const string Unsure = "question.unsure";

    /// <summary>Questions that a failure left without any reply.</summary>
    public const string Failed = "question.failed";

    /// <summary>Answers that a language model worded.</summary>
    public const string Written = "draft.written";

    /// <summary>Of these, those that a second request found stated.</summary>
    public const string Verified = "draft.verified";

    /// <summary>Of these, those with a sentence that was mended.</summary>
    public const string Repaired = "draft.repaired";

    /// <summary>Sentences of a language model that were not shown.</summary>
    public const string Dropped = "draft.dropped";

    /// <summary>Tokens of a language model's prompts.</summary>
    public const string InputTokens = "tokens.input";

    /// <summary>Tokens of a language model's replies.</summary>
    public const string OutputTokens = "tokens.output";

    /// <summary>The beginning of the names of <see cref="Refused"/>.</summary>
    public const string AllRefused = "question.refused.";

    /// <summary>The beginning of the names of <see cref="FellBack"/>.</summary>
    public const string AllFellBack = "draft.fellback.";

    private const string AllTook = "latency.";

    /// <summary>The upper bounds of the histogram of latency, in milliseconds; what took longer is in the last one.</summary>
    public static readonly ImmutableArray<int> LatencyBounds =
    [
        1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500, 2_000, 3_000, 5_000, 7_000, 10_000, 15_000, 20_000, 30_000, 60_000, 120_000,
    ];

    /// <summary>Questions without an answer, by the kind of refusal.</summary>
    public static string Refused(Enum kind) => AllRefused + kind;

    /// <summary>Questions that a language model was to word and that got the articles' own words, by the reason.</summary>
    public static string FellBack(Enum reason) => AllFellBack + reason;

    /// <summary>Questions that took as long as this, in its class of the histogram.</summary>
    public static string Took(TimeSpan latency) => Took(LatencyBounds.FirstOrDefault(bound => latency.TotalMilliseconds <= bound, LatencyBounds[^1]));

    /// <summary>Questions of a class of the histogram, by its upper bound.</summary>
    public static string Took(int bound) => $"{AllTook}{bound}";
}
