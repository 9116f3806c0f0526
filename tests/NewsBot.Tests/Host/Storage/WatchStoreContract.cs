using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of watches does; one thin class per provider.</summary>
public abstract class WatchStoreContract : ChatStorageContract
{
    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task A_watch_comes_back_unchanged(string text)
    {
        var watch = new Watch(1, new Place(Group, 7), Anna, text, "uk", long.MaxValue, Time.Now);
        Assert.True(await Open().Watches.AddAsync(watch, 5, Stop));
        Assert.Equal(watch with { Question = Kept(text) }, Assert.Single(await Open().Watches.ReadOpenAsync(10, Stop)));
    }

    [Fact]
    public async Task A_person_has_so_many_open_watches_and_one_is_kept_as_it_is()
    {
        var watches = Open().Watches;
        Assert.True(await watches.AddAsync(Watch(1, Anna), 2, Stop));
        Assert.True(await watches.AddAsync(Watch(2, Anna), 2, Stop));
        Assert.False(await watches.AddAsync(Watch(3, Anna), 2, Stop));
        Assert.True(await watches.AddAsync(Watch(1, Anna) with { Question = "Another?" }, 2, Stop));
        Assert.True(await watches.AddAsync(Watch(1, Bohdan), 2, Stop));
        Assert.Equal([(1, Anna), (1, Bohdan), (2, Anna)], (await watches.ReadOpenAsync(10, Stop)).Select(watch => (watch.Id, watch.PersonId)));
        Assert.All(await watches.ReadOpenAsync(10, Stop), watch => Assert.Equal("Who?", watch.Question));

        await watches.CloseAsync(Watch(2, Anna), [], Stop);
        Assert.True(await watches.AddAsync(Watch(3, Anna), 2, Stop));
    }

    [Fact]
    public async Task The_oldest_comes_first()
    {
        var watches = Open().Watches;
        await watches.AddAsync(Watch(2, Anna), 9, Stop);
        await watches.AddAsync(Watch(1, Anna) with { Since = Time.Now.AddHours(1) }, 9, Stop);
        await watches.AddAsync(Watch(3, Anna) with { Since = Time.Now.AddHours(-1) }, 9, Stop);
        Assert.Equal([3, 2], (await watches.ReadOpenAsync(2, Stop)).Select(watch => watch.Id));
    }

    [Fact]
    public async Task A_watch_is_told_of_once()
    {
        var storage = Open();
        await storage.Watches.AddAsync(Watch(1, Anna), 9, Stop);
        var call = Assert.Single(await storage.Watches.CloseAsync(Watch(1, Anna), [Sends(Anna, "news")], Stop));
        Assert.Equal("news", TextOf(call));

        storage = Open();
        Assert.Empty(await storage.Watches.CloseAsync(Watch(1, Anna), [Sends(Anna, "news")], Stop));
        Assert.Empty(await storage.Watches.CloseAsync(Watch(2, Anna), [Sends(Anna, "news")], Stop));
        Assert.Equal(call.Id, Assert.Single(await storage.Outbox.ReadWaitingAsync(0, 10, Stop)).Id);
        Assert.Empty(await storage.Watches.ReadOpenAsync(10, Stop));
    }

    [Fact]
    public async Task A_watch_of_a_blocked_chat_is_closed_without_a_word()
    {
        var storage = Open();
        await storage.Watches.AddAsync(Watch(1, Anna), 9, Stop);
        await storage.Chats.SetMayWriteAsync(Anna, false, Stop);
        Assert.Empty(await storage.Watches.CloseAsync(Watch(1, Anna), [Sends(Anna, "news")], Stop));
        Assert.Empty(await storage.Watches.ReadOpenAsync(10, Stop));
    }

    [Fact]
    public async Task Old_watches_are_pruned()
    {
        var watches = Open().Watches;
        await watches.AddAsync(Watch(1, Anna), 9, Stop);
        await watches.AddAsync(Watch(2, Anna) with { Since = Time.Now.AddDays(1) }, 9, Stop);
        await watches.PruneAsync(Time.Now.AddDays(1), Stop);
        Assert.Equal(2, Assert.Single(await Open().Watches.ReadOpenAsync(10, Stop)).Id);
    }

    [Fact]
    public async Task Many_callers_at_once_do_not_pass_the_limit()
    {
        var (one, two) = (Open().Watches, Open().Watches);
        var added = await Task.WhenAll(Enumerable.Range(1, 50).Select(id => Task.Run(() => (id % 2 == 0 ? one : two).AddAsync(Watch(id, Anna), 5, Stop), Stop)));
        Assert.Equal(5, added.Count(wasAdded => wasAdded));
        Assert.Equal(5, (await one.ReadOpenAsync(50, Stop)).Count);
    }

    private Watch Watch(long id, long person) => new(id, new Place(person, null), person, "Who?", "en", 5, Time.Now);
}
