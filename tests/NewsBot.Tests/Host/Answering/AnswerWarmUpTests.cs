using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Answering;

public sealed class AnswerWarmUpTests
{
    private readonly FakeReader reader = new(_ => 0);

    [Fact]
    public async Task The_newest_articles_are_read_before_anybody_asks()
    {
        using var archive = new OpenedArchive();
        await archive.AddAsync(
            Article("bridge", "A bridge opens in Hov", "The bridge in Hov was opened on Monday by the mayor."),
            Article("strike", new string('x', 900), "Drivers of the harbour line went on strike."));
        await archive.WarmUp(reader).StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains(reader.Windows, window => window.Sentences.Contains("The bridge in Hov was opened on Monday by the mayor."));
    }

    [Fact]
    public async Task An_empty_archive_is_asked_nothing()
    {
        using var archive = new OpenedArchive();
        await archive.IndexAsync();
        await archive.WarmUp(reader).StartAsync(TestContext.Current.CancellationToken);
        Assert.Empty(reader.Windows);
    }

    [Fact]
    public async Task A_store_that_fails_does_not_stop_the_start()
    {
        using var archive = new OpenedArchive();
        await archive.WarmUp(reader, new FailingOverview(new StoreException("The disk is gone.", isTransient: true))).StartAsync(TestContext.Current.CancellationToken);
        Assert.Empty(reader.Windows);
    }

    [Fact]
    public async Task A_bug_does_not_stop_the_start()
    {
        using var archive = new OpenedArchive();
        await archive.WarmUp(reader, new FailingOverview(new InvalidOperationException("Nobody expected this."))).StartAsync(TestContext.Current.CancellationToken);
        Assert.Empty(reader.Windows);
    }

    [Fact]
    public async Task A_start_that_is_called_off_ends()
    {
        using var archive = new OpenedArchive();
        var warmUp = archive.WarmUp(reader, new FailingOverview(new OperationCanceledException()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => warmUp.StartAsync(TestContext.Current.CancellationToken));
    }

    private static Article Article(string id, string title, string body) => new() { Id = id, Title = title, Body = body, PublishedAt = DateTimeOffset.UnixEpoch.AddYears(54) };

    private sealed class FailingOverview(Exception failure) : IArchiveOverview
    {
        public Task<IReadOnlyList<ArticleRevision>> ReadNewestAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
            throw failure;

        public Task<IReadOnlyList<ArchivedArticle>> ReadWindowAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
            throw failure;

        public Task<IReadOnlyList<OutletCount>> ReadOutletsAsync(int limit, CancellationToken cancellationToken) =>
            throw failure;
    }
}
