using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Says why the archive does not support an answer.</summary>
internal static class RefusalReason
{
    /// <summary>An article that has less of the question than this, by the weight of its words, is on something else.</summary>
    private const double LeastShare = 0.4;

    /// <summary>The rarity of a word that says by itself what an article is on: one passage in 70 has it.</summary>
    private const double LeastRarity = 4.2;

    /// <summary>The reason.</summary>
    public static Refusal For(Question question, EvidenceReader reader, IReadOnlyList<SentenceCandidate> chosen)
    {
        if (chosen.Count == 0)
            return new Refusal(RefusalKind.NothingFound);
        var nearby = chosen.Aggregate(0UL, (all, candidate) => all | candidate.MatchedNearby);
        foreach (var name in question.Names)
        {
            if (reader.IsMissing(name, nearby))
                return new Refusal(RefusalKind.NameMissing, name.In(question.Text));
        }

        return new Refusal(RefusalKind.NotSaid);
    }

    /// <summary>
    /// Whether a name of the question itself stands nowhere in the articles of the sentences: 'how did the two escape from Attica' and another prison's report. 'Nordic' of
    /// 'which Nordic country' tells the kind of the answer, and the report need not say it.
    /// </summary>
    public static bool LacksName(Question question, EvidenceReader reader, IReadOnlyList<SentenceCandidate> chosen)
    {
        var matched = chosen.Aggregate(0UL, (all, candidate) => all | candidate.MatchedInArticle);
        return chosen.Count > 0
            && question.Names.Any(name => name.Start >= question.ContextLength && reader.IsMissing(name, matched) && !IsOfFocus(question, name));
    }

    private static bool IsOfFocus(Question question, TextSpan name) =>
        question.FocusTerm is { } focus && question.Terms.Any(term => term.Text == focus && term.Span.Start == name.End + 1);

    /// <summary>Whether the article of the best sentence has little of the question, and the passage nothing rare of it: 'who won the chess cup?' and some other winner.</summary>
    public static bool IsFar(EvidenceReader reader, IReadOnlyList<SentenceCandidate> chosen)
    {
        if (chosen.Count == 0)
            return false;
        var nearby = chosen
            .Where(candidate => candidate.Reading.Revision.RevisionId == chosen[0].Reading.Revision.RevisionId)
            .Aggregate(0UL, (all, candidate) => all | candidate.MatchedNearby);
        return Math.Max(reader.Share(nearby), reader.Passages[chosen[0].PassageRank].ArticleShare) < LeastShare && reader.HeaviestHeld(nearby) < LeastRarity;
    }
}
