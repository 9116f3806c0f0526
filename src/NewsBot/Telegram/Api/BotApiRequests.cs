namespace NewsBot.Telegram.Api;

/// <summary>The bodies of the calls that the bot makes; names and meanings are the Bot API's (core.telegram.org/bots/api, version 10.3).</summary>
internal static class BotApiRequests
{
    internal sealed record GetUpdates(long Offset, int Limit, int Timeout, IReadOnlyList<string> AllowedUpdates);

    internal sealed record SetWebhook(string Url, string SecretToken, int MaxConnections, IReadOnlyList<string> AllowedUpdates);

    internal sealed record DeleteWebhook(bool DropPendingUpdates);

    internal sealed record SetMyCommands(IReadOnlyList<BotCommand> Commands, BotCommandScope Scope, string? LanguageCode);

    internal sealed record BotCommand(string Command, string Description);

    internal sealed record BotCommandScope(string Type, long? ChatId);

    internal sealed record GetChatMember(long ChatId, long UserId);

    internal sealed record SendMessage(
        long ChatId,
        long? MessageThreadId,
        string Text,
        string ParseMode,
        LinkPreviewOptions LinkPreviewOptions,
        ReplyParameters? ReplyParameters,
        InlineKeyboardMarkup? ReplyMarkup);

    internal sealed record EditMessageText(
        long ChatId, long MessageId, string Text, string ParseMode, LinkPreviewOptions LinkPreviewOptions, InlineKeyboardMarkup? ReplyMarkup);

    internal sealed record EditMessageReplyMarkup(long ChatId, long MessageId, InlineKeyboardMarkup? ReplyMarkup);

    internal sealed record SendChatAction(long ChatId, long? MessageThreadId, string Action);

    internal sealed record SendMessageDraft(long ChatId, long? MessageThreadId, long DraftId, string Text, string ParseMode);

    internal sealed record AnswerCallbackQuery(string CallbackQueryId, string? Text);

    internal sealed record AnswerInlineQuery(string InlineQueryId, IReadOnlyList<InlineQueryResultArticle> Results, int CacheTime, bool IsPersonal);

    internal sealed record InlineQueryResultArticle(
        string Type, string Id, string Title, string? Description, InputTextMessageContent InputMessageContent);

    internal sealed record InputTextMessageContent(string MessageText, string ParseMode, LinkPreviewOptions LinkPreviewOptions);

    internal sealed record LinkPreviewOptions(bool? IsDisabled, string? Url);

    internal sealed record ReplyParameters(long MessageId, bool AllowSendingWithoutReply);

    internal sealed record InlineKeyboardMarkup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard);

    internal sealed record InlineKeyboardButton(string Text, string? CallbackData, string? Url);
}
