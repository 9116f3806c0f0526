using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Subscriptions;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Gives each tap on a button of the bot to its handler.</summary>
internal sealed class TapDispatcher(IServiceProvider services, Access access, IChatStore chats)
{
    /// <summary>The type that handles each kind of button, an <see cref="ITapHandler"/>.</summary>
    public static IReadOnlyDictionary<ButtonAction, Type> Handlers { get; } = new Dictionary<ButtonAction, Type>
    {
        [ButtonAction.Sources] = typeof(AnswerTapHandler),
        [ButtonAction.More] = typeof(AnswerTapHandler),
        [ButtonAction.Helpful] = typeof(AnswerTapHandler),
        [ButtonAction.NotHelpful] = typeof(AnswerTapHandler),
        [ButtonAction.Watch] = typeof(AnswerTapHandler),
        [ButtonAction.Set] = typeof(SettingsHandler),
        [ButtonAction.Speak] = typeof(SettingsHandler),
        [ButtonAction.Digest] = typeof(SubscriptionHandler),
    };

    /// <summary>Handles a tap. What it carries comes from a client and may be anything.</summary>
    /// <param name="updateId">The update's.</param>
    /// <param name="query">The tap.</param>
    /// <param name="receivedAt">When it was stored.</param>
    public async Task<UpdateResult> HandleAsync(long updateId, CallbackQuery query, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (query.Message is not { Chat: { } chat } message)
            return End(query, toast: null);
        var settings = await chats.GetSettingsAsync(chat.Id, cancellationToken);
        var texts = BotLanguages.For(settings.Language ?? query.From.LanguageCode);
        if (!access.IsAllowed(chat.Id, query.From.Id) || query.Data is not { } data || ButtonData.Read(data) is not { } button)
            return End(query, texts.ButtonUnknown);
        var context = new ChatContext(updateId, receivedAt, chat, message.TopicId(), message.Id, query.From.Id, settings, texts);
        var handler = (ITapHandler)services.GetRequiredService(Handlers[button.Action]);
        return await handler.HandleAsync(new Tap(query, button, context), cancellationToken);
    }

    private static UpdateResult End(CallbackQuery query, string? toast) => new() { Then = Tap.End(query, toast) };
}
