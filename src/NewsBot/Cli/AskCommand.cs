using System.CommandLine;
using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Json;
using NewsBot.Models.Local;

namespace NewsBot.Cli;

/// <summary><c>newsbot ask "QUESTION"</c>: answers from the archive, with citations.</summary>
internal sealed class AskCommand(IQuestionAnswerer answerer, ArchiveOpening archive, LocalReader? reader = null)
{
    public static Command Create(CommandHost host)
    {
        var question = new Argument<string>("QUESTION") { Description = $"The question, at most {QuestionAnalyzer.MaxLength:N0} characters." };
        var asOf = AsOfOption.Create();
        var explain = new Option<bool>("--explain") { Description = "Also show how the answer came about." };
        var json = new Option<bool>("--json") { Description = "Print one line of JSON." };
        var command = new VerbCommand(
            "ask",
            "Answers a question from the archive; says so when the archive does not support an answer.",
            "newsbot ask \"When do the talks in Istanbul resume?\"",
            "newsbot ask --as-of 2023-04-05 \"Which country joined NATO this week?\"",
            "newsbot ask --json \"Who won best actor at the Oscars?\"")
        {
            question,
            asOf,
            explain,
            json,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<AskCommand>(
            parsed,
            (work, context, token) => work.RunAsync(
                context, parsed.GetValue(question) ?? "", parsed.GetValue(asOf), parsed.GetValue(explain), parsed.GetValue(json), token),
            cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(
        CommandContext context, string text, DateTimeOffset? asOf, bool explain, bool json, CancellationToken cancellationToken)
    {
        if (text.Length > QuestionAnalyzer.MaxLength)
        {
            await context.Error.WriteLineAsync(
                $"The question has {text.Length:N0} characters; at most {QuestionAnalyzer.MaxLength:N0} are read. Ask it shorter.");
            return ExitCode.WrongUsage;
        }

        // Two cores load the model and the archive at the same time.
        await Task.WhenAll(Task.Run(() => reader?.Load(), CancellationToken.None), archive.OpenAsync(context, cancellationToken));
        var reply = await answerer.AnswerAsync(AskedQuestion.On(text, asOf), cancellationToken);
        if (json)
            await context.Output.WriteLineAsync(AnswerJson.From(text, reply).Write());
        else
            AnswerView.Write(CommandConsole.For(context.Output), reply.Answer);
        if (explain)
            await ReplyExplanation.WriteAsync(json ? context.Error : context.Output, reply);
        return ExitCode.Done;
    }
}
