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
        return MissingName(question, reader, nearby) is { } missing ? new Refusal(RefusalKind.NameMissing, missing.In(question.Text)) : new Refusal(RefusalKind.NotSaid);
    }

    /// <summary>Whether a name of the question stands nowhere in the articles of the sentences: 'how did the two escape from Attica' and another prison's report.</summary>
    public static bool LacksName(Question question, EvidenceReader reader, IReadOnlyList<SentenceCandidate> chosen) =>
        chosen.Count > 0
        && MissingName(question, reader, chosen.Aggregate(0UL, (all, candidate) => all | candidate.MatchedInArticle)) is { } name
        && name.Start >= question.ContextLength;

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

    /// <summary>The first name of the question none of whose words is among those matched; null for none.</summary>
    private static TextSpan? MissingName(Question question, EvidenceReader reader, ulong matched)
    {
        foreach (var name in question.Names)
        {
            if (reader.IsMissing(name, matched))
                return name;
        }

        return null;
    }
}
