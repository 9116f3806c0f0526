using NewsBot.Core.Questions;

namespace NewsBot.Answering;

/// <summary>A question to be answered.</summary>
/// <param name="Text">At most <see cref="QuestionAnalyzer.MaxLength"/> UTF-16 units.</param>
/// <param name="AsOf">What 'now' is; null for the clock's.</param>
internal sealed record AskedQuestion(string Text, DateTimeOffset? AsOf = null)
{
    /// <summary>The standing question that asks for more on the subject of an answer.</summary>
    public const string More = "tell me more";

    /// <summary>What was said before in the same place, newest first; empty for a question that stands alone.</summary>
    public IReadOnlyList<Turn> Before { get; init; } = [];

    /// <summary>The ids of the articles that it is about, as when somebody replies to an answer; empty for the whole archive.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

    /// <summary>The person who asks, for the daily budget of a language model; null when the budget is nobody's.</summary>
    public long? PersonId { get; init; }

    /// <summary>Whether to use no language model: for answers that may never be read, or that are made by the thousand.</summary>
    public bool WithoutModel { get; init; }

    /// <summary>
    /// Gets the text written so far, plain and without marks, from an answerer that takes its time: only sentences that passed the citation check. Null when
    /// nobody watches; not called when the answer is there at once.
    /// </summary>
    public IProgress<string>? Progress { get; init; }
}
