using System.Globalization;
using NewsBot.Core.Answers.Checking;

namespace NewsBot.Cli.Evaluation;

/// <summary>Both errors of the check of written sentences: true ones dropped, false ones shown.</summary>
/// <param name="name">Which check it was: 'gates alone'.</param>
internal sealed class FaithfulnessTable(string name)
{
    private readonly List<(LabelledSentence Sentence, SentenceFault? Fault)> rows = [];

    /// <summary>Counts a sentence.</summary>
    /// <param name="sentence">With its label.</param>
    /// <param name="fault">Why it is not shown; null when it is.</param>
    public void Add(LabelledSentence sentence, SentenceFault? fault) => rows.Add((sentence, fault));

    /// <summary>The table, a line each.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Line(name, rows);
        foreach (var set in rows.GroupBy(row => row.Sentence.Set).Where(set => set.Key.Length > 0))
            yield return Line($"  {set.Key}", [.. set]);
        foreach (var kind in rows.Where(row => row.Fault is not null).GroupBy(row => row.Fault!.Kind).OrderByDescending(kind => kind.Count()))
        {
            var isTrue = kind.Count(row => row.Sentence.IsTrue);
            yield return string.Create(CultureInfo.InvariantCulture, $"  dropped for {kind.Key.ToString().ToLowerInvariant()}: {isTrue:N0} true, {kind.Count() - isTrue:N0} false");
        }
    }

    /// <summary>The sentences that were judged wrongly, a line each.</summary>
    public IEnumerable<string> Wrong()
    {
        foreach (var (sentence, fault) in rows)
        {
            if (sentence.IsTrue && fault is not null)
                yield return $"true, dropped: {sentence.Text} ({fault.Why})";
            else if (!sentence.IsTrue && fault is null)
                yield return $"false, shown: {sentence.Text}";
        }
    }

    private static string Line(string title, List<(LabelledSentence Sentence, SentenceFault? Fault)> rows)
    {
        var isTrue = rows.FindAll(row => row.Sentence.IsTrue);
        var isFalse = rows.FindAll(row => !row.Sentence.IsTrue);
        var dropped = isTrue.Count(row => row.Fault is not null);
        var shown = isFalse.Count(row => row.Fault is null);
        return $"{title}: true dropped {Share(dropped, isTrue.Count)}, false shown {Share(shown, isFalse.Count)}";
    }

    private static string Share(int count, int all) =>
        all == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {all:N0} ({100.0 * count / all:0.0}%)");
}
