using NewsBot.Hosting;

namespace NewsBot.Storage.Postgres;

/// <summary>The parts that the processes divide the chats into, and the order of what is written for one part.</summary>
/// <remarks>
/// A sequence gives ids in the order in which they are asked for, not in the order in which transactions end: a reader that has seen the id 6 could miss the 5 of a
/// transaction that ends later. So who adds to the outbox takes the lock of the chat's slot first, before the ids, and keeps it until the transaction is over. Within
/// one slot, then, the order of ids is the order of commits, whichever process writes: a reader that asks for 'slot = s AND call_id > the last id seen of s' misses
/// nothing. A reader of several slots keeps the last id of each; one last id for all of them would miss messages.
/// </remarks>
internal static class PostgresSlots
{
    // One of two keys of the lock; the other is the slot.
    private const int LockClass = 0x6e62_736c;

    /// <summary>The slot of a chat, or of a lane of updates.</summary>
    public static short Of(long chatId) => (short)SlotSet.SlotOf(chatId);

    /// <summary>The numbers of a set of slots, for a statement.</summary>
    public static short[] Of(SlotSet slots) => [.. slots.Slots().Select(slot => (short)slot)];

    /// <summary>Waits until no other transaction writes for the slots of these chats, and keeps others waiting until this one is over.</summary>
    /// <remarks>It is called before any row is changed, and once: who takes the locks in one order, and first, is in nobody's way for ever.</remarks>
    public static async Task EnterAsync(PostgresSession session, IEnumerable<long> chatIds)
    {
        var slots = chatIds.Select(chatId => (int)Of(chatId)).Distinct().Order().ToArray();
        if (slots.Length > 0)
            await session.RunAsync("SELECT pg_advisory_xact_lock(@class, slot) FROM unnest(@slots) AS slot", ("@class", LockClass), ("@slots", slots));
    }
}
