using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Tells what an article says of itself from what it reports: its sources, its authors, its corrections. Such notes are no evidence. English.</summary>
internal static partial class NoteText
{
    /// <summary>Whether a sentence is a note: 'Based on: …', 'Correction: …', 'This story has been updated', 'Reporting by …; editing by …'.</summary>
    /// <param name="sentence">One sentence.</param>
    public static bool IsMatch(string sentence) => Note().IsMatch(sentence);

    [GeneratedRegex(
        @"^[\W_]*(?:(?:based on|sources?|corrections?(?: \w+){0,3}|clarification|(?:an )?(?:editor|editors)['’]?s?['’]? note|(?:additional |with )?reporting(?: by)?"
        + @"|contribut(?:ing|ed by)):"
        + @"|this (?:story|article|report|post|headline|caption) (?:has been|was|is being|will be) (?:updated|corrected|clarified|changed)\b"
        + @"|(?:an earlier|a previous) version of this (?:story|article|report|post|headline|caption)\b"
        + @"|(?:additional )?reporting by .{1,200}?[;,.] ?(?:editing|writing) by\b)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Note();
}
