namespace NewsBot.Sources.Feeds;

/// <summary>Counts what is under way, in all and for each host, so that a slow host holds back itself only.</summary>
/// <remarks>Safe for concurrent use.</remarks>
/// <param name="most">In all.</param>
/// <param name="mostPerHost">For each host.</param>
internal sealed class HostSlots(int most, int mostPerHost)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> busy = new(StringComparer.OrdinalIgnoreCase);
    private int taken;

    /// <summary>Whether nothing more can begin, whatever its host.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate)
                return taken >= most;
        }
    }

    /// <summary>Takes a slot; false when there is none for this host now.</summary>
    public bool TryTake(string host)
    {
        lock (gate)
        {
            var here = busy.GetValueOrDefault(host);
            if (taken >= most || here >= mostPerHost)
                return false;
            busy[host] = here + 1;
            taken++;
            return true;
        }
    }

    /// <summary>Gives a slot back.</summary>
    public void Free(string host)
    {
        lock (gate)
        {
            taken--;
            if (--busy[host] == 0)
                busy.Remove(host);
        }
    }
}
