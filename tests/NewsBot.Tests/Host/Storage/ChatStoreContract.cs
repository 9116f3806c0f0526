using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of chats does; one thin class per provider.</summary>
public abstract class ChatStoreContract : ChatStorageContract
{
    private const long Supergroup = -1_000_000_000_300;

    [Fact]
    public async Task A_chat_that_chose_nothing_has_the_defaults()
    {
        var chats = Open().Chats;
        await chats.SetMayWriteAsync(Anna, true, Stop);
        Assert.Equal(ChatSettings.Default, await chats.GetSettingsAsync(Anna, Stop));
        Assert.Equal(new BotStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), await chats.GetStatisticsAsync(Stop));
    }

    [Fact]
    public async Task What_a_chat_chose_is_kept_one_thing_at_a_time()
    {
        var chats = Open().Chats;
        await chats.ChangeSettingsAsync(Anna, settings => settings with { Language = "uk" }, Stop);
        await chats.ChangeSettingsAsync(Anna, settings => settings with { ShowsQuotes = false, ShowsPreview = true }, Stop);
        await chats.SetMayWriteAsync(Anna, false, Stop);
        var expected = new ChatSettings { Language = "uk", ShowsQuotes = false, ShowsPreview = true };
        Assert.Equal(expected, await chats.ChangeSettingsAsync(Anna, settings => settings, Stop));
        Assert.Equal(expected, await Open().Chats.GetSettingsAsync(Anna, Stop));
        Assert.Equal(ChatSettings.Default, await chats.GetSettingsAsync(Bohdan, Stop));
    }

    [Fact]
    public async Task Changes_at_once_are_all_kept()
    {
        var (one, two) = (Open().Chats, Open().Chats);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(
            () => (number % 2 == 0 ? one : two).ChangeSettingsAsync(Anna, settings => settings with { Language = settings.Language + "x" }, Stop), Stop)));
        Assert.Equal(new string('x', 100), (await one.GetSettingsAsync(Anna, Stop)).Language);
    }

    [Fact]
    public async Task A_change_that_fails_changes_nothing_and_only_its_caller_is_told()
    {
        var chats = Open().Chats;
        var others = Enumerable.Range(0, 20).Select(number => chats.ChangeSettingsAsync(number, settings => settings with { Language = "uk" }, Stop)).ToList();
        var failing = chats.ChangeSettingsAsync(Anna, _ => throw new InvalidOperationException("No."), Stop);
        others.AddRange(Enumerable.Range(20, 20).Select(number => chats.ChangeSettingsAsync(number, settings => settings with { Language = "uk" }, Stop)));
        Assert.All(await Task.WhenAll(others), settings => Assert.Equal("uk", settings.Language));
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal(ChatSettings.Default, await chats.GetSettingsAsync(Anna, Stop));
    }

    [Fact]
    public async Task All_that_is_kept_of_a_group_moves_to_its_new_id()
    {
        var storage = Open();
        await storage.Chats.ChangeSettingsAsync(Group, settings => settings with { Language = "uk" }, Stop);
        await Keep(storage, Exchange(1, Group) with { ReplyMessageId = 60 });
        await Keep(storage, Exchange(2, Supergroup));
        await storage.Watches.AddAsync(new Watch(1, new Place(Group, null), Anna, "Who?", "uk", 1, Time.Now), 9, Stop);
        await storage.Subscriptions.ChangeAsync(Group, _ => new Subscription(new Place(Group, null)) { Zone = "Europe/Kyiv" }, Stop);
        await storage.Outbox.AddAsync([Sends(Group, "a"), Sends(Anna, "b")], Stop);
        var tap = new StoredUpdate(11, Group, """{"update_id":11,"callback_query":{"id":"tap","from":{"id":101},"message":{"message_id":5,"chat":{"id":-200}},"data":"x"}}""");
        var member = new StoredUpdate(12, Group, """{"update_id":12,"my_chat_member":{"chat":{"id":-200},"from":{"id":101}}}""");
        var edit = new StoredUpdate(14, Group, """{"update_id":14,"edited_message":{"message_id":5,"chat":{"id":-200},"text":"-200"}}""");
        await storage.Inbox.AddAsync([Message(10, Group, "text"), tap, member, Message(13, Anna, "private"), edit], Stop);
        await storage.Chats.MoveAsync(Group, Supergroup, Stop);
        await storage.Chats.MoveAsync(Group, Supergroup, Stop);

        storage = Open();
        Assert.Equal("uk", (await storage.Chats.GetSettingsAsync(Supergroup, Stop)).Language);
        Assert.Equal(ChatSettings.Default, await storage.Chats.GetSettingsAsync(Group, Stop));
        Assert.Equal([2, 1], (await storage.Conversations.ReadRecentAsync(new Place(Supergroup, null), DateTimeOffset.UnixEpoch, 10, Stop)).Select(exchange => exchange.Id));
        Assert.Equal(Supergroup, Assert.Single(await storage.Watches.ReadOpenAsync(10, Stop)).Place.ChatId);
        var messages = await storage.Outbox.ReadWaitingAsync(0, 10, Stop);
        Assert.Equal([Supergroup, Anna], messages.Select(message => message.Content.ChatId));
        Assert.Equal([Supergroup, Anna], messages.Select(message => (long)JsonNode.Parse(message.Content.Request.Json)!["chat_id"]!));
        var updates = await storage.Inbox.ReadWaitingAsync(0, 10, Stop);
        Assert.Equal([Supergroup, Supergroup, Supergroup, Anna, Supergroup], updates.Select(received => received.Update.Lane));
        var json = updates.Select(received => JsonNode.Parse(received.Update.Json)!).ToList();
        Assert.Equal(
            [Supergroup, Supergroup, Supergroup, Anna, Supergroup],
            [
                (long)json[0]["message"]!["chat"]!["id"]!, (long)json[1]["callback_query"]!["message"]!["chat"]!["id"]!, (long)json[2]["my_chat_member"]!["chat"]!["id"]!,
                (long)json[3]["message"]!["chat"]!["id"]!, (long)json[4]["edited_message"]!["chat"]!["id"]!,
            ]);
        Assert.Equal("-200", (string?)json[4]["edited_message"]!["text"]);
        Assert.Equal(1, json[0].AsObject().Count(field => field.Key.EndsWith("message", StringComparison.Ordinal)));

        Assert.Null(await storage.Subscriptions.FindAsync(Group, Stop));
        Assert.Equal("Europe/Kyiv", (await storage.Subscriptions.FindAsync(Supergroup, Stop))!.Zone);

        // The old messages do not exist under the new id, where the same numbers are given again.
        Assert.Null(await storage.Conversations.FindByReplyAsync(Supergroup, 60, Stop));
        Assert.Null(await storage.Conversations.FindByQuestionAsync(Supergroup, 1001, Stop));
    }

    [Fact]
    public async Task What_the_new_id_chose_already_stays()
    {
        var chats = Open().Chats;
        await chats.ChangeSettingsAsync(Group, settings => settings with { Language = "uk" }, Stop);
        await chats.ChangeSettingsAsync(Supergroup, settings => settings with { Language = "de" }, Stop);
        var subscriptions = Open().Subscriptions;
        await subscriptions.ChangeAsync(Group, _ => new Subscription(new Place(Group, null)) { Zone = "Europe/Kyiv" }, Stop);
        await subscriptions.ChangeAsync(Supergroup, _ => new Subscription(new Place(Supergroup, 5)) { Zone = "Asia/Tokyo" }, Stop);
        await chats.MoveAsync(Group, Supergroup, Stop);
        await chats.MoveAsync(Supergroup, Supergroup, Stop);
        Assert.Equal("de", (await chats.GetSettingsAsync(Supergroup, Stop)).Language);
        Assert.Equal("Asia/Tokyo", (await subscriptions.FindAsync(Supergroup, Stop))!.Zone);
        Assert.Null(await subscriptions.FindAsync(Group, Stop));
        Assert.Equal(1, (await chats.GetStatisticsAsync(Stop)).Chats);
    }

    [Fact]
    public async Task An_update_of_another_person_that_quotes_somebody_who_is_forgotten_goes_and_is_in_nobody_elses_export()
    {
        var storage = Open();
        var tap = new StoredUpdate(1, Group, """
            {"update_id":1,"callback_query":{"id":"t","from":{"id":102},"data":"x","message":{"message_id":5,"chat":{"id":-200},
            "reply_to_message":{"message_id":4,"from":{"id":101},"text":"unmistakable"}}}}
            """);
        await storage.Inbox.AddAsync([tap], Stop);
        await storage.Inbox.SetAsideAsync(1, "It failed.", Stop);
        Assert.DoesNotContain("unmistakable", await ExportAsync(storage.Chats, Anna), StringComparison.Ordinal);
        await storage.Chats.ForgetAsync(Anna, Stop);
        Assert.Equal(0, Traces("unmistakable"));
    }

    [Fact]
    public async Task An_update_that_waits_and_quotes_somebody_who_is_forgotten_is_answered_and_kept_as_another_persons_or_set_aside_without_its_words()
    {
        var storage = Open();
        await storage.Inbox.AddAsync([Reply(1), Reply(2), Message(3, Group, "another", Bohdan)], Stop);
        await storage.Inbox.BeginAsync(1, Stop);
        await Open().Chats.ForgetAsync(Anna, Stop);
        Assert.Single(await storage.Inbox.CompleteAsync(1, new UpdateResult { Exchange = Exchange(1, Group, person: Bohdan), Messages = [Sends(Group, "answer")] }, Stop));
        Assert.NotNull(await storage.Conversations.FindAsync(1, Stop));
        await storage.Inbox.SetAsideAsync(2, "unmistakable", Stop);
        await storage.Inbox.SetAsideAsync(3, "It failed.", Stop);
        Assert.Equal((0, 1), (Traces("unmistakable"), Traces("another")));
        Assert.Equal(2, (await storage.Chats.GetStatisticsAsync(Stop)).UpdatesSetAside);

        static StoredUpdate Reply(long id) => new(id, Group, $$"""
            {"update_id":{{id}},"message":{"message_id":5,"chat":{"id":-200},"from":{"id":102},"text":"Who?",
            "reply_to_message":{"message_id":4,"from":{"id":101},"text":"unmistakable"} } }
            """);
    }

    [Fact]
    public async Task Who_is_forgotten_leaves_no_trace_and_others_stay_whole()
    {
        var storage = Open();
        await Fill(storage, Anna, "unmistakable", 1);
        await Fill(storage, Bohdan, "another", 101);
        await storage.Conversations.RateAsync(103, Anna, true, Stop);
        Assert.Equal(12, Traces("unmistakable"));
        var others = Traces("another");
        await storage.Chats.ForgetAsync(Anna, Stop);

        Assert.Equal(0, Traces("unmistakable"));
        Assert.Equal(others, Traces("another"));
        storage = Open();
        Assert.Equal(ChatSettings.Default, await storage.Chats.GetSettingsAsync(Anna, Stop));
        var left = await storage.Chats.GetStatisticsAsync(Stop);
        Assert.Equal((2, 1, 0, 1, 1), (left.Questions, left.Watches, left.Helpful, left.NotHelpful, left.WaitingMessages));
        using var export = JsonDocument.Parse(await ExportAsync(storage.Chats, Anna));
        Assert.All(export.RootElement.EnumerateObject().Where(part => part.Value.ValueKind == JsonValueKind.Array), part => Assert.Empty(part.Value.EnumerateArray()));
    }

    [Fact]
    public async Task Who_is_forgotten_leaves_no_wait_behind()
    {
        var storage = Open();
        await storage.Outbox.HoldAsync(Anna, TimeSpan.FromHours(1), Stop);
        await storage.Outbox.HoldAsync(Bohdan, TimeSpan.FromHours(1), Stop);
        await storage.Chats.ForgetAsync(Anna, Stop);
        Assert.Equal([Bohdan], (await storage.Outbox.ReadHoldsAsync(Stop)).Select(hold => hold.ChatId));
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_is_still_answered()
    {
        var storage = Open();
        await storage.Inbox.AddAsync([Message(1, Anna, "/forget")], Stop);
        await storage.Inbox.BeginAsync(1, Stop);
        await storage.Chats.ForgetAsync(Anna, Stop);
        Assert.Single(await storage.Inbox.CompleteAsync(1, new UpdateResult { Messages = [Sends(Anna, "Done.")] }, Stop));
    }

    [Fact]
    public async Task What_somebody_asked_before_being_forgotten_is_answered_afterwards_and_not_kept()
    {
        var storage = Open();
        await storage.Inbox.AddAsync([Message(1, Group, "unmistakable"), Message(2, Group, "another", Bohdan), Message(3, Group, "unmistakable")], Stop);
        await storage.Inbox.BeginAsync(1, Stop);
        await Open().Chats.ForgetAsync(Anna, Stop);
        foreach (var (id, person) in new[] { (1, Anna), (2, Bohdan) })
            Assert.Single(await storage.Inbox.CompleteAsync(id, new UpdateResult { Exchange = Exchange(id, Group, person: person), Messages = [Sends(Group, "answer")] }, Stop));
        await storage.Inbox.SetAsideAsync(3, "It failed.", Stop);
        Assert.Null(await storage.Conversations.FindAsync(1, Stop));
        Assert.NotNull(await storage.Conversations.FindAsync(2, Stop));
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));

        // What is asked from now on is kept again.
        await Handle(storage, 4, new UpdateResult { Exchange = Exchange(4, Group) });
        Assert.NotNull(await storage.Conversations.FindAsync(4, Stop));
    }

    [Fact]
    public async Task An_export_holds_everything_about_a_person_and_nothing_about_another()
    {
        var storage = Open();
        const string Hostile = "Привіт \"світе\" <b> 😀";
        await Fill(storage, Anna, Hostile, 1);
        await Fill(storage, Bohdan, "another", 101);
        await storage.Conversations.RateAsync(103, Anna, false, Stop);
        var text = await ExportAsync(storage.Chats, Anna);

        Assert.Contains("Привіт \\\"світе\\\" <b>", text, StringComparison.Ordinal);
        Assert.Contains('\n', text);
        Assert.DoesNotContain("another", text, StringComparison.Ordinal);
        using var export = JsonDocument.Parse(text);
        var root = export.RootElement;
        Assert.Equal(Hostile, root.GetProperty("settings").GetProperty("language").GetString());
        Assert.Equal([Hostile, Hostile], root.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("question").GetString()));
        Assert.Equal([3, 103], root.GetProperty("ratings").EnumerateArray().Select(rating => rating.GetProperty("exchangeId").GetInt64()));
        Assert.Equal(Hostile, Assert.Single(root.GetProperty("watches").EnumerateArray()).GetProperty("question").GetString());
        Assert.Equal(Hostile, Assert.Single(root.GetProperty("pendingMessages").EnumerateArray()).GetProperty("request").GetProperty("text").GetString());
        Assert.Equal(Hostile, root.GetProperty("subscription").GetProperty("topics")[0].GetString());
        Assert.Equal(2, root.GetProperty("updatesSetAside").GetArrayLength());
    }

    [Fact]
    public async Task The_counts_are_those_of_what_is_kept()
    {
        var storage = Open();
        await Fill(storage, Anna, "text", 1);
        await storage.Subscriptions.ChangeAsync(Group, _ => new Subscription(new Place(Group, null)) { State = SubscriptionState.Stopped }, Stop);
        await storage.Chats.SetMayWriteAsync(Bohdan, false, Stop);
        await Keep(storage, Exchange(50, Bohdan) with { IsSupported = false });
        await storage.Inbox.AddAsync([Empty(60)], Stop);
        Assert.Equal(new BotStatistics(3, 1, 1, 3, 2, 0, 0, 1, 1, 1, 2, 1, 0), await storage.Chats.GetStatisticsAsync(Stop));
    }

    /// <summary>Everything that may be kept about a person, with a text of that person's in each: 12 texts.</summary>
    private async Task Fill(ChatStorage storage, long person, string text, long firstId)
    {
        await storage.Chats.ChangeSettingsAsync(person, settings => settings with { Language = text }, Stop);
        await storage.Inbox.AddAsync([Message(firstId, person, text, person), Message(firstId + 1, Group, text, person)], Stop);
        await storage.Inbox.SetAsideAsync(firstId, text, Stop);
        await storage.Inbox.SetAsideAsync(firstId + 1, "It failed.", Stop);
        await Keep(storage, Exchange(firstId + 2, person, text, person));
        await Keep(storage, Exchange(firstId + 3, Group, text, person));
        await storage.Conversations.RateAsync(firstId + 2, person, false, Stop);
        await storage.Watches.AddAsync(new Watch(firstId + 2, new Place(Group, 7), person, text, text, 1, Time.Now), 9, Stop);
        await storage.Outbox.AddAsync([Sends(person, text)], Stop);
        await storage.Subscriptions.ChangeAsync(person, _ => new Subscription(new Place(person, null)) { State = SubscriptionState.Active, Topics = [text] }, Stop);
    }

    private int Traces(string text) => ReadAllTexts().Count(found => found.Contains(text, StringComparison.Ordinal));
}
