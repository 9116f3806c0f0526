using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether each name of a sentence is in its passages in some form; their titles, outlets and dates count.</summary>
internal static partial class NameGate
{
    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        foreach (var word in Capitals(said))
        {
            if (!evidence.Any(passage => Holds(passage, said, word)))
                return new SentenceFault(FaultKind.Name, $"the name '{word}' is not in the passage");
        }

        return null;
    }

    /// <summary>The words of the sentence that are written as names. The first one may be any word, so only one that stands in no dictionary of ours counts.</summary>
    private static IEnumerable<string> Capitals(GateText said)
    {
        var names = said.Names;
        foreach (Match match in Word().Matches(said.Text))
        {
            var word = match.Value;
            if (!char.IsUpper(word[0]) || word is "I" || IsDay(said, match))
                continue;
            var opens = Opens(said.Text, match.Index);
            if (opens && !names.Exists(name => match.Index >= name.Span.Start && match.Index < name.Span.End))
                continue;
            if (NameForms.Fold(word) is { Length: > 0 } folded && !(opens && StopWords.Contains(folded)) && !StopWords.Contains(folded))
                yield return word;
        }
    }

    private static bool IsDay(GateText said, Match match) => said.Dates.Any(date => match.Index >= date.Span.Start && match.Index < date.Span.End);

    /// <summary>Whether nothing but marks stands before it, or a mark that ends or opens a statement.</summary>
    private static bool Opens(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(" \"“'‘(");
        return before.Length == 0 || before[^1] is ':' or '.' or '!' or '?' || (at > 0 && text[at - 1] is '"' or '“');
    }

    private static bool Holds(GateEvidence passage, GateText said, string word)
    {
        var name = NameForms.Fold(word);
        if (passage.Words.Contains(name) || passage.WordList.Any(other => NameForms.AreOneWord(name, other)))
            return true;
        if (said.Terms.FirstOrDefault(term => said.Text.AsSpan(term.Start, term.End - term.Start).StartsWith(word, StringComparison.Ordinal)) is { Text: { } stem }
            && passage.All.Any(sentence => sentence.Content.Contains(stem)))
            return true;

        // 'the WHO' of 'World Health Organization', 'S.C.' of 'South Carolina', and the other way round.
        if (name.Length is >= 2 and <= 6 && word.Count(char.IsUpper) >= 2 && NameForms.BeginWords(name, passage.WordList))
            return true;
        if (passage.Acronyms.Any(acronym => IsPartOf(said.Text, word, acronym)))
            return true;
        return passage.Shortened.Any(shortened => NameForms.IsShortOf(shortened, name))
            || (IsShortened(said.Text, word) && passage.WordList.Any(other => NameForms.IsShortOf(name, other)));
    }

    /// <summary>Whether the word stands in a run of words that begin with the letters of an acronym.</summary>
    private static bool IsPartOf(string text, string word, string acronym)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        for (var first = 0; first < words.Count; first++)
        {
            for (var count = acronym.Length; count <= acronym.Length + 2 && first + count <= words.Count; count++)
            {
                var run = words.GetRange(first, count);
                if (run.Contains(word) && NameForms.BeginWords(acronym, run.ConvertAll(NameForms.Fold)))
                    return true;
            }
        }

        return false;
    }

    private static bool IsShortened(string text, string word) => text.Contains(word + ".", StringComparison.Ordinal);

    /// <summary>A word, or letters with stops.</summary>
    [GeneratedRegex(@"(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\p{Nd}]*(?:['’]\p{L}+)*", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    internal static partial Regex Word();
}
