using NewsBot.Core.Text;

namespace NewsBot.Web.Pages;

/// <summary>Finds the passages of an article that an address asks to highlight.</summary>
internal static class Passages
{
    private const int Most = 20;
    private const int MaxLength = 500;

    /// <summary>The passages, in order; those that overlap are joined.</summary>
    /// <param name="body">The article's text.</param>
    /// <param name="asked">
    /// Each one a place ('120-240', UTF-16 units), or words: a quotation is found as it stands; of other words, such as a question,
    /// the sentence that has most of them.
    /// </param>
    public static IReadOnlyList<TextSpan> Find(string body, IReadOnlyList<string?> asked)
    {
        var found = asked.Take(Most).Select(one => FindOne(body, (one ?? "").Trim())).OfType<TextSpan>().Where(span => span.Length > 0).OrderBy(span => span.Start);
        var joined = new List<TextSpan>();
        foreach (var span in found)
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End)
                joined[^1] = new TextSpan(joined[^1].Start, Math.Max(joined[^1].End, span.End));
            else
                joined.Add(span);
        }

        return joined;
    }

    private static TextSpan? FindOne(string body, string asked) =>
        asked.Length is 0 or > MaxLength ? null : Place(body, asked) ?? Quotation(body, asked) ?? Nearest(body, asked);

    private static TextSpan? Place(string body, string asked)
    {
        var dash = asked.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0 || !int.TryParse(asked.AsSpan(0, dash), out var start) || !int.TryParse(asked.AsSpan(dash + 1), out var end))
            return null;

        // A place outside the text highlights what of it lies inside.
        start = Math.Clamp(start, 0, body.Length);
        return new TextSpan(start, Math.Clamp(end, start, body.Length));
    }

    private static TextSpan? Quotation(string body, string asked)
    {
        var at = body.IndexOf(asked, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : new TextSpan(at, at + asked.Length);
    }

    private static TextSpan? Nearest(string body, string asked)
    {
        var terms = TermsOf(asked);
        return SentenceSplitter.Split(body)
            .Select(span => (Span: span, Shared: TermsOf(span.In(body)).Count(terms.Contains)))
            .Where(one => one.Shared > 0)
            .OrderByDescending(one => one.Shared)
            .Select(one => (TextSpan?)one.Span)
            .FirstOrDefault();
    }

    private static HashSet<string> TermsOf(string text)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(text, terms);
        return [.. terms.Select(term => term.Text)];
    }
}
