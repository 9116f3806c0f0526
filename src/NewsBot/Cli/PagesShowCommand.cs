using System.CommandLine;
using System.Text.Json;
using NewsBot.Core.Display;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Ingest;
using NewsBot.Sources.Pages;

namespace NewsBot.Cli;

/// <summary><c>newsbot pages show PATH...</c>: the article that a page holds; the archive is not touched.</summary>
internal sealed class PagesShowCommand(WebFetcher fetcher, TimeProvider time)
{
    public static Command Create(CommandHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Saved pages, packed with gzip or not, and addresses.", Arity = ArgumentArity.OneOrMore };
        var url = new Option<string?>("--url") { Description = "Where saved pages are from, for their relative addresses.", HelpName = "BASE" };
        url.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && PageAddress.Resolve(token.Value, root: null) is null)
                result.AddError("--url takes an address that begins with http:// or https://.");
        });
        var json = new Option<bool>("--json")
        {
            Description = "Print one line of JSON a page, in the order given: {title, author, publishedAt, outlet, language, url, body}, or {source, error}.",
        };
        var command = new VerbCommand(
            "show",
            "Prints the article that each page holds: title, author, time, outlet, language, address, text.",
            "newsbot pages show https://example.com/news/1",
            "newsbot pages show --json --url https://example.com/news/ *.html.gz")
        {
            paths,
            url,
            json,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<PagesShowCommand>(
            parsed,
            (work, context, token) => work.RunAsync(context, parsed.GetValue(paths) ?? [], parsed.GetValue(url), parsed.GetValue(json), token),
            cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, string[] paths, string? url, bool json, CancellationToken cancellationToken)
    {
        var address = url is null ? null : new Uri(url);
        var code = ExitCode.Done;
        foreach (var path in paths)
        {
            var (page, problem) = PageAddress.Resolve(path, root: null) is null
                ? await ReadAsync(path, address, cancellationToken)
                : await FetchAsync(new Uri(path), cancellationToken);
            if (page is not null && json)
            {
                PageJson.Write(context.Output, page);
            }
            else if (page is not null)
            {
                WriteText(context.Output, page);
            }
            else
            {
                code = ExitCode.Failed;
                await context.Error.WriteLineAsync($"{path}: {problem}");
                if (json)
                    PageJson.WriteError(context.Output, path, problem!);
            }
        }

        return code;
    }

    private async Task<(Page? Page, string? Problem)> ReadAsync(string path, Uri? address, CancellationToken cancellationToken)
    {
        try
        {
            return await PageFile.LoadAsync(path, cancellationToken) is { } bytes
                ? Read(bytes, contentType: null, address)
                : (null, $"is larger than {ArticleReader.MaxFileBytes / 1_000_000} MB");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, ArticleReader.Explain(failure));
        }
    }

    private async Task<(Page? Page, string? Problem)> FetchAsync(Uri address, CancellationToken cancellationToken) =>
        await fetcher.FetchAsync(new WebRequest(address, WebKind.Named), cancellationToken) switch
        {
            WebResult.Fetched fetched => Read(fetched.Body, fetched.ContentType, fetched.Address),
            WebResult.Failed failed => (null, $"cannot be fetched: {failed.Sentence}"),
            var other => throw new InvalidOperationException($"A fetch without condition gave {other.GetType().Name}."),
        };

    private (Page? Page, string? Problem) Read(byte[] bytes, string? contentType, Uri? address)
    {
        if (bytes.Length == 0)
            return (null, "is empty");
        return PageReader.Read(bytes, contentType, address, time.GetUtcNow()) is { } page ? (page, null) : (null, "is no text in an encoding that is known");
    }

    private static void WriteText(TextWriter output, Page page)
    {
        var text = new TerminalText(CommandConsole.For(output));
        var margin = new TerminalRun("");
        text.Paragraph(margin, new TerminalRun(page.Title ?? "Untitled", TextRole.Strong));
        string?[] facts = [page.Outlet, page.Author, DisplayText.Date(page.PublishedAt), page.Language];
        var line = string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)).Select(DisplayText.Line));
        if (line.Length > 0)
            text.Paragraph(margin, new TerminalRun(line, TextRole.Faint));
        if (page.Url is not null)
            text.Paragraph(margin, new TerminalRun(page.Url, TextRole.Link));
        foreach (var paragraph in (page.Body ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            text.Blank().Paragraph(margin, new TerminalRun(paragraph));
        text.Blank().Write();
    }
}

/// <summary>What <c>pages show --json</c> prints of one page; null for what the page does not have.</summary>
internal sealed record PageJson(
    string? Title, string? Author, DateTimeOffset? PublishedAt, string? Outlet, string? Language, string? Url, string? Body)
{
    public static void Write(TextWriter output, Page page) => output.WriteLine(JsonSerializer.Serialize(
        new PageJson(page.Title, page.Author, page.PublishedAt, page.Outlet, page.Language, page.Url, page.Body),
        CliJson.Readable.PageJson));

    /// <summary>One line, for a page that cannot be read.</summary>
    public static void WriteError(TextWriter output, string source, string reason) =>
        output.WriteLine(JsonSerializer.Serialize(new PageErrorJson(source, reason), CliJson.Readable.PageErrorJson));
}

/// <summary>What <c>pages show --json</c> prints in the place of a page that it cannot read.</summary>
internal sealed record PageErrorJson(string Source, string Error);
