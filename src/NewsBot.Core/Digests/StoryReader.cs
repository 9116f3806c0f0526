using System.Runtime.InteropServices;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Digests;

/// <summary>Reads what an article says of its event: one thread at a time.</summary>
internal sealed class StoryReader
{
    // News tells what happened first; what is deeper down is background, and other events.
    private const int MaxReadChars = 6_000;
    private const int LeadSentences = 5;

    // An article has about three passages of those that TermRarity counts.
    private const int PassagesOfArticle = 3;
    private const float MostShare = 0.9f;
    private const float ShareOfPairs = 2e-4f;

    private readonly List<Term> terms = [];
    private readonly Dictionary<ulong, StoryFeature> features = [];

    /// <summary>The article's evidence, each feature once, in the order of their keys.</summary>
    public StoryFeature[] Read(Article article)
    {
        features.Clear();
        terms.Clear();
        var analyzer = TermAnalyzer.OfThisThread;
        analyzer.Analyze(article.Title, terms);
        foreach (var term in terms)
        {
            if (!term.IsStopWord)
                Count(StoryEvidence.Lead, term.Text);
        }

        var body = article.Body;
        var sentences = SentenceSplitter.Split(body, new TextSpan(0, Math.Min(body.Length, MaxReadChars)));
        string? before = null;
        foreach (var (number, sentence) in sentences.Index())
        {
            terms.Clear();
            analyzer.Analyze(sentence.In(body), terms, sentence.Start);
            var names = NameFinder.Find(body, sentence);
            var name = 0;
            foreach (var term in terms)
            {
                if (term.IsStopWord)
                    continue;
                if (number < LeadSentences)
                    Count(StoryEvidence.Lead, term.Text);
                while (name < names.Count && names[name].Span.End < term.End)
                    name++;
                if (name < names.Count && names[name].Span.Start <= term.Start)
                    CountName(names[name].Kind, term.Text);
                if (term.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
                    Count(StoryEvidence.Numbers, term.Text);
                if (before is not null)
                    CountPair(before, term.Text);
                before = term.Text;
            }
        }

        var result = features.Values.ToArray();
        Array.Sort(result, (a, b) => a.Key.CompareTo(b.Key));
        return result;
    }

    private void CountName(NameKind kind, string term)
    {
        Count(StoryEvidence.Names, term);
        if (kind == NameKind.Person)
            Count(StoryEvidence.Persons, term);
        else if (kind == NameKind.Place)
            Count(StoryEvidence.Places, term);
    }

    private void Count(StoryEvidence evidence, string term)
    {
        ref var feature = ref Find(Hash(Hash((ulong)evidence + 1, term), ""), out var known);
        feature = known
            ? feature with { Count = feature.Count + 1 }
            : feature with { Evidence = evidence, Count = 1, Share = (float)Math.Min(MostShare, PassagesOfArticle * TermRarity.ShareOfPassages(term)) };
    }

    private void CountPair(string first, string second)
    {
        ref var feature = ref Find(Hash(Hash((ulong)StoryEvidence.Pairs + 1, first), second), out var known);
        feature = known
            ? feature with { Count = feature.Count + 1 }
            : feature with { Evidence = StoryEvidence.Pairs, Count = 1, Share = ShareOfPairs };
    }

    private ref StoryFeature Find(ulong key, out bool known)
    {
        ref var feature = ref CollectionsMarshal.GetValueRefOrAddDefault(features, key, out known);
        if (!known)
            feature = new StoryFeature(key, default, default, default);
        return ref feature;
    }

    /// <summary>FNV-1a over UTF-16 units, which does not differ from run to run as the framework's hash does; ends with a mark no word holds.</summary>
    private static ulong Hash(ulong hash, string text)
    {
        const ulong prime = 1099511628211;
        if (hash <= (ulong)StoryEvidence.Pairs + 1)
            hash = (14695981039346656037 ^ hash) * prime;
        foreach (var c in text)
            hash = (hash ^ c) * prime;
        return (hash ^ ' ') * prime;
    }
}
