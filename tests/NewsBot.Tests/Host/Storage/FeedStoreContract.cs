using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds;
using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of feeds does; one thin class per provider.</summary>
public abstract class FeedStoreContract
{
    private const string Address = "https://a.example/feed.xml";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected ManualTime Time { get; } = new();

    /// <summary>Opens the test's own store. Each call opens it again, as another process would.</summary>
    private protected abstract (IFeedStore Feeds, IArticleStore Articles, IOutbox Outbox) Open();

    [Fact]
    public async Task A_new_feed_is_due_at_once_and_comes_back_as_it_was_given()
    {
        var (feed, isNew) = await Open().Feeds.AddAsync(
            new NewFeed(Address) { Title = "A ' \" News", Link = "https://a.example/", Folder = "News/World", FullText = FullTextMode.Always }, Time.Now, Stop);
        Assert.True(isNew);
        Assert.Equal(
            new FeedSettings(1, Address) { Title = "A ' \" News", Link = "https://a.example/", Folder = "News/World", FullText = FullTextMode.Always, AddedAt = Time.Now },
            feed.Settings);
        Assert.Equal((new FeedState { NextDueAt = Time.Now }, FeedHealth.New), (feed.State, feed.Health));
        Assert.Equal(feed, Assert.Single(await Open().Feeds.ReadAllAsync(Stop)));
        Assert.Equal(feed, Assert.Single(await Open().Feeds.ReadDueAsync(Time.Now, 5, 10, Stop)));
        Assert.Empty(await Open().Feeds.ReadDueAsync(Time.Now.AddSeconds(-1), 5, 10, Stop));
    }

    [Theory]
    [InlineData("https://a.example/feed.xml")]
    [InlineData("http://www.A.example/feed.xml#top")]
    public async Task A_feed_is_followed_once_in_any_spelling(string other)
    {
        var feeds = Open().Feeds;
        var (first, _) = await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        var (second, isNew) = await feeds.AddAsync(new NewFeed(other) { Folder = "Elsewhere" }, Time.Now.AddDays(1), Stop);
        Assert.False(isNew);
        Assert.Equal(first, second);
        Assert.Equal(first, await feeds.FindByAddressAsync(other, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => feeds.AddAsync(new NewFeed("no address"), Time.Now, Stop));
        Assert.Null(await feeds.FindByAddressAsync("no address", Stop));
    }

    [Fact]
    public async Task Feeds_are_listed_by_folder_and_name()
    {
        var feeds = Open().Feeds;
        await AddAsync(feeds, "1", "World", "b");
        await AddAsync(feeds, "2", null, "z");
        await AddAsync(feeds, "3", "Local", "y");
        await AddAsync(feeds, "4", "World", "A");
        Assert.Equal([2L, 3, 4, 1], (await feeds.ReadAllAsync(Stop)).Select(feed => feed.Settings.Id));
    }

    [Fact]
    public async Task A_number_is_never_given_twice()
    {
        var feeds = Open().Feeds;
        var (feed, _) = await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        Assert.True(await feeds.RemoveAsync(feed.Settings.Id, [], Stop));
        Assert.False(await feeds.RemoveAsync(feed.Settings.Id, [], Stop));
        Assert.Null(await feeds.FindAsync(feed.Settings.Id, Stop));
        Assert.NotEqual(feed.Settings.Id, (await Open().Feeds.AddAsync(new NewFeed(Address), Time.Now, Stop)).Feed.Settings.Id);
    }

    [Fact]
    public async Task A_feed_is_not_removed_while_a_teaser_of_it_waits()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        SeenItem[] items = [.. Enumerable.Range(0, 3).Select(i => Waiting($"{i}", $"https://a.example/{i}"))];
        await CompleteAsync(feeds, 1, items);
        var stored = await feeds.ReadTeasersAsync(1, 2, Stop);
        Assert.Equal([items[0].Draft!, items[1].Draft!], stored.Select(item => item.Teaser));
        Assert.Null(await feeds.RemoveAsync(1, stored, Stop));
        var left = Assert.Single(await feeds.ReadTeasersAsync(1, 2, Stop));
        Assert.Null(await feeds.RemoveAsync(1, [left with { Hash = "another" }], Stop));
        Assert.True(await feeds.RemoveAsync(1, [left], Stop));
        Assert.Empty(await feeds.ReadTeasersAsync(1, 2, Stop));
    }

