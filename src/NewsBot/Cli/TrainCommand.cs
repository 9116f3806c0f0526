using System.CommandLine;
using System.Globalization;
using NewsBot.Archive;
using NewsBot.Cli.Evaluation;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Retrieval;

namespace NewsBot.Cli;

/// <summary><c>newsbot train QUESTIONS.jsonl</c>: fits the composer's weights to known questions.</summary>
internal sealed class TrainCommand(IArticleStore store, ArchiveIndex index, RankingWeights ranking, ArchiveOpening archive, TimeProvider time, IWindowReader? reader = null)
{
    private const double DefaultRefused = 0.7;
    private const double DefaultShortPrecision = 0.75;

    public static Command Create(CommandHost host)
    {
        var questions = new Argument<string[]>("QUESTIONS.jsonl")
        {
            Description = "One object a line: question, asked_at, answers, articles, answerable. Several files count alike.",
            Arity = ArgumentArity.OneOrMore,
        };
        var weights = new Option<string?>("--out") { Description = "Where to write the weights; standard output by default.", HelpName = "WEIGHTS.json" };
        var refused = NumberOption.Share("--refused", "The share of unanswerable questions to refuse.", DefaultRefused);
        var precision = NumberOption.Share("--short-precision", "The share of the short answers shown that is to be right.", DefaultShortPrecision);
        var command = new VerbCommand(
            "train",
            "Fits the weights of the extractive composer to questions with known answers.",
            "newsbot train questions.jsonl --out weights.json")
        {
            questions,
            weights,
            refused,
            precision,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<TrainCommand>(
            parsed,
            (work, context, token) => work.RunAsync(
                context, parsed.GetValue(questions)!, parsed.GetValue(weights), parsed.GetValue(refused), parsed.GetValue(precision), token),
            cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(
        CommandContext context, string[] paths, string? weightsPath, double refused, double shortPrecision, CancellationToken cancellationToken)
    {
        if (OutFile.FindProblem(weightsPath) is { } problem)
        {
            await context.Error.WriteLineAsync(problem);
            return ExitCode.Failed;
        }

        var files = new List<IReadOnlyList<EvalQuestion>>();
        foreach (var path in paths)
            files.Add(await EvalQuestion.ReadAsync(path, cancellationToken));
        await archive.OpenAsync(context, cancellationToken);
        var set = new TrainingSet(store, index, ranking, time, reader);
        foreach (var (number, questions) in files.Index())
        {
            foreach (var question in questions.OrderBy(question => question.AskedAt))
                await set.AddAsync(question, number, cancellationToken);
        }

        if (set.Count == 0)
        {
            await context.Error.WriteLineAsync($"{string.Join(", ", paths)}: no question has answers and articles of this archive; there is nothing to learn from.");
            return ExitCode.Failed;
        }

        var result = set.Train(refused, shortPrecision);
        await context.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"examples {set.Count}; unseen: reply right {(double)result.RightReplies / result.Replies:.000} of {result.Replies}, "
            + $"at {refused:0.00} of {result.Unanswerable} refused: answered {(double)result.Answered / result.Replies:.000}, "
            + $"right {(double)result.RightAnswered / Math.Max(1, result.Answered):.000}"));
        if (weightsPath is null)
            await context.Output.WriteAsync(result.Model.ToJson());
        else
            await File.WriteAllTextAsync(weightsPath, result.Model.ToJson(), cancellationToken);
        return ExitCode.Done;
    }
}
