namespace NewsBot.Core.Answers.Checking;

/// <summary>A sentence cut at its square brackets, whose words the article may not have at that place.</summary>
/// <param name="parts">What stands outside and inside brackets by turns, beginning outside.</param>
internal sealed class BracketedText(IReadOnlyList<string> parts)
{
    /// <summary>What a name in brackets may stand for.</summary>
    private static readonly HashSet<string> Pronouns = new(
        "he she it they him her them his hers its their theirs this that these those we us our i me my you your".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>More brackets than this are read as part of the quote, which bounds the search for a match.</summary>
    private const int MaxBrackets = 6;

    public static BracketedText Parse(string text)
    {
        var parts = new List<string>();
        var from = 0;
        while (parts.Count < MaxBrackets * 2)
        {
            var open = text.IndexOf('[', from);
            var close = open < 0 ? -1 : text.IndexOf(']', open);
            if (close < 0)
                break;
            parts.Add(text[from..open]);
            parts.Add(text[(open + 1)..close]);
            from = close + 1;
        }

        parts.Add(text[from..]);
        return new BracketedText(parts);
    }

    /// <summary>The text with its brackets, as it was.</summary>
    public string Whole => string.Concat(parts.Select((part, i) => i % 2 == 0 ? part : $"[{part}]"));

    /// <summary>Whether the text is the quote, except for white space and for brackets that are added or replace a pronoun.</summary>
    public bool Matches(string quote)
    {
        // White space is left out on both sides, so that a bracket may come with or without its space; where a word of
        // the quote begins is kept, so that a bracket stands for a whole pronoun only.
        var begins = new List<bool>();
        for (var i = 0; i < quote.Length; i++)
        {
            if (!char.IsWhiteSpace(quote[i]))
                begins.Add(i == 0 || !char.IsLetterOrDigit(quote[i - 1]));
        }

        begins.Add(true);
        return Matches(Words(quote), begins, 0, 0);
    }

    /// <summary>The bracketed words that none of the quotes has in brackets itself.</summary>
    public IReadOnlyList<string> Inserted(IEnumerable<string> quotes)
    {
        List<string> own = [.. quotes];
        return [.. parts.Where((words, i) => i % 2 == 1 && !own.Exists(quote => quote.Contains($"[{words}]", StringComparison.Ordinal)))];
    }

    /// <summary>The text with a vertical bar where words were inserted: no claim reaches over it.</summary>
    public string WithoutInsertions(IReadOnlyList<string> inserted) =>
        string.Concat(parts.Select((part, i) => i % 2 == 0 ? part : inserted.Contains(part) ? " | " : $"[{part}]"));

    private bool Matches(string quote, List<bool> begins, int part, int at)
    {
        // At an outside part, which must follow word for word.
        var outside = Words(parts[part]);
        if (string.CompareOrdinal(quote, at, outside, 0, outside.Length) != 0)
            return false;
        at += outside.Length;
        if (part == parts.Count - 1)
            return at == quote.Length;

        var bracket = "[" + Words(parts[part + 1]) + "]";
        if (string.CompareOrdinal(quote, at, bracket, 0, bracket.Length) == 0 && Matches(quote, begins, part + 2, at + bracket.Length))
            return true;
        if (Matches(quote, begins, part + 2, at))
            return true;

        var end = at + 1;
        while (end < quote.Length && char.IsLetter(quote[end]) && !begins[end])
            end++;
        return end <= quote.Length && begins[at] && Pronouns.Contains(quote[at..end]) && Matches(quote, begins, part + 2, end);
    }

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
