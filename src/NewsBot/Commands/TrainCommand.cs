using System.CommandLine;
using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Evaluation;

namespace NewsBot.Commands;

/// <summary><c>newsbot train QUESTIONS.jsonl</c>: fits the composer's weights to known questions.</summary>
internal static class TrainCommand
{
    private const double DefaultRefused = 0.83;
    private const double DefaultShortPrecision = 0.75;

    /// <summary>The command.</summary>
    public static Command Create(CommandHost host)
    {
        var questions = new Argument<string[]>("QUESTIONS.jsonl")
        {
            Description = "One object a line: question, asked_at, answers, articles, answerable. Several files count alike.",
            Arity = ArgumentArity.OneOrMore,
        };
        var weights = new Option<string?>("--out") { Description = "Where to write the weights; standard output by default.", HelpName = "WEIGHTS.json" };
        var refused = Share("--refused", "The share of unanswerable questions to refuse.", DefaultRefused);
        var precision = Share("--short-precision", "The share of the short answers shown that is to be right.", DefaultShortPrecision);
        var command = new Command(
            "train",
            """
            Fits the weights of the extractive composer to questions with known answers.

            Example:
              newsbot train questions.jsonl --out weights.json
            """)
        {
            questions,
            weights,
            refused,
            precision,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(
            parsed,
            (context, token) => RunAsync(
                context, parsed.GetValue(questions)!, parsed.GetValue(weights), parsed.GetValue(refused), parsed.GetValue(precision), token),
            cancellationToken));
        return command;
    }

    private static Option<double> Share(string name, string description, double standard)
    {
        var option = new Option<double>(name) { Description = description, HelpName = "SHARE", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (> 0 and < 1))
                result.AddError($"{name} takes a number between 0 and 1.");
        });
        return option;
    }

    private static async Task<int> RunAsync(
        CommandContext context, string[] paths, string? weightsPath, double refused, double shortPrecision, CancellationToken cancellationToken)
    {
        await ArchiveOpening.OpenAsync(context, cancellationToken);
        var set = new TrainingSet(
            context.Services.GetRequiredService<IArticleStore>(),
            context.Services.GetRequiredService<IArchiveIndex>(),
            context.Services.GetRequiredService<RankingWeights>(),
            context.Services.GetRequiredService<TimeProvider>());
        foreach (var (number, path) in paths.Index())
        {
            foreach (var question in EvalQuestion.Read(path).OrderBy(question => question.AskedAt))
                await set.AddAsync(question, number, cancellationToken);
        }

        if (set.Count == 0)
        {
            await context.Error.WriteLineAsync($"{string.Join(", ", paths)}: no question has answers and articles; there is nothing to learn from.");
            return CommandLine.Failed;
        }

        var result = set.Train(refused, shortPrecision);
        await context.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"examples {set.Count}; unseen: reply right {(double)result.RightReplies / result.Replies:.000} of {result.Replies}, at {refused:0.00} of {result.Unanswerable} refused: answered {(double)result.Answered / result.Replies:.000}, right {(double)result.RightAnswered / Math.Max(1, result.Answered):.000}"));
        if (weightsPath is null)
            await context.Output.WriteAsync(result.Model.ToJson());
        else
            await File.WriteAllTextAsync(weightsPath, result.Model.ToJson(), cancellationToken);
        return CommandLine.Done;
    }
}
