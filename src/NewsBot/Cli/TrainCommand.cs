using System.CommandLine;
using System.Globalization;
using NewsBot.Archive;
using NewsBot.Cli.Evaluation;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Training;
using NewsBot.Core.Retrieval;

namespace NewsBot.Cli;

/// <summary><c>newsbot train QUESTIONS.jsonl</c>: fits the composer's weights to known questions.</summary>
internal sealed class TrainCommand(
    IArticleStore store, ArchiveIndex index, RankingWeights ranking, ArchiveOpening archive, TimeProvider time, IWindowReader? reader = null)
{
    private const double DefaultRefused = 0.7;
    private const double DefaultQuoted = 0.4;
    private const double DefaultShortPrecision = 0.75;

    public static Command Create(CommandHost host)
    {
        var questions = new Argument<string[]>("QUESTIONS.jsonl")
        {
            Description = "One object a line, as for eval. FILE@FOLDER asks the questions of the archive in that folder. All archives count alike. "
                + "The first file decides what a probability means.",
            Arity = ArgumentArity.OneOrMore,
        };
        var weights = new Option<string?>("--out") { Description = "Where to write the weights; standard output by default.", HelpName = "WEIGHTS.json" };
        var refused = NumberOption.Share("--refused", "The share of unanswerable questions that get no sure answer.", DefaultRefused);
        var quoted = NumberOption.Share("--quoted", "The share of them that may get quotations as 'not sure'; used with local models.", DefaultQuoted);
        var precision = NumberOption.Share("--short-precision", "The share of the short answers shown that is to be right.", DefaultShortPrecision);
        var command = new VerbCommand(
            "train",
            "Fits the weights of the extractive composer to questions with known answers.",
            "newsbot train questions.jsonl --out weights.json")
        {
            questions,
            weights,
            refused,
            quoted,
            precision,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<TrainCommand>(
            parsed,
            (work, context, token) => work.RunAsync(
                context, host.App, [.. parsed.GetValue(questions)!.Select(QuestionFile.Parse)], parsed.GetValue(weights),
                trainer => trainer.Train(parsed.GetValue(refused), parsed.GetValue(precision), parsed.GetValue(quoted)), parsed.GetValue(refused), token),
            cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(
        CommandContext context, IAppBuilder app, IReadOnlyList<QuestionFile> files, string? weightsPath, Func<ComposerTrainer, TrainingResult> train, double refused,
        CancellationToken cancellationToken)
    {
        if (OutFile.FindProblem(weightsPath) is { } problem)
        {
            await context.Error.WriteLineAsync(problem);
            return ExitCode.Failed;
        }

        var sets = new List<IReadOnlyList<EvalQuestion>>();
        foreach (var file in files)
            sets.Add(await EvalQuestion.ReadAsync(file.Path, cancellationToken));
        var trainer = new ComposerTrainer(AnswerMatch.Equals, reader);
        var examples = 0;
        var archives = files.Select(file => file.Archive).Distinct().ToList();
        foreach (var (number, file) in files.Index())
        {
            var set = new ExampleSet(archives.IndexOf(file.Archive), IsCalibrating: number == 0);
            if (file.Archive is null)
            {
                examples += await AddAsync(context, trainer, sets[number], set, cancellationToken);
                continue;
            }

            using var other = app.BuildTool(file.Archive, context.Error);
            examples += await ActivatorUtilities.CreateInstance<TrainCommand>(other.Services).AddAsync(context, trainer, sets[number], set, cancellationToken);
        }

        if (examples == 0)
        {
            await context.Error.WriteLineAsync(
                $"{string.Join(", ", files.Select(file => file.Path))}: no question has answers and articles of this archive; there is nothing to learn from.");
            return ExitCode.Failed;
        }

        var result = train(trainer);
        await context.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"examples {examples}; unseen: reply right {(double)result.RightReplies / result.Replies:.000} of {result.Replies}, "
            + $"at {refused:0.00} of {result.Unanswerable} refused: answered {(double)result.Answered / result.Replies:.000}, "
            + $"right {(double)result.RightAnswered / Math.Max(1, result.Answered):.000}"));
        if (weightsPath is null)
            await context.Output.WriteAsync(result.Model.ToJson());
        else
            await File.WriteAllTextAsync(weightsPath, result.Model.ToJson(), cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>Takes the questions of a set that are asked of this archive.</summary>
    /// <returns>How many examples they gave.</returns>
    private async Task<int> AddAsync(
        CommandContext context, ComposerTrainer trainer, IReadOnlyList<EvalQuestion> questions, ExampleSet from, CancellationToken cancellationToken)
    {
        await archive.OpenAsync(context, cancellationToken);
        var set = new TrainingSet(trainer, store, index, ranking, time, reader);
        await set.AddAsync(questions, from, cancellationToken);
        return set.Count;
    }

    /// <summary>A file of questions.</summary>
    /// <param name="Path">Where it lies.</param>
    /// <param name="Archive">The folder of the archive that it is asked of; null for the command's own.</param>
    private sealed record QuestionFile(string Path, string? Archive)
    {
        /// <summary>Reads FILE or FILE@FOLDER; a file whose own name has an '@' is taken as it stands.</summary>
        public static QuestionFile Parse(string typed) =>
            !File.Exists(typed) && typed.LastIndexOf('@') is > 0 and var at ? new QuestionFile(typed[..at], typed[(at + 1)..]) : new QuestionFile(typed, null);
    }
}
