using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Digests;

namespace NewsBot.Tests.Core.Digests;

/// <summary>A window takes over from an earlier one what both have in common.</summary>
public sealed class DigestWindowTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoFolders = new Dictionary<string, IReadOnlyList<string>>();

    [Fact]
    public void An_earlier_window_does_not_change_the_digest()
    {
        List<ArchivedArticle> all = [.. DigestArticles.Archived(DigestArticles.Day)];
        var earlier = DigestWindow.Make(all.SkipLast(2), DigestArticles.From, DigestArticles.To, NoFolders);
        List<ArchivedArticle> now = [Revised(all[0]), .. all.Skip(2)];
        Assert.Equal(Told(now, earlier: null), Told(now, earlier));
    }

    [Fact]
    public void An_article_that_both_windows_hold_is_kept_once()
    {
        var earlier = DigestArticles.Window(DigestArticles.Day);
        var copies = DigestArticles.Archived(DigestArticles.Day.Select(article => article with { Author = "another object" }));
        var cited = Make(copies, earlier).Choose(new DigestRequest(DigestArticles.From, DigestArticles.To)).Citations;
        Assert.NotEmpty(cited);
        Assert.All(cited, citation => Assert.Null(citation.Revision.Article.Author));
    }

    [Fact]
    public void A_revision_that_came_since_is_read()
    {
        List<ArchivedArticle> all = [.. DigestArticles.Archived(DigestArticles.Day)];
        var trial = all.FindIndex(article => article.Article.Id == "trial-1");
        var earlier = DigestWindow.Make(all, DigestArticles.From, DigestArticles.To, NoFolders);
        all[trial] = Revised(all[trial]);
        Assert.Contains("eleven months", Told(all, earlier), StringComparison.Ordinal);
        Assert.DoesNotContain("eleven weeks", Told(all, earlier), StringComparison.Ordinal);
    }

    private static ArchivedArticle Revised(ArchivedArticle one) => one with
    {
        Revision = new ArticleRevision(100, 2, one.Article with { Body = one.Article.Body.Replace("weeks", "months", StringComparison.Ordinal) + " This was added later." }),
    };

    private static string Told(IEnumerable<ArchivedArticle> articles, DigestWindow? earlier) =>
        JsonSerializer.Serialize(Make(articles, earlier).Choose(new DigestRequest(DigestArticles.From, DigestArticles.To)));

    private static DigestWindow Make(IEnumerable<ArchivedArticle> articles, DigestWindow? earlier) =>
        DigestWindow.Make(articles, DigestArticles.From, DigestArticles.To, NoFolders, earlier);
}
