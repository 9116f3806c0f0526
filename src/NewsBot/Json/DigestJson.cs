using System.Text.Json;
using NewsBot.Core.Answers;
using NewsBot.Core.Digests;
using NewsBot.Core.Stories;

namespace NewsBot.Json;

/// <summary>What <c>digest --json</c> prints; a contract with scripts, so names and order stay.</summary>
/// <param name="From">The start of the window, exclusive, ISO 8601 in UTC.</param>
/// <param name="To">Its end, inclusive.</param>
/// <param name="Articles">How many articles it was made of.</param>
/// <param name="Outlets">How many outlets those come from.</param>
internal sealed record DigestJson(
    string From,
    string To,
    int Articles,
    int Outlets,
    IReadOnlyList<DigestJson.Story> Stories,
    IReadOnlyList<AnswerJson.Source> Citations)
{
    internal sealed record Story(
        string Headline,
        bool IsNew,
        Pair? Changed,
        Pair? Differs,
        IReadOnlyList<string> Outlets,
        IReadOnlyList<string> ArticleIds,
        IReadOnlyList<AnswerJson.Sentence> Sentences);

    /// <summary>Two sentences that say two numbers of one thing; <c>Was</c> and <c>Is</c> are words of them.</summary>
    internal sealed record Pair(string Was, string Is, AnswerJson.Sentence Before, AnswerJson.Sentence Now);

    /// <summary>The contract's form of a digest.</summary>
    public static DigestJson Of(Digest digest) => new(
        AnswerJson.WriteInstant(digest.From),
        AnswerJson.WriteInstant(digest.To),
        digest.ArticleCount,
        digest.OutletCount,
        [.. digest.Stories.Select(Of)],
        [.. digest.Citations.Select(AnswerJson.Source.From)]);

    /// <summary>One line of JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, PrintedJson.Readable.DigestJson);

    private static Story Of(DigestStory story) => new(
        story.Headline,
        story.IsNew,
        Of(story.Changed),
        Of(story.Differs),
        story.Outlets,
        story.ArticleIds,
        [.. story.Sentences.Select(Of)]);

    private static Pair? Of(DigestChange? change) => change is null ? null : new Pair(change.Was, change.Is, Of(change.Before), Of(change.Now));

    private static AnswerJson.Sentence Of(AnswerSentence sentence) => new(sentence.Text, sentence.Citations);
}
