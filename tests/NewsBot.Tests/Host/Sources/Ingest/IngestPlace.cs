using NewsBot.Sources.Drafts;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Ingest;
using NewsBot.Tests.Host.Archive;
using NewsBot.Tests.Host.Sources.Fetching;
using NewsBot.Tests.Host.Storage;

namespace NewsBot.Tests.Host.Sources.Ingest;

/// <summary>A folder, a site and what reads both; gone after the test.</summary>
internal sealed class IngestPlace : IAsyncDisposable
{
    public TempFolder Folder { get; } = new();

    public FakeSite Site { get; } = new();

    public WebFetcher Fetcher { get; } = TestFetcher.Fetcher();

    public ManualTime Clock { get; } = new();

    public TextIntake Intake(FakeArticleStore store) => new(new ArticleReader(Fetcher, Clock), new ArticleIntake(store));

    public async Task<List<ReadResult>> ReadAsync(params string[] paths)
    {
        var results = new List<ReadResult>();
        await foreach (var result in new ArticleReader(Fetcher, Clock).ReadAsync(paths, new ReadMeter(), TestContext.Current.CancellationToken))
            results.Add(result);
        return results;
    }

    public async ValueTask DisposeAsync()
    {
        Fetcher.Dispose();
        await Site.DisposeAsync();
        Folder.Dispose();
    }
}
