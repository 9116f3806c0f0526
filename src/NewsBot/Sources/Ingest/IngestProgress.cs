using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>How far an ingest has come.</summary>
/// <param name="Counts">The counts of stored articles so far.</param>
/// <param name="ReadBytes">Bytes read of the files, as they lie on the disk; a little ahead of what is stored.</param>
/// <param name="TotalBytes">Size of all the files.</param>
internal readonly record struct IngestProgress(IngestCounts Counts, long ReadBytes, long TotalBytes);
