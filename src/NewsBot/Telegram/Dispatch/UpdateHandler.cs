using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Subscriptions;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles an update; the caller stores and sends what follows from it.</summary>
internal sealed class UpdateHandler(
    MessageHandler messages, TapDispatcher taps, InlineHandler inline, SubscriptionHandler subscriptions, HelpHandler help, IChatStore chats, IOutbox outbox, Access access)
{
    /// <summary>Handles an update. May be called again for the same one.</summary>
    /// <returns>Nothing for an update that the bot does not use or the package cannot read.</returns>
    public async Task<UpdateResult> HandleAsync(ReceivedUpdate received, CancellationToken cancellationToken)
    {
        var (id, at) = (received.Update.Id, received.ReceivedAt);
        switch (UpdateReader.Parse(received.Update.Json))
        {
            case { Message: { Chat: not null } message }:
                return await ReopenAsync(message.Chat, await messages.HandleAsync(id, message, isEdit: false, at, cancellationToken), cancellationToken);
            case { EditedMessage: { Chat: not null } message }:
                return await ReopenAsync(message.Chat, await messages.HandleAsync(id, message, isEdit: true, at, cancellationToken), cancellationToken);
            case { CallbackQuery: { Id: not null, From: not null, Data: not null } query }:
                return await ReopenAsync(query.Message?.Chat, await taps.HandleAsync(id, query, at, cancellationToken), cancellationToken);
            case { InlineQuery: { Id: not null, From: not null } query }:
                return await inline.HandleAsync(id, query, at, cancellationToken);
            case { MyChatMember: { Chat: not null, From: not null, NewChatMember: not null } change }:
                await chats.SetMayWriteAsync(change.Chat.Id, change.NewChatMember.MayWrite(), cancellationToken);
                return await WelcomeAsync(id, change, at, cancellationToken);
            default:
                return UpdateResult.Nothing;
        }
    }

    /// <summary>Tells a person that a message could not be answered.</summary>
    /// <returns>The messages that do so, in the outbox; empty when the update came from no message to the bot.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> ApologizeAsync(ReceivedUpdate received, CancellationToken cancellationToken)
    {
        if (UpdateReader.Parse(received.Update.Json)?.Message is not { Chat: { } chat } message || chat.IsGroup() || message.Author() is not { } author)
            return [];
        var texts = BotLanguages.For(author.LanguageCode);
        var context = new ChatContext(received.Update.Id, received.ReceivedAt, chat, message.TopicId(), message.Id, author.Id, ChatSettings.Default, texts);
        return await outbox.AddAsync(context.Send(LaidOutMessage.Of(texts.Failed)), cancellationToken);
    }

    /// <summary>Takes a chat up again that the bot had given up and is answering now: somebody wrote there, whether or not Telegram told that the bot may write again.</summary>
    private async Task<UpdateResult> ReopenAsync(Chat? chat, UpdateResult result, CancellationToken cancellationToken)
    {
        if (chat is not null && result.Messages.Count > 0)
            await chats.ReopenAsync(chat.Id, cancellationToken);
        return result;
    }

    /// <summary>Tells a group that the bot was added to how to use it, and offers the daily summary again to a person who had blocked the bot.</summary>
    private async Task<UpdateResult> WelcomeAsync(long updateId, ChatMemberUpdated change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!change.NewChatMember.MayWrite() || !access.IsAllowed(change.Chat.Id, change.From.Id))
            return UpdateResult.Nothing;
        var settings = await chats.GetSettingsAsync(change.Chat.Id, cancellationToken);
        var texts = BotLanguages.For(settings.Language ?? change.From.LanguageCode);
        var context = new ChatContext(updateId, at, change.Chat, ThreadId: null, MessageId: null, change.From.Id, settings, texts);
        var resume = await subscriptions.OfferToResumeAsync(context, cancellationToken);
        return new UpdateResult { Messages = change.Chat.IsGroup() ? [.. context.Send(help.Lay(context)), .. resume] : resume };
    }
}
