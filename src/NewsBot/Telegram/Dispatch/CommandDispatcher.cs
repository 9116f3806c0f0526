using NewsBot.Chats;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Gives each command to its handler in <see cref="CommandTable"/>.</summary>
internal sealed class CommandDispatcher(IServiceProvider services, Access access)
{
    private const int MaxShownCommand = 32;

    /// <summary>Handles a command.</summary>
    /// <param name="sent">The command, by the name that somebody typed.</param>
    public Task<UpdateResult> HandleAsync(SentCommand sent, CancellationToken cancellationToken)
    {
        var context = sent.Context;
        if (CommandTable.Find(sent.Name) is not { } command)
            return Task.FromResult(context.Say(Unknown(sent.Name, context.Texts)));
        if (command.IsForAdministrators && !access.IsBotAdministrator(context.PersonId))
            return Task.FromResult(context.Say(context.Texts.AdministratorsOnly));
        var handler = (ICommandHandler)services.GetRequiredService(command.Handler);
        return handler.HandleAsync(sent with { Name = command.Name }, cancellationToken);
    }

    private static string Unknown(string typed, BotTexts texts)
    {
        var shown = typed.Length > MaxShownCommand ? typed[..MaxShownCommand] : typed;
        return texts.UnknownCommand(shown, CommandTable.FindNearest(shown)?.Name);
    }
}
