using System.CommandLine;
using NewsBot.Core.Messages;
using NewsBot.Sources;
using NewsBot.Sources.Pages;

namespace NewsBot.Commands;

/// <summary><c>newsbot pages show PATH...</c>: the article that a page holds; the archive is not touched.</summary>
internal static class PagesShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Saved pages, packed with gzip or not.", Arity = ArgumentArity.OneOrMore };
        var url = new Option<string?>("--url") { Description = "Where the pages are from, for their relative addresses.", HelpName = "BASE" };
        url.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && PageAddress.Resolve(token.Value, root: null) is null)
                result.AddError("--url takes an address that begins with http:// or https://.");
        });
        var json = new Option<bool>("--json") { Description = "Print one object a line, in the order given." };
        var command = new VerbCommand(
            "show",
            "Prints the article that each page holds: title, author, time, outlet, language, address, text.",
            "newsbot pages show saved.html",
            "newsbot pages show --json --url https://example.com/news/ *.html.gz")
        {
            paths,
            url,
            json,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(
            parsed,
            (context, token) => RunAsync(context, parsed.GetValue(paths) ?? [], parsed.GetValue(url), parsed.GetValue(json), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] paths, string? url, bool json, CancellationToken cancellationToken)
    {
        var address = url is null ? null : new Uri(url);
        var code = CommandLine.Done;
        foreach (var path in paths)
        {
            var (page, problem) = await ReadAsync(path, address, cancellationToken);
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
                code = CommandLine.Failed;
                await context.Error.WriteLineAsync($"{path}: {problem}");
                if (json)
                    PageJson.WriteError(context.Output, path, problem!);
            }
        }

        return code;
    }

    private static async Task<(Page? Page, string? Problem)> ReadAsync(string path, Uri? address, CancellationToken cancellationToken)
    {
        try
        {
            var page = PageReader.Read(await PageFile.LoadAsync(path, cancellationToken), contentType: null, address);
            return page is null ? (null, "is no text") : (page, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, ArticleReader.Explain(failure));
        }
    }

    private static void WriteText(TextWriter output, Page page)
    {
        var text = new TerminalText(CommandConsole.For(output));
        var margin = new TextRun("");
        text.Paragraph(margin, new TextRun(page.Title ?? "Untitled", TextRole.Strong));
        string?[] facts = [page.Outlet, page.Author, DisplayText.Date(page.PublishedAt), page.Language];
        var line = string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)).Select(DisplayText.Line));
        if (line.Length > 0)
            text.Paragraph(margin, new TextRun(line, TextRole.Faint));
        if (page.Url is not null)
            text.Paragraph(margin, new TextRun(page.Url, TextRole.Link));
        foreach (var paragraph in (page.Body ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            text.Blank().Paragraph(margin, new TextRun(paragraph));
        text.Blank().Write();
    }
}
