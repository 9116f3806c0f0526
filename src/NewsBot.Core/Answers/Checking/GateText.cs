using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>One sentence in the form in which the gates compare: its stems, its numbers by value, its days.</summary>
internal sealed partial class GateText
{
    private readonly List<Term> terms = [];
    private readonly string?[] lowered;

    /// <summary>What its pronoun stands for.</summary>
    private readonly IReadOnlySet<string>? lent;

    // Most sentences of a passage are asked for their stems only. Two threads may read one of these at once, and get the same.
    private IReadOnlyList<Quantity>? numbers;
    private IReadOnlyList<DateMention>? dates;
    private List<NameMention>? names;
    private HashSet<string>? nameStems;
    private HashSet<string>? personStems;
    private HashSet<string>? statement;

    /// <param name="text">One sentence.</param>
    /// <param name="day">What weekdays are counted from; null when unknown.</param>
    /// <param name="before">The sentence before it, whose words a pronoun at its beginning stands for; null when there is none.</param>
    public GateText(string text, DateOnly? day, GateText? before = null)
    {
        (Text, Day) = (text, day);
        TermAnalyzer.OfThisThread.Analyze(text, terms);
        lowered = new string?[terms.Count];
        Content = terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
        lent = before is not null && PronounLed.IsMatch(text) ? before.Content : null;
    }

    /// <summary>As it was given.</summary>
    public string Text { get; }

    /// <summary>What its weekdays are counted from.</summary>
    public DateOnly? Day { get; }

    /// <summary>Its words in order.</summary>
    public IReadOnlyList<Term> Terms => terms;

    /// <summary>Its stems without stop words.</summary>
    public IReadOnlySet<string> Content { get; }

    /// <summary>Its numbers by value; days and years are none.</summary>
    public IReadOnlyList<Quantity> Numbers => numbers ??= QuantityFinder.Find(Text, Whole);

    /// <summary>Its days and periods.</summary>
    public IReadOnlyList<DateMention> Dates => dates ??= DateFinder.Find(Text, Whole, Day);

    /// <summary>What is written as a name.</summary>
    public List<NameMention> Names => names ??= NameFinder.Find(Text, Whole);

    /// <summary>The stems of what is written as a name.</summary>
    public IReadOnlySet<string> NameStems => nameStems ??= StemsOf(Names);

    /// <summary>The stems of the names of persons.</summary>
    public IReadOnlySet<string> PersonStems => personStems ??= StemsOf(Names.FindAll(name => name.Kind == NameKind.Person));

    /// <summary>The stems of what it says beside its numbers and days.</summary>
    public IReadOnlySet<string> Statement => statement ??= [.. terms.Where(term => !term.IsStopWord && !IsValue(term)).Select(term => term.Text)];

    private TextSpan Whole => new(0, Text.Length);

    /// <summary>Whether it has the stem, or one that news uses for it.</summary>
    public bool Holds(string stem)
    {
        if (Content.Contains(stem))
            return true;
        var related = RelatedWords.Of(stem);
        for (var i = 0; i < related.Count; i++)
        {
            if (Content.Contains(related[i]))
                return true;
        }

        return false;
    }

    /// <summary>Whether it, or the sentence that its pronoun goes back to, has the stem.</summary>
    public bool Reaches(string stem) => Holds(stem) || lent?.Contains(stem) == true;

    /// <summary>A word of it in lower case, with straight marks.</summary>
    public string Word(int i) => lowered[i] ??= Text[terms[i].Start..terms[i].End].ToLowerInvariant().Replace('’', '\'');

    /// <summary>What the clause around a number or a day says beside numbers and days; of a day alone before a comma, what the next clause says.</summary>
    public HashSet<string> Clause(TextSpan value)
    {
        var cuts = Cut().Matches(Text).Where(cut => cut.Index >= value.End || cut.Index + cut.Length <= value.Start).ToList();
        var start = cuts.FindLast(cut => cut.Index + cut.Length <= value.Start) is { } before ? before.Index + before.Length : 0;
        var next = cuts.FindIndex(cut => cut.Index >= value.End);
        var words = Between(start, next < 0 ? Text.Length : cuts[next].Index);
        return words.Count > 0 || start > 0 || next < 0 ? words : Between(start, next + 1 < cuts.Count ? cuts[next + 1].Index : Text.Length);
    }

