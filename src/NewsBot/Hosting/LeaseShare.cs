namespace NewsBot.Hosting;

/// <summary>How the slots are divided.</summary>
internal static class LeaseShare
{
    /// <summary>How many slots a process should have. The shares of all processes together are all slots, and no two of them differ by more than one.</summary>
    /// <param name="live">How many processes live.</param>
    /// <param name="rank">The place of the process among them, from 0.</param>
    public static int Of(int live, int rank) => (SlotSet.Count / live) + (rank < SlotSet.Count % live ? 1 : 0);
}
