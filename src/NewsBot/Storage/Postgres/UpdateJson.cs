using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsBot.Storage.Postgres;

/// <summary>Finds and replaces ids in the JSON of updates and requests, and leaves every other character as it came.</summary>
/// <remarks>PostgreSQL's own JSON refuses what Telegram may send: an escaped NUL, half a character.</remarks>
internal static class UpdateJson
{
    // Deeper than any update; a reply quotes no further reply.
    private const int MaxDepth = 256;

    private static readonly FrozenSet<string> Senders = FrozenSet.Create(
        "message.from.id", "edited_message.from.id", "callback_query.from.id", "inline_query.from.id", "my_chat_member.from.id");

    private static readonly FrozenSet<string> Quoted = FrozenSet.Create(
        "message.reply_to_message.from.id", "edited_message.reply_to_message.from.id", "callback_query.message.reply_to_message.from.id");

    private static readonly FrozenSet<string> UpdateChats = FrozenSet.Create(
        "message.chat.id", "edited_message.chat.id", "callback_query.message.chat.id", "my_chat_member.chat.id");

    private static readonly FrozenSet<string> RequestChats = FrozenSet.Create("chat_id");

    /// <summary>Who sent an update, and whose message it quotes; null where it names nobody.</summary>
    public static (long? Sender, long? Quoted) People(string update)
    {
        var json = Encoding.UTF8.GetBytes(update);
        return (Find(json, Senders).FirstOrDefault()?.Value, Find(json, Quoted).FirstOrDefault()?.Value);
    }

    /// <summary>An update with another chat's id wherever it names its chat.</summary>
    public static string WithUpdateChat(string update, long chatId) => Replace(update, UpdateChats, chatId);

    /// <summary>A request with another chat's id.</summary>
    public static string WithRequestChat(string request, long chatId) => Replace(request, RequestChats, chatId);

    private static string Replace(string text, FrozenSet<string> paths, long value)
    {
        var json = Encoding.UTF8.GetBytes(text);
        var changed = new StringBuilder(text.Length + 16);
        var written = 0;
        foreach (var number in Find(json, paths))
        {
            changed.Append(Encoding.UTF8.GetString(json, written, number.Start - written)).Append(value.ToString(CultureInfo.InvariantCulture));
            written = number.Start + number.Length;
        }

        return changed.Append(Encoding.UTF8.GetString(json, written, json.Length - written)).ToString();
    }

    /// <summary>The numbers at some paths, in the order of the text; none when the text is no JSON.</summary>
    private static List<Number> Find(byte[] json, FrozenSet<string> paths)
    {
        var found = new List<Number>();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
            var names = new string[MaxDepth + 1];
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    names[reader.CurrentDepth] = reader.ValueIsEscaped ? "\\" : Encoding.UTF8.GetString(reader.ValueSpan);
                else if (reader.TokenType == JsonTokenType.StartArray)
                    names[reader.CurrentDepth + 1] = "[]";
                else if (reader.TokenType == JsonTokenType.Number && paths.Contains(string.Join('.', names[1..(reader.CurrentDepth + 1)])) && reader.TryGetInt64(out var value))
                    found.Add(new Number((int)reader.TokenStartIndex, reader.ValueSpan.Length, value));
            }
        }
        catch (JsonException)
        {
            // It names nobody that a reader of JSON could find.
            return [];
        }

        return found;
    }

    private sealed record Number(int Start, int Length, long Value);
}
