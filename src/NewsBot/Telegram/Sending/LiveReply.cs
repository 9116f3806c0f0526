using System.Threading.Channels;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Sending;

/// <summary>Shows an answer while it is being written: in private as a draft, in a group as a message that is edited now and then.</summary>
/// <remarks>
/// Nothing of it is kept: after a crash the answer is written anew. Only the newest state is shown, and none while the service told to wait. What is never reported
/// to, as by an answer that is there at once, shows nothing.
/// </remarks>
internal sealed class LiveReply : IProgress<string>, IAsyncDisposable
{
    private static readonly TimeSpan DraftInterval = TimeSpan.FromMilliseconds(700);

    // A group takes 20 messages a minute, edits among them.
    private static readonly TimeSpan EditInterval = TimeSpan.FromSeconds(6);

    private readonly Channel<string> states = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource over;
    private readonly OutboxSender sender;
    private readonly SendMessage frame;
    private readonly long draftId;
    private readonly bool isGroup;
    private readonly TimeProvider time;
    private readonly Task showing;
    private long? messageId;

    /// <summary>Begins to wait for the first state.</summary>
    /// <param name="sender">Makes the calls.</param>
    /// <param name="frame">The message to be, whatever its text.</param>
    /// <param name="isGroup">Whether it goes into a group, which knows no drafts.</param>
    /// <param name="draftId">Not 0.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public LiveReply(OutboxSender sender, SendMessage frame, bool isGroup, long draftId, TimeProvider time, CancellationToken cancellationToken)
    {
        (this.sender, this.frame, this.isGroup, this.draftId, this.time) = (sender, frame, isGroup, draftId, time);
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

    /// <inheritdoc/>
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
            await sender.TryCallAsync(new SendDraft(frame.ChatId, frame.ThreadId, draftId, html), over.Token);
        else if (messageId is { } id)
            await sender.TryCallAsync(new EditMessage(frame.ChatId, id, html), over.Token);
        else
            messageId = await sender.TryCallAsync(frame with { Html = html }, CancellationToken.None);
    }
}
