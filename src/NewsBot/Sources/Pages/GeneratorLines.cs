using NewsBot.Sources.Drafts;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Pages;

/// <summary>Leaves out of a text what the program that wrote the feed or the page adds to every one: 'The post … appeared first on …', 'Subscribe now'.</summary>
/// <remarks>The wording is in generator-lines.txt beside this file.</remarks>
internal static class GeneratorLines
{
    // Longer than any such line, headline and outlet included.
    private const int MaxChars = 600;

    // A headline may have been changed since, or cut.
    private const double LeastOfTitle = 0.5;
    private const double MostOfTitle = 0.8;
    private const int MaxCreditChars = 60;

    private const string SentenceEnds = ".!?…。！？\"”’»)]";

    private static readonly Lazy<LinePatterns> Patterns = new(() => new LinePatterns(
        "NewsBot.Sources.Pages.generator-lines.txt", (kind, rows) => kind switch
        {
            "head" => $"^{rows}",
            "title" => $@"{rows}\s*$",
            _ => $@"^{rows}\s*$",
        }));

    /// <summary>Whether a paragraph is nothing else.</summary>
    public static bool Is(string paragraph)
    {
        var isSentence = paragraph.AsSpan().TrimEnd() is [.., '.'];
        var text = paragraph.Trim(' ', '\u00A0', '*', '-', '–', '—', '•', '»', '→', '|', '.', ':');
        return text.Length <= MaxChars && (Patterns.Value.IsMatch("line", text) || (!isSentence && Patterns.Value.IsMatch("label", text)));
    }

    /// <summary>The paragraphs that somebody wrote: without such lines, and without what is added to the first and the last one.</summary>
    /// <param name="paragraphs">Each with whether links stand in it.</param>
    /// <param name="title">The item's headline, to know a credit by; null when not known.</param>
    /// <param name="site">The feed's name, for the same.</param>
    public static List<string> Cut(IEnumerable<(string Text, bool HasLinks)> paragraphs, string? title, string? site)
    {
        var written = paragraphs.Where(paragraph => !Is(paragraph.Text)).ToList();
        while (written.Count > 1 && PageNotices.IsOffer(written[^1].Text))
            written.RemoveAt(written.Count - 1);
        var kept = written.ConvertAll(paragraph => paragraph.Text);
        if (kept.Count > 0)
            kept[0] = WithoutHead(kept[0]);
        if (kept.Count > 0)
            kept[^1] = WithoutTail(kept[^1], end => written[^1].HasLinks || Names(end, title, site), end => written[^1].HasLinks && IsCredit(end, title, site));
        kept.RemoveAll(string.IsNullOrWhiteSpace);
        return kept;
    }

    /// <summary>A title without the number or the mark that the generator puts behind it.</summary>
    public static string Title(string title) => title[..^Patterns.Value.MatchLength("title", title)];

    private static string WithoutHead(string paragraph) =>
        paragraph[Patterns.Value.MatchLength("head", paragraph[..Math.Min(paragraph.Length, MaxChars)])..];

    /// <summary>Cuts the end off; what is asked of it is whether a wording of a credit may be one, and whether it is one in whatever language.</summary>
    private static string WithoutTail(string paragraph, Predicate<string> mayBeCredit, Predicate<string> isCredit)
    {
        var start = Math.Max(0, paragraph.Length - MaxChars);
        var end = paragraph[start..];
        foreach (var at in Beginnings(end, start == 0))
        {
            if (Patterns.Value.IsMatch("tail", end.AsSpan(at)) || (Patterns.Value.IsMatch("credit", end.AsSpan(at)) && mayBeCredit(end[at..])) || isCredit(end[at..]))
            {
                paragraph = paragraph[..(start + at)];
                break;
            }
        }

        return WithoutEllipsis(paragraph.TrimEnd());
    }

    /// <summary>Whether a text has most of the headline, or the feed's name.</summary>
    private static bool Names(string text, string? title, string? site) =>
        (title is not null && WordOverlap.Share(title, text) >= LeastOfTitle) || (site is { Length: > 3 } && text.Contains(site, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a sentence has the headline and the feed's name, and few words besides: 'The post … appeared first on …' in any language.</summary>
    private static bool IsCredit(string text, string? title, string? site) =>
        title is not null && site is { Length: > 3 } && text.Length <= title.Length + site.Length + MaxCreditChars && text.Contains(site, StringComparison.OrdinalIgnoreCase)
        && WordOverlap.Share(title, text) >= MostOfTitle;

    /// <summary>Where sentences begin, the last one first; a tail is a sentence of its own.</summary>
    private static IEnumerable<int> Beginnings(string text, bool isWhole)
    {
        for (var i = text.Length - 1; i > 1; i--)
        {
            if (!char.IsWhiteSpace(text[i]) && char.IsWhiteSpace(text[i - 1]) && SentenceEnds.Contains(text.AsSpan(0, i).TrimEnd()[^1], StringComparison.Ordinal))
                yield return i;
        }

        if (isWhole)
            yield return 0;
    }

    // '[…]' says that the text goes on elsewhere; after a whole sentence it says nothing.
    private static string WithoutEllipsis(string text)
    {
        foreach (var mark in (string[])["[…]", "[...]", "[&#8230;]", "[&hellip;]", "(…)"])
        {
            if (!text.EndsWith(mark, StringComparison.Ordinal))
                continue;
            var rest = text[..^mark.Length].TrimEnd();
            return rest is [.., '.' or '!' or '?' or '…' or '"' or '”'] or "" ? rest : $"{rest}…";
        }

        return text;
    }
}
