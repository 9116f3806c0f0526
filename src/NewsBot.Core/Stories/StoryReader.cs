using System.Runtime.InteropServices;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>Reads the evidence of an article about its event; for one thread at a time.</summary>
internal sealed class StoryReader
{
    // News comes first in an article; background and other events follow further down.
    private const int MaxReadChars = 3_000;
    private const int LeadSentences = 2;

    // An article has about three passages of those that TermRarity counts.
    private const int PassagesOfArticle = 3;
    private const float MostShare = 0.9f;

    private readonly List<Term> terms = [];
    private readonly Dictionary<ulong, StoryFeature> features = [];

    /// <summary>The article's evidence, each feature once, in the order of their keys.</summary>
    public StoryFeature[] Read(Article article)
    {
        features.Clear();
        var (title, body) = (article.Title, article.Body);
        // Where a source gives no title, the body's first line is both; it speaks once as a title and once as a sentence.
        var isOfBody = body.AsSpan().TrimStart().StartsWith(title.AsSpan().TrimEnd('…'), StringComparison.Ordinal);
        Read(title, new TextSpan(0, title.Length), isLead: true, isTold: !isOfBody);
        foreach (var (number, sentence) in SentenceSplitter.Split(body, new TextSpan(0, Math.Min(body.Length, MaxReadChars))).Index())
            Read(body, sentence, number < LeadSentences, isTold: true);

        var result = features.Values.ToArray();
        Array.Sort(result, (a, b) => a.Key.CompareTo(b.Key));
        return result;
    }

    private void Read(string text, TextSpan sentence, bool isLead, bool isTold)
    {
        terms.Clear();
        TermAnalyzer.OfThisThread.Analyze(sentence.In(text), terms, sentence.Start);
        var names = isTold ? NameFinder.Find(text, sentence) : [];
        var name = 0;
        foreach (var term in terms)
        {
            if (term.IsStopWord)
                continue;
            if (isLead)
                Count(StoryEvidence.Lead, term.Text);
            while (name < names.Count && names[name].Span.End < term.End)
                name++;
            if (name < names.Count && names[name].Span.Start <= term.Start)
            {
                Count(StoryEvidence.Names, term.Text);
                if (names[name].Kind == NameKind.Person)
                    Count(StoryEvidence.Persons, term.Text);
            }

            if (isTold && term.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
                Count(StoryEvidence.Numbers, term.Text);
        }
    }

    private void Count(StoryEvidence evidence, string term)
    {
        var key = Hash((ulong)evidence + 1, term);
        ref var feature = ref CollectionsMarshal.GetValueRefOrAddDefault(features, key, out var known);
        feature = known
            ? feature with { Count = (ushort)Math.Min(feature.Count + 1, ushort.MaxValue) }
            : new StoryFeature(key, evidence, (float)Math.Min(MostShare, PassagesOfArticle * TermRarity.ShareOfPassages(term)), 1);
    }

    /// <summary>FNV-1a over UTF-16 units, which does not differ from run to run as the framework's hash does.</summary>
    private static ulong Hash(ulong kind, string text)
    {
        const ulong prime = 1099511628211;
        var hash = (14695981039346656037 ^ kind) * prime;
        foreach (var c in text)
            hash = (hash ^ c) * prime;
        return hash;
    }
}
