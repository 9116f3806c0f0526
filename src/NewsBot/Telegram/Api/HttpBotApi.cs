using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Core.Chats;

namespace NewsBot.Telegram.Api;

/// <summary>The Bot API over plain HTTP.</summary>
internal sealed class HttpBotApi : IBotApi, IDisposable
{
    /// <summary>How every text that the bot sends is written.</summary>
    public const string ParseMode = "HTML";

    // A hundred updates of the longest messages, each with one that it replies to, take a few megabytes.
    private const int MaxUpdatesBytes = 32 << 20;
    private const int MaxReplyBytes = 1 << 20;

    private static readonly string[] AllowedUpdates = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"];
    private static readonly BotApiRequests.LinkPreviewOptions NoPreview = new(IsDisabled: true, Url: null);
    private static readonly BotApiJson Json = BotApiJson.Compact;

    private readonly BotApiConnection connection;
    private readonly TimeSpan requestTimeout;

    /// <summary>A client for one bot; nothing is called yet.</summary>
    /// <param name="token">The bot's, as @BotFather gives it out.</param>
    /// <param name="baseUrl">Where the Bot API is, with the path before '/bot' if there is one.</param>
    /// <param name="requestTimeout">For a whole call; what a long poll waits for comes on top.</param>
    /// <exception cref="ArgumentException">The token or the address has the wrong form.</exception>
    public HttpBotApi(string token, Uri baseUrl, TimeSpan requestTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(requestTimeout, TimeSpan.Zero);
        connection = new BotApiConnection(new BotToken(token), baseUrl);
        this.requestTimeout = requestTimeout;
    }

    /// <inheritdoc/>
    public async Task<BotIdentity> GetMeAsync(CancellationToken cancellationToken)
    {
        const string Method = "getMe";
        var result = await connection.PostAsync(Method, content: null, requestTimeout, MaxReplyBytes, cancellationToken);
        var user = connection.Read(Method, result, Json.User);
        return new BotIdentity(user.Id, user.Username ?? throw connection.NotTheBotApi(Method), user.FirstName ?? "");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BotUpdate>> GetUpdatesAsync(long offset, int limit, TimeSpan wait, CancellationToken cancellationToken)
    {
        const string Method = "getUpdates";
        using var content = Content(new BotApiRequests.GetUpdates(offset, limit, (int)wait.TotalSeconds, AllowedUpdates), Json.GetUpdates);
        var result = await connection.PostAsync(Method, content, wait + requestTimeout, MaxUpdatesBytes, cancellationToken);
        return result.ValueKind == JsonValueKind.Array
            ? [.. result.EnumerateArray().Select(UpdateReader.Read).OfType<BotUpdate>().OrderBy(update => update.Id)]
            : throw connection.NotTheBotApi(Method);
    }

    /// <inheritdoc/>
    public BotUpdate ReadUpdate(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var update = JsonElement.ParseValue(ref reader);
            if (!reader.Read())
                return UpdateReader.Read(update) ?? throw new FormatException("The update has no id.");
        }
        catch (JsonException failure)
        {
            throw new FormatException("The update is no JSON.", failure);
        }

        throw new FormatException("The update is more than one JSON value.");
    }

