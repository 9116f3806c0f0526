using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Web.Access;

/// <summary>The addresses of articles in the reader, and of the passages that citations open there.</summary>
/// <remarks>
/// Where a key is set, an address carries a signature of its article, so that whoever is given a citation may read that article without the key. The feed of a question
/// carries one of its question: programs that read feeds often can send no key.
/// </remarks>
/// <param name="options">The address at which other people open the pages, and the key.</param>
/// <param name="server">Knows where the service listens; null where none does.</param>
internal sealed class ReaderLinks(IOptions<WebOptions> options, IServer? server = null)
{
    /// <summary>The beginning of the path of every article.</summary>
    public const string Folder = "/a/";

    /// <summary>The path of the feed of a question.</summary>
    public const string WatchPath = "/watch.atom";

    private const int SignatureBytes = 16;

    private static readonly string[] EveryAddress = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>The address that opens a citation's passage: in the reader, where the operator prefers that or the article has no address; else at the outlet.</summary>
    /// <returns>Null when neither can be opened.</returns>
    public string? Open(Citation citation)
    {
        var article = citation.Revision.Article;
        return Choose(article, TextFragmentLink.For(article.Url, article.Body, citation.Span), PathOf(citation));
    }

    /// <summary>The same for an article as a whole.</summary>
    public string? Open(Article article) => Choose(article, TextFragmentLink.For(article.Url, "", new TextSpan(0, 0)), PathOf(article.Id));

    /// <summary>The path of a citation's passage in the reader; it goes on from the address of the service.</summary>
    public string PathOf(Citation citation) => PathOf(citation.Revision, [citation.Span]);

    /// <summary>The path of passages of a revision; the first one is scrolled to.</summary>
    public string PathOf(ArticleRevision revision, IReadOnlyList<TextSpan> spans) =>
        $"{Folder}{Uri.EscapeDataString(revision.Article.Id)}?{string.Concat(spans.Select(span => $"q={span.Start}-{span.End}&"))}r={revision.RevisionId}"
        + (SignArticle(revision.Article.Id) is { } signature ? $"&s={signature}" : "")
        + (spans.Count > 0 ? "#s1" : "");

    /// <summary>The path of an article as it is now.</summary>
    public string PathOf(string articleId) => $"{Folder}{Uri.EscapeDataString(articleId)}" + (SignArticle(articleId) is { } signature ? $"?s={signature}" : "");

    /// <summary>The path of the feed of a question. Where a key is set, nobody can guess it, and who has it may follow this question without the key.</summary>
    public string PathOfWatch(string question) =>
        $"{WatchPath}?q={Uri.EscapeDataString(question)}" + (Sign(WatchPath + question) is { } signature ? $"&s={signature}" : "");

    /// <summary>Whether a signature is that of an article, compared in constant time; never so where no key is set.</summary>
    public bool IsSigned(string articleId, string? signature) => IsSame(SignArticle(articleId), signature);

    /// <summary>The same for the feed of a question.</summary>
    public bool IsSignedWatch(string question, string? signature) => IsSame(Sign(WatchPath + question), signature);

    /// <summary>Where the pages are opened, without a slash at the end; null when nobody listens, or it listens at every address of the machine and so at no certain one.</summary>
    public string? FindBase()
    {
        if (options.Value.PublicBaseUrl is { Length: > 0 } address)
            return address.TrimEnd('/');
        var listens = server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return listens is null || EveryAddress.Contains(BindingAddress.Parse(listens).Host) ? null : listens.TrimEnd('/');
    }

    private string? Choose(Article article, string? original, string path)
    {
        var isPreferred = options.Value.PublicBaseUrl.Length > 0;
        if (original is not null && !isPreferred)
            return original;
        return FindBase() is { } address && article.Id.Length > 0 ? address + path : original;
    }

    private static bool IsSame(string? own, string? given) =>
        own is not null && given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(own));

    private string? SignArticle(string articleId) => Sign(Folder + articleId);

    /// <summary>The signature of a path's beginning and what is opened there; null where no key is set.</summary>
    private string? Sign(string what)
    {
        if (options.Value.Key.Length == 0)
            return null;
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Key), Encoding.UTF8.GetBytes(what));
        return Base64Url.EncodeToString(hash.AsSpan(0, SignatureBytes));
    }
}
