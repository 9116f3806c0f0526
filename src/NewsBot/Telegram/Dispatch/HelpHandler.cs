using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /help: how to use the bot, and its commands.</summary>
internal sealed class HelpHandler(BotSession session, Access access) : ICommandHandler
{
    public Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken) => Task.FromResult(command.Context.Say(Lay(command.Context)));

    /// <summary>The help for a chat.</summary>
    public LaidOutMessage Lay(ChatContext context)
    {
        var isAdministrator = access.IsBotAdministrator(context.PersonId) && !context.Chat.IsGroup();
        var commands = string.Join('\n', CommandTable.Describe(context.Texts, isAdministrator).Select(command => $"/{command.Command} – {command.Description}"));
        return LaidOutMessage.Of([.. MessageBlock.Titled(context.Texts.Help(session.Me.Username!)), MessageBlock.Plain(commands)]);
    }
}
