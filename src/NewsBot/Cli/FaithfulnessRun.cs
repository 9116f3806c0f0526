using NewsBot.Answering;
using NewsBot.Cli.Evaluation;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Text;
using NewsBot.Models;

namespace NewsBot.Cli;

/// <summary><c>newsbot eval --faithfulness SENTENCES.jsonl</c>: what the check of written answers drops and shows, over labelled sentences.</summary>
/// <param name="writer">The model of the settings; null where none is configured. It is asked without the limits of budget and repeats.</param>
/// <param name="verifier">The model that verifies, where that is another one.</param>
internal sealed class FaithfulnessRun(KernelLanguageModel? writer = null, VerifierModel? verifier = null)
{
    /// <summary>Judges each sentence by the gates alone, with recorded verdicts where the file has some, and with those of the configured model where they are wanted.</summary>
    /// <param name="context">Where to write.</param>
    /// <param name="path">The sentences.</param>
    /// <param name="asksModel">Whether the configured model judges, too.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<int> RunAsync(CommandContext context, string path, bool asksModel, CancellationToken cancellationToken)
    {
        var model = verifier?.Unguarded ?? writer;
        if (asksModel && model is null)
        {
            await context.Error.WriteLineAsync("Llm:Model is missing: it names the language model that --verify asks.");
            return ExitCode.Failed;
        }

        var sentences = await LabelledSentence.ReadAsync(path, cancellationToken);
        var gates = new FaithfulnessTable("gates alone");
        var recorded = new FaithfulnessTable("gates and the recorded verdicts");
        var passed = new List<LabelledSentence>();
        var faults = new Dictionary<LabelledSentence, SentenceFault?>();
        foreach (var sentence in sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fault = FaultOf(sentence);
            faults[sentence] = fault;
            gates.Add(sentence, fault);
            if (fault is null)
                passed.Add(sentence);
            if (sentence.Recorded is { } isStated)
                recorded.Add(sentence, fault ?? (isStated ? null : new SentenceFault(FaultKind.NotStated, "the recorded verdict is that it is not stated")));
        }

        await WriteAsync(context.Error, gates.Wrong());
        await WriteAsync(context.Output, gates.Lines());
        if (sentences.Any(sentence => sentence.Recorded is not null))
            await WriteAsync(context.Output, recorded.Lines());
        if (asksModel)
            await JudgeAsync(context, new LiveVerdicts(new DraftVerifier(model!)), sentences, passed, faults, cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>The first fault of its sentences: the claims of public sets have one or several.</summary>
    private static SentenceFault? FaultOf(LabelledSentence claim) => SentenceSplitter.Split(claim.Text)
        .Select(span => SentenceGates.FindFault(span.In(claim.Text).Trim(), claim.Passages)).FirstOrDefault(fault => fault is not null);

    /// <summary>Asks for verdicts on what passed the gates, and counts what is dropped and shown then.</summary>
    private static async Task JudgeAsync(
        CommandContext context, LiveVerdicts verdicts, IReadOnlyList<LabelledSentence> sentences, List<LabelledSentence> passed,
        Dictionary<LabelledSentence, SentenceFault?> faults, CancellationToken cancellationToken)
    {
        await foreach (var (sentence, verdict) in verdicts.AskAsync(passed, context.Error, cancellationToken))
            faults[sentence] = verdict;
        var live = new FaithfulnessTable("gates and the verdicts of the configured model");
        foreach (var sentence in sentences.Where(sentence => faults[sentence] is not null || verdicts.Has(sentence)))
            live.Add(sentence, faults[sentence]);
        await WriteAsync(context.Error, live.Wrong());
        await WriteAsync(context.Output, live.Lines());
        if (verdicts.Missing > 0)
            await context.Output.WriteLineAsync($"  without a verdict, and so left out: {verdicts.Missing:N0}");
    }

    private static async Task WriteAsync(TextWriter writer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            await writer.WriteLineAsync(line);
    }
}
