using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Overviews;

/// <summary>How much of a topic an article has, by the weight of the topic's words.</summary>
/// <param name="Title">The share that its title has, 0 to 1.</param>
/// <param name="Lead">The share that its title and its beginning have, 0 to 1.</param>
/// <param name="Whole">The share that it has anywhere, 0 to 1.</param>
/// <param name="Missing">The first name of the topic of which it has no word, as the topic has it; null when it has all.</param>
public sealed record TopicCoverage(double Title, double Lead, double Whole, string? Missing)
{
    /// <summary>How much of an article is its beginning, in UTF-16 units.</summary>
    public const int LeadChars = 700;

    private const int MaxChars = 20_000;

    /// <summary>Reads an article.</summary>
    /// <param name="topic">What an overview is wanted of.</param>
    /// <param name="article">A candidate.</param>
    /// <param name="rarity">How rare a term is in the archive, 0 or more.</param>
    public static TopicCoverage Of(Question topic, Article article, Func<string, double> rarity)
    {
        var title = TermsOf(article.Title);
        List<Term> lead = [.. title, .. TermsOf(Start(article.Body, LeadChars))];
        List<Term> whole = [.. lead, .. TermsOf(Start(article.Body, MaxChars))];
        var held = HeldOf(topic, whole);
        var missing = topic.Names
            .Where(name => topic.Terms.Where(term => name.Overlaps(term.Span)).ToList() is { Count: > 0 } terms && !terms.Exists(held.Contains))
            .Select(name => name.In(topic.Text))
            .FirstOrDefault();
        return new TopicCoverage(ShareIn(topic, title, rarity), ShareIn(topic, lead, rarity), ShareIn(topic, whole, rarity), missing);
    }

    /// <summary>The share of a topic that a text has.</summary>
    public static double ShareIn(Question topic, string text, Func<string, double> rarity) => ShareIn(topic, TermsOf(text), rarity);

    private static double ShareIn(Question topic, List<Term> words, Func<string, double> rarity)
    {
        var held = HeldOf(topic, words);
        var weighed = topic.Terms.Select(term => (Term: term, Weight: term.Weight * rarity(term.Text))).ToList();
        return weighed.Where(term => held.Contains(term.Term)).Sum(term => term.Weight) / Math.Max(weighed.Sum(term => term.Weight), 1e-9);
    }

    /// <summary>The words of a topic that a text has, in this form or another.</summary>
    private static HashSet<QuestionTerm> HeldOf(Question topic, List<Term> words)
    {
        var terms = words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. topic.Terms.Where(term => terms.Contains(term.Text) || (!term.IsName && RelatedWords.Of(term.Text).Any(terms.Contains))),
            .. topic.Aliases.Where(name => name.IsIn(words)).SelectMany(name => topic.Terms.Where(term => name.Span.Contains(term.Span))),
        ];
    }

    private static string Start(string text, int length) => text[..Math.Min(text.Length, length)];

    private static List<Term> TermsOf(string text)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(text, terms);
        return terms;
    }
}
