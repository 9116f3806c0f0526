using System.Text.RegularExpressions;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Overviews;

/// <summary>The sentences of an article that report something: no captions, labels, orders, notes or leftovers of a page.</summary>
internal static partial class ReportedSentences
{
    private const int MaxStartChars = 3_000;
    private const int MaxChars = 20_000;

    // A sentence that leans on others still tells something behind them.
    private const double LeastForm = 0.05;
    private const double AloneForm = 0.3;

    /// <summary>Those of the article's beginning, in order; the first of them stands alone.</summary>
    public static IEnumerable<Citation> OfStart(ArticleRevision revision) =>
        Read(revision, MaxStartChars, _ => true).SkipWhile(citation => PronounLed.IsMatch(citation.Quote));

    /// <summary>Those of the whole article that are wanted, in order.</summary>
    /// <param name="revision">The article.</param>
    /// <param name="isWanted">Asked of each sentence before it is looked at more closely.</param>
    public static IEnumerable<Citation> Of(ArticleRevision revision, Predicate<string> isWanted) => Read(revision, MaxChars, isWanted);

    /// <summary>Whether a sentence that was chosen for what it says may be told.</summary>
    public static bool IsReport(Citation sentence) =>
        FormOf(sentence.Quote) > 0 && !IsAboutItself(sentence.Quote) && !IsOfPage(sentence.Revision.Article.Body, sentence.Span);

    /// <summary>Whether a sentence says what it says without those before it.</summary>
    public static bool StandsAlone(string sentence) => FormOf(sentence) >= AloneForm;

    private static IEnumerable<Citation> Read(ArticleRevision revision, int maxChars, Predicate<string> isWanted)
    {
        var body = revision.Article.Body;
        foreach (var sentence in SentenceSplitter.Split(body, new TextSpan(0, Math.Min(body.Length, maxChars))))
        {
            // A sentence that the limit cut is none.
            if (sentence.End == maxChars && body.Length > maxChars)
                yield break;
            var span = SentenceForm.WithoutDateline(body, sentence);
            var text = span.In(body);
            if (isWanted(text) && FormOf(text) >= LeastForm && !IsAboutItself(text) && !InstructionText.IsMatch(text) && !IsOfPage(body, sentence))
                yield return new Citation(1, revision, span);
        }
    }

    private static bool IsAboutItself(string sentence) => Label().IsMatch(sentence) || NoteText.IsMatch(sentence);

    private static bool IsOfPage(string body, TextSpan sentence) => PageRemnant.IsMatch(body, sentence) || PageRemnant.IsHeading(body, sentence);

    private static double FormOf(string sentence) => SentenceForm.Of(string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), hasName: true);

    /// <summary>'Based on: …', 'Correction: …', '— Recommendations are …'.</summary>
    [GeneratedRegex(@"^[-–—•*]|^\p{Lu}\p{Ll}+(?: \p{Ll}+){0,2}: ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Label();
}
