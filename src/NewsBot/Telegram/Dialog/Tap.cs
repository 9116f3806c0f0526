using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Dialog;

/// <summary>A tap on one of the bot's buttons.</summary>
/// <param name="Query">The tap as it came; it has a message.</param>
/// <param name="Data">What the button carries. It comes from a client, so that its parts may be anything.</param>
/// <param name="Context">Who taps, and where.</param>
internal sealed record Tap(CallbackQuery Query, ButtonData Data, ChatContext Context)
{
    /// <summary>The message with the button.</summary>
    public int MessageId => Query.Message!.Id;

    /// <summary>The request that ends the waiting sign of the button.</summary>
    /// <param name="toast">Shown for a moment, at most 200 characters; null for nothing.</param>
    public BotRequest End(string? toast = null) => End(Query, toast);

    /// <summary>The request that ends the waiting sign of a button.</summary>
    public static BotRequest End(CallbackQuery query, string? toast) => new AnswerCallbackQueryRequest { CallbackQueryId = query.Id, Text = toast }.ToJson();

    /// <summary>The result that shows a few words for a moment, and nothing else.</summary>
    public UpdateResult Toast(string toast) => new() { Then = End(toast) };

    /// <summary>The result that sends a message, and leaves the one with the button as it is.</summary>
    public UpdateResult Say(LaidOutMessage message) => Context.Say(message) with { Then = End() };

    /// <summary>The result that changes the message with the button.</summary>
    /// <param name="page">A message of one page.</param>
    /// <param name="toast">Shown for a moment; null for nothing.</param>
    public UpdateResult Edit(LaidOutMessage page, string? toast = null) => new()
    {
        Messages = [BotRequests.Edit(Context.Chat.Id, MessageId, page.Pages[0], page.Keyboard).ToOutbox()],
        Then = End(toast),
    };

    /// <summary>The result that changes the buttons of the message.</summary>
    public UpdateResult EditKeyboard(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> keyboard, string toast) => new()
    {
        Messages = [BotRequests.EditKeyboard(Context.Chat.Id, MessageId, keyboard).ToOutbox()],
        Then = End(toast),
    };
}

/// <summary>Handles the taps on some of the bot's buttons.</summary>
internal interface ITapHandler
{
    /// <summary>Handles a tap. May be called again for the same one.</summary>
    Task<UpdateResult> HandleAsync(Tap tap, CancellationToken cancellationToken);
}
