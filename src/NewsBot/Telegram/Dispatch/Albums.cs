using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Makes one message of an album, whose pictures come as messages of their own: the first one with words speaks for all.</summary>
/// <remarks>Safe for concurrent use. After a restart in the middle of an album, the answer to its first words tells that it has spoken.</remarks>
internal sealed class Albums(IInbox inbox, IConversationStore conversations, TimeProvider time)
{
    /// <summary>How many albums are remembered; their pictures come within seconds.</summary>
    private const int MostKept = 1_000;

    /// <summary>How many updates are looked through for the rest of an album, which has at most ten pictures.</summary>
    private const int MostWaiting = 30;

    /// <summary>How far apart the ids of an album's first message and of its last one are at most; they follow one another.</summary>
    private const int MostBehind = 9;

    /// <summary>A picture without words may come before the one with the words.</summary>
    private static readonly TimeSpan TimeOfRest = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<(long Chat, string Album), long> speakers = [];
    private readonly Queue<(long Chat, string Album)> order = new();

    /// <summary>Whether a message is to be handled: it belongs to no album, or it speaks for its album.</summary>
    /// <param name="updateId">Of the update that brought it; the same one gets the same answer again.</param>
    /// <param name="message">A message for the bot.</param>
    /// <remarks>An album without words speaks by its last picture, in a private chat alone.</remarks>
    public async Task<bool> SpeaksAsync(long updateId, Message message, CancellationToken cancellationToken)
    {
        if (message.MediaGroupId is not { } album)
            return true;
        var key = (message.Chat.Id, album);
        if (IsSpokenFor(key, updateId) || await WasAnsweredAsync(updateId, message, cancellationToken))
            return false;
        if (message.Words() is null)
        {
            if (message.Chat.IsGroup() || await GoesOnAsync(updateId, key, cancellationToken))
                return false;
            await Task.Delay(TimeOfRest, time, cancellationToken);
            if (await GoesOnAsync(updateId, key, cancellationToken))
                return false;
        }

        Keep(key, updateId);
        return true;
    }

    private bool IsSpokenFor((long Chat, string Album) key, long updateId)
    {
        lock (gate)
            return speakers.TryGetValue(key, out var speaker) && speaker != updateId;
    }

    /// <summary>Whether an earlier message of the album was answered before a restart: Telegram gives an album's messages one time and ids that follow one another.</summary>
    private async Task<bool> WasAnsweredAsync(long updateId, Message message, CancellationToken cancellationToken)
    {
        var sent = new DateTimeOffset(message.Date, TimeSpan.Zero);
        for (var id = message.Id - 1; id > 0 && id >= message.Id - MostBehind; id--)
        {
            if (await conversations.FindByQuestionAsync(message.Chat.Id, id, cancellationToken) is { } exchange)
                return exchange.Id != updateId && exchange.AskedAt == sent && exchange.PersonId == message.Author()?.Id;
        }

        return false;
    }

    private void Keep((long Chat, string Album) key, long updateId)
    {
        lock (gate)
        {
            if (!speakers.TryAdd(key, updateId))
                return;
            order.Enqueue(key);
            if (order.Count > MostKept)
                speakers.Remove(order.Dequeue());
        }
    }

    /// <summary>Whether another message of the album waits behind this one.</summary>
    private async Task<bool> GoesOnAsync(long updateId, (long Chat, string Album) key, CancellationToken cancellationToken)
    {
        var waiting = await inbox.ReadWaitingAsync(SlotSet.OfChats([key.Chat]), updateId, MostWaiting, cancellationToken);
        return waiting.Any(received => received.Update.Lane == key.Chat && UpdateReader.Parse(received.Update.Json)?.Message?.MediaGroupId == key.Album);
    }
}
