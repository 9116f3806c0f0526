using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

public sealed class PagesCommandTests : IDisposable
{
    private const string Html =
        "<title>Old bridge to reopen</title><link rel=canonical href='/a'><p>The council of the river towns agreed on Monday to reopen the old bridge before winter.</p>";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Its_json_is_an_object_a_line_in_the_order_given()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Html));
        var run = await CommandRun.OfAsync(
            "pages", "show", "--json", "--url", "https://post.example/x", folder.File("b.html", packed.ToArray()), folder.File("a.html", "<p>Page text.</p>"));
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var lines = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(lines, line => Assert.Equal(["title", "author", "publishedAt", "outlet", "language", "url", "body"], line.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(
            ("Old bridge to reopen", "https://post.example/a", JsonValueKind.Null),
            (lines[0].GetProperty("title").GetString(), lines[0].GetProperty("url").GetString(), lines[0].GetProperty("author").ValueKind));
        Assert.Equal("Page text.", lines[1].GetProperty("body").GetString());
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_the_rest_is_shown()
    {
        var missing = Path.Combine(folder.Path, "missing.html");
        var run = await CommandRun.OfAsync("pages", "show", "--json", missing, folder.File("a.html", Html), folder.File("b.html", new byte[] { 0, 1, 2 }));
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.StartsWith($"{missing}: there is no such file\n", run.Error, StringComparison.Ordinal);
        Assert.Equal([true, false, true], run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement.TryGetProperty("error", out _)));
    }

    [Fact]
    public async Task Its_text_is_title_facts_and_paragraphs()
    {
        var run = await CommandRun.OfAsync("pages", "show", folder.File("a.html", $"<html lang=en>{Html}"));
        Assert.Equal("Old bridge to reopen\nen\n\nThe council of the river towns agreed on Monday to reopen the old bridge before winter.\n\n", run.Output);
    }

    [Fact]
    public async Task A_base_that_is_no_address_is_wrong_usage() =>
        Assert.StartsWith(
            "--url takes an address", (await CommandRun.OfAsync("pages", "show", "--url", "post.example", "a.html")).OneSentence(ExitCode.WrongUsage), StringComparison.Ordinal);
}
