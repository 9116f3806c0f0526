using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Chats;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Api;

/// <summary>Reads updates: first only what the inbox orders them by, later the whole update by the package.</summary>
internal static class UpdateReader
{
    // The fields of a message that the bot reads.
    private static readonly string[] Kept =
    [
        "message_id", "date", "chat", "from", "sender_chat", "is_automatic_forward", "via_bot", "is_topic_message", "message_thread_id", "text", "caption",
        "entities", "caption_entities", "media_group_id", "quote", "reply_to_message", "forum_topic_created", "migrate_to_chat_id",
    ];

    private static readonly string[] WithChat = ["message", "edited_message", "my_chat_member"];
    private static readonly string[] WithSender = ["callback_query", "inline_query"];

    /// <summary>An update that the service delivered to the webhook.</summary>
    /// <param name="json">The body of its request, UTF-8.</param>
    /// <exception cref="FormatException">It is not one JSON object with an update id.</exception>
    public static StoredUpdate Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var update = JsonElement.ParseValue(ref reader);
            if (!reader.Read())
                return Read(update) ?? throw new FormatException("The update has no id.");
        }
        catch (JsonException failure)
        {
            throw new FormatException("The update is no JSON.", failure);
        }

        throw new FormatException("The update is more than one JSON value.");
    }

    /// <summary>An update as it came; null when it has no id.</summary>
    public static StoredUpdate? Read(JsonElement json)
    {
        var isUpdate = json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty("update_id", out var number)
            && number.ValueKind == JsonValueKind.Number
            && number.TryGetInt64(out _);
        return isUpdate
            ? new StoredUpdate(json.GetProperty("update_id").GetInt64(), Lane(json), Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(json)))
            : null;
    }

    /// <summary>The update in the package's types; null when the package cannot read it.</summary>
    /// <remarks>The package refuses a whole update for a kind of content that it does not know yet; then only the fields that the bot reads are given to it.</remarks>
    public static Update? Parse(string json) =>
        TryRead(() => JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)) ?? TryRead(() => Trimmed(json).Deserialize<Update>(JsonBotAPI.Options));

    /// <summary>The draft whose writing a person stopped; null for every other update.</summary>
    public static MessageGenerationStopped? ReadStop(StoredUpdate update) =>
        update.Json.Contains("\"stopped_message_generation\"", StringComparison.Ordinal) && Parse(update.Json) is { StoppedMessageGeneration: { Chat: not null } stopped }
            ? stopped
            : null;

    private static Update? TryRead(Func<Update?> read)
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // The package's converters throw what they like; an update that they cannot read must not hold up the next.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static JsonObject Trimmed(string json)
    {
        var update = JsonNode.Parse(json)!.AsObject();
        Trim(update["message"]);
        Trim(update["edited_message"]);
        Trim(update["callback_query"]?["message"]);
        (update["my_chat_member"] as JsonObject)?.Remove("old_chat_member");
        return update;
    }

    private static void Trim(JsonNode? node)
    {
        if (node is not JsonObject message)
            return;
        foreach (var name in message.Select(property => property.Key).Except(Kept, StringComparer.Ordinal).ToList())
            message.Remove(name);
        Trim(message["reply_to_message"]);
    }

    private static long Lane(JsonElement update)
    {
        foreach (var name in WithChat)
        {
            if (Id(Property(Property(update, name), "chat")) is { } chat)
                return chat;
        }

        foreach (var name in WithSender)
        {
            var query = Property(update, name);
            if ((Id(Property(Property(query, "message"), "chat")) ?? Id(Property(query, "from"))) is { } id)
                return id;
        }

        return 0;
    }

    private static JsonElement? Property(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) ? value : null;

    private static long? Id(JsonElement? json) => Property(json, "id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out var number) ? number : null;
}
