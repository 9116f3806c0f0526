using System.Text.Json;
using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

public sealed class SearchCommandTests(SeededArchive archive) : IClassFixture<SeededArchive>
{
    [Fact]
    public async Task Its_json_is_a_line_a_hit_best_first()
    {
        var run = await CommandRun.OfAsync("search", "--json", "-k", "3", "--data", archive.Path, "marathon world record");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 1, 3);
        var last = double.MaxValue;
        foreach (var line in lines)
        {
            using var document = JsonDocument.Parse(line);
            var hit = document.RootElement;
            Assert.Equal(
                ["articleId", "title", "url", "source", "publishedAt", "text", "start", "end", "link", "score"],
                hit.EnumerateObject().Select(property => property.Name));
            var article = await archive.FindAsync(hit.GetProperty("articleId").GetString()!);
            Assert.Equal(article.Body[hit.GetProperty("start").GetInt32()..hit.GetProperty("end").GetInt32()], hit.GetProperty("text").GetString());
            Assert.InRange(hit.GetProperty("score").GetDouble(), 0, last);
            last = hit.GetProperty("score").GetDouble();
        }

        Assert.Contains("Kelvin Kiptum", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyzzyplugh")]
    [InlineData("?!\u202e\ud800\u001b[2J")]
    public async Task Nothing_found_is_said(string query)
    {
        Assert.Equal(new CommandRun(ExitCode.Done, "Nothing found.\n", ""), await CommandRun.OfAsync("search", "--data", archive.Path, query));
        Assert.Equal(new CommandRun(ExitCode.Done, "", ""), await CommandRun.OfAsync("search", "--json", "--data", archive.Path, query));
    }

    [Fact]
    public async Task A_query_too_long_is_told() => Assert.StartsWith(
        "The query has 100,000 characters", (await CommandRun.OfAsync("search", "--data", archive.Path, new string('x', 100_000))).OneSentence(ExitCode.WrongUsage),
        StringComparison.Ordinal);
}
