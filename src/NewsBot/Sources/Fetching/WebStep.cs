namespace NewsBot.Sources.Fetching;

/// <summary>The result of one request.</summary>
internal abstract record WebStep
{
    private WebStep()
    {
    }

    /// <summary>A result.</summary>
    public sealed record Ended(WebResult Result) : WebStep;

    /// <summary>It is elsewhere.</summary>
    /// <param name="Location">Where, as the server wrote it; null when it did not say.</param>
    /// <param name="IsPermanent">Whether it is there for good.</param>
    public sealed record Redirected(string? Location, bool IsPermanent) : WebStep;
}
