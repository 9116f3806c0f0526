using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Chats;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Api;

/// <summary>The package's requests as the JSON that the outbox keeps, and changes to that JSON.</summary>
internal static class BotRequests
{
    // The JSON is never part of a page: letters of every script stand as they are, at a third of their escaped length.
    private static readonly JsonSerializerOptions Options = new(JsonBotAPI.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The request as JSON.</summary>
    public static BotRequest ToJson<T>(this RequestBase<T> request) => new(request.MethodName, JsonSerializer.Serialize(request, request.GetType(), Options));

    /// <summary>Sends a message.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="topicId">The forum topic; null outside of one.</param>
    /// <param name="html">Telegram's HTML; 1 to 4096 UTF-16 units once parsed.</param>
    /// <param name="keyboard">The buttons below; null or empty for none.</param>
    /// <param name="previewUrl">The link whose preview is shown; null for none.</param>
    /// <param name="replyTo">The message that it replies to, if that is still there; null for none.</param>
    public static SendMessageRequest Message(
        long chatId, int? topicId, string html, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>>? keyboard = null, string? previewUrl = null, int? replyTo = null) => new()
        {
            ChatId = chatId,
            MessageThreadId = topicId,
            Text = html,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = Preview(previewUrl),
            ReplyParameters = replyTo is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null,
            ReplyMarkup = Markup(keyboard ?? []),
        };

    /// <summary>Changes the text and the buttons of a message of the bot.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageId">The message; 0 for the reply of an exchange, whose id is known once it was sent.</param>
    /// <param name="html">As in <see cref="Message"/>.</param>
    /// <param name="keyboard">The buttons below; null or empty for none.</param>
    /// <param name="previewUrl">The link whose preview is shown; null for none.</param>
    public static EditMessageTextRequest Edit(
        long chatId, int messageId, string html, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>>? keyboard = null, string? previewUrl = null) => new()
        {
            ChatId = chatId,
            MessageId = messageId,
            Text = html,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = Preview(previewUrl),
            ReplyMarkup = Markup(keyboard ?? []),
        };

    /// <summary>Changes the buttons of a message of the bot; none for an empty list.</summary>
    public static EditMessageReplyMarkupRequest EditKeyboard(long chatId, int messageId, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> keyboard) =>
        new() { ChatId = chatId, MessageId = messageId, ReplyMarkup = Markup(keyboard) };

    /// <summary>A request as the outbox takes it.</summary>
    public static NewOutboxMessage ToOutbox(this SendMessageRequest request, MessagePurpose purpose = MessagePurpose.Answer, long? exchangeId = null) =>
        new(request.ChatId.Identifier!.Value, request.ToJson(), purpose, exchangeId);

    /// <summary>A request as the outbox takes it; message id 0 stands for the exchange's reply, whose id is known once it was sent.</summary>
    public static NewOutboxMessage ToOutbox(this EditMessageTextRequest request, long? exchangeId = null) =>
        new(request.ChatId.Identifier!.Value, request.ToJson(), ExchangeId: exchangeId) { EditsReply = request.MessageId == 0 };

    /// <summary>A request as the outbox takes it.</summary>
    public static NewOutboxMessage ToOutbox(this EditMessageReplyMarkupRequest request) => new(request.ChatId.Identifier!.Value, request.ToJson());

    /// <summary>Sends what is kept about the person of a private chat as a file.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="topicId">The forum topic; null outside of one.</param>
    /// <param name="fileName">As people see it: letters and digits of ASCII, blanks, '.', '-' and '_'.</param>
    /// <param name="captionHtml">Telegram's HTML below the file.</param>
    public static NewOutboxMessage DocumentOfPerson(long chatId, int? topicId, string fileName, string captionHtml)
    {
        var request = new SendDocumentRequest
        {
            ChatId = chatId,
            MessageThreadId = topicId,
            Document = InputFile.FromFileId(StoredRequest.Attached + fileName),
            Caption = captionHtml,
            ParseMode = ParseMode.Html,
        };
        return new NewOutboxMessage(chatId, request.ToJson());
    }

    /// <summary>A keyboard; null for one without buttons.</summary>
    public static InlineKeyboardMarkup? Markup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> rows) => rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);

    /// <summary>The link whose preview is shown; no preview for null.</summary>
    public static LinkPreviewOptions Preview(string? url) => new() { IsDisabled = url is null, Url = url };

    /// <summary>The text of a parameter; null when the request lacks it.</summary>
    public static string? Text(this BotRequest request, string parameter) => Parameters(request)[parameter]?.GetValue<string>();

    /// <summary>Whether the request has a parameter.</summary>
    public static bool Has(this BotRequest request, string parameter) => Parameters(request).ContainsKey(parameter);

    /// <summary>The request with another value of one parameter; null takes the parameter out.</summary>
    public static BotRequest With(this BotRequest request, string parameter, JsonNode? value)
    {
        var parameters = Parameters(request);
        if (value is null)
            parameters.Remove(parameter);
        else
            parameters[parameter] = value;
        return request with { Json = parameters.ToJsonString(Options) };
    }

    /// <summary>An edit of a message as a new message of the same words.</summary>
    /// <param name="request">The edit.</param>
    /// <param name="topicId">The forum topic; null outside of one.</param>
    /// <param name="replyTo">The message that it replies to, if that is still there; 0 for none.</param>
    public static BotRequest AsMessage(this BotRequest request, int? topicId, int replyTo)
    {
        var reply = replyTo == 0 ? null : new JsonObject { ["message_id"] = replyTo, ["allow_sending_without_reply"] = true };
        var sent = request.With("message_id", value: null).With("message_thread_id", topicId).With("reply_parameters", reply);
        return sent with { Method = "sendMessage" };
    }

    private static JsonObject Parameters(BotRequest request) => JsonNode.Parse(request.Json)!.AsObject();
}

/// <summary>A request whose JSON is at hand, for the package's client.</summary>
/// <param name="request">The request.</param>
/// <param name="writeFile">Writes the file that it sends and does not hold itself; null when there is none.</param>
internal sealed class StoredRequest(BotRequest request, Func<Stream, CancellationToken, Task>? writeFile) : RequestBase<JsonElement>(request.Method)
{
    /// <summary>How a parameter begins that names the file that is sent along.</summary>
    public const string Attached = "attach://";

#pragma warning disable CA2000 // The whole disposes its parts.
    public override HttpContent ToHttpContent() =>
        request.File is { } text ? WithFile(() => new ByteArrayContent(Encoding.UTF8.GetBytes(text)))
        : writeFile is { } write ? WithFile(() => new WrittenContent(write))
        : new StringContent(request.Json, Encoding.UTF8, "application/json");
#pragma warning restore CA2000

    private MultipartFormDataContent WithFile(Func<HttpContent> file)
    {
        var content = new MultipartFormDataContent();
#pragma warning disable CA2000 // The whole disposes its parts.
        foreach (var (name, node) in JsonNode.Parse(request.Json)!.AsObject())
        {
            var value = node!.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
            content.Add(new StringContent(value), name);
            if (value.StartsWith(Attached, StringComparison.Ordinal))
                content.Add(file(), value[Attached.Length..], value[Attached.Length..]);
        }
#pragma warning restore CA2000

        return content;
    }

    /// <summary>A body that is written while it is sent, so that it is never whole in memory.</summary>
    private sealed class WrittenContent(Func<Stream, CancellationToken, Task> write) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => write(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
