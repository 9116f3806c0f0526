using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /mydata and /forget: gives a person's data as a file, or deletes it.</summary>
internal sealed class MyDataHandler(IChatStore chats) : ICommandHandler
{
    private const string FileName = "newsbot-my-data.json";

    public Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken) =>
        command.Name == "forget" ? ForgetAsync(command.Context, cancellationToken) : ExportAsync(command.Context, cancellationToken);

    private async Task<UpdateResult> ExportAsync(ChatContext context, CancellationToken cancellationToken)
    {
        if (context.Chat.IsGroup())
            return context.Say(context.Texts.InPrivateOnly);
        var data = await chats.ExportAsync(context.PersonId, cancellationToken);
        return new UpdateResult { Messages = [BotRequests.Document(context.Chat.Id, context.ThreadId, FileName, data, TelegramHtml.Escape(context.Texts.DataCaption))] };
    }

    private async Task<UpdateResult> ForgetAsync(ChatContext context, CancellationToken cancellationToken)
    {
        await chats.ForgetAsync(context.PersonId, cancellationToken);
        return context.Say(context.Texts.Forgotten);
    }
}
