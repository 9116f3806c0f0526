using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>
/// What is certain about a sentence without a model: quotations letter by letter, numbers and days by value, names by their forms, plain denials, and one place changed in a
/// sentence that is the passage's otherwise.
/// </summary>
/// <remarks>A sentence that passes may still be false; whether its passages state it is for the verifying model to say.</remarks>
public static class SentenceGates
{
    /// <summary>The first fault of a sentence; null when it passes.</summary>
    /// <param name="sentence">One sentence without the marks of its passages.</param>
    /// <param name="passages">What it rests on; at least one.</param>
    public static SentenceFault? FindFault(string sentence, IReadOnlyList<GatePassage> passages) =>
        FindFault(sentence, [.. passages.Select(passage => new GateEvidence(passage))]);

    /// <inheritdoc cref="FindFault(string, IReadOnlyList{GatePassage})"/>
    /// <param name="sentence">One sentence without the marks of its passages.</param>
    /// <param name="evidence">What it rests on; at least one.</param>
    internal static SentenceFault? FindFault(string sentence, IReadOnlyList<GateEvidence> evidence)
    {
        if (MarkupText.IsMatch(sentence))
            return new SentenceFault(FaultKind.Markup, "it has an address, a mark-up or a sign of control");
        if (InstructionText.IsMatch(sentence))
            return new SentenceFault(FaultKind.Instruction, "it is a question or an order");
        var said = new GateText(sentence, evidence.Select(one => one.Passage.Day).FirstOrDefault(day => day is not null));
        var aligned = new Lazy<IReadOnlyList<(GateText, Alignment)>>(() => Alignment.OfAll(said, evidence));
        return QuotationGate.FindFault(said, evidence)
            ?? NumberGate.FindFault(said, evidence)
            ?? DateGate.FindFault(said, evidence)
            ?? NameGate.FindFault(said, evidence)
            ?? NegationGate.FindFault(said, evidence)
            ?? SlotGate.FindFault(said, evidence, aligned.Value)
            ?? RoleGate.FindFault(said, evidence, aligned.Value)
            ?? AllegationGate.FindFault(said, evidence)
            ?? CauseGate.FindFault(said, evidence)
            ?? WordingGate.FindFault(said, evidence);
    }

    /// <summary>Words of caution, denial or attribution that the nearest sentences of the passages have and the sentence lacks.</summary>
    internal static IReadOnlyList<string> FindCautions(string sentence, IReadOnlyList<GateEvidence> evidence) =>
        CautionWords.Lost(new GateText(sentence, day: null), evidence);
}
