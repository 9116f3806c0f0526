using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;

namespace NewsBot.Json;

/// <summary>What <c>ask --json</c> and the API print; a contract with scripts, so names and order stay.</summary>
/// <param name="AsOf">ISO 8601 in UTC, to the second.</param>
/// <param name="Text">The reply in plain text with its marks; the reason when unsupported.</param>
/// <param name="Sentences">The sentences of the text, word for word.</param>
/// <param name="Verdict">'yes' or 'no' where the reply says so; null, and left out, elsewhere.</param>
/// <param name="ElapsedMs">Milliseconds, to the microsecond.</param>
internal sealed record AnswerJson(
    string Question,
    string AsOf,
    bool Supported,
    string Text,
    string? Short,
    IReadOnlyList<AnswerJson.Sentence> Sentences,
    IReadOnlyList<AnswerJson.Source> Citations,
    IReadOnlyList<AnswerJson.Coverage> Nearest,
    string? Reason,
    double ElapsedMs,
    string Tier,
    double Probability,
    IReadOnlyList<AnswerJson.Correction> Corrected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Verdict)
{
    /// <summary>Of an answer of the API: another question goes on from it when it names this id. Not there on the command line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>True where the sentences are a language model's own words that no second request has judged; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unverified { get; init; }

    /// <summary>The question in English, where it was put into English without a language model; null, and left out, elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SearchedAs { get; init; }

    /// <summary>A word of the question as it was typed, and the word of the archive that was searched for.</summary>
    internal sealed record Correction(string From, string To);

    /// <summary>A sentence and the numbers of its citations.</summary>
    internal sealed record Sentence(string Text, IReadOnlyList<int> Citations)
    {
        /// <summary>What the bot says before it: 'As of 27 Nov 2026 (The Gazette):'; null, and left out, when that is nothing.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Lead { get; init; }
    }

    /// <summary>A citation: <c>Quote</c> is the article's text from <c>Start</c> to <c>End</c> in UTF-16 units.</summary>
    internal sealed record Source(
        int Number,
        string ArticleId,
        string Title,
        string? Url,
        [property: JsonPropertyName("source")] string? Outlet,
        string? PublishedAt,
        string Quote,
        int Start,
        int End,
        string? Link)
    {
        /// <summary>The contract's form of a citation.</summary>
        public static Source From(Citation citation)
        {
            var article = citation.Revision.Article;
            return new Source(
                citation.Number,
                article.Id,
                article.Title,
                article.Url,
                article.Source,
                WriteDate(article.PublishedAt),
                citation.Quote,
                citation.Span.Start,
                citation.Span.End,
                TextFragmentLink.For(article.Url, article.Body, citation.Span));
        }
    }

    /// <summary>An article near to a question that has no answer.</summary>
    internal sealed record Coverage(
        string ArticleId,
        string Title,
        string? Url,
        [property: JsonPropertyName("source")] string? Outlet,
        string? PublishedAt);

    /// <summary>The contract's form of an answer.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="asOf">What 'now' was.</param>
    /// <param name="answer">After the citation check.</param>
    /// <param name="probability">How likely the reply is right, 0 to 1.</param>
    /// <param name="elapsed">How long the answer took.</param>
    public static AnswerJson From(string question, DateTimeOffset asOf, Answer answer, double probability, TimeSpan elapsed)
    {
        List<AnswerSentence> sentences = [.. answer.Tier == AnswerTier.Unsure ? answer.Sentences : answer.Sentences.Take(AnswerText.CountFitting(answer))];
        var used = sentences.SelectMany(sentence => sentence.Citations).ToHashSet();
        return new AnswerJson(
            question,
            WriteInstant(asOf),
            answer.IsSupported,
            AnswerText.Of(answer),
            answer.Short,
            [.. sentences.Select(sentence => new Sentence(sentence.Text, sentence.Citations)
            {
                Lead = sentence.Lead == SentenceLead.None ? null : AnswerText.Lead(answer, sentence),
            })],
            [.. answer.Citations.Where(citation => used.Contains(citation.Number)).Select(Source.From)],
            [.. answer.Nearest.Select(From)],
            answer.Reason,
            Math.Round(elapsed.TotalMilliseconds, 3),
            answer.Tier switch { AnswerTier.Sure => "sure", AnswerTier.Unsure => "unsure", _ => "none" },
            Math.Round(probability, 4),
            [.. answer.Corrections.Select(word => new Correction(word.From, word.To))],
            answer.Verdict switch { true => "yes", false => "no", null => null })
        {
            Unverified = answer.IsUnverified,
            SearchedAs = answer.SearchedAs,
        };
    }

    /// <summary>The contract's form of a reply.</summary>
    public static AnswerJson From(string question, Reply reply) =>
        From(question, reply.Question.AsOf, reply.Answer, reply.Composition?.Support ?? 0, reply.Elapsed);

    /// <summary>One line of JSON; quotation marks and letters of every script stay as they are.</summary>
    public string Write() => JsonSerializer.Serialize(this, PrintedJson.Readable.AnswerJson);

    /// <summary>A date when the time of day is midnight, else an instant to the second, ISO 8601 in UTC.</summary>
    public static string? WriteDate(DateTimeOffset? date) => date switch
    {
        null => null,
        { UtcDateTime.TimeOfDay.Ticks: 0 } day => day.UtcDateTime.ToString("yyyy-MM-dd"),
        { } instant => WriteInstant(instant),
    };

    /// <summary>An instant to the second, ISO 8601 in UTC.</summary>
    public static string WriteInstant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static Coverage From(ArticleRevision revision)
    {
        var article = revision.Article;
        return new Coverage(article.Id, article.Title, article.Url, article.Source, WriteDate(article.PublishedAt));
    }
}
