using System.Text.RegularExpressions;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Sending;

/// <summary>Sends one message of the outbox and says what became of it.</summary>
internal sealed partial class MessageDelivery(
    IOutbox outbox,
    IChatStore chats,
    IConversationStore conversations,
    BotApi api,
    BotFault fault,
    SendingHealth health,
    Leases leases,
    StorePipeline untilStored,
    TimeProvider time,
    ILogger<MessageDelivery> logger)
{
    private const string SendMessage = "sendMessage";
    private const string EditMessage = "editMessageText";
    private const string SendDocument = "sendDocument";
    private const string Thread = "message_thread_id";

    private static readonly TimeSpan StoreWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>Sends a message. Throws nothing except for cancellation.</summary>
    public async Task<SendVerdict> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var step = Instruments.Send(message.Trace);
        try
        {
            var verdict = await TrySendAsync(message, cancellationToken);
            // Whatever became of the message, the store took that.
            untilStored.Succeed();
            return verdict;
        }
        catch (StoreException failure)
        {
            untilStored.Fail(failure);
            return new SendVerdict.Later(StoreWait, Counts: true);
        }
#pragma warning disable CA1031 // The top of the sending loop: a message that fails otherwise must not stop the others.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failed(logger, message.Id, failure);
            return await TryGiveUpAsync(message, failure.Message);
        }
    }

    private async Task<SendVerdict> TrySendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var request = message.Content.Request;
        if (await outbox.BeginAsync(message, cancellationToken) is not { } begun)
            return new SendVerdict.Left();
        if (message.Content.EditsReply)
        {
            if (begun.ReplyId is not { } replyId)
                return await SendInsteadAsync(message, "There is no message to edit.");
            request = request.With("message_id", replyId);
        }

        // This process may have been stopped since; then the next holder of the chat decides.
        if (!leases.HasChat(message.Content.ChatId))
        {
            await outbox.ReturnAsync(message.Id, "The process was stopped before it was sent.", CancellationToken.None);
            return new SendVerdict.Left();
        }

        long? messageId;
        try
        {
            messageId = await api.SendAsync(request, cancellationToken, FileOf(message.Content));
            health.Succeed();
            Instruments.MessageSent();
        }
        catch (BotApiException failure)
        {
            return await JudgeAsync(message, failure);
        }

        await CompleteAsync(message, messageId, cancellationToken);
        return new SendVerdict.Ended();
    }

    /// <summary>Writes what is kept about the person, for a request that sends it; null for any other.</summary>
    private Func<Stream, CancellationToken, Task>? FileOf(NewOutboxMessage content) => content.Request is { Method: SendDocument, File: null }
        ? (destination, cancellationToken) => chats.ExportAsync(content.ChatId, destination, cancellationToken)
        : null;

    /// <summary>Stores that a message was sent, and goes on until the store takes it: the message must never be sent again.</summary>
    private async Task CompleteAsync(OutboxMessage message, long? messageId, CancellationToken cancellationToken)
    {
        try
        {
            // Outside of the pipeline, which does not begin once it is cancelled.
            await outbox.CompleteAsync(message, messageId, CancellationToken.None);
        }
        catch (StoreException failure)
        {
            untilStored.Fail(failure);
            await untilStored.RunAsync(() => outbox.CompleteAsync(message, messageId, CancellationToken.None), cancellationToken);
        }
    }

    private async Task<SendVerdict> JudgeAsync(OutboxMessage message, BotApiException failure)
    {
        var request = message.Content.Request;
        Instruments.MessageRefused(failure.Failure);
        if (failure.Failure is BotApiFailure.Unavailable or BotApiFailure.Conflict)
            health.Fail(failure.Message);
        else
            health.Succeed();
        switch (failure.Failure)
        {
            case BotApiFailure.TooManyRequests:
                var wait = failure.RetryAfter ?? StoreWait;
                await outbox.HoldAsync(message.Content.ChatId, wait, CancellationToken.None);
                await outbox.ReturnAsync(message.Id, failure.Message, CancellationToken.None);
                return new SendVerdict.Held(wait);

            case BotApiFailure.Unavailable or BotApiFailure.Conflict when time.GetUtcNow() - message.CreatedAt < MaxAge:
                await outbox.ReturnAsync(message.Id, failure.Message, CancellationToken.None);
                return new SendVerdict.Later(StoreWait / 2, Counts: true);

            case BotApiFailure.GroupMigrated when failure.MigratedTo is { } newId:
                await outbox.ReturnAsync(message.Id, failure.Message, CancellationToken.None);
                await chats.MoveAsync(message.Content.ChatId, newId, CancellationToken.None);
                return new SendVerdict.Moved(newId);

            case BotApiFailure.Forbidden:
                await GiveUpAsync(message, failure.Message);
                await chats.SetMayWriteAsync(message.Content.ChatId, mayWrite: false, CancellationToken.None);
                return new SendVerdict.Blocked();

            case BotApiFailure.MessageGone:
                return await SendInsteadAsync(message, failure.Message);

            case BotApiFailure.NotModified:
                await CompleteAsync(message, messageId: null, CancellationToken.None);
                return new SendVerdict.Ended();

            case BotApiFailure.Unauthorized:
                fault.Stop(BotFault.WrongToken);
                await outbox.ReturnAsync(message.Id, failure.Message, CancellationToken.None);
                return new SendVerdict.Later(StoreWait, Counts: true);

            case BotApiFailure.ThreadNotFound when request.Has(Thread):
                return Instead(request.With(Thread, value: null));

            case BotApiFailure.Rejected when request is { Method: SendMessage } && request.Text("text") is { } html && PlainText.Of(html) is var plain && plain != html:
                Rejected(logger, message.Id, failure.Message);
                return Instead(request.With("text", plain));

            default:
                Rejected(logger, message.Id, failure.Message);
                return await GiveUpAsync(message, failure.Message);
        }

        SendVerdict.Instead Instead(BotRequest changed) => new(message with { Content = message.Content with { Request = changed } });
    }

    /// <summary>Sends an answer whose message is gone as a new message; any other edit is given up.</summary>
    private async Task<SendVerdict> SendInsteadAsync(OutboxMessage message, string error)
    {
        var isAnswer = message.Content is { Request.Method: EditMessage, ExchangeId: not null };
        if (!isAnswer || await conversations.FindAsync(message.Content.ExchangeId!.Value, CancellationToken.None) is not { } exchange)
            return await GiveUpAsync(message, error);
        var request = message.Content.Request.AsMessage((int?)exchange.Place.ThreadId, (int)exchange.QuestionMessageId);
        return new SendVerdict.Instead(message with { Content = message.Content with { Request = request, EditsReply = false } });
    }

    private async Task<SendVerdict> GiveUpAsync(OutboxMessage message, string error)
    {
        await outbox.GiveUpAsync(message.Id, error, CancellationToken.None);
        return new SendVerdict.Ended();
    }

    private async Task<SendVerdict> TryGiveUpAsync(OutboxMessage message, string error)
    {
        try
        {
            var verdict = await GiveUpAsync(message, error);
            untilStored.Succeed();
            return verdict;
        }
        catch (StoreException failure)
        {
            untilStored.Fail(failure);
            return new SendVerdict.Later(StoreWait, Counts: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused message {MessageId}: {Problem}")]
    private static partial void Rejected(ILogger logger, long messageId, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} failed.")]
    private static partial void Failed(ILogger logger, long messageId, Exception failure);
}

/// <summary>What became of a message that the sender tried to send: a closed union.</summary>
internal abstract record SendVerdict
{
    private SendVerdict()
    {
    }

    /// <summary>It is sent or given up: the next one follows.</summary>
    public sealed record Ended : SendVerdict;

    /// <summary>Nothing was done, and this process leaves it: it has ended, or another process has the chat.</summary>
    public sealed record Left : SendVerdict;

    /// <summary>It is tried again later.</summary>
    /// <param name="Wait">Not before.</param>
    /// <param name="Counts">Whether the wait grows with each attempt.</param>
    public sealed record Later(TimeSpan Wait, bool Counts) : SendVerdict;

    /// <summary>The service told the bot to wait; it is tried again after that.</summary>
    /// <param name="RetryAfter">How long.</param>
    public sealed record Held(TimeSpan RetryAfter) : SendVerdict;

    /// <summary>It is tried again at once in another form.</summary>
    /// <param name="Message">The same message, changed.</param>
    public sealed record Instead(OutboxMessage Message) : SendVerdict;

    /// <summary>The chat has a new number, and everything that waits goes there.</summary>
    /// <param name="ChatId">The new one.</param>
    public sealed record Moved(long ChatId) : SendVerdict;

    /// <summary>Nothing can be sent into the chat: all that waits for it is given up.</summary>
    public sealed record Blocked : SendVerdict;
}

/// <summary>A message without its formatting, for a server that refuses it.</summary>
internal static partial class PlainText
{
    /// <summary>The HTML without tags; what was escaped stays so.</summary>
    public static string Of(string html) => Tag().Replace(html, "");

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Tag();
}
