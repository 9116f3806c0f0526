using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Digests;
using NewsBot.Core.Questions;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Replies;

/// <summary>Two sentences of two articles that give different numbers for what is asked.</summary>
/// <param name="First">The newer number.</param>
/// <param name="Other">The earlier one.</param>
/// <param name="IsChange">Whether the first has overtaken the other; else the reports differ.</param>
internal sealed partial record ComparedFigures(Figure First, Figure Other, bool IsChange)
{
    /// <summary>From this fit on, a number counts what is asked for.</summary>
    private const double GoodFit = 0.8;

    /// <summary>From this fit on, it is at least an amount of the kind that is asked for: 'how much money' does not name the currency.</summary>
    private const double LeastFit = 0.4;

    /// <summary>The weight from which a word of the question says what happened.</summary>
    private const double LeastWeight = 0.3;

    /// <summary>UTF-16 units in which the first sentence of an article ends.</summary>
    private const int LongestLead = 400;

    /// <summary>UTF-16 units in which an article names the event that it tells of.</summary>
    private const int LongestBeginning = 2_000;

    /// <summary>So near to its number a place is the number's, in UTF-16 units: ' people when a boat sank off Dorn'.</summary>
    private const int MostBetween = 40;

    /// <summary>Reports of two outlets that lie nearer in time are of about the same time.</summary>
    private static readonly TimeSpan SameTime = TimeSpan.FromHours(6);

    /// <summary>The stem of what a figure counts, by the words of <see cref="FigureReader"/>.</summary>
    private static readonly Dictionary<string, string> StemOfSubject = new(StringComparer.Ordinal)
    {
        ["dead"] = "dead",
        ["injured"] = "injur",
        ["missing"] = "miss",
        ["arrested"] = "arrest",
        ["displaced"] = "displac",
        ["hostage"] = "hostag",
        ["rescued"] = "rescu",
        ["power"] = "power",
        ["burned"] = "burn",
        ["destroyed"] = "destroi",
    };

    /// <summary>Compares the number of the reply with those that the other articles give for the same.</summary>
    /// <returns>Null when no number is asked for, or when no other article gives another one with certainty.</returns>
    public static ComparedFigures? Of(Question question, Composition composition)
    {
        if (composition.Chosen.Count == 0
            || (question.Kind is not (AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Measure) && FigureReader.Asked(question.Text) is null))
            return null;
        var figures = FiguresOf(question, composition);
        var first = composition.Chosen[0].Reading.Revision.RevisionId;
        var anchor = figures.Find(figure => figure.Article.Revision.RevisionId == first) ?? figures.Find(figure => IsQuoted(figure, composition));
        if (anchor is null)
            return null;
        var ofEvent = figures.Where(figure => IsOfOneSubject(question, figure, anchor) && !IsElsewhere(question, anchor, figure)
                && (figure == anchor || (FigureChanges.AreOfOneEvent(anchor, figure) && SharesEvent(question, anchor, figure))))
            .OrderByDescending(figure => figure.Time).ToList();
        return ofEvent.Count == 0 ? null : Compare(question, ofEvent);
    }

    /// <summary>
    /// Whether a figure is of another place, in a sentence without the name that the question and the anchor's sentence have: 'Two trains crashed at Elst' says nothing of a crash
    /// at Dorn. 'The toll rose to 15 in Elst' may.
    /// </summary>
    private static bool IsElsewhere(Question question, Figure anchor, Figure figure)
    {
        var text = figure.Sentence.In(figure.Article.Article.Body);
        var known = anchor.Sentence.In(anchor.Article.Article.Body);
        if (Changes().IsMatch(text))
            return false;
        bool IsNew(string place) => !question.Text.Contains(place, StringComparison.OrdinalIgnoreCase)
            && !$"{anchor.Article.Article.Title}\n{known}".Contains(place, StringComparison.OrdinalIgnoreCase);

        // 'Killed 14 people in Elst, four days after the one in Dorn': the place behind the number is the number's.
        var behind = text[Math.Min(text.Length, figure.Words.End - figure.Sentence.Start)..];
        if (AtPlace().Match(behind) is { Success: true, Index: <= MostBetween } near && !behind.AsSpan(0, near.Index).ContainsAny(",;:") && IsNew(near.Groups["place"].Value)
            && AtPlace().Match(known) is { Success: true } place && question.Text.Contains(place.Groups["place"].Value, StringComparison.OrdinalIgnoreCase))
            return true;
        var (held, heldByAnchor) = (StoryProfile.WordsOf(text), StoryProfile.WordsOf(known));
        return question.Terms.Any(term => term.IsName && heldByAnchor.Contains(term.Text) && !held.Contains(term.Text))
            && AtPlace().Matches(text).Any(match => IsNew(match.Groups["place"].Value));
    }

