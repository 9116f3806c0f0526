using System.CommandLine;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Stories;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Ingest;

namespace NewsBot.Cli;

/// <summary><c>newsbot stories FILE.jsonl</c>: the articles of a file, grouped by the event they are about; the archive is not touched.</summary>
internal sealed class StoriesCommand(ArticleReader reader)
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "Articles, as 'ingest' takes them." };
        var json = new Option<bool>("--json") { Description = "Print one JSON array: {headline, articleIds} a story." };
        var command = new VerbCommand(
            "stories",
            "Groups the articles of a file into stories, one an event.",
            "newsbot stories today.jsonl",
            "newsbot stories --json archive.jsonl.gz")
        {
            file,
            json,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<StoriesCommand>(
            parsed, (work, context, token) => work.RunAsync(context, parsed.GetValue(file)!, parsed.GetValue(json), token), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, string path, bool json, CancellationToken cancellationToken)
    {
        var articles = new List<Article>();
        await foreach (var result in reader.ReadAsync([path], new ReadMeter(), cancellationToken))
        {
            if (result is ReadResult.Found found)
                articles.Add(found.Article);
            else
                await context.Error.WriteLineAsync(result.ToString());
        }

        var grouped = StoryGrouper.Group(articles);
        var stories = StoryRanking.Order(grouped, grouped.Max(story => story.LastReport) ?? DateTimeOffset.UnixEpoch);
        if (json)
            StoryJson.Write(context.Output, stories);
        else
            WriteText(context.Output, stories);
        return articles.Count > 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void WriteText(TextWriter output, IReadOnlyList<Story> stories)
    {
        var text = new TerminalText(CommandConsole.For(output));
        foreach (var (i, story) in stories.Index())
        {
            var number = new TerminalRun($"{i + 1}. ");
            var outlets = DisplayText.Line(string.Join(", ", story.Outlets));
            var count = story.Articles.Count == 1 ? "1 article" : $"{story.Articles.Count:N0} articles";
            text.Paragraph(number, new TerminalRun(story.Headline, TextRole.Strong))
                .Paragraph(new TerminalRun(new string(' ', number.Text.Length)), new TerminalRun(outlets.Length > 0 ? $"{count} · {outlets}" : count, TextRole.Faint));
        }

        text.Write();
    }
}
