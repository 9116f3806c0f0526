using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Answers.Checking;

/// <summary>Sentences of the seeds in which one thing was changed: most are found without a model.</summary>
public sealed partial class ChangedSentencesTests
{
    private static readonly List<(string Text, string Article)> Sentences =
    [
        .. Directory.GetFiles(RepositoryFiles.At("seeds"), "*.md").Select(File.ReadAllText)
            .SelectMany(article => SentenceSplitter.Split(article).Select(span => (Text: span.In(article), article)))
            .Where(one => one.Text.Length is > 40 and < 320 && !one.Text.Contains('\n', StringComparison.Ordinal)
                && SentenceGates.FindFault(one.Text, [new GatePassage(one.article)]) is null),
    ];

    [Fact]
    public void A_name_in_the_place_of_another_one() => AssertFound(0.7, sentence =>
    {
        var others = SentenceSplitter.Split(sentence.Article).Select(span => span.In(sentence.Article))
            .SelectMany(text => NamesIn(text).Select(name => (Text: name.Span.In(text), name.Kind))).ToList();
        return NamesIn(sentence.Text).SelectMany(name => others
            .Where(other => other.Kind == name.Kind && !sentence.Text.Contains(other.Text, StringComparison.Ordinal) && !NameForms.AreOne(other.Text, name.Span.In(sentence.Text)))
            .Take(1).Select(other => sentence.Text[..name.Span.Start] + other.Text + sentence.Text[name.Span.End..]));
    });

    [Fact]
    public void A_not_that_was_put_in() => AssertFound(0.9, sentence => Auxiliary().Match(sentence.Text) is { Success: true } verb && !Denial().IsMatch(sentence.Text)
        ? [sentence.Text.Insert(verb.Index + verb.Length, " not")]
        : []);

    [Fact]
    public void A_number_that_was_changed() => AssertFound(0.95, sentence =>
        Number().Match(sentence.Text) is { Success: true } number
            ? [sentence.Text[..number.Index] + $"{int.Parse(number.Value) + 3}" + sentence.Text[(number.Index + number.Length)..]]
            : []);

    [Fact]
    public void Two_sentences_of_which_one_was_made_the_cause_of_the_other() => AssertFound(0.8, sentence =>
    {
        var others = Sentences.FindAll(other => other.Article == sentence.Article && !Causal().IsMatch(other.Text));
        return Causal().IsMatch(sentence.Text) || others.FindIndex(other => other.Text == sentence.Text) is not (> 1 and var at)
            ? []
            : [$"{sentence.Text.TrimEnd('.')} because {char.ToLowerInvariant(others[at - 2].Text[0])}{others[at - 2].Text[1..]}"];
    });

    private static void AssertFound(double share, Func<(string Text, string Article), IEnumerable<string>> change)
    {
        var changed = Sentences.SelectMany(sentence => change(sentence).Select(text => (text, sentence.Article))).ToList();
        var passed = changed.Where(one => SentenceGates.FindFault(one.text, [new GatePassage(one.Article)]) is null).Select(one => one.text).ToList();
        Assert.InRange(changed.Count, 20, int.MaxValue);
        Assert.True(passed.Count <= (1 - share) * changed.Count, $"{passed.Count} of {changed.Count} pass: {string.Join('\n', passed.Take(10))}");
    }

    private static List<NameMention> NamesIn(string text) => NameFinder.Find(text, new TextSpan(0, text.Length));

    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|had|will|would|can|could)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"\b(?:not|no|never|without)\b|n['’]t\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Denial();

    [GeneratedRegex(
        @"\b(?:because|due|since|caus\w*|reasons?|led|lead\w*|result\w*|forc\w*|why|protest\w*|respon\w*|blam\w*)\b|[:?!“”]",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Causal();

    [GeneratedRegex(@"(?<![\d.,:/-])\b[1-9]\d{0,2}\b(?![\d.,:/-])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
