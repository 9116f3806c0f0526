using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>The metadata of a page's article in JSON-LD (schema.org/Article and its kinds); null where it has none.</summary>
internal sealed record LinkedData(
    string? Headline, string? Author, string? Publisher, string? PublishedAt, string? ModifiedAt, string? Language, string? Url, string? Body)
{
    private const int MaxScripts = 50;
    private const int MaxScriptChars = 2_000_000;

    private static readonly LinkedData Nothing = new(null, null, null, null, null, null, null, null);

    // The best type first; an object of another type is not an article.
    private static readonly string[] Kinds = ["NewsArticle", "BlogPosting", "Article", "Report", "SocialMediaPosting", "Review", "Recipe", "WebPage"];

    /// <summary>The page's article: the object that has the page's headline or address, else that of the best fitting type, of two the one with a text or a headline.</summary>
    public static LinkedData Find(IHtmlDocument page)
    {
        var objects = new List<LinkedObject>();
        foreach (var script in page.QuerySelectorAll("script[type]").Where(IsLinkedData).Take(MaxScripts))
        {
            var json = script.TextContent;
            if (json.Length <= MaxScriptChars)
                objects.AddRange(LinkedObject.ReadAll(Encoding.UTF8.GetBytes(json)));
        }

        var named = objects.Where(item => item.Text("@id") is not null && item.Count > 1)
            .DistinctBy(item => item.Text("@id")).ToDictionary(item => item.Text("@id")!);
        var told = new ToldArticle(page);
        var articles = objects.FindAll(item => Rank(item) < int.MaxValue && !item.IsOfAnother);
        var own = articles.FindAll(item => Rank(item) < Kinds.Length - 1 && told.IsNamedBy(item));
        var best = (own.Count > 0 ? own : articles.FindAll(item => !told.IsContradictedBy(item)))
            .OrderBy(Rank).ThenBy(item => item.Text("articleBody") is null).ThenBy(item => item.Text("headline") is null).FirstOrDefault();
        var site = objects.Find(item => item.Types.Contains("WebSite")) ?? objects.Find(item => item.Types.Any(type => type.EndsWith("Organization", StringComparison.Ordinal)));
        if (best is null)
            return Nothing with { Publisher = site?.Text("name") };
        return new LinkedData(
            best.Text("headline") ?? best.Text("name"),
            best.Names("author", named) ?? best.Names("creator", named),
            best.Names("publisher", named) ?? site?.Text("name"),
            best.Text("datePublished") ?? best.Text("dateCreated") ?? best.Text("coverageStartTime"),
            best.Text("dateModified"),
            best.Text("inLanguage"),
            best.Text("url") ?? best.Text("mainEntityOfPage"),
            best.Text("articleBody"));
    }

    private static bool IsLinkedData(IElement script) =>
        script.GetAttribute("type")!.Contains("ld+json", StringComparison.OrdinalIgnoreCase);

    private static int Rank(LinkedObject item)
    {
        for (var rank = 0; rank < Kinds.Length; rank++)
        {
            // 'ReportageNewsArticle', 'LiveBlogPosting': a kind of a kind ends in its name.
            if (item.Types.Any(type => type.EndsWith(Kinds[rank], StringComparison.OrdinalIgnoreCase)))
                return rank;
        }

        return int.MaxValue;
    }
}
