using NewsBot.Core.Articles;

namespace NewsBot.Sources.Drafts;

/// <summary>The result of reading one record: an article, or the reason why there is none.</summary>
internal abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>Says what a file looks like whose bytes are not text.</summary>
    public static Rejected NoText(string file, ReadOnlySpan<byte> bytes) => new(
        file, null, bytes.Contains((byte)0) ? "looks like binary, not text" : "is no text in UTF-8, UTF-16 or Windows-1252");

    /// <summary>An article, complete and within every bound.</summary>
    public sealed record Found(Article Article) : ReadResult
    {
        /// <summary>The article without an address that its page only claims to be at, for where another article has that one; null where there is no doubt.</summary>
        public Article? Apart { get; init; }
    }

    /// <summary>A record that holds no usable article.</summary>
    /// <param name="File">The file as it was named or found.</param>
    /// <param name="Line">1-based line at which the record begins; null when the whole file is meant.</param>
    /// <param name="Reason">Why, as the end of the sentence that the file's name begins.</param>
    public sealed record Rejected(string File, int? Line, string Reason) : ReadResult
    {
        /// <summary>'file:line: reason', or 'file: reason'.</summary>
        public override string ToString() => Line is { } line ? $"{File}:{line}: {Reason}" : $"{File}: {Reason}";
    }
}
