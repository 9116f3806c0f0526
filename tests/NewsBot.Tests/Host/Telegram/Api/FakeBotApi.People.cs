using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>What people do.</summary>
internal sealed partial class FakeBotApi
{
    private int taps;

    /// <summary>Adds an update in the Bot API's form; an object without an id is given the next one.</summary>
    /// <returns>Its id.</returns>
    public long Add(JsonNode? update) => queue.Add(update);

    /// <summary>Somebody writes to the bot in private. Commands and mentions in the text are marked as Telegram does.</summary>
    /// <param name="replyTo">A message in the same chat.</param>
    public FakeBotApiPosted Says(long personId, string text, string? language = "en", string name = "Ann", long? replyTo = null)
    {
        Locked(() => methods.AddRoom(new FakeBotApiRoom(personId, "private", name)));
        return Post(personId, Person(personId, language, name), text, null, replyTo);
    }

    /// <summary>Somebody began a private chat with the bot some time ago.</summary>
    public void AddPerson(long personId, string name = "Ann") => Locked(() => methods.AddRoom(new FakeBotApiRoom(personId, "private", name)));

    /// <summary>A group comes into being, with the bot in it.</summary>
    public void AddGroup(long id, string title = "News Club", bool isSupergroup = true, bool isForum = false, params long[] administrators) => Locked(() =>
    {
        var room = new FakeBotApiRoom(id, isSupergroup ? "supergroup" : "group", title) { IsForum = isForum };
        room.Administrators.UnionWith(administrators);
        methods.AddRoom(room);
    });

    /// <summary>A topic is opened in a forum.</summary>
    /// <returns>Its thread's id.</returns>
    public long AddTopic(long groupId) => Locked(() =>
    {
        var room = methods.Room(groupId);
        room.Topics.Add(++room.LastMessageId);
        return room.LastMessageId;
    });

    /// <summary>A topic is deleted, and with it its messages.</summary>
    public void DeleteTopic(long groupId, long threadId) => Locked(() =>
    {
        methods.Room(groupId).Topics.Remove(threadId);
        methods.Room(groupId).Messages.RemoveAll(message => message.ThreadId == threadId);
    });

    /// <summary>Somebody writes in a group. Which messages reach a bot there is for the test to know.</summary>
    /// <param name="threadId">A topic of the forum.</param>
    /// <param name="replyTo">A message in the same chat.</param>
    public FakeBotApiPosted SaysIn(
        long groupId, long personId, string text, long? threadId = null, long? replyTo = null, string? language = "en", string name = "Ann") =>
        Post(groupId, Person(personId, language, name), text, threadId, replyTo);

    /// <summary>Somebody changes what was written.</summary>
    public FakeBotApiPosted Edits(FakeBotApiPosted posted, string text)
    {
        var update = Locked(() =>
        {
            var room = methods.Room(posted.ChatId);
            var index = room.Messages.FindIndex(message => message.Id == posted.MessageId);
            var message = room.Messages[index] with { Text = text, Entities = Found(text), Edits = room.Messages[index].Edits + 1 };
            room.Messages[index] = message;
            var json = methods.Json(room, message, Person(message.SenderId, "en", "Ann"));
            json["edit_date"] = clock.GetUtcNow().ToUnixTimeSeconds();
            return new JsonObject { ["edited_message"] = json };
        });
        return posted with { UpdateId = Add(update) };
    }

    /// <summary>Somebody stops the draft that is shown in a private chat.</summary>
    /// <returns>The update's id.</returns>
    public long StopsDraft(long personId) => Add(Locked(() =>
    {
        var room = methods.Room(personId);
        var id = room.StoppableDraft!.Value;
        (room.Draft, room.StoppableDraft) = (null, null);
        return new JsonObject { ["stopped_message_generation"] = new JsonObject { ["chat"] = room.ToJson(), ["draft_id"] = id } };
    }));

    /// <summary>Somebody deletes a message; the bot is not told.</summary>
    public void Deletes(long chatId, long messageId) => Locked(() => methods.Room(chatId).Messages.RemoveAll(message => message.Id == messageId));

    /// <summary>Somebody taps a button; clients may send any data.</summary>
    /// <returns>The update's id and the tap's.</returns>
    public (long UpdateId, string TapId) Taps(long personId, long chatId, long messageId, string data, string? language = "en", string name = "Ann")
    {
        var tap = $"{4_382_000_000_000_000_000 + Interlocked.Increment(ref taps)}";
        var update = Locked(() =>
        {
            methods.TapsInFlight.Add(tap);
            var room = methods.Room(chatId);
            var message = room.Messages.Find(message => message.Id == messageId);
            return new JsonObject
            {
                ["callback_query"] = new JsonObject
                {
                    ["id"] = tap,
                    ["from"] = Person(personId, language, name),
                    ["chat_instance"] = "-4711",
                    ["data"] = data,
                    ["message"] = message is null
                        ? new JsonObject { ["message_id"] = messageId, ["date"] = 0, ["chat"] = room.ToJson() }
                        : methods.Json(room, message, methods.BotJson()),
                },
            };
        });
        return (Add(update), tap);
    }

