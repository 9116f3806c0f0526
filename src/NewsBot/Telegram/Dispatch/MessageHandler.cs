using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Subscriptions;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles a message: separates commands from questions, and messages for the bot from messages for others.</summary>
internal sealed class MessageHandler(
    BotSession session, Access access, IChatStore chats, Albums albums, AskHandler asking, QuestionHandler questions, SubscriptionHandler subscriptions, CommandDispatcher commands)
{
    private static readonly TimeSpan MostLate = TimeSpan.FromDays(2);
    private static readonly TimeSpan MostEarly = TimeSpan.FromMinutes(5);

    /// <summary>Handles a message.</summary>
    /// <param name="updateId">The update's.</param>
    /// <param name="message">As it is now.</param>
    /// <param name="isEdit">Whether somebody edited it.</param>
    /// <param name="receivedAt">When the update was stored.</param>
    public async Task<UpdateResult> HandleAsync(long updateId, Message message, bool isEdit, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (message.MigrateToChatId is { } newId)
        {
            await chats.MoveAsync(message.Chat.Id, newId, cancellationToken);
            return UpdateResult.Nothing;
        }

        var me = session.Me;
        if (message.Author() is not { } author || message.ViaBot?.Id == me.Id || !message.HasContent() || Addressing.Of(message, me) is not { } said)
            return UpdateResult.Nothing;

        if (isEdit ? message.Words() is null : !await albums.SpeaksAsync(updateId, message, cancellationToken))
            return UpdateResult.Nothing;
        var settings = await chats.GetSettingsAsync(message.Chat.Id, cancellationToken);
        var texts = BotLanguages.For(settings.Language ?? BotLanguages.WrittenIn(said.Text) ?? author.LanguageCode);
        var context = new ChatContext(updateId, TimeOf(message, receivedAt), message.Chat, message.TopicId(), message.Id, author.Id, settings, texts);
        if (!isEdit && questions.RefuseFast(context) is { } refused)
            return refused;
        if (!access.IsAllowed(message.Chat.Id, author.Id))
            return message.Chat.IsGroup() || isEdit ? UpdateResult.Nothing : context.Say(texts.NotAllowed(message.Chat.Id));

        var command = new SentCommand(said.Command ?? "ask", said.Text, message, context);
        if (isEdit)
            return CommandTable.Find(command.Name)?.Handler == typeof(AskHandler) ? await asking.CorrectAsync(command, cancellationToken) : UpdateResult.Nothing;
        if (said.Command is not null)
            return await commands.HandleAsync(command, cancellationToken);

        return await subscriptions.TryTakeAsync(said.Text, context, cancellationToken) ?? await asking.HandleAsync(command, cancellationToken);
    }

    /// <summary>When the message was sent; when it arrived, if the message names an impossible time or none.</summary>
    private static DateTimeOffset TimeOf(Message message, DateTimeOffset receivedAt)
    {
        var sent = new DateTimeOffset(message.Date, TimeSpan.Zero);
        return sent > receivedAt - MostLate && sent < receivedAt + MostEarly ? sent : receivedAt;
    }
}
