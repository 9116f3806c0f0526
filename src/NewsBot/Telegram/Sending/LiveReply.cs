using System.Threading.Channels;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Sending;

/// <summary>Shows an answer while it is being written: in private as a draft, in a group as a message that is edited now and then.</summary>
/// <remarks>
/// Nothing of it is kept: after a crash the answer is written again. Only the newest state is shown, and none while the service tells the bot to wait. An answer that
/// is there at once reports no state, so that nothing is shown.
/// </remarks>
internal sealed class LiveReply : IProgress<string>, IAsyncDisposable
{
    private static readonly TimeSpan DraftInterval = TimeSpan.FromMilliseconds(700);

    // A group takes 20 messages a minute, edits among them.
    private static readonly TimeSpan EditInterval = TimeSpan.FromSeconds(6);

    private readonly Channel<string> states = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource over;
    private readonly OutboxSender sender;
    private readonly long chatId;
    private readonly int? topicId;
    private readonly int? replyTo;
    private readonly int draftId;
    private readonly bool isGroup;
    private readonly TimeProvider time;
    private readonly Task showing;
    private long? messageId;

    /// <summary>Begins to wait for the first state.</summary>
    /// <param name="sender">Sends the requests.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="topicId">The forum topic; null outside of one.</param>
    /// <param name="replyTo">The message that the answer replies to; null for none.</param>
    /// <param name="isGroup">Whether it goes to a group, where there are no drafts.</param>
    /// <param name="draftId">Not 0.</param>
    /// <param name="time">The clock.</param>
    public LiveReply(
        OutboxSender sender, long chatId, int? topicId, int? replyTo, bool isGroup, long draftId, TimeProvider time, CancellationToken cancellationToken)
    {
        (this.sender, this.chatId, this.topicId, this.replyTo, this.isGroup, this.time) = (sender, chatId, topicId, replyTo, isGroup, time);

        // The package has 32 bits for it. The low ones tell one draft of a chat from the next, and 0 is not allowed.
        this.draftId = unchecked((int)draftId) is var low and not 0 ? low : 1;
        over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        showing = ShowAsync();
    }

    /// <summary>Shows a state of the text.</summary>
    /// <param name="value">The whole text so far, plain.</param>
    public void Report(string value) => states.Writer.TryWrite(value);

    /// <summary>Ends the showing.</summary>
    /// <returns>The message that was shown in a group, to be edited into the answer; null when none was.</returns>
    public async Task<long?> EndAsync()
    {
        states.Writer.TryComplete();
        await over.CancelAsync();
        await showing;
        return messageId;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        over.Dispose();
    }

    private async Task ShowAsync()
    {
        try
        {
            while (await states.Reader.WaitToReadAsync(over.Token))
            {
                if (states.Reader.TryRead(out var text))
                {
                    await ShowAsync(TelegramHtml.Escape(TextCut.Shorten(text, TelegramHtml.MaxLength - 2) + " …"));
                    await Task.Delay(isGroup ? EditInterval : DraftInterval, time, over.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The answer is there.
        }
    }

    private async Task ShowAsync(string html)
    {
        if (!isGroup)
            await TrySendAsync(new SendMessageDraftRequest { ChatId = chatId, MessageThreadId = topicId, DraftId = draftId, Text = html, ParseMode = ParseMode.Html }, over.Token);
        else if (messageId is { } id)
            await TrySendAsync(BotRequests.Edit(chatId, (int)id, html), over.Token);
        else
            messageId = await TrySendAsync(BotRequests.Message(chatId, topicId, html, replyTo: replyTo), CancellationToken.None);
    }

    private Task<long?> TrySendAsync<T>(RequestBase<T> request, CancellationToken cancellationToken) =>
        sender.TrySendNowAsync(request.ToJson(), chatId, cancellationToken);
}
