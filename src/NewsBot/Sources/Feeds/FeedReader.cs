using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads the text of a feed, whatever its format: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, CDF.</summary>
/// <remarks>
/// Nothing outside of the text is ever read: no DTD, no external entity. Work and memory are bounded by the text's
/// length, times a constant. HTML comes out as it stands in the feed, scripts included: <see cref="FeedText"/> makes
/// text of it before anything shows it.
/// </remarks>
internal static class FeedReader
{
    /// <summary>The items that are read at most; a feed with more says so in its problem.</summary>
    public const int MaxItems = 10_000;

    /// <summary>The feed that these bytes hold; broken text is read as far as it goes.</summary>
    /// <param name="bytes">The whole text, after decompression.</param>
    /// <param name="contentType">The HTTP header's value ('text/xml; charset=utf-8'); null when there is none, as for a file.</param>
    /// <param name="address">Where it was read, the base of its relative addresses; null when unknown: they stay as written then.</param>
    public static FeedReadResult Read(ReadOnlySpan<byte> bytes, string? contentType, Uri? address)
    {
        var text = FeedCharacters.Clean(SourceEncoding.DecodeFeed(bytes, contentType, out var problem));
        var @base = address is { IsAbsoluteUri: true } ? address.OriginalString : null;
        return text.AsSpan().TrimStart() is ['{', ..] ? JsonFeed.Read(text, @base, problem) : XmlFeed.Read(text, @base, problem);
    }
}

/// <summary>The result of reading a feed's text.</summary>
internal abstract record FeedReadResult
{
    private FeedReadResult()
    {
    }

    /// <summary>A feed.</summary>
    /// <param name="Feed">Its content.</param>
    /// <param name="Problem">The fault of the text, as one sentence, when not all of it could be read; else null.</param>
    public sealed record Found(Feed Feed, string? Problem) : FeedReadResult;

    /// <summary>A text that is not a feed.</summary>
    /// <param name="Reason">One sentence: 'This is a web page, not a feed.'</param>
    /// <param name="IsPage">Whether it looks like a web page, which may name a feed.</param>
    public sealed record NotAFeed(string Reason, bool IsPage) : FeedReadResult;
}
