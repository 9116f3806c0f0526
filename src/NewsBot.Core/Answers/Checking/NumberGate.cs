using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether each number of a sentence is in its passages by value, and counts there what it counts here.</summary>
internal static partial class NumberGate
{
    private const double Tolerance = 1e-6;

    /// <summary>How far before a number its bound may begin, in UTF-16 units: 'no fewer than about 300'.</summary>
    private const int BoundReach = 24;

    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        if (said.Numbers.Count == 0)
            return null;
        var sentences = evidence.SelectMany(passage => passage.All).ToList();
        HashSet<string>? plain = null;
        foreach (var number in said.Numbers)
        {
            var words = number.Span.In(said.Text);
            var holders = sentences.Where(sentence => Has(sentence, number)).ToList();
            if (holders.Count == 0)
            {
                // 'The two sides' and 'both countries' count what a passage names; what is no quantity there may still be the same number in a name or an hour.
                if (IsOneOrTwo(number, words))
                    continue;
                plain ??= sentences.SelectMany(sentence => PlainNumbers(sentence.Text)).ToHashSet(StringComparer.Ordinal);
                if (PlainNumbers(words).All(plain.Contains))
                    continue;
                return Fault($"the number '{words}' is not in the passage");
            }

            if (Score().Match(words) is { Success: true } score && !sentences.Exists(sentence => HasScore(sentence.Text, score)))
                return Fault($"the score '{words}' is not in the passage");
            if (FindOther(said, number, words, sentences, holders) is { } other)
                return Fault(other);
        }