    /// <summary>Somebody taps the button with a text, under the latest message that has it.</summary>
    public (long UpdateId, string TapId) TapsButton(long personId, long chatId, string text, string? language = "en")
    {
        var (message, button) = Messages(chatId).Reverse()
            .SelectMany(message => message.Keyboard.SelectMany(row => row).Select(button => (message, button)))
            .First(found => found.button.Text == text && found.button.Data is not null);
        return Taps(personId, chatId, message.Id, button.Data!, language);
    }

    /// <summary>Somebody types the bot's name and a text in another chat.</summary>
    /// <returns>The update's id and the query's.</returns>
    public (long UpdateId, string QueryId) AsksInline(long personId, string text, string? language = "en", string name = "Ann")
    {
        var query = $"{9_100_000_000_000_000 + Interlocked.Increment(ref taps)}";
        Locked(() => methods.QueriesInFlight.Add(query));
        var update = new JsonObject
        {
            ["inline_query"] = new JsonObject
            {
                ["id"] = query,
                ["from"] = Person(personId, language, name),
                ["chat_type"] = "private",
                ["query"] = text,
                ["offset"] = "",
            },
        };
        return (Add(update), query);
    }

    /// <summary>Somebody blocks the bot.</summary>
    /// <returns>The update's id.</returns>
    public long Blocks(long personId) => ChangesMembership(personId, personId, isMember: false);

    /// <summary>Somebody who had blocked the bot lets it write again.</summary>
    /// <returns>The update's id.</returns>
    public long Unblocks(long personId) => ChangesMembership(personId, personId, isMember: true);

    /// <summary>Somebody adds the bot to a group that is there.</summary>
    /// <returns>The update's id.</returns>
    public long AddsBot(long groupId, long personId) => ChangesMembership(groupId, personId, isMember: true);

    /// <summary>Somebody removes the bot from a group.</summary>
    /// <returns>The update's id.</returns>
    public long RemovesBot(long groupId, long personId) => ChangesMembership(groupId, personId, isMember: false);

    /// <summary>A group becomes a supergroup: its old id is answered with the new one from now on.</summary>
    /// <returns>The new id.</returns>
    public long BecomesSupergroup(long groupId, long personId = 1)
    {
        var newId = -1_001_000_000_000 + groupId;
        var update = Locked(() =>
        {
            var old = methods.Room(groupId);
            old.MigratedTo = newId;
            var room = new FakeBotApiRoom(newId, "supergroup", old.Title);
            room.Administrators.UnionWith(old.Administrators);
            methods.AddRoom(room);
            return new JsonObject
            {
                ["message"] = new JsonObject
                {
                    ["message_id"] = ++old.LastMessageId,
                    ["from"] = Person(personId, "en", "Ann"),
                    ["chat"] = old.ToJson(),
                    ["date"] = clock.GetUtcNow().ToUnixTimeSeconds(),
                    ["migrate_to_chat_id"] = newId,
                },
            };
        });
        Add(update);
        return newId;
    }

    private FakeBotApiPosted Post(long chatId, JsonObject sender, string text, long? threadId, long? replyTo)
    {
        FakeBotApiMessage? posted = null;
        var update = Locked(() =>
        {
            var room = methods.Room(chatId);
            posted = new FakeBotApiMessage(++room.LastMessageId, chatId, sender["id"]!.GetValue<long>(), clock.GetUtcNow(), text, Found(text))
            {
                ThreadId = threadId,
                ReplyTo = replyTo,
            };
            room.Members.Add(posted.SenderId);
            room.Messages.Add(posted);
            return new JsonObject { ["message"] = methods.Json(room, posted, sender) };
        });
        return new FakeBotApiPosted(Add(update), chatId, posted!.Id);
    }

    private long ChangesMembership(long chatId, long personId, bool isMember) => Add(Locked(() =>
    {
        var room = methods.Room(chatId);
        var wasMember = !room.IsClosed;
        room.IsClosed = !isMember;
        return new JsonObject
        {
            ["my_chat_member"] = new JsonObject
            {
                ["chat"] = room.ToJson(),
                ["from"] = Person(personId, "en", "Ann"),
                ["date"] = clock.GetUtcNow().ToUnixTimeSeconds(),
                ["old_chat_member"] = Member(room, wasMember),
                ["new_chat_member"] = Member(room, isMember),
            },
        };
    }));

    private JsonObject Member(FakeBotApiRoom room, bool isMember)
    {
        var member = new JsonObject { ["user"] = methods.BotJson(), ["status"] = isMember ? "member" : room.Type == "private" ? "kicked" : "left" };
        if (!isMember && room.Type == "private")
            member["until_date"] = 0;
        return member;
    }

    private static JsonObject Person(long id, string? language, string name)
    {
        var person = new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = name };
        if (language is not null)
            person["language_code"] = language;
        return person;
    }

    /// <summary>The commands and mentions that Telegram finds in a text.</summary>
    private static JsonArray Found(string text) => new([.. Marks().Matches(text).Select(JsonNode (mark) => new JsonObject
    {
        ["type"] = mark.Value[0] == '/' ? "bot_command" : "mention", ["offset"] = mark.Index, ["length"] = mark.Length,
    })]);

    [GeneratedRegex(@"(?<![\w/@])(?:/[A-Za-z0-9_]{1,32}(?:@\w+)?|@[A-Za-z0-9_]{4,32})", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Marks();
}