    [GeneratedRegex(
        @"\b(?:at|in|near|outside|off) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)(?<place>\p{Lu}[\p{L}’'-]+)",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AtPlace();

    [GeneratedRegex(@"\b(?:toll|total|number|fewer|earlier|twice|double|" + ChangeVerbs.Stems + ")", RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Changes();

    /// <summary>'All those missing were found' says it of campers and of people alike, and 'three are missing' of the campers that the question asks about.</summary>
    private static bool IsOfOneSubject(Question question, Figure one, Figure other)
    {
        if (one.Subject == other.Subject)
            return true;
        var (words, others) = (one.Subject.Split(' '), other.Subject.Split(' '));
        return words[0] == others[0] && (one.Value * other.Value == 0
            || (words.Length + others.Length == 3 && question.Text.Contains((words.Length > 1 ? words : others)[1], StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The newest number with the nearest one before it that differs.</summary>
    private static ComparedFigures? Compare(Question question, List<Figure> newestFirst)
    {
        var newest = newestFirst[0];
        foreach (var other in newestFirst.Skip(1).Where(figure => figure.Article.Article.Id != newest.Article.Article.Id))
        {
            if (other.Value == newest.Value)
                continue;
            var isOfOneOutlet = newest.Article.Article.Source is not null
                && string.Equals(newest.Article.Article.Source, other.Article.Article.Source, StringComparison.OrdinalIgnoreCase);
            var isLater = newest.Time > other.Time && (isOfOneOutlet || newest.Time - other.Time > SameTime);
            if (isLater && (FigureChanges.IsGrowth(other, newest) || (isOfOneOutlet && IsNear(newest, other) && SaysAsMuch(question, other, newest))))
                return new ComparedFigures(newest, other, IsChange: true);
            if (newest.Value * other.Value == 0)
                return null;
            if (IsNear(newest, other) && !IsBound(newest, other) && !IsBound(other, newest))
                return new ComparedFigures(newest, other, IsChange: false);
        }

        return null;
    }

    /// <summary>Whether a later and smaller number corrects the first: its sentence says so, or has all words of the question that the other one has.</summary>
    private static bool SaysAsMuch(Question question, Figure first, Figure last)
    {
        var text = last.Sentence.In(last.Article.Article.Body);
        var (known, held) = (StoryProfile.WordsOf(first.Sentence.In(first.Article.Article.Body)), StoryProfile.WordsOf($"{last.Article.Article.Title}\n{text}"));
        return Changes().IsMatch(text) || question.Terms.All(term => !known.Contains(term.Text) || Holds(held, term));
    }

    /// <summary>Whether two numbers may count the same thing, and are not one number said loosely.</summary>
    private static bool IsNear(Figure one, Figure other) => FigureChanges.IsDifferent(one, other);

    /// <summary>'At least 12' does not contradict 15.</summary>
    private static bool IsBound(Figure least, Figure other) => least.IsLeast && least.Value < other.Value;

    private static bool IsQuoted(Figure figure, Composition composition) =>
        composition.Chosen.Any(chosen => chosen.Reading.Revision.RevisionId == figure.Article.Revision.RevisionId && chosen.Reading.Span.Overlaps(figure.Sentence));

    /// <summary>The numbers for what is asked, those of the best sentences first: tolls as a digest reads them, else those of sentences that say what the best one says.</summary>
    private static List<Figure> FiguresOf(Question question, Composition composition)
    {
        var articles = composition.Read.Where(candidate => candidate.Reading.Revision.Article.PublishedAt is not null)
            .Select(candidate => candidate.Reading.Revision).DistinctBy(revision => revision.RevisionId)
            .ToDictionary(revision => revision.RevisionId, revision => new ArchivedArticle(revision, revision.Article.PublishedAt!.Value));
        var tolls = articles.Values.SelectMany(article => FigureReader.Read(article).Concat(FigureReader.ReadNone(article))).Where(figure => IsAsked(question, figure)).ToList();
        if (tolls.Count > 0 || FigureReader.Asked(question.Text) is not null)
            return OneOfEach(tolls);
        var best = composition.Chosen[0];
        var found = new List<Figure>();
        foreach (var candidate in composition.Read.Where(candidate => SaysTheSame(question, best, candidate)))
        {
            if (articles.GetValueOrDefault(candidate.Reading.Revision.RevisionId) is { } article && QuantityOf(question, candidate) is { } quantity)
                found.Add(FigureReader.Of(article, candidate.Reading.Span, quantity, $"{quantity.Kind} {quantity.Unit}"));
        }

        return OneOfEach(found);
    }

    /// <summary>An article that gives two numbers for one subject says nothing certain.</summary>
    private static List<Figure> OneOfEach(List<Figure> figures) =>
        [.. figures.GroupBy(figure => (figure.Article.Article.Id, figure.Subject))
            .Where(same => same.Select(figure => figure.Value).Distinct().Count() == 1).Select(same => same.First())];

    private static bool IsAsked(Question question, Figure figure)
    {
        var words = figure.Subject.Split(' ');
        if (FigureReader.Asked(question.Text) is { } subject)
            return subject == figure.Subject && IsOfTheEvent(figure, [.. question.Terms.Where(term => !FigureReader.IsOfCounting(term.Span.In(question.Text)))]);
        if (!StemOfSubject.TryGetValue(words[0], out var stem) || !question.Terms.Any(term => Names(term, stem))
            || (words.Length > 1 && !question.Text.Contains(words[1], StringComparison.OrdinalIgnoreCase)))
            return false;
        return IsOfTheEvent(figure, [.. question.Terms.Where(term => term.Text != question.Unit && !Names(term, stem))]);
    }

    /// <summary>Whether the sentence, the title or the lead names the event, since an article may tell of another one beside it.</summary>
    /// <param name="terms">Of the question, without those for what is counted.</param>
    private static bool IsOfTheEvent(Figure figure, List<QuestionTerm> terms)
    {
        var article = figure.Article.Article;
        var held = StoryProfile.WordsOf($"{article.Title}\n{LeadOf(article.Body)}\n{figure.Sentence.In(article.Body)}");
        var asked = terms.FindAll(term => term.Weight >= LeastWeight);
        return 2 * asked.Count(term => Holds(held, term)) > asked.Count
            || asked.Where(term => term.IsName).ToList() is { Count: > 0 } names && names.TrueForAll(term => held.Contains(term.Text));
    }

    private static bool Holds(HashSet<string> words, QuestionTerm term) => words.Contains(term.Text) || RelatedWords.Of(term.Text).Any(words.Contains);

    /// <summary>
    /// Whether an article has something of what the anchor's has of the event, its names aside: a place is that of many events, and 'a lorry killed two in Marle' says nothing of
    /// the storm in Marle.
    /// </summary>
    private static bool SharesEvent(Question question, Figure anchor, Figure figure)
    {
        var stem = StemOfSubject.GetValueOrDefault(anchor.Subject.Split(' ')[0], "");
        var (known, held) = (BeginningOf(anchor), BeginningOf(figure));
        var terms = question.Terms.Where(term => !term.IsName && term.Weight >= LeastWeight && term.Text != question.Unit && !Names(term, stem)
            && !FigureReader.IsOfCounting(term.Span.In(question.Text)) && Holds(known, term)).ToList();
        return terms.Count == 0 || terms.Exists(term => Holds(held, term));
    }

    private static HashSet<string> BeginningOf(Figure figure)
    {
        var article = figure.Article.Article;
        return StoryProfile.WordsOf($"{article.Title}\n{article.Body[..Math.Min(article.Body.Length, LongestBeginning)]}");
    }

    private static string LeadOf(string body) =>
        SentenceSplitter.Split(body, new TextSpan(0, Math.Min(body.Length, LongestLead))) is [var lead, ..] ? lead.In(body) : "";

    private static bool Names(QuestionTerm term, string stem) => term.Text == stem || RelatedWords.Of(term.Text).Contains(stem);

    /// <summary>The one number of a sentence that counts what is asked for.</summary>
    private static Quantity? QuantityOf(Question question, SentenceCandidate candidate)
    {
        var fitting = Fitting(candidate, GoodFit);

        // Hits are no innings, but any sum of money is money.
        var isOfAnyUnit = question.Kind != AnswerKind.Number;
        return (fitting.Count > 0 || !isOfAnyUnit ? fitting : Fitting(candidate, LeastFit)) is [{ Value: > 0 } one] ? one : null;
    }

    private static List<Quantity> Fitting(SentenceCandidate candidate, double least) =>
        candidate.Reading.Quantities.FindAll(quantity => IsAmount(quantity) && candidate.Spans.Any(span => span.Fit >= least && span.Span.Overlaps(quantity.Span)));

    /// <summary>'The second' and 'Game 4' tell which one it is, not how much.</summary>
    private static bool IsAmount(Quantity quantity) => quantity.Kind is not (QuantityKind.Ordinal or QuantityKind.Other) || quantity.Unit is not null;

    /// <summary>
    /// Whether a sentence has all of the question that the best sentence has, more than names. An article tells of other people's amounts beside, in sentences that have
    /// most of the words.
    /// </summary>
    private static bool SaysTheSame(Question question, SentenceCandidate best, SentenceCandidate candidate)
    {
        var names = question.Terms.Index().Where(row => row.Item.IsName && row.Index < 64).Aggregate(0UL, (all, row) => all | (1UL << row.Index));
        return (best.Matched & ~names) != 0 && (best.Matched & ~candidate.Matched) == 0;
    }
}
