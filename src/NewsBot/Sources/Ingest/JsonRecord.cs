namespace NewsBot.Sources.Ingest;

/// <summary>One record cut out of a file.</summary>
/// <param name="Line">1-based line at which it begins.</param>
/// <param name="Json">Its bytes, valid until the next one is asked for; empty when there is a problem.</param>
/// <param name="Problem">Why it could not be cut out; null when it could.</param>
internal readonly record struct JsonRecord(int Line, ReadOnlyMemory<byte> Json, string? Problem);