    [Fact]
    public async Task A_fetch_begins_once()
    {
        var (one, two) = (Open().Feeds, Open().Feeds);
        var (feed, _) = await one.AddAsync(new NewFeed(Address), Time.Now, Stop);
        var begun = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).BeginAsync(feed, Time.Now.AddMinutes(5), Stop), Stop)));
        Assert.Single(begun, hasBegun => hasBegun);
        Assert.Empty(await Open().Feeds.ReadDueAsync(Time.Now.AddMinutes(4), 5, 10, Stop));
        Assert.Single(await Open().Feeds.ReadDueAsync(Time.Now.AddMinutes(5), 5, 10, Stop));
    }

    [Fact]
    public async Task The_feeds_of_one_host_take_the_turns_of_no_other()
    {
        var feeds = Open().Feeds;
        foreach (var i in Enumerable.Range(0, 20))
            await feeds.AddAsync(new NewFeed($"https://a.example/{i}"), Time.Now.AddDays(-1), Stop);
        await feeds.AddAsync(new NewFeed("https://b.example/"), Time.Now, Stop);
        Assert.Equal([1L, 2, 21], (await feeds.ReadDueAsync(Time.Now, 2, 10, Stop)).Select(feed => feed.Settings.Id));
        Assert.Equal([1L, 2], (await feeds.ReadDueAsync(Time.Now, 5, 2, Stop)).Select(feed => feed.Settings.Id));
    }

    [Fact]
    public async Task What_came_of_a_poll_is_kept()
    {
        var (feed, _) = await Open().Feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        var state = new FeedState
        {
            ETag = "\"tag\"",
            LastModified = "Sun, 01 Mar 2026 12:00:00 GMT",
            BodyHash = "hash",
            LastTryAt = Time.Now,
            LastSuccessAt = Time.Now.AddHours(-1),
            LastChangeAt = Time.Now.AddHours(-2),
            NextDueAt = Time.Now.AddHours(3),
            Interval = TimeSpan.FromMinutes(17),
            TimeToLive = TimeSpan.FromMinutes(60),
            SkipHours = 0xFFFFFF,
            SkipDays = 0x7F,
            FailuresInRow = 3,
            FailingSince = Time.Now.AddMinutes(-5),
            Problem = "It's 'broken'.",
        };
        await Open().Feeds.CompleteAsync(new FeedPoll(feed.Settings.Id, state) { Title = "Named", Language = "uk" }, Stop);
        var found = await Open().Feeds.FindAsync(feed.Settings.Id, Stop);
        Assert.Equal((state, FeedHealth.Failing), (found!.State, found.Health));
        Assert.Equal(("Named", "uk"), (found.Settings.Title, found.Settings.Language));

        await Open().Feeds.CompleteAsync(new FeedPoll(feed.Settings.Id, state with { NextDueAt = null, IsGone = true }), Stop);
        found = await Open().Feeds.FindAsync(feed.Settings.Id, Stop);
        Assert.Equal(("Named", FeedHealth.Gone), (found!.Settings.Title, found.Health));
        Assert.Empty(await Open().Feeds.ReadDueAsync(DateTimeOffset.MaxValue, 5, 10, Stop));
    }

    [Fact]
    public async Task A_paused_feed_is_left_alone_and_a_resumed_one_starts_again()
    {
        var feeds = Open().Feeds;
        var (feed, _) = await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await feeds.CompleteAsync(new FeedPoll(1, new FeedState { IsGone = true, FailuresInRow = 9, FailingSince = Time.Now, Problem = "Gone." }), Stop);
        Assert.True(await feeds.SetPausedAsync(1, true, Time.Now, Stop));
        Assert.Equal(FeedHealth.Paused, (await feeds.FindAsync(1, Stop))!.Health);
        Assert.False(await feeds.BeginAsync(feed, Time.Now, Stop));

        // A poll that was under way when it was paused does not end the pause.
        await feeds.CompleteAsync(new FeedPoll(1, new FeedState { NextDueAt = Time.Now }), Stop);
        Assert.Empty(await feeds.ReadDueAsync(Time.Now, 5, 10, Stop));

        Assert.True(await feeds.SetPausedAsync(1, false, Time.Now, Stop));
        var due = Assert.Single(await feeds.ReadDueAsync(Time.Now, 5, 10, Stop));
        Assert.Equal((0, null, null, false), (due.State.FailuresInRow, due.State.FailingSince, due.State.Problem, due.State.IsGone));
        Assert.False(await feeds.SetPausedAsync(2, true, Time.Now, Stop));
    }

    [Fact]
    public async Task Items_are_remembered_and_counted_once()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await CompleteAsync(feeds, 1, Item("a"), Item("b"));
        await CompleteAsync(Open().Feeds, 1, Item("b") with { Hash = "other", FirstSeenAt = Time.Now.AddDays(1) }, Item("c"));
        var seen = await Open().Feeds.ReadSeenAsync(1, Stop);
        Assert.Equal(["a", "b", "c"], seen.Keys.Order());
        Assert.Equal(("other", Time.Now), (seen["b"].Hash, seen["b"].FirstSeenAt));
        Assert.Equal(3, (await feeds.FindAsync(1, Stop))!.State.Items);
        Assert.Empty(await feeds.ReadSeenAsync(2, Stop));
    }

    [Fact]
    public async Task Only_the_newest_items_are_remembered_and_none_whose_words_are_not_stored_yet_is_forgotten()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await CompleteAsync(feeds, 1, Waiting("waiting", "https://a.example/1"), Item("old"));
        await CompleteAsync(feeds, 1, [.. Enumerable.Range(0, IFeedStore.MaxItems).Select(i => Item($"n{i}"))]);
        var seen = await feeds.ReadSeenAsync(1, Stop);
        Assert.Equal(IFeedStore.MaxItems + 1, seen.Count);
        Assert.Contains("waiting", seen.Keys);
        Assert.DoesNotContain("old", seen.Keys);
        Assert.Equal(IFeedStore.MaxItems + 2, (await feeds.FindAsync(1, Stop))!.State.Items);
    }

    [Fact]
    public async Task A_feed_that_was_removed_meanwhile_is_not_made_again()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await feeds.RemoveAsync(1, [], Stop);
        await CompleteAsync(feeds, 1, Item("a"));
        Assert.Empty(await feeds.ReadAllAsync(Stop));
        Assert.Empty(await feeds.ReadSeenAsync(1, Stop));
    }

    [Fact]
    public async Task A_page_waits_until_it_is_done()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        var item = Waiting("a", "https://a.example/1");
        await CompleteAsync(feeds, 1, item);
        var page = Assert.Single(await Open().Feeds.ReadDuePagesAsync(Time.Now, 5, 10, Stop));
        Assert.Equal(("https://a.example/1", 0, item.Draft, "id-a"), (page.Url, page.Tries, page.Draft, page.ArticleId));

        await feeds.CompletePageAsync(page, 1, Time.Now.AddHours(1), Stop);
        Assert.Empty(await feeds.ReadDuePagesAsync(Time.Now, 5, 10, Stop));
        page = Assert.Single(await Open().Feeds.ReadDuePagesAsync(Time.Now.AddHours(1), 5, 10, Stop));
        Assert.Equal((1, null), (page.Tries, page.Draft));

        await feeds.SetPausedAsync(1, true, Time.Now, Stop);
        Assert.Empty(await feeds.ReadDuePagesAsync(Time.Now.AddHours(1), 5, 10, Stop));
        await feeds.SetPausedAsync(1, false, Time.Now, Stop);
        await feeds.CompletePageAsync(page, 2, null, Stop);
        Assert.Empty(await feeds.ReadDuePagesAsync(DateTimeOffset.MaxValue, 5, 10, Stop));
    }

    [Fact]
    public async Task One_host_takes_the_turns_of_no_other()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await CompleteAsync(feeds, 1, [.. Enumerable.Range(0, 9).Select(i => Waiting($"a{i}", $"https://a.example/{i}")), Waiting("b", "https://b.example/")]);
        var urls = (await feeds.ReadDuePagesAsync(Time.Now, 2, 10, Stop)).Select(page => page.Url);
        Assert.Equal(["https://a.example/0", "https://a.example/1", "https://b.example/"], urls);
    }

    [Fact]
    public async Task A_page_is_begun_once_and_is_due_again_whatever_comes_of_it()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await CompleteAsync(feeds, 1, Waiting("a", "https://a.example/1"));
        var page = Assert.Single(await feeds.ReadDuePagesAsync(Time.Now, 5, 10, Stop));
        Assert.True(await feeds.BeginPageAsync(page, Time.Now.AddHours(1), Stop));
        Assert.False(await Open().Feeds.BeginPageAsync(page, Time.Now.AddHours(1), Stop));
        Assert.Empty(await feeds.ReadDuePagesAsync(Time.Now, 5, 10, Stop));
        var again = Assert.Single(await feeds.ReadDuePagesAsync(Time.Now.AddHours(1), 5, 10, Stop));
        Assert.Equal((1, page.Draft), (again.Tries, again.Draft));

        await feeds.SetPausedAsync(1, true, Time.Now, Stop);
        Assert.False(await feeds.BeginPageAsync(again, Time.Now.AddHours(2), Stop));
    }

    [Fact]
    public async Task What_changed_while_its_page_was_fetched_is_still_due()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await CompleteAsync(feeds, 1, Waiting("a", "https://a.example/1"));
        var page = Assert.Single(await feeds.ReadDuePagesAsync(Time.Now, 5, 10, Stop));
        await feeds.BeginPageAsync(page, Time.Now.AddHours(1), Stop);
        var changed = Waiting("a", "https://a.example/1") with { Hash = "other" };
        await CompleteAsync(feeds, 1, changed with { Draft = changed.Draft! with { Body = "Changed." } });
        await feeds.CompletePageAsync(page, 1, null, Stop);
        var next = Assert.Single(await feeds.ReadDuePagesAsync(Time.Now, 5, 10, Stop));
        Assert.Equal((1, "Changed."), (next.Tries, next.Draft!.Body));
    }

    [Fact]
    public async Task A_feed_that_moves_keeps_its_number_and_its_items()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await CompleteAsync(feeds, 1, Item("a"));
        Assert.Null(await feeds.CompleteAsync(new FeedPoll(1, new FeedState { NextDueAt = Time.Now }) { MovedTo = "https://b.example/feed" }, Stop));
        var feed = Assert.Single(await feeds.ReadAllAsync(Stop));
        Assert.Equal((1L, "https://b.example/feed", Address), (feed.Settings.Id, feed.Settings.Address, feed.State.MovedFrom));
        Assert.Single(await feeds.ReadSeenAsync(1, Stop));
        Assert.Null(await feeds.FindByAddressAsync(Address, Stop));
    }

    [Fact]
    public async Task A_feed_that_moves_to_another_becomes_one_with_it()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address) { Folder = "News" }, Time.Now, Stop);
        await feeds.AddAsync(new NewFeed("https://b.example/feed"), Time.Now, Stop);
        await CompleteAsync(feeds, 1, Item("a"), Item("both"));
        await CompleteAsync(feeds, 2, Item("b"), Item("both"));
        Assert.Equal(2, await feeds.CompleteAsync(new FeedPoll(1, new FeedState()) { MovedTo = "http://b.example/feed" }, Stop));
        var feed = Assert.Single(await feeds.ReadAllAsync(Stop));
        Assert.Equal((2L, "News", 3L), (feed.Settings.Id, feed.Settings.Folder, feed.State.Items));
        Assert.Equal(["a", "b", "both"], (await feeds.ReadSeenAsync(2, Stop)).Keys.Order());
    }

    [Fact]
    public async Task A_feed_that_moves_to_one_that_was_gone_brings_it_back()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await feeds.AddAsync(new NewFeed("https://b.example/feed"), Time.Now, Stop);
        await feeds.CompleteAsync(new FeedPoll(2, new FeedState { IsGone = true, FailuresInRow = 1, FailingSince = Time.Now, Problem = "Gone." }), Stop);
        Assert.Equal(2, await feeds.CompleteAsync(new FeedPoll(1, new FeedState()) { MovedTo = "https://b.example/feed" }, Stop));
        var state = Assert.Single(await feeds.ReadAllAsync(Stop)).State;
        Assert.Equal((false, 0, null, null, Time.Now), (state.IsGone, state.FailuresInRow, state.FailingSince, state.Problem, state.NextDueAt));
    }

    [Fact]
    public async Task A_feed_that_moves_to_one_that_is_paused_goes_on_by_itself()
    {
        var feeds = Open().Feeds;
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        await feeds.AddAsync(new NewFeed("https://b.example/feed"), Time.Now, Stop);
        await feeds.SetPausedAsync(2, true, Time.Now, Stop);
        Assert.Null(await feeds.CompleteAsync(new FeedPoll(1, new FeedState { NextDueAt = Time.Now }) { MovedTo = "https://b.example/feed" }, Stop));
        Assert.Equal([1L], (await feeds.ReadAllAsync(Stop)).Where(feed => feed.Health != FeedHealth.Paused).Select(feed => feed.Settings.Id));
        Assert.Equal(2, (await feeds.ReadAllAsync(Stop)).Count);
    }

    [Fact]
    public async Task Administrators_are_told_once_of_a_failure_and_once_of_the_return()
    {
        var (feeds, _, outbox) = Open();
        await feeds.AddAsync(new NewFeed(Address), Time.Now, Stop);
        Assert.Single(await feeds.TellAsync([1], FeedNotice.Failing, [Call("fails")], Stop));
        Assert.Empty(await Open().Feeds.TellAsync([1], FeedNotice.Failing, [Call("fails")], Stop));
        Assert.True((await feeds.FindAsync(1, Stop))!.State.IsFailureTold);

        // A poll that comes between does not forget it.
        await feeds.CompleteAsync(new FeedPoll(1, new FeedState()), Stop);
        Assert.Single(await feeds.TellAsync([1], FeedNotice.Back, [Call("back")], Stop));
        Assert.Empty(await feeds.TellAsync([1], FeedNotice.Back, [Call("back")], Stop));
        Assert.Empty(await feeds.TellAsync([2], FeedNotice.Failing, [Call("fails")], Stop));
        Assert.Equal(["fails", "back"], (await outbox.ReadWaitingAsync(0, 10, Stop)).Select(call => call.Content.Request.Json));
    }

    [Fact]
    public async Task The_folders_of_an_article_are_those_of_every_feed_that_brought_it()
    {
        var (feeds, articles, _) = Open();
        await feeds.AddAsync(new NewFeed(Address) { Folder = "News/World" }, Time.Now, Stop);
        await feeds.AddAsync(new NewFeed("https://b.example/feed") { Folder = "Europe" }, Time.Now, Stop);
        await feeds.AddAsync(new NewFeed("https://c.example/feed"), Time.Now, Stop);
        await CompleteAsync(feeds, 1, Item("a"), Item("b"));
        await CompleteAsync(feeds, 2, Item("a"), Item("url") with { CanonicalUrl = "https://d.example/story" });
        await CompleteAsync(feeds, 3, Item("c"));
        // The archive knew this one before any feed did, under another id.
        await articles.AddAsync([new Article { Id = "own", Title = "T", Body = "Body.", Url = "http://www.d.example/story?utm_source=x" }], Stop);

        var found = await Open().Feeds.FindFoldersAsync(["id-a", "id-b", "id-c", "own", "nothing"], Stop);
        Assert.Equal(["Europe", "News", "News/World"], found["id-a"]);
        Assert.Equal(["News", "News/World"], found["id-b"]);
        Assert.Equal(["Europe"], found["own"]);
        Assert.Equal(3, found.Count);
        Assert.Empty(await feeds.FindFoldersAsync([], Stop));
    }

    private static NewOutboxMessage Call(string text) => new(7, new BotRequest("sendMessage", text), MessagePurpose.Digest);

    private SeenItem Item(string key) => new(key, "hash", $"id-{key}", Time.Now);

    private SeenItem Waiting(string key, string page) => Item(key) with
    {
        PageUrl = page,
        Draft = new Article { Id = $"id-{key}", Title = "Title", Body = "Привіт, \"світе\".", PublishedAt = Time.Now },
    };

    private Task<long?> CompleteAsync(IFeedStore feeds, long feedId, params SeenItem[] items) =>
        feeds.CompleteAsync(new FeedPoll(feedId, new FeedState { NextDueAt = Time.Now.AddHours(1), LastSuccessAt = Time.Now }) { Items = items }, Stop);

    private Task<(FollowedFeed Feed, bool IsNew)> AddAsync(IFeedStore feeds, string path, string? folder, string title) =>
        feeds.AddAsync(new NewFeed($"https://a.example/{path}") { Folder = folder, Title = title }, Time.Now, Stop);
}
