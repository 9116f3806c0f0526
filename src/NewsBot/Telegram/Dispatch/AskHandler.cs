using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /ask and plain words: a question.</summary>
internal sealed class AskHandler(BotSession session, IConversationStore conversations, QuestionHandler questions) : ICommandHandler
{
    public async Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var (context, replied) = (command.Context, command.Message.RepliedTo());
        var repliesToBot = command.Message.RepliesTo(session.Me);
        if (command.Words.Length > 0)
            return await questions.AskAsync(context, command.Words, repliesToBot ? replied!.Id : null, cancellationToken);

        // '/ask' or the bot's name alone, in reply to somebody's question.
        if (!repliesToBot && replied?.Words() is { Length: > 0 } quoted)
            return await questions.AskAsync(context, quoted, aboutMessageId: null, cancellationToken);
        return context.Say(command.Message.Words() is null ? context.Texts.TextOnly : context.Texts.AskWhat);
    }

    /// <summary>Answers a question that was edited, by editing the reply.</summary>
    public async Task<UpdateResult> CorrectAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var (context, text) = (command.Context, command.Words);
        if (text.Length == 0)
            return UpdateResult.Nothing;
        var earlier = await conversations.FindByQuestionAsync(context.Chat.Id, command.Message.Id, cancellationToken);
        return earlier is null || earlier.Question == text || earlier.PersonId != context.PersonId
            ? UpdateResult.Nothing
            : await questions.AskAgainAsync(context, text, earlier, cancellationToken);
    }
}
