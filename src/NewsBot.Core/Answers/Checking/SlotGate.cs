using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether a sentence that is close to one of its passages has something else in one place: another name, another number, the opposite, a 'not', a certainty.</summary>
/// <remarks>
/// The two are laid side by side. Only a place between words that both share is looked at, so a sentence in words of its own passes; what it says is for the verifying model.
/// </remarks>
internal static class SlotGate
{
    /// <summary>The least share of a sentence's telling words, names and values left out, that a sentence of the passage has in the same order.</summary>
    private const double LeastShare = 0.6;

    /// <summary>The least number of them.</summary>
    private const int LeastShared = 2;

    /// <summary>A sentence of the passage that shares nearly as much as the best one may be the one that is meant.</summary>
    private const double Rival = 0.8;

    /// <summary>The most words in a place: more is another statement.</summary>
    private const int MaxWords = 8;

    /// <summary>The fault; null when there is none.</summary>
    /// <param name="said">The written sentence.</param>
    /// <param name="evidence">What it rests on.</param>
    /// <param name="aligned">The sentence beside each of those that share a word with it.</param>
    public static SentenceFault? FindFault(
        GateText said, IReadOnlyList<GateEvidence> evidence, IReadOnlyList<(GateText Sentence, Alignment Alignment)> aligned)
    {
        if (aligned.Count == 0)
            return null;
        var most = aligned.Max(one => one.Alignment.Telling);
        var telling = said.Statement.Count(stem => !said.NameStems.Contains(stem));
        if (most < LeastShared || most < LeastShare * telling)
            return null;
        SentenceFault? fault = null;
        foreach (var (sentence, alignment) in aligned.Where(one => one.Alignment.Telling >= Rival * most).OrderByDescending(one => one.Alignment.Telling))
        {
            var found = FindFault(new Slots(said, sentence, alignment), evidence);
            if (found is null)
                return null;
            fault ??= found;
        }

        return fault;
    }

    private static SentenceFault? FindFault(Slots slots, IReadOnlyList<GateEvidence> evidence)
    {
        var gaps = slots.Alignment.Gaps.Where(gap => gap.IsSlot && gap.To - gap.From <= MaxWords && gap.ThereTo - gap.ThereFrom <= MaxWords).ToList();
        var other = gaps.Where(slots.IsElsewhereSame).Select(gap => slots.FindOther(gap, evidence)).OfType<SentenceFault>().ToList();

        // Two other names, or another name and another number, make it a statement about something else.
        var isOther = other.Count == 1 || (other.Count > 1 && slots.AreSwapped);
        return isOther ? other[0] : gaps.ConvertAll(slots.FindContrary).OfType<string>().Select(why => new SentenceFault(FaultKind.Negation, why)).FirstOrDefault();
    }
}
