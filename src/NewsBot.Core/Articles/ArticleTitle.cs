using System.Buffers;
using System.Text;

namespace NewsBot.Core.Articles;

/// <summary>Finds the one line by which a reader knows an article.</summary>
public static class ArticleTitle
{
    /// <summary>Longest title taken from a text, in UTF-16 units.</summary>
    public const int MaxDerivedChars = 150;

    /// <summary>Longest given title, in UTF-16 units; the rest is cut at a word.</summary>
    public const int MaxGivenChars = 512;

    // How much of a text is read to find its title, in UTF-16 units.
    private const int MaxReadChars = 4096;

    private static readonly SearchValues<char> RuleCharacters = SearchValues.Create("-–—=_*~");

    private static readonly string[] Abbreviations =
        ["mr", "mrs", "ms", "dr", "st", "gen", "sen", "rep", "gov", "lt", "col", "prof", "jr", "sr", "vs", "no", "jan", "feb", "aug", "sept", "oct", "nov", "dec"];

    /// <summary>The given title on one line, else the text's first line when it is a heading, else its first sentence.</summary>
    /// <param name="given">Null or blank when none was given.</param>
    /// <param name="body">The article's text.</param>
    /// <returns>Never empty, without line breaks; ends in '…' where it was cut.</returns>
    public static string From(string? given, string body)
    {
        var title = OneLine(given ?? "", MaxGivenChars);
        if (title.Length > 0)
            return title;

        foreach (var line in body[..Math.Min(body.Length, MaxReadChars)].Split('\n'))
        {
            var text = OneLine(line.TrimStart('#', ' ', '\t', '\uFEFF'), MaxReadChars);
            // 'New York CNN Business —' says where the text was filed, not what it is about.
            if (!text.AsSpan().ContainsAnyExcept(RuleCharacters) || text.EndsWith('—') || text.EndsWith('–'))
                continue;
            var end = FirstSentenceEnd(text);
            return OneLine(text[..end], MaxDerivedChars);
        }

        title = OneLine(body[..Math.Min(body.Length, MaxReadChars)], MaxDerivedChars);
        return title.Length > 0 ? title : "Untitled";
    }

    private static int FirstSentenceEnd(string line)
    {
        for (var i = 0; i < line.Length - 2; i++)
        {
            if (line[i] is not ('.' or '!' or '?'))
                continue;
            var end = i + 1;
            while (end < line.Length && line[end] is '"' or '”' or '’' or '\'' or ')')
                end++;
            if (end >= line.Length - 1 || line[end] != ' ' || char.IsLower(line[end + 1]))
                continue;
            if (line[i] != '.' || !EndsAbbreviation(line.AsSpan(0, i)))
                return end;
        }

        return line.Length;
    }

    private static bool EndsAbbreviation(ReadOnlySpan<char> text)
    {
        var word = text[(text.LastIndexOf(' ') + 1)..].TrimStart("\"“‘('");
        if (word.Length == 1 || word.Contains('.'))
            return word.Length == 1 ? char.IsUpper(word[0]) : word.Length <= 5;
        foreach (var abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string OneLine(string text, int maxChars)
    {
        var line = new StringBuilder(Math.Min(text.Length, maxChars + 1));
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = line.Length > 0;
                continue;
            }

            if (space)
                line.Append(' ');
            space = false;
            line.Append(c);
            if (line.Length > maxChars)
                return Cut(line.ToString(), maxChars);
        }

        return line.ToString();
    }

    private static string Cut(string line, int maxChars)
    {
        var end = line.LastIndexOf(' ', maxChars - 1);
        if (end < maxChars / 2)
            end = char.IsHighSurrogate(line[maxChars - 2]) ? maxChars - 2 : maxChars - 1;
        return $"{line.AsSpan(0, end).TrimEnd(" ,;:–—-")}…";
    }
}
