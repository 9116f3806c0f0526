using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Questions;
using NewsBot.Telegram.Subscriptions;
using NewsBot.Telegram.Texts;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles a message: tells commands from questions, and those for the bot from those for others.</summary>
internal sealed class MessageHandler(
    BotSession session,
    Access access,
    IChatStore chats,
    IConversationStore conversations,
    QuestionHandler questions,
    SubscriptionHandler digests,
    CommandHandler commands)
{
    private static readonly TimeSpan MostLate = TimeSpan.FromDays(2);
    private static readonly TimeSpan MostEarly = TimeSpan.FromMinutes(5);

    /// <summary>The reply to /help.</summary>
    public LaidOutMessage Help(ChatContext talk) => commands.Help(talk);

    /// <summary>Handles a message.</summary>
    public async Task<Handled> HandleAsync(MessageArrived arrived, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var message = arrived.Message;
        if (message.MigratedTo is { } newId)
        {
            await chats.MoveAsync(message.Chat.Id, newId, cancellationToken);
            return Handled.Nothing;
        }

        if (message.Sender is not { } sender || Access.IsOtherBot(sender) || message.ViaBotId == session.Me.Id || Addressing.Of(message, session.Me) is not { } said)
            return Handled.Nothing;
        var talk = await TalkAsync(arrived, sender, receivedAt, cancellationToken);
        if (!access.IsAllowed(message.Chat.Id, sender.Id))
            return message.Chat.IsGroup || arrived.IsEdit ? Handled.Nothing : talk.Say(talk.Texts.NotAllowed(message.Chat.Id));
        if (arrived.IsEdit)
            return await CorrectAsync(message, said, talk, cancellationToken);
        if (said.Command is null && await digests.TryTakeAsync(said.Text, talk, cancellationToken) is { } taken)
            return taken;
        if (said.Command is null || BotCommands.Find(said.Command) == BotCommand.Ask)
            return await AskAsync(message, said, talk, cancellationToken);
        return await commands.HandleAsync(message, said, talk, cancellationToken);
    }

    private async Task<ChatContext> TalkAsync(MessageArrived arrived, Person sender, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var message = arrived.Message;
        var settings = await chats.GetSettingsAsync(message.Chat.Id, cancellationToken);
        var isSane = message.SentAt is { } sent && sent > receivedAt - MostLate && sent < receivedAt + MostEarly;
        return new ChatContext(
            arrived.Id,
            isSane ? message.SentAt!.Value : receivedAt,
            message.Chat,
            message.ThreadId,
            message.Id,
            sender.Id,
            settings,
            BotLanguages.For(settings.Language ?? sender.LanguageCode));
    }

    private async Task<Handled> AskAsync(IncomingMessage message, Addressing said, ChatContext talk, CancellationToken cancellationToken)
    {
        var repliesToBot = message.ReplyTo?.SenderId == session.Me.Id;
        if (said.Text.Length > 0)
            return await questions.AskAsync(talk, said.Text, repliesToBot ? message.ReplyTo!.Id : null, cancellationToken);

        // '/ask' or the bot's name alone, in reply to somebody's question.
        if (!repliesToBot && message.ReplyTo?.Text is { Length: > 0 } quoted)
            return await questions.AskAsync(talk, quoted, aboutMessageId: null, cancellationToken);
        return talk.Say(message.Text is null ? talk.Texts.TextOnly : talk.Texts.AskWhat);
    }

    /// <summary>A question that was edited is answered again, by editing the reply.</summary>
    private async Task<Handled> CorrectAsync(IncomingMessage message, Addressing said, ChatContext talk, CancellationToken cancellationToken)
    {
        var isQuestion = said.Command is null || BotCommands.Find(said.Command) == BotCommand.Ask;
        if (!isQuestion || said.Text.Length == 0)
            return Handled.Nothing;
        var earlier = await conversations.FindByQuestionAsync(message.Chat.Id, message.Id, cancellationToken);
        return earlier is null || earlier.Question == said.Text || earlier.PersonId != talk.PersonId
            ? Handled.Nothing
            : await questions.AskAgainAsync(talk, said.Text, earlier, cancellationToken);
    }
}
