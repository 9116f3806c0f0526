using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Models;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /privacy: what is kept, and for how long.</summary>
internal sealed class PrivacyHandler(IOptions<TelegramOptions> options, GuardedModel? model = null, ITextEmbedder? embedder = null) : ICommandHandler
{
    public Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var asksServices = model is not null || embedder is not null;
        var text = command.Context.Texts.Privacy(options.Value.ConversationDays, options.Value.WatchDays, asksServices);
        return Task.FromResult(command.Context.Say(LaidOutMessage.Titled(text)));
    }
}
