namespace NewsBot.Counts;

/// <summary>What happened on some days.</summary>
/// <param name="From">The first of the days.</param>
/// <param name="To">The last of the days, in UTC like the first.</param>
/// <param name="Counts">Of these days.</param>
internal sealed record CountReport(DateOnly From, DateOnly To, IReadOnlyList<DayCount> Counts)
{
    /// <summary>The days, one report each, the first day first; a day on which nothing happened too.</summary>
    public IReadOnlyList<CountReport> Days
    {
        get
        {
            var byDay = Counts.ToLookup(count => count.Day);
            return [.. Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays).Select(day => new CountReport(day, day, [.. byDay[day]]))];
        }
    }

    /// <summary>The questions that were answered or refused.</summary>
    public long Questions => Of(CountName.Sure) + Of(CountName.Unsure) + Refused;

    /// <summary>The questions that were refused, whatever the reason.</summary>
    public long Refused => Under(CountName.AllRefused).Sum(pair => pair.Count);

    /// <summary>How often something happened.</summary>
    public long Of(string name) => Counts.Where(count => count.Name == name).Sum(count => count.Count);

    /// <summary>The names with a beginning, without it, and how often each happened, most often first.</summary>
    public IReadOnlyList<(string Kind, long Count)> Under(string beginning) =>
    [
        .. Counts.Where(count => count.Name.StartsWith(beginning, StringComparison.Ordinal))
            .GroupBy(count => count.Name[beginning.Length..], (kind, counts) => (Kind: kind, Count: counts.Sum(count => count.Count)))
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => pair.Kind, StringComparer.Ordinal),
    ];

    /// <summary>A time within which this share of the questions had its reply, the least that the histogram knows.</summary>
    /// <param name="share">Above 0 and not above 1: 0.5 for the median.</param>
    /// <returns>Null when there was no question.</returns>
    public TimeSpan? Within(double share)
    {
        var counts = CountName.LatencyBounds.Select(bound => (Bound: bound, Count: Of(CountName.Took(bound)))).ToList();
        var left = share * counts.Sum(pair => pair.Count);
        foreach (var (bound, count) in counts)
        {
            left -= count;
            if (count > 0 && left <= 0)
                return TimeSpan.FromMilliseconds(bound);
        }

        return null;
    }
}
