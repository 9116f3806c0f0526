using System.Numerics;

namespace NewsBot.Hosting;

/// <summary>A set of slots: the 64 parts that the processes of one bot divide its chats into.</summary>
/// <param name="Bits">A bit for each slot, the lowest for slot 0.</param>
internal readonly record struct SlotSet(ulong Bits)
{
    /// <summary>How many slots there are.</summary>
    public const int Count = 64;

    public static SlotSet None => default;

    public static SlotSet All => new(ulong.MaxValue);

    /// <summary>How many slots the set has.</summary>
    public int Size => BitOperations.PopCount(Bits);

    public bool IsEmpty => Bits == 0;

    /// <summary>The slot of a chat, or of a lane of updates: the number modulo 64.</summary>
    public static int SlotOf(long chatId) => (int)(chatId & (Count - 1));

    /// <summary>The set of one slot.</summary>
    public static SlotSet Of(int slot) => new(1UL << slot);

    /// <summary>The set of all slots of these chats.</summary>
    public static SlotSet OfChats(IEnumerable<long> chatIds) => new(chatIds.Aggregate(0UL, (bits, chat) => bits | (1UL << SlotOf(chat))));

    public static SlotSet operator |(SlotSet a, SlotSet b) => new(a.Bits | b.Bits);

    public static SlotSet operator &(SlotSet a, SlotSet b) => new(a.Bits & b.Bits);

    /// <summary>Whether the slot of a chat is among them.</summary>
    public bool HasChat(long chatId) => ((Bits >> SlotOf(chatId)) & 1) != 0;

    public bool Has(int slot) => ((Bits >> slot) & 1) != 0;

    /// <summary>The slots that the other set does not have.</summary>
    public SlotSet Except(SlotSet other) => new(Bits & ~other.Bits);

    /// <summary>The numbers of the slots, ascending.</summary>
    public IEnumerable<int> Slots()
    {
        for (var left = Bits; left != 0; left &= left - 1)
            yield return BitOperations.TrailingZeroCount(left);
    }
}
