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

/// <summary>What is expected at an address; decides the Accept header, the bound on the body, and whether robots.txt is asked.</summary>
internal enum WebKind
{
    /// <summary>A feed, which is published to be fetched by machines; robots.txt is not asked.</summary>
    Feed,

    /// <summary>A page that the bot came upon by itself; robots.txt is asked.</summary>
    Page,

    /// <summary>Whatever a person named; robots.txt, which is for machines that go by themselves, is not asked.</summary>
    Named,
}
