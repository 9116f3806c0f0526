using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Sending;

/// <summary>Shows that the bot is writing, from now until it is disposed of.</summary>
/// <remarks>The sign ends when the answer comes, or earlier. Disposing waits a moment for a request that is on its way, which would otherwise arrive after the answer.</remarks>
internal sealed class TypingSign : IAsyncDisposable
{
    // Telegram shows it for five seconds.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    // When many answers are on their way, signs would only delay them.
    private const int ManyWaiting = 8;

    private readonly CancellationTokenSource over;
    private readonly TimeProvider time;
    private readonly Task showing;
    private volatile Task sending = Task.CompletedTask;

    private TypingSign(OutboxSender sender, Place place, TimeProvider time, CancellationToken cancellationToken)
    {
        this.time = time;
        over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        showing = sender.Waiting < ManyWaiting ? ShowAsync(sender, place) : Task.CompletedTask;
    }

    /// <summary>Begins to show it; nothing in here fails.</summary>
    public static TypingSign Show(OutboxSender sender, Place place, TimeProvider time, CancellationToken cancellationToken) =>
        new(sender, place, time, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!sending.IsCompleted)
            await Task.WhenAny(sending, Task.Delay(Moment, time));
        await over.CancelAsync();
        await showing;
        over.Dispose();
    }

    private async Task ShowAsync(OutboxSender sender, Place place)
    {
        var request = new SendChatActionRequest { ChatId = place.ChatId, MessageThreadId = (int?)place.ThreadId, Action = ChatAction.Typing }.ToJson();
        try
        {
            while (true)
            {
                sending = sender.TrySendNowAsync(request, place.ChatId, over.Token);
                await sending;
                await Task.Delay(Interval, time, over.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The answer is there.
        }
    }
}
