using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Questions;
using NewsBot.Telegram.Subscriptions;
using NewsBot.Telegram.Texts;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles an update; what follows from it is the caller's to store and send.</summary>
internal sealed class UpdateHandler(
    MessageHandler messages, TapHandler taps, InlineHandler inline, SubscriptionHandler digests, IChatStore chats, IOutbox outbox, Access access)
{
    /// <summary>Handles an update. May be called again for the same one.</summary>
    public async Task<Handled> HandleAsync(ReceivedUpdate received, CancellationToken cancellationToken)
    {
        switch (received.Update)
        {
            case MessageArrived arrived:
                return await messages.HandleAsync(arrived, received.ReceivedAt, cancellationToken);
            case ButtonTapped tapped:
                return await taps.HandleAsync(tapped, received.ReceivedAt, cancellationToken);
            case InlineAsked asked:
                return await inline.HandleAsync(asked, received.ReceivedAt, cancellationToken);
            case MembershipChanged changed:
                await chats.SetMayWriteAsync(changed.Chat.Id, changed.MayWrite, cancellationToken);
                return await WelcomeAsync(changed, received.ReceivedAt, cancellationToken);
            default:
                return Handled.Nothing;
        }
    }

    /// <summary>Tells a person that a message could not be answered.</summary>
    /// <returns>The calls that do so, in the outbox; empty when the update came from no message to the bot.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> ApologizeAsync(ReceivedUpdate received, CancellationToken cancellationToken)
    {
        if (received.Update is not MessageArrived { IsEdit: false, Message: { Chat.IsGroup: false, Sender: { } sender } message })
            return [];
        var texts = BotLanguages.For(sender.LanguageCode);
        var talk = new ChatContext(received.Update.Id, received.ReceivedAt, message.Chat, message.ThreadId, message.Id, sender.Id, ChatSettings.Default, texts);
        return await outbox.AddAsync(talk.Send(LaidOutMessage.Of(texts.Failed)), cancellationToken);
    }

    /// <summary>A group that the bot was added to learns how to use it; who had blocked it is offered the daily summary again.</summary>
    private async Task<Handled> WelcomeAsync(MembershipChanged changed, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!changed.MayWrite || !access.IsAllowed(changed.Chat.Id, changed.Sender.Id))
            return Handled.Nothing;
        var settings = await chats.GetSettingsAsync(changed.Chat.Id, cancellationToken);
        var texts = BotLanguages.For(settings.Language ?? changed.Sender.LanguageCode);
        var talk = new ChatContext(changed.Id, at, changed.Chat, ThreadId: null, MessageId: null, changed.Sender.Id, settings, texts);
        var resume = await digests.OfferToResumeAsync(talk, cancellationToken);
        return new Handled(new UpdateOutcome { Calls = changed.Chat.IsGroup ? [.. talk.Send(messages.Help(talk)), .. resume] : resume });
    }
}
