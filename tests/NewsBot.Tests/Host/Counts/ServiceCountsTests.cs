using Microsoft.Extensions.DependencyInjection;
using NewsBot.Counts;
using NewsBot.Sources.Ingest;

namespace NewsBot.Tests.Host.Counts;

/// <summary>What the whole service counts.</summary>
public sealed class ServiceCountsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_asked_until_the_end_of_the_service_is_kept()
    {
        using var folder = new TempFolder();
        await using (var app = new NewsBotApp(new Dictionary<string, string?> { ["Web:Url"] = "http://127.0.0.1:0" }).BuildService(folder.Path, TextWriter.Null))
        {
            await app.Services.GetRequiredService<ArticleIngestor>().IngestAsync([RepositoryFiles.At("seeds")], progress: null, _ => { }, Stop);
            await app.StartAsync(Stop);
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            await http.GetStringAsync("/?q=hello", Stop);
            await http.GetStringAsync("/?q=hello", Stop);
            await app.StopAsync(Stop);
        }

        using var tool = new NewsBotApp().BuildTool(folder.Path, TextWriter.Null);
        var kept = await tool.Services.GetRequiredService<ICountStore>().ReadAsync(default, Stop);
        Assert.Equal(2, kept.Single(counted => counted.Name == "question.refused.Greeting").Count);
    }
}
