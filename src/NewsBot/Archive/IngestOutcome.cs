namespace NewsBot.Archive;

/// <summary>What the store did with an article.</summary>
internal enum IngestOutcome
{
    /// <summary>It was not known and is stored now.</summary>
    Added,

    /// <summary>It was known with another text; a new revision is current now.</summary>
    Updated,

    /// <summary>The same text was stored already; at most gaps in its metadata were filled.</summary>
    Unchanged,
}
