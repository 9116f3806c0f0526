using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Display;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /sources: the archive's outlets.</summary>
internal sealed class OutletsHandler(IArticleStore articles, IArchiveOverview overview) : ICommandHandler
{
    private const int Count = 20;
    private const int MaxShownName = 60;

    public async Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var context = command.Context;
        var outlets = await overview.ReadOutletsAsync(Count, cancellationToken);
        var lines = outlets.Select(outlet => $"{TextCut.Shorten(DisplayText.Line(outlet.Name), MaxShownName)}: {context.Texts.Outlet(outlet.Articles, outlet.NewestAt)}");
        return context.Say(LaidOutMessage.Of([
            .. MessageBlock.Titled(context.Texts.OutletsTitle(await articles.CountAsync(cancellationToken))),
            MessageBlock.Plain(string.Join('\n', lines)),
        ]));
    }
}
