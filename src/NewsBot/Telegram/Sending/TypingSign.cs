using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Sending;

/// <summary>Shows that the bot is writing, from now until it is disposed of.</summary>
/// <remarks>The sign is over at the latest when the answer comes: disposing waits a moment for a request under way, which would arrive after it.</remarks>
internal sealed class TypingSign : IAsyncDisposable
{
    // Telegram shows it for five seconds.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    // With many answers on their way, theirs are the better signs.
    private const int ManyWaiting = 8;

    private readonly CancellationTokenSource over;
    private readonly TimeProvider time;
    private readonly Task showing;
    private volatile Task calling = Task.CompletedTask;

    private TypingSign(OutboxSender sender, Place place, TimeProvider time, CancellationToken cancellationToken)
    {
        this.time = time;
        over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        showing = sender.Waiting < ManyWaiting ? ShowAsync(sender, place) : Task.CompletedTask;
    }

    /// <summary>Begins to show it; nothing in here fails.</summary>
    public static TypingSign Show(OutboxSender sender, Place place, TimeProvider time, CancellationToken cancellationToken) =>
        new(sender, place, time, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!calling.IsCompleted)
            await Task.WhenAny(calling, Task.Delay(Moment, time));
        await over.CancelAsync();
        await showing;
        over.Dispose();
    }

    private async Task ShowAsync(OutboxSender sender, Place place)
    {
        try
        {
            while (true)
            {
                calling = sender.TryCallAsync(new ShowTyping(place.ChatId, place.ThreadId), over.Token);
                await calling;
                await Task.Delay(Interval, time, over.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The answer is there.
        }
    }
}
