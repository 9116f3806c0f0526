using NewsBot.Core.Questions;

namespace NewsBot.Answering;

/// <summary>A question on its way to be answered.</summary>
/// <param name="Text">At most <see cref="QuestionAnalyzer.MaxLength"/> UTF-16 units.</param>
/// <param name="AsOf">What 'now' is; null for the clock's.</param>
internal sealed record AskedQuestion(string Text, DateTimeOffset? AsOf = null)
{
    /// <summary>What asks for more on the subject of an answer.</summary>
    public const string More = "tell me more";

    /// <summary>The last instant of what may be read (undated articles are read all the same); null for no bound, as for a question that somebody asks now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What was said before in the same place, newest first; empty for a question that stands alone.</summary>
    public IReadOnlyList<Turn> Before { get; init; } = [];

    /// <summary>The ids of the articles that it is about, as when somebody replies to an answer; empty for the whole archive.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

    /// <summary>Who asks, for the daily budget of a language model; null for nobody in particular.</summary>
    public long? PersonId { get; init; }

    /// <summary>Whether no language model is to be used: where answers are made that nobody may read, or by the thousand.</summary>
    public bool WithoutModel { get; init; }

    /// <summary>A question asked as if on an earlier day, of which nothing later is read; a question of now when no instant is given.</summary>
    public static AskedQuestion On(string text, DateTimeOffset? asOf) =>
        new(text, asOf) { Until = asOf is { } then ? Question.EndOfDay(then) : null };

    /// <summary>
    /// Told the text as far as it is written, plain and without marks, by an answerer that takes its time: only sentences that passed the citation check. Null when
    /// nobody watches; not told when the answer is there at once.
    /// </summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Cancelled by whoever watches and wants no language model to go on; the answer is then in the articles' own words.</summary>
    public CancellationToken StopWriting { get; init; }
}
