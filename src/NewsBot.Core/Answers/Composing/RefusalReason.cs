using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Says why the archive does not support an answer.</summary>
internal static class RefusalReason
{
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
}
