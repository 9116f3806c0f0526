using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Counts;
using NewsBot.Models;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /stats: counts for the administrators.</summary>
internal sealed class StatisticsHandler(IChatStore chats, IArticleStore articles, DailyCounts counts, GuardedModel? model = null) : ICommandHandler
{
    /// <summary>How many days what the language model did is counted for, today included.</summary>
    private const int Days = 30;

    public async Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken) =>
        command.Context.Say(LaidOutMessage.Titled(command.Context.Texts.Statistics(
            await chats.GetStatisticsAsync(cancellationToken),
            await articles.CountAsync(cancellationToken),
            model is null ? null : await model.ReadAsync(cancellationToken),
            await counts.ReadAsync(Days, cancellationToken))));
}