    /// <inheritdoc/>
    public Task SetWebhookAsync(Uri url, string secret, int maxConnections, CancellationToken cancellationToken) =>
        PostAsync("setWebhook", new BotApiRequests.SetWebhook(url.AbsoluteUri, secret, maxConnections, AllowedUpdates), Json.SetWebhook, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteWebhookAsync(CancellationToken cancellationToken) =>
        PostAsync("deleteWebhook", new BotApiRequests.DeleteWebhook(DropPendingUpdates: false), Json.DeleteWebhook, cancellationToken);

    /// <inheritdoc/>
    public Task SetCommandsAsync(IReadOnlyList<CommandDescription> commands, long? administratorId, string? language, CancellationToken cancellationToken)
    {
        var scope = new BotApiRequests.BotCommandScope(administratorId is null ? "default" : "chat", administratorId);
        var list = commands.Select(command => new BotApiRequests.BotCommand(command.Name, command.Description));
        return PostAsync("setMyCommands", new BotApiRequests.SetMyCommands([.. list], scope, language), Json.SetMyCommands, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> IsAdministratorAsync(long chatId, long personId, CancellationToken cancellationToken)
    {
        const string Method = "getChatMember";
        var result = await PostAsync(Method, new BotApiRequests.GetChatMember(chatId, personId), Json.GetChatMember, cancellationToken);
        return connection.Read(Method, result, Json.Member).Status is "creator" or "administrator";
    }

    /// <inheritdoc/>
    public async Task<long?> CallAsync(BotCall call, CancellationToken cancellationToken)
    {
        var result = await PostAsync(call, cancellationToken);
        return result.ValueKind == JsonValueKind.Object && result.TryGetProperty("message_id", out var id) && id.TryGetInt64(out var number) ? number : null;
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private Task<JsonElement> PostAsync(BotCall call, CancellationToken cancellationToken) => call switch
    {
        SendMessage send => PostAsync(
            "sendMessage",
            new BotApiRequests.SendMessage(
                send.ChatId, send.ThreadId, send.Html, ParseMode, Preview(send.PreviewUrl), ReplyTo(send.ReplyTo), Keyboard(send.Keyboard)),
            Json.SendMessage,
            cancellationToken),
        EditMessage edit => PostAsync(
            "editMessageText",
            new BotApiRequests.EditMessageText(edit.ChatId, edit.MessageId, edit.Html, ParseMode, Preview(edit.PreviewUrl), Keyboard(edit.Keyboard)),
            Json.EditMessageText,
            cancellationToken),
        EditKeyboard edit => PostAsync(
            "editMessageReplyMarkup",
            new BotApiRequests.EditMessageReplyMarkup(edit.ChatId, edit.MessageId, Keyboard(edit.Keyboard)),
            Json.EditMessageReplyMarkup,
            cancellationToken),
        SendDocument document => PostDocumentAsync(document, cancellationToken),
        ShowTyping typing => PostAsync(
            "sendChatAction", new BotApiRequests.SendChatAction(typing.ChatId, typing.ThreadId, "typing"), Json.SendChatAction, cancellationToken),
        SendDraft draft => PostAsync(
            "sendMessageDraft",
            new BotApiRequests.SendMessageDraft(draft.ChatId, draft.ThreadId, draft.DraftId, draft.Html, ParseMode),
            Json.SendMessageDraft,
            cancellationToken),
        AnswerTap tap => PostAsync(
            "answerCallbackQuery", new BotApiRequests.AnswerCallbackQuery(tap.TapId, tap.Text), Json.AnswerCallbackQuery, cancellationToken),
        AnswerInline inline => PostAsync(
            "answerInlineQuery",
            // An answer depends on the settings of who asks, so nobody else is given it.
            new BotApiRequests.AnswerInlineQuery(inline.QueryId, [.. inline.Results.Select(Result)], (int)inline.CacheTime.TotalSeconds, IsPersonal: true),
            Json.AnswerInlineQuery,
            cancellationToken),
        _ => throw new ArgumentException($"No way to make a call of the type {call.GetType().Name}.", nameof(call)),
    };

    private async Task<JsonElement> PostAsync<T>(string method, T parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var content = Content(parameters, type);
        return await connection.PostAsync(method, content, requestTimeout, MaxReplyBytes, cancellationToken);
    }

    private async Task<JsonElement> PostDocumentAsync(SendDocument document, CancellationToken cancellationToken)
    {
        using var form = new DocumentForm(document);
        return await connection.PostAsync("sendDocument", form, requestTimeout, MaxReplyBytes, cancellationToken);
    }

    private static ByteArrayContent Content<T>(T parameters, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(parameters, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static BotApiRequests.LinkPreviewOptions Preview(string? url) => url is null ? NoPreview : new BotApiRequests.LinkPreviewOptions(null, url);

    private static BotApiRequests.ReplyParameters? ReplyTo(long? messageId) =>
        messageId is { } id ? new BotApiRequests.ReplyParameters(id, AllowSendingWithoutReply: true) : null;

    private static BotApiRequests.InlineKeyboardMarkup? Keyboard(IReadOnlyList<IReadOnlyList<Button>> rows) => rows.Count == 0
        ? null
        : new BotApiRequests.InlineKeyboardMarkup(
            [.. rows.Select(row => row.Select(button => new BotApiRequests.InlineKeyboardButton(button.Text, button.Data, button.Url)).ToList())]);

    private static BotApiRequests.InlineQueryResultArticle Result(InlineResult result) =>
        new("article", result.Id, result.Title, result.Description, new BotApiRequests.InputTextMessageContent(result.Html, ParseMode, NoPreview));
}