    private HashSet<string> Between(int start, int end) =>
        [.. terms.Where(term => !term.IsStopWord && term.Start >= start && term.End <= end && !IsValue(term)).Select(term => term.Text)];

    private HashSet<string> StemsOf(List<NameMention> names) =>
        [.. terms.Where(term => !term.IsStopWord && names.Exists(name => term.Start >= name.Span.Start && term.End <= name.Span.End)).Select(term => term.Text)];

    [GeneratedRegex(
        @"[;:–—]|,(?!\d)|\b(?:and|but|while|whereas|unless|although|though|because|if|which|who)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Cut();

    private bool IsValue(Term term) =>
        char.IsDigit(Text[term.Start])
        || Numbers.Any(number => term.Start >= number.Span.Start && term.End <= number.Span.End)
        || Dates.Any(date => term.Start >= date.Span.Start && term.End <= date.Span.End);
}

/// <summary>A passage in the form in which the gates compare.</summary>
internal sealed partial class GateEvidence
{
    private readonly string written;
    private IReadOnlySet<string>? roots;
    private IReadOnlyList<string>? acronyms;
    private IReadOnlyList<string>? shortened;

    /// <summary>Words whose first letters are alike have one root: 'migrants', 'migration'.</summary>
    public const int RootLength = 5;

    public GateEvidence(GatePassage passage)
    {
        Passage = passage;
        Title = new GateText(passage.Title, passage.Day);
        var sentences = new List<GateText>();
        foreach (var span in SplitWhole(passage.Text))
            sentences.Add(new GateText(span.In(passage.Text), passage.Day, sentences.Count > 0 ? sentences[^1] : null));
        Sentences = sentences;
        All = passage.Title.Length > 0 ? [.. sentences, Title] : sentences;
        written = $"{passage.Title} . {passage.Outlet} . {passage.Text}";
        WordList = [.. Folded(NameGate.Word().Matches(written))];
        Words = WordList.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>As it was given.</summary>
    public GatePassage Passage { get; }

    /// <summary>Its title.</summary>
    public GateText Title { get; }

    /// <summary>Its sentences in order.</summary>
    public IReadOnlyList<GateText> Sentences { get; }

    /// <summary>Its sentences and its title.</summary>
    public IReadOnlyList<GateText> All { get; }

    /// <summary>The words of its title, its outlet and its text, folded, in order.</summary>
    public IReadOnlyList<string> WordList { get; }

    /// <summary>The beginnings of its longer words, each once.</summary>
    public IReadOnlySet<string> Roots =>
        roots ??= Words.Where(word => word.Length >= RootLength).Select(word => word[..RootLength]).ToHashSet(StringComparer.Ordinal);

    /// <summary>The same words, each once.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>Words of capital letters, folded.</summary>
    public IReadOnlyList<string> Acronyms => acronyms ??= FoldedWhere(match => IsAcronym(match.Value));

    /// <summary>Words with a capital and a stop behind them, folded: 'Gov.', 'Lt.'.</summary>
    public IReadOnlyList<string> Shortened => shortened ??= FoldedWhere(match => IsShortened(written, match));

    private static IEnumerable<string> Folded(IEnumerable<Match> words) => words.Select(match => NameForms.Fold(match.Value)).Where(word => word.Length > 0);

    private List<string> FoldedWhere(Func<Match, bool> isMeant) => [.. Folded(NameGate.Word().Matches(written).Where(isMeant)).Distinct(StringComparer.Ordinal)];

    /// <summary>The sentences; 'Oct. 27' stays in one.</summary>
    private static List<TextSpan> SplitWhole(string text)
    {
        var spans = new List<TextSpan>();
        foreach (var span in SentenceSplitter.Split(text))
        {
            if (spans.Count > 0 && char.IsDigit(text[span.Start]) && EndsInMonth().IsMatch(spans[^1].In(text)))
                spans[^1] = new TextSpan(spans[^1].Start, span.End);
            else
                spans.Add(span);
        }

        return spans;
    }

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex EndsInMonth();

    private static bool IsAcronym(string word) => word.Count(char.IsUpper) is >= 2 and <= 6 && word.All(c => char.IsUpper(c) || c == '.');

    private static bool IsShortened(string text, Match word) =>
        word.Length is >= 2 and <= 5 && char.IsUpper(word.Value[0]) && word.Index + word.Length < text.Length && text[word.Index + word.Length] == '.';
}
