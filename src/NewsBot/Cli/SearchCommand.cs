using System.CommandLine;
using NewsBot.Answering;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Json;

namespace NewsBot.Cli;

/// <summary><c>newsbot search "QUERY"</c>: the articles that come nearest, each with its best passage.</summary>
internal sealed class SearchCommand(ArchiveSearcher searcher, ArchiveOpening archive)
{
    private const int DefaultCount = 10;
    private const int MaxCount = 100;

    public static Command Create(CommandHost host)
    {
        var query = new Argument<string>("QUERY") { Description = $"Words or a question, at most {QuestionAnalyzer.MaxLength:N0} characters." };
        var asOf = AsOfOption.Create();
        var count = NumberOption.Count("-k", "How many articles at most.", DefaultCount, MaxCount);
        var json = new Option<bool>("--json") { Description = "Print one line of JSON a result." };
        var command = new VerbCommand(
            "search",
            "Finds the articles that come nearest to a query, each with its best passage.",
            "newsbot search \"marathon world record\"",
            "newsbot search -k 3 --as-of 2022-12-01 --json \"volcano Hawaii\"")
        {
            query,
            asOf,
            count,
            json,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<SearchCommand>(
            parsed,
            (work, context, token) => work.RunAsync(context, parsed.GetValue(query) ?? "", parsed.GetValue(asOf), parsed.GetValue(count), parsed.GetValue(json), token),
            cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(
        CommandContext context, string text, DateTimeOffset? asOf, int count, bool json, CancellationToken cancellationToken)
    {
        if (text.Length > QuestionAnalyzer.MaxLength)
        {
            await context.Error.WriteLineAsync($"The query has {text.Length:N0} characters; at most {QuestionAnalyzer.MaxLength:N0} are read.");
            return ExitCode.WrongUsage;
        }

        await archive.OpenAsync(context, cancellationToken);
        var (question, hits) = await searcher.SearchAsync(text, asOf, asOf is { } then ? Question.EndOfDay(then) : null, count, cancellationToken);
        if (json)
        {
            foreach (var hit in hits)
                await context.Output.WriteLineAsync(HitJson.From(hit).Write());
            return ExitCode.Done;
        }

        var asked = question.Terms.Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
        SearchView.Write(CommandConsole.For(context.Output), hits, word =>
        {
            var terms = new List<Term>();
            TermAnalyzer.OfThisThread.Analyze(word, terms);
            return terms.Exists(term => asked.Contains(term.Text));
        });
        return ExitCode.Done;
    }
}
