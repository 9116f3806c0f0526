using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Chats;
using NewsBot.Telegram.Api;

namespace NewsBot.Storage.Sqlite;

/// <summary>Everything that is kept about a person, for that person to read, written a piece at a time.</summary>
internal sealed class PersonExport(SqliteReaders readers, TimeProvider time, long personId)
{
    private const int PageSize = 100;

    // It is sent as a file: letters of every script stand as they are.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly PersonExportJson Json = new(new JsonSerializerOptions(PersonExportJson.Default.Options) { Encoder = Encoder });

    /// <summary>Writes it as indented JSON.</summary>
    public async Task WriteAsync(Stream destination, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(destination, new JsonWriterOptions { Indented = true, Encoder = Encoder });
        writer.WriteStartObject();
        writer.WriteNumber("personId", personId);
        writer.WriteString("exportedAt", time.GetInstant());

        // The choices of the private chat; null when the bot does not know it.
        Put(writer, "settings", await ReadAsync(session => SqliteChatStore.Settings(session, personId)), Json.ChatSettings);
        writer.WriteBoolean("mayWrite", await ReadAsync(session => session.Number("SELECT may_write FROM chats WHERE chat_id = $person", ("$person", personId)) is not 0));

        // The daily summary of the private chat; null when there never was one.
        Put(
            writer,
            "subscription",
            await ReadAsync(session => SqliteSubscription.Query(session, "WHERE chat_id = $person", ("$person", personId)).SingleOrDefault()),
            Json.Subscription);

        // Questions in groups too; summaries that were sent to the private chat, or asked for; oldest first.
        await PutExchangesAsync("questions", "digest_id IS NULL");
        await PutExchangesAsync("digests", "digest_id IS NOT NULL");
        PutAll(
            writer,
            "ratings",
            await ReadAsync(session => session.Query<Rating>(
                "SELECT exchange_id, is_helpful FROM ratings WHERE person_id = $person ORDER BY exchange_id", ("$person", personId))),
            row => new ExportedRating(row.ExchangeId, row.IsHelpful != 0),
            Json.ExportedRating);

        // Oldest first, also those that were answered already.
        PutAll(
            writer,
            "watches",
            await ReadAsync(session => SqliteWatchStore.Query(session, "WHERE person_id = $person ORDER BY since, watch_id", ("$person", personId))),
            watch => watch,
            Json.Watch);
        PutAll(
            writer,
            "pendingMessages",
            await ReadAsync(session => session.Query<Pending>(
                $"SELECT payload, file FROM calls INDEXED BY calls_open WHERE {SqlitePerson.PendingMessages} ORDER BY call_id", ("$person", personId))),
            row => new ExportedMessage(StoredJson.ReadElement(row.Payload), row.File),
            Json.ExportedMessage);
        PutAll(
            writer,
            "updatesSetAside",
            await ReadAsync(session => session.Query<SetAside>(
                $"SELECT payload FROM updates INDEXED BY updates_set_aside WHERE {SqlitePerson.UpdatesSetAside} ORDER BY update_id", ("$person", personId))),
            row => StoredJson.ReadElement(row.Payload),
            Json.JsonElement);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);

        Task<T> ReadAsync<T>(Func<SqliteSession, T> question) => readers.ReadAsync(question, cancellationToken);

        async Task PutExchangesAsync(string name, string which)
        {
            writer.WriteStartArray(name);
            var ids = await ReadAsync(session => session.Query<long>(
                $"SELECT exchange_id FROM exchanges WHERE {SqlitePerson.Exchanges} AND {which} ORDER BY asked_at, exchange_id", ("$person", personId)));
            foreach (var page in ids.Chunk(PageSize))
            {
                var exchanges = await ReadAsync(session => SqliteExchange.Query(
                    session,
                    "WHERE exchange_id IN (SELECT value FROM json_each($ids)) ORDER BY asked_at, exchange_id",
                    ("$ids", $"[{string.Join(',', page)}]")));
                exchanges.ForEach(exchange => JsonSerializer.Serialize(writer, exchange, Json.Exchange));
                await writer.FlushAsync(cancellationToken);
            }

            writer.WriteEndArray();
        }
    }

    private static void Put<T>(Utf8JsonWriter writer, string name, T? value, JsonTypeInfo<T> type)
        where T : class
    {
        writer.WritePropertyName(name);
        if (value is null)
            writer.WriteNullValue();
        else
            JsonSerializer.Serialize(writer, value, type);
    }

    private static void PutAll<TRow, T>(Utf8JsonWriter writer, string name, IReadOnlyList<TRow> rows, Func<TRow, T> make, JsonTypeInfo<T> type)
    {
        writer.WriteStartArray(name);
        foreach (var row in rows)
            JsonSerializer.Serialize(writer, make(row), type);
        writer.WriteEndArray();
    }

    private sealed record Pending(string Payload, string? File);

    private sealed record SetAside(string Payload);

    private sealed record Rating(long ExchangeId, long IsHelpful);
}

/// <summary>A person's rating of an answer.</summary>
/// <param name="ExchangeId">The answer's exchange.</param>
/// <param name="IsHelpful">Whether it helped.</param>
internal sealed record ExportedRating(long ExchangeId, bool IsHelpful);

/// <summary>A message that is not sent yet.</summary>
/// <param name="Request">The request to Telegram.</param>
/// <param name="File">The text of the file that goes with it; null when there is none.</param>
internal sealed record ExportedMessage(JsonElement Request, string? File);

/// <summary>How an export is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ChatSettings))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(Exchange))]
[JsonSerializable(typeof(Watch))]
[JsonSerializable(typeof(ExportedRating))]
[JsonSerializable(typeof(ExportedMessage))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PersonExportJson : JsonSerializerContext;
