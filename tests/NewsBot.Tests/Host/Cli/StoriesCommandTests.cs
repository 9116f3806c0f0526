using System.Text.Json;
using NewsBot.Cli;
using NewsBot.Tests.Core.Stories;

namespace NewsBot.Tests.Host.Cli;

public sealed class StoriesCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Its_json_is_an_array_of_headlines_and_ids_most_important_first()
    {
        var run = await CommandRun.OfAsync("stories", "--json", "--data", Data, Articles());
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        var stories = document.RootElement.EnumerateArray().ToList();
        Assert.Equal(4, stories.Count);
        Assert.All(stories, story => Assert.Equal(["headline", "articleIds"], story.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(["quake-1", "quake-2", "quake-3"], stories[0].GetProperty("articleIds").EnumerateArray().Select(id => id.GetString()!));
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Its_text_counts_articles_and_names_outlets()
    {
        var run = await CommandRun.OfAsync("stories", "--data", Data, Articles());
        Assert.Contains("3 articles · Reuters, BBC, CNN\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_record_is_reported_and_the_rest_is_grouped()
    {
        var file = folder.File("a.jsonl", "{\"id\":\"a\",\"body\":\"Text.\"}\n{\"bo\n");
        var run = await CommandRun.OfAsync("stories", "--json", "--data", Data, file);
        Assert.Equal((ExitCode.Done, "[\n{\"headline\":\"Text.\",\"articleIds\":[\"a\"]}]\n"), (run.Code, run.Output));
        Assert.StartsWith($"{file}:2: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_an_article_fails_and_still_prints_an_array()
    {
        var run = await CommandRun.OfAsync("stories", "--json", "--data", Data, Path.Combine(folder.Path, "missing.jsonl"));
        Assert.Equal((ExitCode.Failed, "[]\n"), (run.Code, run.Output));
        Assert.Contains("there is no such file", run.Error, StringComparison.Ordinal);
    }

    private string Articles() => folder.File("news.jsonl", string.Concat(NewsArticles.All.Select(article => JsonSerializer.Serialize(new Dictionary<string, string?>
    {
        ["id"] = article.Id,
        ["title"] = article.Title,
        ["source"] = article.Source,
        ["published_at"] = article.PublishedAt?.ToString("O"),
        ["body"] = article.Body,
    }) + "\n")));
}
