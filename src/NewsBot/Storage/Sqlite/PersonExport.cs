using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;

namespace NewsBot.Storage.Sqlite;

/// <summary>Everything that is kept about a person, for that person to read.</summary>
internal sealed record PersonExport
{
    // It is sent as a file: letters of every script stand as they are.
    private static readonly PersonExportJson Json =
        new(new JsonSerializerOptions(PersonExportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The person's id.</summary>
    public required long PersonId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset ExportedAt { get; init; }

    /// <summary>The choices of the private chat; null when the bot does not know it.</summary>
    public required ChatSettings? Settings { get; init; }

    /// <summary>Whether the bot may write to the person.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>The daily summary of the private chat; null when there never was one.</summary>
    public required Subscription? Subscription { get; init; }

    /// <summary>Questions and their answers, in groups too, oldest first.</summary>
    public required IReadOnlyList<Exchange> Questions { get; init; }

    /// <summary>Daily summaries that were sent to the private chat, or asked for, oldest first.</summary>
    public required IReadOnlyList<Exchange> Digests { get; init; }

    /// <summary>The person's ratings of answers.</summary>
    public required IReadOnlyList<ExportedRating> Ratings { get; init; }

    /// <summary>Questions that the person wants news of, oldest first, also those that were answered already.</summary>
    public required IReadOnlyList<Watch> Watches { get; init; }

    /// <summary>Messages to the person that are not sent yet.</summary>
    public required IReadOnlyList<ExportedMessage> PendingMessages { get; init; }

    /// <summary>What the person sent and the bot failed to handle, as Telegram delivered it.</summary>
    public required IReadOnlyList<JsonElement> UpdatesSetAside { get; init; }

    /// <summary>As indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json.PersonExport);
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
[JsonSerializable(typeof(PersonExport))]
internal sealed partial class PersonExportJson : JsonSerializerContext;
