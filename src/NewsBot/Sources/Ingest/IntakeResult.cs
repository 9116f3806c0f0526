using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Ingest;

/// <summary>The result of taking in a text that somebody sent as an article.</summary>
internal abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>It is in the archive.</summary>
    /// <param name="Article">As it was read.</param>
    /// <param name="Outcome">Whether it was new.</param>
    public sealed record Taken(Article Article, IngestOutcome Outcome) : IntakeResult;

    /// <summary>It holds no article.</summary>
    public sealed record NoArticle : IntakeResult;

    /// <summary>It is an address from which no article could be had.</summary>
    /// <param name="Reason">Why, as the end of the sentence that the address begins.</param>
    public sealed record Refused(string Reason) : IntakeResult;
}
