using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of subscriptions does; one thin class per provider.</summary>
public abstract class SubscriptionStoreContract : ChatStorageContract
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task A_subscription_comes_back_unchanged(string text)
    {
        var wanted = new Subscription(new Place(Group, 7))
        {
            State = SubscriptionState.Active,
            At = new TimeOnly(23, 59),
            Zone = "America/Argentina/ComodRivadavia",
            Days = DigestDays.Sunday | DigestDays.Wednesday,
            MaxStories = 10,
            Topics = [text, "b"],
            Mutes = ["c", text],
            ArticleLanguage = "uk",
            Language = "uk",
            IsQuietWhenEmpty = true,
            LastDate = Today,
            LastEnd = Time.Now,
            LastDigests = [3, long.MaxValue],
            NextDue = Time.Now.AddDays(1),
            Awaits = new AwaitedInput(AwaitedKind.City, Anna, 5, Time.Now),
        };
        await Open().Subscriptions.ChangeAsync(Group, _ => wanted, Stop);
        var found = (await Open().Subscriptions.FindAsync(Group, Stop))!;
        Assert.Equal(wanted.Topics, found.Topics);
        Assert.Equal(wanted.Mutes, found.Mutes);
        Assert.Equal(wanted.LastDigests, found.LastDigests);
        Assert.Equal(wanted, found with { Topics = wanted.Topics, Mutes = wanted.Mutes, LastDigests = wanted.LastDigests, Revision = 0 });
    }

    [Fact]
    public async Task Nothing_is_chosen_until_somebody_chooses()
    {
        var subscriptions = Open().Subscriptions;
        Assert.Null(await subscriptions.FindAsync(Anna, Stop));
        Assert.Null(await subscriptions.ChangeAsync(Anna, old => old, Stop));
        Assert.Null(await subscriptions.FindAsync(Anna, Stop));
        var first = await subscriptions.ChangeAsync(Anna, _ => new Subscription(new Place(Anna, null)), Stop);
        var second = await subscriptions.ChangeAsync(Anna, old => old! with { Zone = "Europe/Kyiv" }, Stop);
        Assert.Equal((null, "Europe/Kyiv"), (first!.Zone, second!.Zone));
        Assert.True(second.Revision > first.Revision);
    }

    [Fact]
    public async Task What_is_due_comes_oldest_first_and_equals_together()
    {
        var subscriptions = Open().Subscriptions;
        for (var chat = 1; chat <= 40; chat++)
        {
            var topics = new[] { $"topic {chat % 4}" };
            var due = Time.Now.AddMinutes(chat % 2 == 0 ? -1 : -2);
            await subscriptions.ChangeAsync(chat, _ => Active(chat) with { Topics = topics, NextDue = due }, Stop);
        }

        await subscriptions.ChangeAsync(50, _ => Active(50) with { NextDue = Time.Now.AddTicks(TimeSpan.TicksPerMillisecond) }, Stop);
        await subscriptions.ChangeAsync(51, _ => Active(51) with { NextDue = null }, Stop);
        var found = await Open().Subscriptions.ReadDueAsync(Time.Now, 100, Stop);
        Assert.Equal(40, found.Count);
        Assert.Equal(found.OrderBy(one => one.NextDue).Select(one => one.Place), found.Select(one => one.Place));
        Assert.Equal(4, 1 + found.Zip(found.Skip(1)).Count(pair => pair.First.Topics[0] != pair.Second.Topics[0]));
        Assert.Equal(7, (await subscriptions.ReadDueAsync(Time.Now, 7, Stop)).Count);
    }

    [Fact]
    public async Task The_choice_of_the_chats_language_comes_first()
    {
        var storage = Open();
        await storage.Subscriptions.ChangeAsync(Anna, _ => Active(Anna), Stop);
        await storage.Chats.ChangeSettingsAsync(Anna, settings => settings with { Language = "uk" }, Stop);
        Assert.Equal("uk", (await storage.Subscriptions.FindAsync(Anna, Stop))!.Language);
        Assert.Equal("uk", Assert.Single(await storage.Subscriptions.ReadDueAsync(Time.Now, 9, Stop)).Language);
    }

    [Fact]
    public async Task A_digest_is_sent_and_its_date_served_in_one()
    {
        var storage = Open();
        var subscription = (await storage.Subscriptions.ChangeAsync(Anna, _ => Active(Anna), Stop))!;
        var digest = await storage.Subscriptions.KeepDigestAsync(Digest("One"), Stop);
        var calls = await storage.Subscriptions.ServeAsync([Delivery(subscription, digest, "page 1", "page 2")], Stop);

        storage = Open();
        Assert.Equal(calls.Select(call => call.Id), (await storage.Outbox.ReadWaitingAsync(0, 9, Stop)).Select(call => call.Id));
        Assert.All(calls, call => Assert.Equal(MessagePurpose.Digest, call.Content.Purpose));
        var served = (await storage.Subscriptions.FindAsync(Anna, Stop))!;
        Assert.Equal((Today, Time.Now, Time.Now.AddDays(1)), (served.LastDate!.Value, served.LastEnd!.Value, served.NextDue!.Value));
        Assert.Equal([digest], served.LastDigests);
    }

    [Fact]
    public async Task A_date_is_served_once_whoever_tries()
    {
        var storage = Open();
        var subscription = (await storage.Subscriptions.ChangeAsync(Anna, _ => Active(Anna), Stop))!;
        Assert.Single(await storage.Subscriptions.ServeAsync([Delivery(subscription, null, "one")], Stop));

        // A process that read it before, or one that comes to the same date again.
        Assert.Empty(await Open().Subscriptions.ServeAsync([Delivery(subscription, null, "again")], Stop));
        var current = (await storage.Subscriptions.FindAsync(Anna, Stop))!;
        Assert.Empty(await Open().Subscriptions.ServeAsync([Delivery(current, null, "again")], Stop));
        Assert.Empty(await Open().Subscriptions.ServeAsync([Delivery(current, null, "again") with { Date = Today.AddDays(-1) }], Stop));
        Assert.Single(await Open().Subscriptions.ServeAsync([Delivery(current, null, "next") with { Date = Today.AddDays(1) }], Stop));
    }

    [Fact]
    public async Task Of_two_that_serve_at_once_one_does()
    {
        var (one, two) = (Open().Subscriptions, Open().Subscriptions);
        var subscriptions = new List<Subscription>();
        for (var chat = 1; chat <= 30; chat++)
            subscriptions.Add((await one.ChangeAsync(chat, _ => Active(chat), Stop))!);
        var sent = await Task.WhenAll(subscriptions.SelectMany(subscription =>
            new[] { one, two }.Select(store => Task.Run(() => store.ServeAsync([Delivery(subscription, null, "x")], Stop), Stop))));
        Assert.Equal(30, sent.Sum(calls => calls.Count));
        Assert.Equal(30, (await one.ReadDueAsync(Time.Now.AddDays(1), 99, Stop)).Count);
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_not_served()
    {
        var storage = Open();
        var anna = (await storage.Subscriptions.ChangeAsync(Anna, _ => Active(Anna), Stop))!;
        var bohdan = (await storage.Subscriptions.ChangeAsync(Bohdan, _ => Active(Bohdan), Stop))!;
        await storage.Subscriptions.ChangeAsync(Anna, old => old! with { Topics = ["another"] }, Stop);
        var calls = await storage.Subscriptions.ServeAsync([Delivery(anna, null, "a"), Delivery(bohdan, null, "b")], Stop);
        Assert.Equal(Bohdan, Assert.Single(calls).Content.ChatId);
        Assert.Null((await storage.Subscriptions.FindAsync(Anna, Stop))!.LastDate);
    }

    [Fact]
    public async Task A_chat_that_may_not_be_written_to_is_paused_and_stays_so()
    {
        var storage = Open();
        var subscription = (await storage.Subscriptions.ChangeAsync(Anna, _ => Active(Anna), Stop))!;
        await storage.Subscriptions.ChangeAsync(Bohdan, _ => Active(Bohdan) with { State = SubscriptionState.Stopped }, Stop);
        await storage.Chats.SetMayWriteAsync(Anna, false, Stop);
        await storage.Chats.SetMayWriteAsync(Bohdan, false, Stop);
        Assert.Empty(await storage.Subscriptions.ServeAsync([Delivery(subscription, null, "late")], Stop));
        await storage.Chats.SetMayWriteAsync(Anna, true, Stop);
        var paused = (await storage.Subscriptions.FindAsync(Anna, Stop))!;
        Assert.Equal((SubscriptionState.Blocked, null), (paused.State, paused.NextDue));
        Assert.Equal(SubscriptionState.Stopped, (await storage.Subscriptions.FindAsync(Bohdan, Stop))!.State);
    }

    [Fact]
    public async Task A_digest_is_kept_once_and_known_by_the_message_that_told_it()
    {
        var storage = Open();
        var digest = await storage.Subscriptions.KeepDigestAsync(Digest("One"), Stop);
        Assert.Equal(digest, await Open().Subscriptions.KeepDigestAsync(Digest("One"), Stop));
        Assert.NotEqual(digest, await storage.Subscriptions.KeepDigestAsync(Digest("Two"), Stop));

        var subscription = (await storage.Subscriptions.ChangeAsync(Anna, _ => Active(Anna), Stop))!;
        var calls = await storage.Subscriptions.ServeAsync([Delivery(subscription, digest, "page 1", "page 2")], Stop);
        await storage.Outbox.CompleteAsync(calls[0], 500, Stop);
        await storage.Outbox.CompleteAsync(calls[1], 501, Stop);
        storage = Open();
        foreach (var message in new[] { 500, 501 })
        {
            var exchange = (await storage.Conversations.FindByReplyAsync(Anna, message, Stop))!;
            Assert.Equal((digest, "One. Other.", true), (exchange.DigestId, exchange.AskedAs, exchange.IsSupported));
            Assert.Equal(["one-1", "other", "one-2"], exchange.ArticleIds);
            Assert.Equal([new CitedPassage(1, 5, 0, 9)], exchange.Citations);
        }

        // It is no question, and no later question leans on it.
        Assert.Empty(await storage.Conversations.ReadRecentAsync(new Place(Anna, null), DateTimeOffset.UnixEpoch, 9, Stop));
        Assert.Equal((0, 1), ((await storage.Chats.GetStatisticsAsync(Stop)).Questions, (await storage.Chats.GetStatisticsAsync(Stop)).Subscribers));
        Assert.Contains("One. Other.", await ExportAsync(storage.Chats, Anna), StringComparison.Ordinal);
        Assert.Equal(["One", "Other"], (await storage.Subscriptions.FindDigestAsync(digest, Stop))!.Stories.Select(story => story.Headline));
    }

    [Fact]
    public async Task Old_digests_are_pruned_once_no_message_is_about_them()
    {
        var storage = Open();
        var (held, free) = (await storage.Subscriptions.KeepDigestAsync(Digest("One"), Stop), await storage.Subscriptions.KeepDigestAsync(Digest("Two"), Stop));
        var subscription = (await storage.Subscriptions.ChangeAsync(Anna, _ => Active(Anna), Stop))!;
        await storage.Subscriptions.ServeAsync([Delivery(subscription, held, "page")], Stop);
        await storage.Subscriptions.PruneAsync(Time.Now, Stop);
        Assert.NotNull(await storage.Subscriptions.FindDigestAsync(free, Stop));
        await storage.Subscriptions.PruneAsync(Time.Now.AddSeconds(1), Stop);
        Assert.Null(await storage.Subscriptions.FindDigestAsync(free, Stop));
        Assert.NotNull(await storage.Subscriptions.FindDigestAsync(held, Stop));
        await storage.Conversations.PruneAsync(Time.Now.AddSeconds(1), Stop);
        await storage.Subscriptions.PruneAsync(Time.Now.AddSeconds(1), Stop);
        Assert.Null(await storage.Subscriptions.FindDigestAsync(held, Stop));
    }

    [Fact]
    public async Task Who_is_forgotten_is_not_awaited_in_a_group_either()
    {
        var storage = Open();
        await storage.Subscriptions.ChangeAsync(Group, _ => Active(Group) with { Awaits = new AwaitedInput(AwaitedKind.City, Anna, 1, Time.Now) }, Stop);
        await storage.Chats.ForgetAsync(Bohdan, Stop);
        Assert.NotNull((await storage.Subscriptions.FindAsync(Group, Stop))!.Awaits);
        await storage.Chats.ForgetAsync(Anna, Stop);
        Assert.Null((await storage.Subscriptions.FindAsync(Group, Stop))!.Awaits);
    }

    private Subscription Active(long chat) => new(new Place(chat, null))
    {
        State = SubscriptionState.Active,
        At = new TimeOnly(8, 0),
        Zone = "Europe/Kyiv",
        NextDue = Time.Now,
    };

    private DigestDelivery Delivery(Subscription subscription, long? digest, params string[] pages) => new(subscription, Time.Now.AddDays(1))
    {
        Date = Today,
        End = Time.Now,
        DigestId = digest,
        Messages = [.. pages.Select(page => Sends(subscription.Place.ChatId, page, MessagePurpose.Digest))],
    };

    private SentDigest Digest(string headline) => new(
        Time.Now,
        [
            new SentStory(headline, "It burned.") { ArticleIds = ["one-1", "one-2"], Citations = [new CitedPassage(1, 5, 0, 9)], Outlets = ["The Outlet"] },
            new SentStory("Other", "It rained.") { ArticleIds = ["other"] },
        ]);
}