        return null;
    }

    private static IEnumerable<string> PlainNumbers(string text) => ClaimNumbers.In(ClaimText.Read(text), countLoneOne: true);

    private static SentenceFault Fault(string why) => new(FaultKind.Number, why);

    private static bool Has(GateText sentence, Quantity number) => sentence.Numbers.Any(other => Equal(other, number));

    private static bool Equal(Quantity one, Quantity other) => Math.Abs(one.Value - other.Value) <= Tolerance * Math.Max(1, Math.Abs(one.Value));

    private static bool IsOneOrTwo(Quantity number, string words) => number.Value is 1 or 2 && !words.Any(char.IsDigit);

    private static bool HasScore(string text, Match score) =>
        Score().Matches(text).Any(other => other.Groups[1].ValueSpan.SequenceEqual(score.Groups[1].ValueSpan)
            && other.Groups[2].ValueSpan.SequenceEqual(score.Groups[2].ValueSpan));

    private static string? FindOther(GateText said, Quantity number, string words, List<GateText> sentences, List<GateText> holders)
    {
        var same = holders.SelectMany(sentence => sentence.Numbers.Where(other => Equal(other, number)).Select(other => (Sentence: sentence, Number: other))).ToList();
        var all = sentences.SelectMany(sentence => sentence.Numbers).ToList();
        if (!same.Exists(other => SameThing(number, other.Number) || IsCountedAs(number, other.Sentence))
            && all.Exists(other => !Equal(other, number) && number.Unit is not null && other.Unit == number.Unit))
            return $"'{words}' counts something else in the passage";
        var bound = Bound(said.Text, number);
        if (bound != 0 && same.TrueForAll(other => Bound(other.Sentence.Text, other.Number) == -bound))
            return $"'{words}' is bounded the other way in the passage";
        if (bound == 0 && same.TrueForAll(other => IsMost(other.Sentence.Text, other.Number)) && !Own().IsMatch(said.Text))
            return $"'{words}' is the most that it may be in the passage";
        var clause = said.Clause(number.Span);
        var nearest = Rivals.Nearest(clause, holders);
        if (same.Where(other => other.Sentence == nearest).ToList() is { Count: > 0 } there
            && there.TrueForAll(other => IsOpenRange(said, other.Sentence, other.Number)) && bound == 0)
            return $"'{words}' is one end of a range in the passage";
        if (number is { Kind: QuantityKind.Ordinal, Value: 1 })
            return null;
        var rivals = sentences.Where(sentence => !Has(sentence, number) && sentence.Numbers.Any(other => CountsLike(number, other))).ToList();
        return Rivals.HasBetter(said, clause, nearest, rivals) || (number.Unit is not null && (Rivals.IsOfOthers(said, nearest, rivals)
                || Rivals.HasAll(clause, nearest, rivals) || Rivals.HasAll(said.Statement, nearest, rivals)))
            ? $"the passage has another number than '{words}' for it"
            : null;
    }

    /// <summary>Whether two equal numbers may measure one thing.</summary>
    private static bool SameThing(Quantity mine, Quantity theirs)
    {
        if (mine.Unit is "time" || theirs.Unit is "time")
            return true;
        if (mine.Unit is null || theirs.Unit is null)
            return mine.Kind == theirs.Kind || mine.Unit is null || mine.Kind is QuantityKind.Count or QuantityKind.Other;
        return mine.Unit == theirs.Unit;
    }

    /// <summary>'870 infections' of '870 people have been infected', and cases of anything.</summary>
    private static bool IsCountedAs(Quantity number, GateText sentence) => number.Unit is { } unit && (unit.StartsWith("case", StringComparison.Ordinal)
        || (unit.Length >= GateEvidence.RootLength && !sentence.Numbers.Any(other => other.Unit == unit)
            && sentence.Content.Any(stem => stem.StartsWith(unit[..GateEvidence.RootLength], StringComparison.Ordinal))));

    /// <summary>Whether two different numbers answer one question: how many days, how many per cent.</summary>
    private static bool CountsLike(Quantity mine, Quantity theirs) => mine.Kind == theirs.Kind && mine.Unit == theirs.Unit;

    /// <summary>1 where the text says 'more than', -1 where it says 'less than', else 0.</summary>
    private static int Bound(string text, Quantity number)
    {
        var before = text[Math.Max(0, number.Span.Start - BoundReach)..number.Span.Start];
        return Upper().IsMatch(before) ? -1 : Lower().IsMatch(before) ? 1 : 0;
    }

    /// <summary>'Up to 40', which may be two.</summary>
    private static bool IsMost(string text, Quantity number) => UpTo().IsMatch(text[Math.Max(0, number.Span.Start - BoundReach)..number.Span.Start]);

    /// <summary>Whether the number is an end of a range there whose other end the sentence leaves out.</summary>
    private static bool IsOpenRange(GateText said, GateText sentence, Quantity number) =>
        sentence.Numbers.Any(other => !Equal(other, number) && other.Kind is QuantityKind.Count or QuantityKind.Other or QuantityKind.Percent or QuantityKind.Money
            && !said.Numbers.Any(mine => Equal(mine, other)) && AreRange(sentence.Text, other, number));

    private static bool AreRange(string text, Quantity one, Quantity other)
    {
        var (first, second) = one.Span.Start < other.Span.Start ? (one, other) : (other, one);
        if (first.Span.End > second.Span.Start)
            return false;
        var between = text[first.Span.End..second.Span.Start].Trim();
        return between is "to" or "-" or "–" || (between is "and" && Between().IsMatch(text[..first.Span.Start]));
    }

    [GeneratedRegex(@"\b(\d{1,3})[-–‑](\d{1,3})\b", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Score();

    [GeneratedRegex(
        @"\b(?<!\b(?:no|not) )(?:less than|fewer than|under|below|at most|no more than|up to"
        + @"|not more than)\W+(?:\w+\W+){0,1}$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Upper();

    [GeneratedRegex(
        @"\b(?<!\b(?:no|not) )(?:more than|over|above|at least|no fewer than|no less than|not less than)\W+(?:\w+\W+){0,1}$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Lower();

    [GeneratedRegex(@"\b(?:up to|as many as|as much as|at most|no more than|not more than|a maximum of)\W+(?:\w+\W+)?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UpTo();

    /// <summary>A limit in words of the sentence's own.</summary>
    [GeneratedRegex(@"\b(?:up to|as (?:many|much) as|maximum|limit\w*|most|cap(?:s|ped)?|(?-i:can|could|may|might))\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Own();

    [GeneratedRegex(@"\bbetween\W+$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Between();
}
