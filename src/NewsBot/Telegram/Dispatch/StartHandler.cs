using NewsBot.Chats;
using NewsBot.Core.Display;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /start, which may carry the parameter of a link: a command's name, or 'ask-' and a question in base64url.</summary>
internal sealed class StartHandler(BotSession session, QuestionHandler questions, CommandDispatcher commands, OfferedCommands offered) : ICommandHandler
{
    public async Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var context = command.Context;
        await offered.SetMissingAsync(context.PersonId, cancellationToken);
        if (DeepLink.Read(command.Words) is { } question)
            return await questions.AskAsync(context, question, aboutMessageId: null, cancellationToken);
        return CommandTable.Find(command.Words) is { OpensByLink: true } linked
            ? await commands.HandleAsync(command with { Name = linked.Name, Words = "", IsByLink = true }, cancellationToken)
            : context.Say(LaidOutMessage.Titled(context.Texts.Welcome(DisplayText.Line(session.Me.FirstName))));
    }
}
