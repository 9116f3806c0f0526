using System.Text;
using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Api;

/// <summary>The Bot API by way of the package Telegram.Bot.</summary>
/// <remarks>
/// Safe for concurrent use. The package knows ids of updates and messages as 32 bits, which is what Telegram gives out, and drops what it cannot read of an
/// update: that is <see cref="OtherUpdate"/> then. It would drop the path of the Bot API's address, too; here it is kept.
/// </remarks>
internal sealed class TelegramBotApi : IBotApi, IDisposable
{
    private static readonly UpdateType[] AllowedUpdates =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember];

    private static readonly string[] AllowedUpdateNames = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"];

    private readonly TelegramBotConnection connection;
    private readonly TimeSpan requestTimeout;

    /// <summary>A client for one bot; nothing is called yet.</summary>
    /// <param name="token">The bot's, as @BotFather gives it out.</param>
    /// <param name="baseUrl">Where the Bot API is, with the path before '/bot' if there is one.</param>
    /// <param name="requestTimeout">For a whole call; what a long poll waits for comes on top.</param>
    /// <exception cref="ArgumentException">The token or the address has the wrong form.</exception>
    public TelegramBotApi(string token, Uri baseUrl, TimeSpan requestTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(requestTimeout, TimeSpan.Zero);
        connection = new TelegramBotConnection(new BotToken(token), baseUrl);
        this.requestTimeout = requestTimeout;
    }

    /// <inheritdoc/>
    public async Task<BotIdentity> GetMeAsync(CancellationToken cancellationToken)
    {
        var user = await connection.SendAsync(new GetMeRequest(), requestTimeout, cancellationToken);
        return new BotIdentity(user.Id, user.Username ?? throw connection.NotTheBotApi("getMe"), user.FirstName ?? "");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BotUpdate>> GetUpdatesAsync(long offset, int limit, TimeSpan wait, CancellationToken cancellationToken)
    {
        var request = new UpdatesRequest { Offset = offset, Limit = limit, Timeout = (int)wait.TotalSeconds, AllowedUpdates = AllowedUpdateNames };
        var result = await connection.SendAsync(request, wait + requestTimeout, cancellationToken);
        return result.ValueKind == JsonValueKind.Array
            ? [.. result.EnumerateArray().Select(UpdateReader.Read).OfType<BotUpdate>().OrderBy(update => update.Id)]
            : throw connection.NotTheBotApi(request.MethodName);
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
    public Task SetWebhookAsync(Uri url, string secret, int maxConnections, CancellationToken cancellationToken)
    {
        var request = new SetWebhookRequest { Url = url.AbsoluteUri, SecretToken = secret, MaxConnections = maxConnections, AllowedUpdates = AllowedUpdates };
        return connection.SendAsync(request, requestTimeout, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteWebhookAsync(CancellationToken cancellationToken) =>
        connection.SendAsync(new DeleteWebhookRequest { DropPendingUpdates = false }, requestTimeout, cancellationToken);

    /// <inheritdoc/>
    public Task SetCommandsAsync(IReadOnlyList<CommandDescription> commands, long? administratorId, string? language, CancellationToken cancellationToken)
    {
        var request = new SetMyCommandsRequest
        {
            Commands = commands.Select(command => new BotCommand(command.Name, command.Description)),
            Scope = administratorId is { } id ? new BotCommandScopeChat { ChatId = id } : new BotCommandScopeDefault(),
            LanguageCode = language,
        };
        return connection.SendAsync(request, requestTimeout, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> IsAdministratorAsync(long chatId, long personId, CancellationToken cancellationToken)
    {
        var member = await connection.SendAsync(new GetChatMemberRequest { ChatId = chatId, UserId = personId }, requestTimeout, cancellationToken);
        return member is ChatMemberOwner or ChatMemberAdministrator;
    }

    /// <inheritdoc/>
    public async Task<long?> CallAsync(BotCall call, CancellationToken cancellationToken)
    {
        switch (call)
        {
            case SendMessage send:
                var sent = await connection.SendAsync(Request(send), requestTimeout, cancellationToken);
                return sent.Id;
            case EditMessage edit:
                var edited = await connection.SendAsync(Request(edit), requestTimeout, cancellationToken);
                return edited.Id;
            case EditKeyboard edit:
                var request = new EditMessageReplyMarkupRequest { ChatId = edit.ChatId, MessageId = (int)edit.MessageId, ReplyMarkup = Keyboard(edit.Keyboard) };
                var changed = await connection.SendAsync(request, requestTimeout, cancellationToken);
                return changed.Id;
            case SendDocument document:
                return await SendAsync(document, cancellationToken);
            case ShowTyping typing:
                var action = new SendChatActionRequest { ChatId = typing.ChatId, MessageThreadId = (int?)typing.ThreadId, Action = ChatAction.Typing };
                await connection.SendAsync(action, requestTimeout, cancellationToken);
                return null;
            case SendDraft draft:
                await connection.SendAsync(Request(draft), requestTimeout, cancellationToken);
                return null;
            case AnswerTap tap:
                await connection.SendAsync(new AnswerCallbackQueryRequest { CallbackQueryId = tap.TapId, Text = tap.Text }, requestTimeout, cancellationToken);
                return null;
            case AnswerInline inline:
                await connection.SendAsync(Request(inline), requestTimeout, cancellationToken);
                return null;
            default:
                throw new ArgumentException($"No way to make a call of the type {call.GetType().Name}.", nameof(call));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private async Task<long?> SendAsync(SendDocument document, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(document.Content));
        // The package writes the name into a header as it is.
        var name = string.Concat(document.FileName.Select(unit => char.IsControl(unit) || unit is '"' or '\\' ? '_' : unit));
        var request = new SendDocumentRequest
        {
            ChatId = document.ChatId,
            MessageThreadId = (int?)document.ThreadId,
            Document = InputFile.FromStream(content, name),
            Caption = document.CaptionHtml,
            ParseMode = document.CaptionHtml is null ? ParseMode.None : ParseMode.Html,
        };
        var sent = await connection.SendAsync(request, requestTimeout, cancellationToken);
        return sent.Id;
    }

    private static SendMessageRequest Request(SendMessage send) => new()
    {
        ChatId = send.ChatId,
        MessageThreadId = (int?)send.ThreadId,
        Text = send.Html,
        ParseMode = ParseMode.Html,
        LinkPreviewOptions = Preview(send.PreviewUrl),
        ReplyParameters = send.ReplyTo is { } id ? new ReplyParameters { MessageId = (int)id, AllowSendingWithoutReply = true } : null,
        ReplyMarkup = Keyboard(send.Keyboard),
    };

    private static EditMessageTextRequest Request(EditMessage edit) => new()
    {
        ChatId = edit.ChatId,
        MessageId = (int)edit.MessageId,
        Text = edit.Html,
        ParseMode = ParseMode.Html,
        LinkPreviewOptions = Preview(edit.PreviewUrl),
        ReplyMarkup = Keyboard(edit.Keyboard),
    };

    private static SendMessageDraftRequest Request(SendDraft draft) => new()
    {
        ChatId = draft.ChatId,
        MessageThreadId = (int?)draft.ThreadId,
        // The package has 32 bits for it; the low ones tell one draft of a chat from the next, and 0 is not allowed.
        DraftId = unchecked((int)draft.DraftId) is var low and not 0 ? low : 1,
        Text = draft.Html,
        ParseMode = ParseMode.Html,
    };

    private static AnswerInlineQueryRequest Request(AnswerInline inline) => new()
    {
        InlineQueryId = inline.QueryId,
        Results = inline.Results.Select(Result),
        CacheTime = (int)inline.CacheTime.TotalSeconds,
        // An answer depends on the settings of who asks, so nobody else is given it.
        IsPersonal = true,
    };

    private static InlineQueryResult Result(InlineResult result) => new InlineQueryResultArticle
    {
        Id = result.Id,
        Title = result.Title,
        Description = result.Description,
        InputMessageContent = new InputTextMessageContent { MessageText = result.Html, ParseMode = ParseMode.Html, LinkPreviewOptions = Preview(null) },
    };

    private static LinkPreviewOptions Preview(string? url) => new() { IsDisabled = url is null, Url = url };

    private static InlineKeyboardMarkup? Keyboard(IReadOnlyList<IReadOnlyList<Button>> rows) => rows.Count == 0
        ? null
        : new InlineKeyboardMarkup(
            rows.Select(row => row.Select(button => new InlineKeyboardButton { Text = button.Text, CallbackData = button.Data, Url = button.Url })));
}
