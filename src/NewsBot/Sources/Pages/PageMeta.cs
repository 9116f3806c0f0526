using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>A page's meta tags by name, whatever attribute carries the name.</summary>
internal sealed class PageMeta
{
    private const int MaxTags = 2000;

    private readonly Dictionary<string, List<string>> contents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the page, in its body too: a broken head ends early.</summary>
    public static PageMeta Of(IHtmlDocument page)
    {
        var meta = new PageMeta();
        foreach (var element in page.QuerySelectorAll("meta[content]").Take(MaxTags))
        {
            var content = element.GetAttribute("content")!;
            if (string.IsNullOrWhiteSpace(content))
                continue;
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
            {
                if (element.GetAttribute(attribute) is not { Length: > 0 } name)
                    continue;
                if (!meta.contents.TryGetValue(name.Trim(), out var values))
                    meta.contents[name.Trim()] = values = [];
                values.Add(content);
            }
        }

        return meta;
    }

    /// <summary>The first content that is not blank under the first name that has one; null when none has.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (contents.TryGetValue(name, out var values))
                return values[0];
        }

        return null;
    }

    /// <summary>Every content, in the order of the names.</summary>
    public IEnumerable<string> All(IEnumerable<string> names) =>
        names.SelectMany(name => contents.TryGetValue(name, out var values) ? values : Enumerable.Empty<string>());
}
