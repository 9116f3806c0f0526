using System.Text.Json;
using NewsBot.Sources.Pages;

namespace NewsBot.Cli;

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
