namespace NewsBot.Sources.Fetching;

/// <summary>What is to be fetched.</summary>
/// <param name="Address">Absolute; what is not http or https is refused, a fragment is not sent.</param>
/// <param name="Kind">What is expected there.</param>
internal sealed record WebRequest(Uri Address, WebKind Kind)
{
    /// <summary>The tag that came with the copy that is kept; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>The date that came with the copy that is kept, as it was written; null for none.</summary>
    public string? LastModified { get; init; }

    /// <summary>How many bytes the body may have once it is unpacked; null for the setting of the kind.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>Whether the beginning of a body that is too large is taken for it, as of a robots.txt.</summary>
    public bool TakesBeginning { get; init; }
}
