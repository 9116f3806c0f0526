using NewsBot.Archive;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Answering;

/// <summary>Tells in which languages the archive's articles are, so that a question can be searched in them.</summary>
/// <remarks>Safe for concurrent use. The newest articles stand for all; they are looked at again after a while.</remarks>
internal sealed class ArchiveLanguages(IArchiveOverview overview, TimeProvider time)
{
    public const string English = "en";

    public const string Ukrainian = "uk";

    private const int Newest = 100;

    /// <summary>A language with fewer of the newest articles is not searched in.</summary>
    private const int Least = Newest / 10;

    private const int MostChars = 600;

    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private volatile Known? known;

    /// <summary>Two-letter codes that <see cref="TextLanguage"/> names, the language of most articles first; English alone when nothing is known.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        if (known is { } read && time.GetElapsedTime(read.At) < MaxAge)
            return read.Codes;
        var articles = await overview.ReadNewestAsync(time.GetUtcNow() + IArchiveOverview.Ahead, Newest, cancellationToken);
        List<string> codes = [.. articles.Select(revision => LanguageOf(revision.Article)).CountBy(code => code)
            .Where(row => row.Value * Newest >= Least * articles.Count && TextLanguage.NameOf(row.Key) is not null)
            .OrderByDescending(row => row.Value).Select(row => row.Key)];
        known = new Known(codes.Count > 0 ? codes : [English], time.GetTimestamp());
        return known.Codes;
    }

    private static string LanguageOf(Article article) =>
        article.Language is { Length: >= 2 } code && TextLanguage.NameOf(code[..2].ToLowerInvariant()) is not null
            ? code[..2].ToLowerInvariant()
            : TextLanguage.Of(article.Body.Length > MostChars ? article.Body[..MostChars] : article.Body) ?? English;

    private sealed record Known(IReadOnlyList<string> Codes, long At);
}
