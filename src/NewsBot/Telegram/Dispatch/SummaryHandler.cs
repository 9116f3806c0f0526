using NewsBot.Chats;
using NewsBot.Telegram.Subscriptions;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles the commands about the daily summary: /digest, /subscribe and /unsubscribe.</summary>
internal sealed class SummaryHandler(SubscriptionHandler subscriptions) : ICommandHandler
{
    public Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken) => command.Name switch
    {
        "subscribe" => subscriptions.SubscribeAsync(command.Context, command.IsByLink, cancellationToken),
        "unsubscribe" => subscriptions.UnsubscribeAsync(command.Context, command.IsByLink, cancellationToken),
        _ => subscriptions.ShowAsync(command.Context, cancellationToken),
    };
}
