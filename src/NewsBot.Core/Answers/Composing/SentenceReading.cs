using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>A sentence with the results of text analysis; each is computed when it is first asked for.</summary>
internal sealed class SentenceReading(ArticleRevision revision, TextSpan span, TermAnalyzer analyzer)
{
    /// <summary>The longest line of names, in UTF-16 units.</summary>
    private const int MaxNameAlone = 120;

    private List<Term>? terms;
    private List<NameMention>? names;
    private List<Quantity>? quantities;
    private List<DateMention>? dates;
    private List<GazetteerMention>? mentions;

    /// <summary>Those of some sentences of an article that are of its report; what the page puts between them is left out.</summary>
    public static List<SentenceReading> OfReport(ArticleRevision revision, List<TextSpan> sentences, TermAnalyzer analyzer) =>
        [.. sentences.Where(sentence => !PageRemnant.IsMatch(revision.Article.Body, sentence)).Select(sentence => new SentenceReading(revision, sentence, analyzer))];

    /// <summary>Whether an answer quotes it, or some of it, already.</summary>
    public bool IsIn(CitedPassage said) => said.RevisionId == revision.RevisionId && span.Overlaps(new TextSpan(said.Start, said.End));

    /// <summary>A stretch of the sentence as a stretch of the body.</summary>
    public TextSpan InBody(TextSpan stretch) => new(span.Start + stretch.Start, span.Start + stretch.End);

    /// <summary>Another sentence of the same article.</summary>
    public SentenceReading At(TextSpan other) => new(revision, other, analyzer);

    public ArticleRevision Revision => revision;

    public string Body => revision.Article.Body;

    public TextSpan Span => span;

    public string Text => span.In(Body);

    public List<Term> Terms
    {
        get
        {
            if (terms is null)
                analyzer.Analyze(Body.AsSpan(span.Start, span.Length), terms = [], span.Start);
            return terms;
        }
    }

    public List<NameMention> Names => names ??= NameFinder.Find(Body, span);

    /// <summary>Whether it has nothing but names, as the line of an author.</summary>
    public bool IsNameAlone => Text.Length <= MaxNameAlone
        && Terms.TrueForAll(word => word.IsStopWord || Names.Exists(name => name.Span.Contains(new TextSpan(word.Start, word.End))));

    public List<Quantity> Quantities => quantities ??= QuantityFinder.Find(Body, span);

    public List<DateMention> Dates => dates ??= DateFinder.Find(
        Body, span, revision.Article.PublishedAt is { } published ? DateOnly.FromDateTime(published.UtcDateTime) : null);

    public List<GazetteerMention> Mentions => mentions ??= Gazetteer.Scan(Body, span);
}
