using NewsBot.Cli.Evaluation;
using NewsBot.Core.Answers.Checking;

namespace NewsBot.Cli;

/// <summary><c>newsbot eval --faithfulness SENTENCES.jsonl</c>: what the check of written answers drops and shows, over labelled sentences.</summary>
internal sealed class FaithfulnessRun
{
    /// <summary>Judges each sentence by the gates alone, with recorded verdicts where the file has some.</summary>
    public async Task<int> RunAsync(CommandContext context, string path, CancellationToken cancellationToken)
    {
        var sentences = await LabelledSentence.ReadAsync(path, cancellationToken);
        var gates = new FaithfulnessTable("gates alone");
        var recorded = new FaithfulnessTable("gates and the recorded verdicts");
        foreach (var sentence in sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fault = SentenceGates.FindFault(sentence.Text, sentence.Passages);
            gates.Add(sentence, fault);
            if (sentence.Recorded is { } isStated)
                recorded.Add(sentence, fault ?? (isStated ? null : new SentenceFault(FaultKind.NotStated, "the recorded verdict is that it is not stated")));
        }

        foreach (var line in gates.Wrong())
            await context.Error.WriteLineAsync(line);
        foreach (var line in gates.Lines())
            await context.Output.WriteLineAsync(line);
        if (sentences.Any(sentence => sentence.Recorded is not null))
        {
            foreach (var line in recorded.Lines())
                await context.Output.WriteLineAsync(line);
        }

        return ExitCode.Done;
    }
}
