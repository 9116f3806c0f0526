using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /ask and plain words: a question.</summary>
internal sealed class AskHandler(BotSession session, IConversationStore conversations, QuestionHandler questions) : ICommandHandler
{
    public async Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var (context, message) = (command.Context, command.Message);
        long? answerId = message.RepliesTo(session.Me) ? message.RepliedTo()!.Id : null;

        // What the bot said is in its exchange; the part of it that somebody quotes is not.
        var quoted = answerId is null ? message.Quoted() : message.Quote?.Text;
        var isAboutQuoted = !command.Words.Any(char.IsLetterOrDigit) || (answerId is null && QuotedTurn.AsksWhetherTrue(command.Words));

        // '/ask' or the bot's name alone, in reply to somebody's question; 'is this true?' in reply to a claim.
        if (isAboutQuoted && quoted is { Length: > 0 })
            return await questions.AskAsync(context, quoted, answerId, cancellationToken);
        if (command.Words.Length > 0)
            return await questions.AskAsync(context, command.Words, answerId, cancellationToken, answerId is null ? quoted : null);
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
