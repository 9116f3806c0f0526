using NewsBot.Chats;
using NewsBot.Summaries;
using NewsBot.Telegram.Layout;
using NewsBot.Web.Access;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /latest: the latest stories.</summary>
internal sealed class LatestHandler(LatestStories latest, ReaderLinks links) : ICommandHandler
{
    private const int Count = 8;

    public async Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var context = command.Context;
        var stories = await latest.ReadAsync(context.At, cancellationToken);
        if (stories.Count == 0)
            return context.Say(context.Texts.NoLatest);
        return context.Say(LaidOutMessage.Of([
            .. MessageBlock.Titled(context.Texts.LatestTitle),
            .. stories.Take(Count).Select((story, i) => StoryLayout.Entry(story, i + 1, context.Texts, links)),
        ]));
    }
}
