using System.CommandLine;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Ingest;

namespace NewsBot.Cli;

/// <summary><c>newsbot feeds show PATH|URL...</c>: what is understood of a feed; the archive is not touched.</summary>
internal sealed class FeedsShowCommand(WebFetcher fetcher)
{
    // As much as is ever fetched of a feed, with room for what someone keeps in a file.
    private const int MaxBytes = 200_000_000;

    private const int MaxTitle = 300;
    private const int MaxSummary = 300;

    public static Command Create(CommandHost host)
    {
        var sources = new Argument<string[]>("PATH|URL")
        {
            Description = "Files of RSS, Atom or JSON Feed, packed with gzip or not, and addresses.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print one line of JSON a feed, in the order given: {title, link, description, language, updated, items}, or {source, error}.",
        };
        var command = new VerbCommand(
            "show",
            "Prints what is understood of feeds.",
            "newsbot feeds show https://example.org/feed.xml",
            "newsbot feeds show --json *.xml")
        {
            sources,
            json,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<FeedsShowCommand>(
            parsed, (work, context, token) => work.RunAsync(context, parsed.GetValue(sources)!, parsed.GetValue(json), token), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, string[] sources, bool json, CancellationToken cancellationToken)
    {
        var code = ExitCode.Done;
        foreach (var source in sources)
        {
            switch (await ReadAsync(source, cancellationToken))
            {
                case FeedReadResult.Found found:
                    if (json)
                        await context.Output.WriteLineAsync(FeedJson.From(found.Feed).Write());
                    else
                        WriteText(context.Output, found.Feed);
                    if (found.Problem is { } problem)
                        await context.Error.WriteLineAsync($"{source}: {problem}");
                    break;
                case FeedReadResult.NotAFeed no:
                    code = ExitCode.Failed;
                    await context.Error.WriteLineAsync($"{source}: {no.Reason}");
                    if (json)
                        await context.Output.WriteLineAsync(new FeedJson.Failure(source, no.Reason).Write());
                    break;
            }
        }

        return code;
    }

    private async Task<FeedReadResult> ReadAsync(string source, CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return await fetcher.FetchAsync(new WebRequest(address, WebKind.Feed), cancellationToken) switch
            {
                WebResult.Fetched fetched => FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address),
                WebResult.Failed failed => new FeedReadResult.NotAFeed(failed.Sentence, IsPage: false),
                var other => throw new InvalidOperationException($"A fetch gave {other.GetType().Name}."),
            };
        }

        try
        {
            return await PageFile.LoadAsync(source, MaxBytes, cancellationToken) is { } bytes
                ? FeedReader.Read(bytes, contentType: null, address: null)
                : new FeedReadResult.NotAFeed($"is larger than {MaxBytes / 1_000_000} MB", IsPage: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new FeedReadResult.NotAFeed(ArticleReader.Explain(failure), IsPage: false);
        }
    }

    private static void WriteText(TextWriter output, Feed feed)
    {
        var text = new TerminalText(CommandConsole.For(output));
        var margin = new TerminalRun("");
        text.Paragraph(margin, new TerminalRun(FeedText.Line(feed.Title, MaxTitle) ?? "Untitled", TextRole.Strong));
        if (feed.Link is not null)
            text.Paragraph(margin, new TerminalRun(feed.Link, TextRole.Link));
        if (FeedText.Line(feed.Description, MaxSummary) is { } description)
            text.Paragraph(margin, new TerminalRun(description));
        foreach (var (i, item) in feed.Items.Index())
        {
            var number = new TerminalRun($"{i + 1}. ");
            var indent = new TerminalRun(new string(' ', number.Text.Length));
            text.Blank().Paragraph(number, new TerminalRun(FeedText.Line(item.Title, MaxTitle) ?? "Untitled", TextRole.Strong));
            string?[] facts = [item.PublishedAt?.ToString("yyyy-MM-dd HH:mm 'UTC'"), item.Author, .. item.Categories];
            var line = string.Join(" · ", facts.OfType<string>());
            if (line.Length > 0)
                text.Paragraph(indent, new TerminalRun(line, TextRole.Faint));
            if (item.Url is not null)
                text.Paragraph(indent, new TerminalRun(item.Url, TextRole.Link));
            if (FeedText.Line(item.Summary ?? item.Content, MaxSummary) is { } summary)
                text.Paragraph(indent, new TerminalRun(summary));
        }

        text.Blank().Write();
    }
}
