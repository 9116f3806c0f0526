namespace NewsBot.Sources.Feeds;

/// <summary>The best of the values that several elements offer for one field.</summary>
internal struct Ranked<T>
{
    private int rank;

    /// <summary>The value of the lowest rank; null while none was offered.</summary>
    public T? Value { get; private set; }

    /// <summary>Offers a value; null changes nothing.</summary>
    /// <param name="offered">The value.</param>
    /// <param name="by">0 for the element that is meant for it, more for what stands in.</param>
    /// <param name="lastWins">Whether a later value replaces an earlier one of the same rank.</param>
    public void Offer(T? offered, int by, bool lastWins = false)
    {
        if (offered is null || (Value is not null && (by > rank || (by == rank && !lastWins))))
            return;
        (Value, rank) = (offered, by);
    }
}
