using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /mydata and /forget: gives a person's data as a file, or deletes it.</summary>
/// <remarks>The file is made while it is sent, so that no copy of it waits. Who writes in the name of a group or a channel is nobody in particular and has no data.</remarks>
internal sealed class MyDataHandler(IChatStore chats) : ICommandHandler
{
    private const string FileName = "newsbot-my-data.json";

    public Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var context = command.Context;
        return (command.Name, context.Chat.IsGroup(), context.PersonId) switch
        {
            ("forget", _, > 0) => ForgetAsync(context, cancellationToken),
            ("mydata", false, _) => Task.FromResult(Export(context)),
            _ => Task.FromResult(context.Say(context.Texts.InPrivateOnly)),
        };
    }

    private static UpdateResult Export(ChatContext context) =>
        new() { Messages = [BotRequests.DocumentOfPerson(context.Chat.Id, context.ThreadId, FileName, TelegramHtml.Escape(context.Texts.DataCaption))] };

    private async Task<UpdateResult> ForgetAsync(ChatContext context, CancellationToken cancellationToken)
    {
        await chats.ForgetAsync(context.PersonId, cancellationToken);
        return context.Say(context.Texts.Forgotten);
    }
}
