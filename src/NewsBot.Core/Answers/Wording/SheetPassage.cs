using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>A passage that a language model may write from.</summary>
/// <param name="Id">What the model ties a sentence to.</param>
/// <param name="Revision">The revision that it is a passage of.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <remarks>Safe for use by several threads at once. What checks need of it is computed once, when it is first asked for.</remarks>
public sealed record SheetPassage(string Id, ArticleRevision Revision, TextSpan Span)
{
    private GateEvidence? gate;
    private IReadOnlyList<HashSet<string>>? stems;

    /// <summary>Its sentences that report something, in order; questions, orders, captions, notes and headings are left out.</summary>
    public IReadOnlyList<TextSpan> Evidence { get; } = [.. SentenceSplitter.Split(Revision.Article.Body, Span)
        .Where(sentence => sentence.In(Revision.Article.Body) is var text
            && !InstructionText.IsMatch(text) && !PageRemnant.IsMatch(Revision.Article.Body, sentence) && !PageRemnant.IsHeading(Revision.Article.Body, sentence))];

    /// <summary>The passage as a verifying model is asked about it; a title that is no report is not read.</summary>
    public GatePassage ToGate() => Gate.Passage;

    /// <summary>The same in the form in which the gates compare.</summary>
    internal GateEvidence Gate => gate ??= new GateEvidence(Read());

    /// <summary>The stems of each sentence of <see cref="Evidence"/>, in order.</summary>
    internal IReadOnlyList<HashSet<string>> Stems => stems ??= [.. Evidence.Select(sentence => QuoteFinder.Stems(sentence.In(Revision.Article.Body)))];

    /// <summary>Words of caution, denial or attribution that the nearest sentences of the passages have and the sentence lacks; for the verifying model to look at.</summary>
    /// <param name="sentence">One sentence without the marks of its passages.</param>
    /// <param name="passages">What it rests on.</param>
    public static IReadOnlyList<string> FindCautions(string sentence, IReadOnlyList<SheetPassage> passages) =>
        SentenceGates.FindCautions(sentence, [.. passages.Select(passage => passage.Gate)]);

    private GatePassage Read()
    {
        var article = Revision.Article;
        return new GatePassage(
            string.Join(' ', Evidence.Select(sentence => sentence.In(article.Body))),
            InstructionText.IsMatch(article.Title) ? "" : article.Title,
            article.Source,
            article.PublishedAt is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null);
    }
}
