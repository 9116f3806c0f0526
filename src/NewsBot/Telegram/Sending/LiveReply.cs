using System.Threading.Channels;
using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Sending;

/// <summary>Shows an answer as a draft in a private chat while it is written, marked as not final; the person may stop the writing.</summary>
/// <remarks>
/// Nothing of it is kept, and nothing waits for it: the message that stays is the checked answer. Only the newest state is shown. After a draft that fails, no further one is
/// sent. An answer that is there at once reports no state, so that nothing is shown.
/// </remarks>
internal sealed class LiveReply : IProgress<string>, IAsyncDisposable
{
    // A chat takes about one message a second.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Channel<string> states = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource over;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly LiveReplies replies;
    private readonly OutboxSender sender;
    private readonly DraftPlace place;
    private readonly int? topicId;
    private readonly string heading;
    private readonly TimeProvider time;
    private readonly Task showing;
    private bool isOver;

    /// <summary>Begins to wait for the first state.</summary>
    /// <param name="replies">Finds it when the person stops it.</param>
    /// <param name="sender">Sends the drafts.</param>
    /// <param name="place">The draft.</param>
    /// <param name="topicId">The topic; null outside of one.</param>
    /// <param name="heading">Says that the text below is not final; plain.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the showing.</param>
    public LiveReply(LiveReplies replies, OutboxSender sender, DraftPlace place, int? topicId, string heading, TimeProvider time, CancellationToken cancellationToken)
    {
        (this.replies, this.sender, this.place, this.topicId, this.heading, this.time) = (replies, sender, place, topicId, heading, time);
        Stopped = stop.Token;
        over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.Token);
        showing = ShowAsync();
    }

    /// <summary>Cancelled when the person stops the writing.</summary>
    public CancellationToken Stopped { get; }

    /// <summary>Shows a state of the text.</summary>
    /// <param name="value">The whole text so far, plain.</param>
    public void Report(string value) => states.Writer.TryWrite(value);

    /// <summary>Stops the writing, as the person asked; does nothing when it is over.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (!isOver)
                stop.Cancel();
        }
    }

    public async ValueTask DisposeAsync()
    {
        replies.Remove(place, this);
        lock (gate)
            isOver = true;
        await over.CancelAsync();
        await showing;
        over.Dispose();
        stop.Dispose();
    }

    private async Task ShowAsync()
    {
        try
        {
            while (await states.Reader.WaitToReadAsync(over.Token))
            {
                if (!states.Reader.TryRead(out var text))
                    continue;
                if (!await sender.TrySendDraftAsync(Draft(text), place.ChatId, over.Token))
                    return;
                await Task.Delay(Interval, time, over.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The answer is there, or nobody wants to see it being written.
        }
    }

    private BotRequest Draft(string text) => new SendMessageDraftRequest
    {
        ChatId = place.ChatId,
        MessageThreadId = topicId,
        DraftId = (int)place.DraftId,
        Text = TelegramHtml.Escape(TextCut.Shorten($"{heading}\n\n{text}", TelegramHtml.MaxLength - 2) + " …"),
        ParseMode = ParseMode.Html,
        CanStop = true,
    }.ToJson();
}

/// <summary>A draft on the screen of a person.</summary>
/// <param name="ChatId">The private chat.</param>
/// <param name="DraftId">Not 0; the package sends 32 bits of it.</param>
internal readonly record struct DraftPlace(long ChatId, long DraftId);
