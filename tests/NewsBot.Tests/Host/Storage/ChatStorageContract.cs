using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What the contracts of the chat side share.</summary>
public abstract class ChatStorageContract
{
    protected const long Anna = 101;
    protected const long Bohdan = 102;
    protected const long Group = -200;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected ManualTime Time { get; } = new();

    /// <summary>What people and files may hold.</summary>
    public static TheoryData<string> HostileTexts =>
        ["", "'; DROP TABLE updates; --", "\"$id\" ?1 @x :y", "a\0b", "\r\n\t\u0001\u007f\u2028", "Привіт, світе", "<b>&amp;</b>", string.Concat(Enumerable.Repeat("😀", 4096))];

    /// <summary>Opens the test's own store. Each call opens it again, as another process would; the stores that are open stay open.</summary>
    private protected abstract ChatStorage Open();

    /// <summary>A text as the store gives it back: as it was, except for characters that the database cannot hold.</summary>
    protected virtual string Kept(string text) => text;

    /// <summary>Every text that lies in any table of the store.</summary>
    protected abstract IReadOnlyList<string> ReadAllTexts();

    /// <summary>An update without anything in it.</summary>
    private protected static StoredUpdate Empty(long id) => new(id, 0, $$"""{"update_id":{{id}}}""");

    private protected static StoredUpdate Message(long id, long chat, string text, long sender = Anna) => new(id, chat, Json(new JsonObject
    {
        ["update_id"] = id,
        ["message"] = new JsonObject
        {
            ["message_id"] = id + 1000,
            ["chat"] = new JsonObject { ["id"] = chat },
            ["from"] = new JsonObject { ["id"] = sender },
            ["text"] = text,
        },
    }));

    private protected static NewOutboxMessage Sends(long chat, string text, MessagePurpose purpose = MessagePurpose.Answer, long? exchange = null) =>
        new(chat, new BotRequest("sendMessage", Json(new JsonObject { ["chat_id"] = chat, ["text"] = text })), purpose, exchange);

    private protected static async Task<string> ExportAsync(IChatStore chats, long personId)
    {
        using var written = new MemoryStream();
        await chats.ExportAsync(personId, written, Stop);
        return Encoding.UTF8.GetString(written.ToArray());
    }

    private protected static string TextOf(ReceivedUpdate received) => (string)JsonNode.Parse(received.Update.Json)!["message"]!["text"]!;

    private protected static string TextOf(OutboxMessage message) => (string)JsonNode.Parse(message.Content.Request.Json)!["text"]!;

    private static string Json(JsonObject json) => json.ToJsonString(Readable);

    private protected Exchange Exchange(long id, long chat, string question = "Who?", long person = Anna, long? thread = null) => new(id, new Place(chat, thread), person)
    {
        Question = question,
        AskedAs = question,
        AskedAt = Time.Now,
        QuestionMessageId = id + 1000,
        Answer = "Nobody.",
        IsSupported = true,
    };

    /// <summary>An update comes in and is handled.</summary>
    private protected static async Task<IReadOnlyList<OutboxMessage>> Handle(ChatStorage storage, long id, UpdateResult result)
    {
        Assert.Single(await storage.Inbox.AddAsync([Empty(id)], Stop));
        return await storage.Inbox.CompleteAsync(id, result, Stop);
    }

    private protected static Task<IReadOnlyList<OutboxMessage>> Keep(ChatStorage storage, Exchange exchange) =>
        Handle(storage, exchange.Id, new UpdateResult { Exchange = exchange });

    private protected static void AssertSame(Exchange expected, Exchange? found)
    {
        Assert.NotNull(found);
        Assert.Equal(expected.Citations, found.Citations);
        Assert.Equal(expected.ArticleIds, found.ArticleIds);
        Assert.Equal(expected, found with { Citations = expected.Citations, ArticleIds = expected.ArticleIds });
    }
}
