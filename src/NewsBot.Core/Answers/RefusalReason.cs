using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers;

/// <summary>Says in one sentence why the archive does not support an answer.</summary>
internal static class RefusalReason
{
    /// <summary>The sentence.</summary>
    public static string For(Question question, EvidenceReader reader, IReadOnlyList<SentenceCandidate> chosen)
    {
        if (chosen.Count == 0)
            return "The archive has nothing on this.";
        var nearby = chosen.Aggregate(0UL, (all, candidate) => all | candidate.MatchedNearby);
        foreach (var name in question.Names)
        {
            if (reader.IsMissing(name, nearby))
                return $"The archive does not say: what comes nearest does not mention {name.In(question.Text)}.";
        }

        return "The archive does not say: there is coverage that comes near, but nothing in it answers the question.";
    }
}
