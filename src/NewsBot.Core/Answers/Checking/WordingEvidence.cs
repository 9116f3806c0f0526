using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>A text in the form in which wordings are compared: its terms in order, their negations and reservations, its quantities.</summary>
internal sealed class WordingEvidence
{
    /// <summary>How far a 'not' reaches, in words: 'has not yet been formally signed'.</summary>
    private const int NegationReach = 4;

    /// <summary>How far an 'allegedly' does: to the end of its clause.</summary>
    private const int HedgeReach = 12;

    private static readonly HashSet<string> Negations = new(
        (
            "not no never nor neither none nobody nothing without cannot n't don't doesn't didn't isn't aren't wasn't weren't won't "
            + "wouldn't can't couldn't shouldn't hasn't haven't hadn't").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Hedges = new(
        (
            "may might could would if whether allegedly alleged alleging alleges accused suspected suspicion reportedly rumoured rumored "
            + "possible possibly perhaps maybe potential potentially proposed proposes expected plans planned planning considers considering "
            + "likely unlikely threatened threatens hopes hoped wants wanted claims claimed unconfirmed seeks sought intends").Split(' '),
        StringComparer.Ordinal);

    private readonly List<Term> terms = [];

    public WordingEvidence(string text)
    {
        Text = text;
        TermAnalyzer.OfThisThread.Analyze(text, terms);
        Content = terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
        Quantities = QuantityFinder.Find(text, new TextSpan(0, text.Length));
        HasHedge = terms.Exists(IsHedge);
        HasNegation = terms.Exists(term => Negations.Contains(Word(term)));
    }

    /// <summary>As it was given.</summary>
    public string Text { get; }

    /// <summary>Its words, stop words too, in order.</summary>
    public IReadOnlyList<Term> Terms => terms;

    /// <summary>Its stems, except stop words.</summary>
    public IReadOnlySet<string> Content { get; }

    /// <summary>The quantities in it, in order.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>Whether any of it is said with reserve.</summary>
    public bool HasHedge { get; }

    /// <summary>Whether any of it is negated.</summary>
    public bool HasNegation { get; }

    /// <summary>Whether it has the word, or one that news uses for it.</summary>
    public bool Holds(string term) => Content.Contains(term) || RelatedWords.Of(term).Any(Content.Contains);

    /// <summary>For each place of a word, whether it is negated there; empty when the text lacks it.</summary>
    public IEnumerable<bool> Negated(string term) => Places(term).Select(place => IsUnder(place, NegationReach, word => Negations.Contains(Word(word))));

    /// <summary>For each place of a word, whether it is said with reserve there; empty when the text lacks it.</summary>
    public IEnumerable<bool> Hedged(string term) => Places(term).Select(place => IsUnder(place, HedgeReach, IsHedge));

    /// <summary>The words of the text, each once, that are not stop words.</summary>
    public IEnumerable<string> DistinctContent() => terms.Where(term => !term.IsStopWord).Select(term => term.Text).Distinct(StringComparer.Ordinal);

    /// <summary>The same without numbers, signs of currencies and of percent, and what is written as a name: those are checked by what they stand for.</summary>
    public IEnumerable<string> DistinctPlainWords() =>
        Enumerable.Range(0, terms.Count).Where(i => !terms[i].IsStopWord && !IsNumber(terms[i]) && !IsName(i)).Select(i => terms[i].Text).Distinct(StringComparer.Ordinal);

    /// <summary>Whether the word at a place is written as a name: with a capital, at the beginning of a text only where the next word has one too.</summary>
    public bool IsName(int i) => char.IsUpper(Text[terms[i].Start]) && (i > 0 || (terms.Count > 1 && char.IsUpper(Text[terms[1].Start])));

    /// <summary>Whether a word is a number, in digits or not, or names a currency or percent.</summary>
    public bool IsNumber(Term term) => char.IsDigit(Text[term.Start]) || ClaimNumbers.IsWord(Word(term)) || ClaimNumbers.IsUnit(Word(term));

    /// <summary>Whether most places of the given words lie between quotation marks.</summary>
    public bool IsMostlyQuoted(IReadOnlySet<string> words)
    {
        var quoted = new bool[Text.Length];
        var inside = false;
        for (var i = 0; i < Text.Length; i++)
        {
            inside = Text[i] switch { '“' or '«' => true, '”' or '»' => false, '"' => !inside, _ => inside };
            quoted[i] = inside;
        }

        var places = terms.Where(term => words.Contains(term.Text)).ToList();
        return places.Count > 0 && places.Count(term => quoted[term.Start]) * 10 >= places.Count * 7;
    }

    /// <summary>Its sentence that has most of the given words.</summary>
    public WordingEvidence MainSentence(IReadOnlySet<string> words) => SentenceSplitter.Split(Text) is { Count: > 1 } sentences
        ? sentences.Select(span => new WordingEvidence(span.In(Text))).MaxBy(sentence => words.Count(sentence.Content.Contains))!
        : this;

    private IEnumerable<int> Places(string term) => Enumerable.Range(0, terms.Count).Where(i => terms[i].Text == term);

    // 'May' with a capital is the month.
    private bool IsHedge(Term term) => Hedges.Contains(Word(term)) && !Text.AsSpan(term.Start, term.End - term.Start).SequenceEqual("May");

    private bool IsUnder(int place, int reach, Func<Term, bool> bears)
    {
        for (var i = place - 1; i >= Math.Max(0, place - reach); i--)
        {
            // A new clause begins: the words before it no longer apply.
            if (Text.AsSpan(terms[i].End, terms[i + 1].Start - terms[i].End).ContainsAny(".;:!?"))
                return false;
            if (bears(terms[i]))
                return true;
        }

        return false;
    }

    private string Word(Term term) => Text[term.Start..term.End].ToLowerInvariant().Replace('’', '\'');
}
