using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>An outlet that a question wants to hear from: 'according to Reuters', 'as reported by The Verge'.</summary>
/// <param name="Span">Where its name stands in the question.</param>
/// <param name="Name">Folded: lower case, letters and digits only, without 'the'.</param>
public readonly partial record struct OutletMention(TextSpan Span, string Name)
{
    /// <summary>The outlets named in a question, in order.</summary>
    public static IReadOnlyList<OutletMention> Find(string text)
    {
        var result = new List<OutletMention>();
        foreach (Match match in Cues().Matches(text))
        {
            var group = match.Groups["name"];
            foreach (var part in SplitNames(group.Value))
            {
                var name = text[(group.Index + part.Start)..(group.Index + part.End)];
                if (Fold(name) is { Length: > 1 } folded)
                    result.Add(new OutletMention(new TextSpan(group.Index + part.Start, group.Index + part.End), folded));
            }
        }

        foreach (var mention in Gazetteer.Scan(text, new TextSpan(0, text.Length)))
        {
            if (mention.Kind.HasFlag(GazetteerKind.Outlet) && IsNamedAsSource(text, mention.Span) && !result.Exists(outlet => outlet.Span.Overlaps(mention.Span)))
                result.Add(new OutletMention(mention.Span, Fold(mention.Span.In(text))));
        }

        return result;
    }

    /// <summary>Whether an outlet as stored ('reuters.com', 'The New York Times') is the one named.</summary>
    /// <param name="source">A name or a host.</param>
    /// <param name="name">Folded as <see cref="Name"/>.</param>
    public static bool Matches(string source, string name)
    {
        var host = source.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? source[4..] : source;
        if (Fold(host) == name)
            return true;
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && !host.Contains(' ', StringComparison.Ordinal) && host.Split('.').Any(label => Fold(label) == name);
    }

    /// <summary>Lower case, letters and digits only, without 'the' before.</summary>
    internal static string Fold(string name)
    {
        var start = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        return string.Concat(name.Skip(start).Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    private static IEnumerable<TextSpan> SplitNames(string names)
    {
        var start = 0;
        foreach (Match separator in Separators().Matches(names))
        {
            yield return new TextSpan(start, separator.Index);
            start = separator.Index + separator.Length;
        }

        yield return new TextSpan(start, names.Length);
    }

    /// <summary>'What did the BBC report' and 'the Guardian says' name a source; 'who bought the Guardian' does not.</summary>
    private static bool IsNamedAsSource(string text, TextSpan span) =>
        SourceVerb().IsMatch(text[span.End..Math.Min(text.Length, span.End + 24)]);

    [GeneratedRegex(
        @"\b(?i:according to|as reported by|reported by|reports? (?:by|from|in)|(?:article|story|coverage|report)s? (?:by|from|in|of)|covered by"
        + @"|published by)\s+(?<name>(?:(?i:the|both|an?)\s+)*[A-Z][\w.&'’-]*(?:\s+(?:of\s+)?[A-Z][\w.&'’-]*)*(?:\s*(?:,|and"
        + @"|or)\s+(?:[Tt]he\s+)?[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*)*)*)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Cues();

    [GeneratedRegex(@"\s*(?:,\s*and|,|\band\b|\bor\b|\b[Bb]oth\b)\s+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"^(?:'s|’s)?\s+(?:report|say|says|said|article|write|wrote|story|coverage|describe|claim|mention|publish)",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SourceVerb();
}
