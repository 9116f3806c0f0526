using NewsBot.Archive;

namespace NewsBot.Sources.Drafts;

/// <summary>Counts of the records that were read.</summary>
/// <param name="Added">Articles that are new.</param>
/// <param name="Updated">Articles that the archive had with another text.</param>
/// <param name="Unchanged">Articles that the archive already had.</param>
/// <param name="Rejected">Records and files that hold no usable article.</param>
internal readonly record struct IngestCounts(long Added, long Updated, long Unchanged, long Rejected)
{
    /// <summary>How many of the articles that were read are in the archive now.</summary>
    public long Stored => Added + Updated + Unchanged;

    /// <summary>The counts after one more batch.</summary>
    public IngestCounts With(IReadOnlyList<IngestOutcome> outcomes, int rejected)
    {
        var added = outcomes.Count(outcome => outcome == IngestOutcome.Added);
        var updated = outcomes.Count(outcome => outcome == IngestOutcome.Updated);
        return new IngestCounts(Added + added, Updated + updated, Unchanged + outcomes.Count - added - updated, Rejected + rejected);
    }

    /// <summary>The one line that the command ends with.</summary>
    public override string ToString() => $"added {Added:N0}, updated {Updated:N0}, unchanged {Unchanged:N0}, rejected {Rejected:N0}";
}
