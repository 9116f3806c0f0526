namespace NewsBot.Sources.Ingest;

/// <summary>What became of the records that were read.</summary>
/// <param name="Added">Articles that were not known.</param>
/// <param name="Updated">Articles that were known with another text.</param>
/// <param name="Unchanged">Articles that were stored already.</param>
/// <param name="Rejected">Records and files that hold no usable article.</param>
internal readonly record struct IngestCounts(long Added, long Updated, long Unchanged, long Rejected)
{
    /// <summary>How many articles are in the archive now because of, or already before, this run.</summary>
    public long Stored => Added + Updated + Unchanged;

    /// <summary>The one line that the command ends with.</summary>
    public override string ToString() => $"added {Added:N0}, updated {Updated:N0}, unchanged {Unchanged:N0}, rejected {Rejected:N0}";
}
