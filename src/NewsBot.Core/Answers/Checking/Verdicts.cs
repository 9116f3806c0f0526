using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Reads what a verifying model said of numbered sentences. It is believed only with words that stand in the passages.</summary>
public static partial class Verdicts
{
    /// <summary>The most UTF-16 units of a reply that are read.</summary>
    public const int MaxChars = 8_000;

    /// <summary>With fewer letters, the named words stand in any passage.</summary>
    private const int LeastLetters = 3;

    /// <summary>What is wrong with each sentence.</summary>
    /// <param name="reply">A line a sentence: its number, 'yes' or 'no', and the deciding words or the reason, with '|' between.</param>
    /// <param name="passages">For each sentence, the texts that it rests on, each with its head.</param>
    /// <returns>As many as sentences; null for one that is stated. Null for the whole when the reply has no verdict at all.</returns>
    public static IReadOnlyList<SentenceFault?>? Read(string reply, IReadOnlyList<IReadOnlyList<string>> passages)
    {
        var faults = Enumerable.Repeat<SentenceFault?>(new SentenceFault(FaultKind.NotStated, "the verifying model said nothing of it"), passages.Count).ToArray();
        var isRead = new bool[passages.Count];
        foreach (Match line in Line().Matches(reply.Length > MaxChars ? reply[..MaxChars] : reply))
        {
            if (!int.TryParse(line.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > passages.Count)
                continue;
            var fault = FindFault(line.Groups[2].Value, line.Groups[3].Value, passages[number - 1]);

            // Of two verdicts on one sentence, the worse counts.
            faults[number - 1] = isRead[number - 1] ? faults[number - 1] ?? fault : fault;
            isRead[number - 1] = true;
        }

        return isRead.Contains(true) ? faults : null;
    }

    private static SentenceFault? FindFault(string verdict, string words, IReadOnlyList<string> passages)
    {
        if (!verdict.Equals("yes", StringComparison.OrdinalIgnoreCase))
            return new SentenceFault(FaultKind.NotStated, words.Length > 0 ? $"the passage does not state it: {Short(words)}" : "the passage does not state it");
        var parts = Gap().Split(words).Select(Plain).Where(part => part.Length > 0).ToList();
        if (parts.Sum(part => part.Length) < LeastLetters)
            return new SentenceFault(FaultKind.NotStated, "the verifying model named no words for it");
        var plain = passages.Select(Plain).ToList();
        return parts.TrueForAll(part => plain.Exists(passage => passage.Contains(part, StringComparison.Ordinal)))
            ? null
            : new SentenceFault(FaultKind.NotStated, "the words that the verifying model named are not in the passage");
    }

    /// <summary>Letters and digits only, in lower case: white space, marks and quotation marks are written in many ways.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }

    private static string Short(string words) => words.Length <= 200 ? words : words[..200];

    /// <summary>'1 | yes | words', also '1. Yes: words' and '**1** - no - reason'.</summary>
    [GeneratedRegex(
        @"^[ \t*#>\-]*(\d{1,2})[ \t*.):|\-–—]*(yes|no)\b[ \t*|:.,\-–—]*(.*)$", RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Line();

    [GeneratedRegex(@"\.{3}|…|\[\.\.\.\]|\s\|\s|[""”]\s*(?:,|;|and)\s*[""“]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Gap();
}
