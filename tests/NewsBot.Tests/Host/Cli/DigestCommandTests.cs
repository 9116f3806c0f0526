using System.Text.Json;
using NewsBot.Cli;
using NewsBot.Tests.Core.Digests;

namespace NewsBot.Tests.Host.Cli;

public sealed class DigestCommandTests : IAsyncLifetime
{
    private static readonly string[] Window = ["--as-of", "2024-03-06T06:00Z"];

    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    public async ValueTask InitializeAsync()
    {
        var before = DigestArticles.Article(
            "quake-0", "Earthquake in Varosha kills 5", "An earthquake struck the port of Varosha and killed 5 people at the Hotel Aspelia, Mayor Elena Dimou said.",
            "Fjord Daily", -3);
        var file = folder.File("news.jsonl", string.Concat(DigestArticles.Day.Append(before).Select(article => JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["id"] = article.Id,
            ["title"] = article.Title,
            ["url"] = article.Url,
            ["source"] = article.Source,
            ["published_at"] = article.PublishedAt?.ToString("O"),
            ["body"] = article.Body,
        }) + "\n")));
        Assert.Equal(ExitCode.Done, (await CommandRun.OfAsync("ingest", "--data", Data, file)).Code);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Its_json_has_the_names_of_the_contract()
    {
        var run = await CommandRun.OfAsync(["digest", "--json", "--data", Data, .. Window]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        var digest = document.RootElement;
        Assert.Equal(["from", "to", "articles", "outlets", "stories", "citations"], Names(digest));
        Assert.Equal(("2024-03-05T06:00:00Z", "2024-03-06T06:00:00Z"), (digest.GetProperty("from").GetString(), digest.GetProperty("to").GetString()));
        Assert.Equal((8, 4), (digest.GetProperty("articles").GetInt32(), digest.GetProperty("outlets").GetInt32()));

        var story = digest.GetProperty("stories")[0];
        Assert.Equal(["headline", "isNew", "changed", "differs", "outlets", "articleIds", "sentences"], Names(story));
        Assert.False(story.GetProperty("isNew").GetBoolean());
        Assert.Equal(["was", "is", "before", "now"], Names(story.GetProperty("changed")));
        Assert.Equal(("5", "12"), (story.GetProperty("changed").GetProperty("was").GetString(), story.GetProperty("changed").GetProperty("is").GetString()));
        Assert.Equal(["text", "citations"], Names(story.GetProperty("changed").GetProperty("before")));
        Assert.Equal(["text", "citations"], Names(story.GetProperty("sentences")[0]));
        Assert.Equal(JsonValueKind.Null, story.GetProperty("differs").ValueKind);
        Assert.All(digest.GetProperty("citations").EnumerateArray(), citation => Assert.Equal(
            ["number", "articleId", "title", "url", "source", "publishedAt", "quote", "start", "end", "link"], Names(citation)));
    }

    [Fact]
    public async Task Its_text_shows_stories_marks_sources_and_what_it_was_made_of()
    {
        var run = await CommandRun.OfAsync(["digest", "--data", Data, .. Window]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.StartsWith("5 Mar 2024, 06:00 to 6 Mar 2024, 06:00 UTC\n\n1. ", run.Output, StringComparison.Ordinal);
        Assert.Contains(" (developing)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Was 5 [", run.Output, StringComparison.Ordinal);
        Assert.Contains("   Island Post, Coast Radio, The Herald\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nMade of 8 articles of 4 outlets.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("https://example.org/quake-1#:~:text=", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topics_mutes_hours_and_length_are_taken()
    {
        Assert.Equal(["chess-1", "strike-1"], await Firsts("--topic", "Nordbahn", "--topic", "Tallinn Open"));
        Assert.DoesNotContain("quake-1", await Firsts("--mute", "Varosha"));
        Assert.Equal(["trial-1"], await Firsts("--hours", "9", "--topic", "Oslo"));
        Assert.Single(await Firsts("--stories", "1"));

        async Task<List<string?>> Firsts(params string[] options)
        {
            using var document = JsonDocument.Parse((await CommandRun.OfAsync(["digest", "--json", "--data", Data, .. Window, .. options])).Output);
            return [.. document.RootElement.GetProperty("stories").EnumerateArray().Select(story => story.GetProperty("articleIds")[0].GetString())];
        }
    }

    [Fact]
    public async Task A_window_without_articles_is_told_in_a_sentence()
    {
        var run = await CommandRun.OfAsync("digest", "--data", Data, "--as-of", "2024-05-01");
        Assert.Equal((ExitCode.Done, "There is nothing in the archive from 30 Apr 2024, 00:00 to 1 May 2024, 00:00 UTC.\n", ""), (run.Code, run.Output, run.Error));
        run = await CommandRun.OfAsync(["digest", "--data", Data, "--topic", "volcano", .. Window]);
        Assert.Equal((ExitCode.Done, "There is nothing on this in the archive from 5 Mar 2024, 06:00 to 6 Mar 2024, 06:00 UTC.\n", ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task An_empty_archive_is_told_in_a_sentence_and_as_json()
    {
        var data = Path.Combine(folder.Path, "empty");
        Assert.StartsWith("There is nothing in the archive", (await CommandRun.OfAsync("digest", "--data", data)).Output, StringComparison.Ordinal);
        var run = await CommandRun.OfAsync(["digest", "--json", "--data", data, .. Window]);
        Assert.Equal(
            (ExitCode.Done, """{"from":"2024-03-05T06:00:00Z","to":"2024-03-06T06:00:00Z","articles":0,"outlets":0,"stories":[],"citations":[]}""" + "\n"),
            (run.Code, run.Output));
    }

    [Theory]
    [InlineData("--stories", "21", "--stories takes a number from 1 to 20, not '21'.")]
    [InlineData("--hours", "0", "--hours takes a number from 1 to 744, not '0'.")]
    public async Task A_wrong_number_is_told_in_a_sentence(string option, string value, string sentence)
    {
        var run = await CommandRun.OfAsync("digest", "--data", Data, option, value);
        Assert.StartsWith(sentence, run.OneSentence(ExitCode.WrongUsage), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
