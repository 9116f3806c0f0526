using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Answering;
using NewsBot.Cli.Evaluation;
using NewsBot.Core.Answers;
using NewsBot.Core.Retrieval;
using NewsBot.Json;
using NewsBot.Models;

namespace NewsBot.Cli;

/// <summary><c>newsbot eval QUESTIONS.jsonl</c>: measures retrieval, answers and refusals over known questions.</summary>
/// <param name="answerer">Who answers.</param>
/// <param name="searcher">Tells the articles found from the passages.</param>
/// <param name="archive">Opened before the first question.</param>
/// <param name="time">Says when a line of progress is due.</param>
/// <param name="model">The model of the settings; null where none is configured.</param>
internal sealed class EvalCommand(IQuestionAnswerer answerer, ArchiveSearcher searcher, ArchiveOpening archive, TimeProvider time, KernelLanguageModel? model = null)
{
    private const int DefaultCount = 10;
    private const int MaxCount = 1_000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CommandHost host)
    {
        var questions = new Argument<string?>("QUESTIONS.jsonl")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "One object a line: id, question, asked_at?, answers?, articles?, answerable?, kind?, gold?, nuggets?, after?, yesno?.",
        };
        var count = NumberOption.Count("-k", "How many retrieved passages to write a question.", DefaultCount, MaxCount);
        var results = new Option<string?>("--out") { Description = "Where to write one result a line.", HelpName = "RESULTS.jsonl" };
        var plot = new Option<string?>("--plot") { Description = "Where to draw how well the probabilities of the replies hold.", HelpName = "FILE.svg" };
        var written = new Option<bool>("--written") { Description = "The configured language model words the answers, as for people; without it, none is asked." };
        var faithfulness = new Option<string?>("--faithfulness")
        {
            Description = "Instead of questions: labelled sentences with their passages, to measure what the check of written answers drops and shows.",
            HelpName = "SENTENCES.jsonl",
        };
        var verify = new Option<bool>("--verify") { Description = "With --faithfulness: the configured language model judges the sentences, too." };
        var command = new VerbCommand(
            "eval",
            "Asks every question of a file and prints what the answers were worth.",
            "newsbot eval questions.jsonl --out results.jsonl",
            "newsbot eval questions.jsonl --plot reliability.svg",
            "newsbot eval questions.jsonl --written",
            "newsbot eval --faithfulness sentences.jsonl --verify")
        {
            questions,
            count,
            results,
            plot,
            written,
            faithfulness,
            verify,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(questions) is null) == (result.GetValue(faithfulness) is null))
                result.AddError("Either QUESTIONS.jsonl or --faithfulness is wanted.");
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(faithfulness) is { } sentences
            ? host.RunAsync<FaithfulnessRun>(parsed, (work, context, token) => work.RunAsync(context, sentences, parsed.GetValue(verify), token), cancellationToken)
            : host.RunAsync<EvalCommand>(
                parsed,
                (work, context, token) => work.RunAsync(
                    context, parsed.GetValue(questions)!, parsed.GetValue(count), parsed.GetValue(results), parsed.GetValue(plot), parsed.GetValue(written), token),
                cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(
        CommandContext context, string path, int count, string? results, string? plot, bool isWritten, CancellationToken cancellationToken)
    {
        if (isWritten && model is null)
        {
            await context.Error.WriteLineAsync("Llm:Model is missing: it names the language model that --written asks.");
            return ExitCode.Failed;
        }

        if ((OutFile.FindProblem(results) ?? OutFile.FindProblem(plot)) is { } problem)
        {
            await context.Error.WriteLineAsync(problem);
            return ExitCode.Failed;
        }

        var questions = await EvalQuestion.ReadAsync(path, cancellationToken);
        var conversation = new EvalConversation(path, questions, answerer, isWritten);
        await archive.OpenAsync(context, cancellationToken);
        var said = time.GetTimestamp();
        var table = new EvalTable();
        var writer = results is null ? null : new StreamWriter(results);
        await using (writer)
        {
            foreach (var (done, question) in questions.Index())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (time.GetElapsedTime(said) >= IngestDisplay.LineInterval)
                {
                    said = time.GetTimestamp();
                    await context.Error.WriteLineAsync($"asked {done:N0} of {questions.Count:N0} questions");
                }

                var reply = await conversation.AskAsync(question, cancellationToken);
                var retrieved = await searcher.HitsAsync(reply.Ranked, count, cancellationToken);
                var score = ReplyScore.Of(question, reply, retrieved);
                table.Add(reply, retrieved, score);
                if (writer is not null)
                    await writer.WriteLineAsync(Line(reply, retrieved, score));
            }
        }

        foreach (var line in table.Lines())
            await context.Output.WriteLineAsync(line);
        if (plot is not null)
            await File.WriteAllTextAsync(plot, ReliabilityPlot.Draw(table.Reliability), cancellationToken);
        return ExitCode.Done;
    }

    private static string Line(Reply reply, IReadOnlyList<SearchHit> retrieved, ReplyScore score)
    {
        var question = score.Question;
        var line = JsonNode.Parse(AnswerJson.From(question.Text, reply).Write())!.AsObject();
        line.Insert(0, "id", question.Id);
        line["retrieved"] = new JsonArray([.. retrieved.Select(hit => new JsonObject
        {
            ["articleId"] = hit.Revision.Article.Id,
            ["start"] = hit.Passage.Start,
            ["end"] = hit.Passage.End,
        })]);
        line["candidate"] = new JsonObject
        {
            ["text"] = ReplyScore.TextOf(ReplyScore.Candidate(reply)),
            ["short"] = reply.Composition?.CandidateShort,
        };
        line["askedAs"] = reply.Question.Text;
        line["kind"] = question.Kind;
        line["wouldBeRight"] = score.WouldBeRight;
        line["right"] = score.IsRight;
        if (reply.Draft is { } draft)
            line["written"] = draft.Fallback is { } reason ? WrittenTable.NameOf(reason) : "yes";
        return line.ToJsonString(Readable);
    }
}
