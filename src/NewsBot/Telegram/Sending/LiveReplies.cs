using System.Collections.Concurrent;

namespace NewsBot.Telegram.Sending;

/// <summary>The answers that are being written and shown as drafts.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class LiveReplies(OutboxSender sender, TimeProvider time)
{
    private readonly ConcurrentDictionary<DraftPlace, LiveReply> replies = new();

    /// <summary>Begins to show an answer, until it is disposed of.</summary>
    /// <param name="chatId">A private chat; groups have no drafts.</param>
    /// <param name="topicId">The topic; null outside of one.</param>
    /// <param name="updateId">The question's.</param>
    /// <param name="heading">Says that the text below is not final; plain.</param>
    /// <param name="cancellationToken">Ends the showing.</param>
    public LiveReply Begin(long chatId, int? topicId, long updateId, string heading, CancellationToken cancellationToken)
    {
        // The package sends 32 bits. The low ones tell one draft of a chat from the next, and 0 is not allowed.
        var place = new DraftPlace(chatId, unchecked((int)updateId) is var low and not 0 ? low : 1);
        return replies[place] = new LiveReply(this, sender, place, topicId, heading, time, cancellationToken);
    }

    /// <summary>Stops the writing of the answer that a draft shows; does nothing when it is there already.</summary>
    public void Stop(DraftPlace place) => replies.GetValueOrDefault(place)?.Stop();

    /// <summary>Forgets an answer that is no longer shown.</summary>
    public void Remove(DraftPlace place, LiveReply reply) => replies.TryRemove(new KeyValuePair<DraftPlace, LiveReply>(place, reply));
}
