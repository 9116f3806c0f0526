using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Takes off what a language model wrote everything that is not a sentence: headings, lists, emphasis, fences, tables, words that lead to the answer.</summary>
internal static partial class DraftText
{
    private const int MaxLeadIns = 3;

    private static readonly HashSet<string> OwnWords = new(
        ["i", "me", "my", "we", "us", "our", "you", "your", "я", "мене", "мій", "ми", "нас", "наш", "ти", "ви", "вас", "ваш"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences of a stretch, by paragraph, each on one line.</summary>
    /// <param name="text">Without marks.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var paragraphs = new List<List<string>> { new() };
        var line = new StringBuilder();
        foreach (var raw in TableHead().Replace(text, "\n").Split('\n'))
        {
            var bare = raw.Trim();
            var isItem = Item().IsMatch(bare);
            if (isItem || bare.Length == 0 || IsMarkup(bare))
                End();
            if (bare.Length == 0 && paragraphs[^1].Count > 0)
                paragraphs.Add([]);
            if (bare.Length == 0 || IsMarkup(bare))
                continue;
            var words = Plain(isItem ? Item().Replace(bare, "") : bare);
            if (Label().IsMatch(words))
                paragraphs = [[]];
            else
                line.Append(line.Length > 0 ? " " : "").Append(words);
        }

        End();
        return [.. paragraphs.Where(paragraph => paragraph.Count > 0)];

        void End()
        {
            var whole = Unquoted(WithoutLeadIn(line.ToString()));
            line.Clear();
            if (!whole.EndsWith(':'))
                paragraphs[^1].AddRange(SentenceSplitter.Split(whole).Select(span => span.In(whole)));
        }
    }

    /// <summary>Where a list of sources begins, which says nothing about the news; null when there is none.</summary>
    public static int? SourcesIn(string text) => Sources().Match(text) is { Success: true } found ? found.Index : null;

    private static bool IsMarkup(string line) => line.StartsWith('#') || line.StartsWith("```", StringComparison.Ordinal) || Rule().IsMatch(line);

    private static string Plain(string line)
    {
        var plain = Emphasis().Replace(line, "").Replace('|', ' ').TrimStart('.', ',', ';', ':', '!', '?', '>', ' ');
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string WithoutLeadIn(string line)
    {
        for (var i = 0; i < MaxLeadIns && LeadIn().Match(line) is { Length: > 0 } found; i++)
        {
            line = line[found.Length..];
            if (line.Length > 0 && char.IsLower(line[0]))
                line = char.ToUpperInvariant(line[0]) + line[1..];
        }

        return line;
    }

    /// <summary>A sentence that stands in quotation marks as a whole is the model's own, unless somebody speaks in it.</summary>
    private static string Unquoted(string line)
    {
        if (Quoted().Match(line) is not { Success: true } found)
            return line;
        var words = new List<TextSpan>();
        Tokenizer.Tokenize(line, words);
        return words.Exists(word => OwnWords.Contains(word.In(line))) ? line : found.Groups[1].Value;
    }

    [GeneratedRegex(@"^(?:[-*+•·‣▪–—]|\d{1,2}[.)])\s+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Item();

    [GeneratedRegex(@"^[-*_=|:\s]+$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^[ \t]*\|[^\n]*\|[ \t]*\n[ \t]*\|[-:|\s]+(?:\n|$)", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TableHead();

    [GeneratedRegex(@"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\w)|(?<=[\w.!?,])_+(?!\w)|`+|~~|</?answer>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Emphasis();

    /// <summary>A line that only says what comes next.</summary>
    [GeneratedRegex(@"^(?:(?:the )?(?:final |short )?(?:answer|response|reply|summary)|відповідь|antwort):?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"^(?:(?:the )?(?:final |short )?(?:answer|response|reply|summary)\s*:\s*|(?:відповідь|antwort)\s*:\s*|(?:sure|certainly|of course|okay|ok|yes)[,!.]\s+(?=here\b|based\b)"
            + @"|(?:here(?:'s|’s| is| are)|below is) [^.:]{0,80}:\s*"
            + @"|(?:based on|according to|as (?:stated|reported|noted) in|per|from)"
            + @"(?: (?:the |these |this )?(?:\w+ )?(?:passages?|sources?|articles?|context|information)\b[^.,:]{0,30})?\s*[,:]\s*)",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LeadIn();

    [GeneratedRegex("""^["“„«]([^"“”„«»]+)["”“»]$""", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"(?:^|\n)[\s#*_>-]*(?:sources?|references|citations|passages used|джерела|quellen)[*_]*\s*(?::|\n)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Sources();
}
