using NewsBot.Chats;
using NewsBot.Telegram.Dialog;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles a command, or a few related ones.</summary>
internal interface ICommandHandler
{
    /// <summary>Handles a command. May be called again for the same one.</summary>
    Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken);
}

/// <summary>A command that somebody sent.</summary>
/// <param name="Name">Its name in <see cref="CommandTable"/>.</param>
/// <param name="Words">What follows it; may be empty.</param>
/// <param name="Message">The message with the command.</param>
/// <param name="Context">Who sends it, and where.</param>
internal sealed record SentCommand(string Name, string Words, Message Message, ChatContext Context)
{
    /// <summary>Whether a link to the bot named the command: whoever made the link chose it, so that nothing is changed without asking.</summary>
    public bool IsByLink { get; init; }
}
