using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage;

/// <summary>Everything that is kept about a person, for that person to read, written a piece at a time.</summary>
internal static class PersonExport
{
    private const int PageSize = 100;

    // It is sent as a file: letters of every script stand as they are.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly PersonExportJson Json = new(new JsonSerializerOptions(PersonExportJson.Default.Options) { Encoder = Encoder });

    /// <summary>Writes it as indented JSON.</summary>
    public static async Task WriteAsync(IPersonRecords records, DateTimeOffset now, Stream destination, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(destination, new JsonWriterOptions { Indented = true, Encoder = Encoder });
        writer.WriteStartObject();
        writer.WriteNumber("personId", records.PersonId);
        writer.WriteString("exportedAt", now);

        // The choices of the private chat; null when the bot does not know it.
        Put(writer, "settings", await records.ReadSettingsAsync(cancellationToken), Json.ChatSettings);
        writer.WriteBoolean("mayWrite", await records.MayWriteAsync(cancellationToken));

        // The daily summary of the private chat; null when there never was one.
        Put(writer, "subscription", await records.ReadSubscriptionAsync(cancellationToken), Json.Subscription);

        // Questions in groups too; summaries that were sent to the private chat, or asked for; oldest first.
        await PutExchangesAsync("questions", areDigests: false);
        await PutExchangesAsync("digests", areDigests: true);
        PutAll(writer, "ratings", await records.ReadRatingsAsync(cancellationToken), Json.ExportedRating);

        // Oldest first, also those that were answered already.
        PutAll(writer, "watches", await records.ReadWatchesAsync(cancellationToken), Json.Watch);
        PutAll(writer, "pendingMessages", await records.ReadPendingMessagesAsync(cancellationToken), Json.ExportedMessage);
        PutAll(writer, "updatesSetAside", await records.ReadUpdatesSetAsideAsync(cancellationToken), Json.JsonElement);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);

        async Task PutExchangesAsync(string name, bool areDigests)
        {
            writer.WriteStartArray(name);
            foreach (var page in (await records.ReadExchangeIdsAsync(areDigests, cancellationToken)).Chunk(PageSize))
            {
                foreach (var exchange in await records.ReadExchangesAsync(page, cancellationToken))
                    JsonSerializer.Serialize(writer, exchange, Json.Exchange);
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

    private static void PutAll<T>(Utf8JsonWriter writer, string name, IEnumerable<T> values, JsonTypeInfo<T> type)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            JsonSerializer.Serialize(writer, value, type);
        writer.WriteEndArray();
    }
}

/// <summary>What a database keeps about one person; what is exported is what is forgotten.</summary>
internal interface IPersonRecords
{
    long PersonId { get; }

    /// <summary>What the private chat chose; null when the bot does not know it.</summary>
    Task<ChatSettings?> ReadSettingsAsync(CancellationToken cancellationToken);

    /// <summary>Whether the private chat may be written to.</summary>
    Task<bool> MayWriteAsync(CancellationToken cancellationToken);

    /// <summary>The subscription of the private chat; null when there never was one.</summary>
    Task<Subscription?> ReadSubscriptionAsync(CancellationToken cancellationToken);

    /// <summary>The exchanges in the private chat and in groups, oldest first.</summary>
    /// <param name="areDigests">Whether those about digests, or those about questions.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<long>> ReadExchangeIdsAsync(bool areDigests, CancellationToken cancellationToken);

    /// <summary>Of some exchanges those that are still there, oldest first.</summary>
    Task<IReadOnlyList<Exchange>> ReadExchangesAsync(long[] ids, CancellationToken cancellationToken);

    /// <summary>The person's ratings, by exchange.</summary>
    Task<IReadOnlyList<ExportedRating>> ReadRatingsAsync(CancellationToken cancellationToken);

    /// <summary>The person's watches, closed ones too, oldest first.</summary>
    Task<IReadOnlyList<Watch>> ReadWatchesAsync(CancellationToken cancellationToken);

    /// <summary>Messages to the private chat that are not sent yet; of one that was sent or given up, neither the chat nor the text is kept.</summary>
    Task<IReadOnlyList<ExportedMessage>> ReadPendingMessagesAsync(CancellationToken cancellationToken);

    /// <summary>Updates of the person that could not be handled; of a handled one, neither the chat nor the text is kept.</summary>
    Task<IReadOnlyList<JsonElement>> ReadUpdatesSetAsideAsync(CancellationToken cancellationToken);
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
