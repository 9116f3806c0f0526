using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Digests;
using NewsBot.Hosting;
using NewsBot.Sources.Feeds;

namespace NewsBot.Summaries;

/// <summary>Makes digests of the archive; requests over one window share its stories.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class DigestMaker(IArticleStore articles, IArchiveOverview overview, TimeProvider time, IArticleFolders? folders = null) : IDigestMaker, IDisposable
{
    // The newest articles; the time before the window takes the places that the window leaves.
    private const int MostArticles = 20_000;

    // Stories that began this long before the window are known as running ones.
    private static readonly TimeSpan Before = TimeSpan.FromHours(24);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoFolders = new Dictionary<string, IReadOnlyList<string>>();

    private readonly SharedWindows windows = new(time);

    public async Task<Digest> MakeAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        var key = new WindowKey(request.From, request.To, request.Language, await articles.GetLastSequenceAsync(cancellationToken));

        // Others may wait for the same window: one request that is stopped does not stop the work.
        var window = await windows.GetAsync(key, earlier => ReadAsync(key, earlier, CancellationToken.None)).WaitAsync(cancellationToken);
        return window.Choose(request);
    }

    public void Dispose() => windows.Dispose();

    private async Task<DigestWindow> ReadAsync(WindowKey key, DigestWindow? earlier, CancellationToken cancellationToken)
    {
        var found = await overview.ReadWindowAsync(key.From - Before, key.To, MostArticles, cancellationToken);
        if (key.Language is { } language)
            found = [.. found.Where(article => IsIn(article.Article.Language, language))];
        var ofFolders = folders is null ? NoFolders : await folders.FindFoldersAsync([.. found.Select(article => article.Article.Id)], cancellationToken);
        return await YieldingThread.RunAsync(() => DigestWindow.Make(found, key.From, key.To, ofFolders, earlier));
    }

    /// <summary>Whether a BCP 47 tag is of the language; an article without a tag is of any language.</summary>
    private static bool IsIn(string? tag, string language) =>
        tag is null || tag.Split('-', '_')[0].Equals(language, StringComparison.OrdinalIgnoreCase);
}
