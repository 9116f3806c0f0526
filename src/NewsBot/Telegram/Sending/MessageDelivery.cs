using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Sending;

/// <summary>Makes one call of the outbox and says what became of it.</summary>
internal sealed partial class MessageDelivery(
    IOutbox outbox, IChatStore chats, IBotApi api, BotFault fault, StorePipeline untilStored, TimeProvider time, ILogger<MessageDelivery> logger)
{
    private static readonly TimeSpan StoreWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>Makes a call. Never throws but for cancellation.</summary>
    public async Task<SendVerdict> MakeAsync(OutboxMessage call, CancellationToken cancellationToken)
    {
        try
        {
            var target = call.Call;
            var replyId = await outbox.BeginAsync(call, cancellationToken);
            if (target is EditMessage { MessageId: 0 } edit)
            {
                if (replyId is null)
                    return await GiveUpAsync(call, "There is no message to edit.");
                target = edit with { MessageId = replyId.Value };
            }

            long? messageId;
            try
            {
                messageId = await api.CallAsync(target, cancellationToken);
            }
            catch (BotApiException failure)
            {
                return await JudgeAsync(call, failure);
            }

            await CompleteAsync(call, messageId, cancellationToken);
            return new SendVerdict.Ended();
        }
        catch (StoreException failure)
        {
            StoreFailed(logger, failure.Message);
            return new SendVerdict.Later(StoreWait, Counts: true);
        }
#pragma warning disable CA1031 // The top of the sending loop: a call that fails otherwise must not stop the others.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failed(logger, call.Id, failure);
            return await TryGiveUpAsync(call, failure.Message);
        }
    }

    /// <summary>Stores that a message was sent, and goes on until the store takes it: the message must never be sent again.</summary>
    private Task CompleteAsync(OutboxMessage call, long? messageId, CancellationToken cancellationToken) =>
        untilStored.RunAsync(() => outbox.CompleteAsync(call, messageId, CancellationToken.None), cancellationToken);

    private async Task<SendVerdict> JudgeAsync(OutboxMessage call, BotApiException failure)
    {
        switch (failure.Failure)
        {
            case BotApiFailure.TooManyRequests:
                var wait = failure.RetryAfter ?? StoreWait;
                await outbox.HoldAsync(call.Call.ChatId, time.GetUtcNow() + wait, CancellationToken.None);
                await outbox.ReturnAsync(call.Id, failure.Message, CancellationToken.None);
                return new SendVerdict.Held(wait);

            case BotApiFailure.Unavailable or BotApiFailure.Conflict when time.GetUtcNow() - call.CreatedAt < MaxAge:
                await outbox.ReturnAsync(call.Id, failure.Message, CancellationToken.None);
                return new SendVerdict.Later(StoreWait / 2, Counts: true);

            case BotApiFailure.GroupMigrated when failure.MigratedTo is { } newId:
                await outbox.ReturnAsync(call.Id, failure.Message, CancellationToken.None);
                await chats.MoveAsync(call.Call.ChatId, newId, CancellationToken.None);
                return new SendVerdict.Moved(newId);

            case BotApiFailure.Forbidden:
                await GiveUpAsync(call, failure.Message);
                await chats.SetMayWriteAsync(call.Call.ChatId, mayWrite: false, CancellationToken.None);
                return new SendVerdict.Blocked();

            case BotApiFailure.NotModified:
                await CompleteAsync(call, messageId: null, CancellationToken.None);
                return new SendVerdict.Ended();

            case BotApiFailure.Unauthorized:
                fault.Stop(BotFault.WrongToken);
                await outbox.ReturnAsync(call.Id, failure.Message, CancellationToken.None);
                return new SendVerdict.Later(StoreWait, Counts: true);

            case BotApiFailure.ThreadNotFound when WithoutThread(call.Call) is { } elsewhere:
                return new SendVerdict.Instead(call with { Call = elsewhere });

            case BotApiFailure.Rejected when call.Call is SendMessage message && PlainText.Of(message.Html) is var plain && plain != message.Html:
                Rejected(logger, call.Id, failure.Message);
                return new SendVerdict.Instead(call with { Call = message with { Html = plain } });

            default:
                Rejected(logger, call.Id, failure.Message);
                return await GiveUpAsync(call, failure.Message);
        }
    }

    private async Task<SendVerdict> GiveUpAsync(OutboxMessage call, string error)
    {
        await outbox.GiveUpAsync(call.Id, error, CancellationToken.None);
        return new SendVerdict.Ended();
    }

    private async Task<SendVerdict> TryGiveUpAsync(OutboxMessage call, string error)
    {
        try
        {
            return await GiveUpAsync(call, error);
        }
        catch (StoreException failure)
        {
            StoreFailed(logger, failure.Message);
            return new SendVerdict.Later(StoreWait, Counts: true);
        }
    }

    private static ChatCall? WithoutThread(ChatCall call) => call switch
    {
        SendMessage { ThreadId: not null } message => message with { ThreadId = null },
        SendDocument { ThreadId: not null } document => document with { ThreadId = null },
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused call {CallId}: {Problem}")]
    private static partial void Rejected(ILogger logger, long callId, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox cannot be written: {Problem}")]
    private static partial void StoreFailed(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId} failed.")]
    private static partial void Failed(ILogger logger, long callId, Exception failure);
}
