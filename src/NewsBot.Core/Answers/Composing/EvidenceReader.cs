// Over 400 lines: the features of a sentence are computed beside each other, from the same words.
using System.Numerics;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Reads the sentences of the best passages, and computes the features of each.</summary>
internal sealed partial class EvidenceReader
{
    /// <summary>How many passages are read.</summary>
    public const int MaxPassages = 14;

    private const int MaxTerms = 60;

    /// <summary>Rarity of a quotation taken as one term.</summary>
    private const double QuotationRarity = 8;

    private readonly Question question;
    private readonly QuestionTerm[] terms;
    private readonly string[] quotations;
    private readonly double[] weights;
    private readonly double weightSum;
    private readonly double nameWeight;
    private readonly ulong names;
    private readonly TermAnalyzer analyzer = TermAnalyzer.OfThisThread;
    private readonly Dictionary<string, int> bits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> relatedBits = new(StringComparer.Ordinal);
    private readonly AskedPlaces places;

    private readonly List<SentenceReading> notes = [];
    private readonly IWindowReader? model;

    /// <summary>The names that articles may write in another form, with the terms that they are in the question.</summary>
    private readonly (AliasedName Name, ulong Terms)[] aliases;

    /// <summary>Prepares to read for one question.</summary>
    /// <param name="question">What was asked; terms past the first 60 and quotations past the fourth do not count here.</param>
    /// <param name="rarity">How rare a term is, 0 or more.</param>
    /// <param name="model">Reads whole articles; null to read the passages found, by their words alone.</param>
    public EvidenceReader(Question question, Func<string, double> rarity, IWindowReader? model = null)
    {
        this.question = question;
        this.model = model;
        terms = [.. question.Terms.Take(MaxTerms)];
        places = new AskedPlaces(terms);
        quotations = [.. question.Quotations.Take(64 - MaxTerms)];
        weights = [.. terms.Select(term => term.Weight * rarity(term.Text)), .. quotations.Select(_ => QuotationRarity)];
        weightSum = Math.Max(weights.Sum(), 1e-9);
        aliases = [.. question.Aliases.Select(name => (name, BitsOf(terms.Index().Where(row => name.Span.Contains(row.Item.Span)).Select(row => row.Index))))];
        for (var i = 0; i < terms.Length; i++)
        {
            bits[terms[i].Text] = i;
            if (terms[i].IsName)
            {
                nameWeight += weights[i];
                names |= 1UL << i;
                continue;
            }

            foreach (var related in RelatedWords.Of(terms[i].Text))
                relatedBits[related] = relatedBits.GetValueOrDefault(related) | (1UL << i);
        }
    }

    /// <summary>What was read last: the passages found, or the windows of their articles, best first.</summary>
    public IReadOnlyList<RankedPassage> Passages { get; private set; } = [];

    /// <summary>Scores each sentence against the question.</summary>
    /// <param name="ranked">Best first.</param>
    /// <param name="revisions">Those of <see cref="ExtractiveComposer.RevisionsToRead"/>; a passage whose revision is missing is passed over.</param>
    /// <returns>Every sentence once, in the order of <see cref="Passages"/>.</returns>
    public List<SentenceCandidate> Read(IReadOnlyList<RankedPassage> ranked, IReadOnlyDictionary<long, ArticleRevision> revisions)
    {
        var candidates = model is null ? ReadPassages(ranked, revisions) : ReadWindows(ranked, revisions, model);
        TakenBack = Retractions.Apply(candidates, notes);
        AddCoverageOfRare(candidates);
        return candidates;
    }

    /// <summary>The sentences that notes of correction removed, each with its note.</summary>
    public IReadOnlyList<(SentenceCandidate Wrong, CorrectionNote Note)> TakenBack { get; private set; } = [];

    /// <summary>The terms of the question that a sentence holds.</summary>
    public ulong Match(SentenceReading sentence) => Match(sentence.Terms) | MatchQuotations(sentence.Text);

    /// <summary>The terms of the question that an article's title holds.</summary>
    public ulong MatchTitle(ArticleRevision revision) => Match(Words(revision.Article.Title));

    /// <summary>The share of the question's weight that a set of terms has.</summary>
    public double Share(ulong matched) => Weight(matched, namesOnly: false) / weightSum;

    /// <summary>The summed weight of a set of terms.</summary>
    public double Rarity(ulong matched) => Weight(matched, namesOnly: false);

    /// <summary>The share of the weight of names; 1 when the question has none.</summary>
    public double NameShare(ulong matched) => nameWeight <= 0 ? 1 : Weight(matched, namesOnly: true) / nameWeight;

    /// <summary>The weight of the heaviest term that is missing, as a share of the whole.</summary>
    public double HeaviestMissing(ulong matched) => weights.Where((_, i) => (matched & (1UL << i)) == 0).DefaultIfEmpty().Max() / weightSum;

    /// <summary>The weight of the heaviest of a set of terms, 0 for none.</summary>
    public double HeaviestHeld(ulong matched) => weights.Where((_, i) => (matched & (1UL << i)) != 0).DefaultIfEmpty().Max();

    /// <summary>Whether none of a name's terms is among those matched; a name without terms is never missing.</summary>
    public bool IsMissing(TextSpan name, ulong matched)
    {
        var has = false;
        for (var i = 0; i < terms.Length; i++)
        {
            if (!name.Overlaps(terms[i].Span))
                continue;
            if ((matched & (1UL << i)) != 0)
                return false;
            has = true;
        }

        return has;
    }

    /// <summary>Rare terms tell candidates apart: coverage again, each term weighted by its rarity among the candidates.</summary>
    private void AddCoverageOfRare(List<SentenceCandidate> candidates)
    {
        var local = new double[weights.Length];
        for (var i = 0; i < local.Length; i++)
        {
            var holding = candidates.Count(candidate => (candidate.Matched & (1UL << i)) != 0);
            local[i] = holding == 0 ? 0 : weights[i] * Math.Log((candidates.Count + 1.0) / (holding + 0.5));
        }

        var sum = Math.Max(local.Sum(), 1e-9);
        foreach (var candidate in candidates)
        {
            double held = 0;
            for (var i = 0; i < local.Length; i++)
                held += (candidate.Matched & (1UL << i)) != 0 ? local[i] : 0;
            candidate.Features[(int)SentenceFeature.CoverageOfRare] = held / sum;
        }
    }

    private List<SentenceCandidate> ReadPassages(IReadOnlyList<RankedPassage> ranked, IReadOnlyDictionary<long, ArticleRevision> revisions)
    {
        Passages = [.. ranked.Take(MaxPassages)];
        var candidates = new List<SentenceCandidate>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var articleRanks = new Dictionary<long, int>();
        foreach (var (rank, passage) in Passages.Index())
        {
            if (!revisions.TryGetValue(passage.RevisionId, out var revision))
                continue;
            articleRanks.TryAdd(passage.RevisionId, articleRanks.Count);
            var sentences = SentenceReading.OfReport(revision, SentenceSplitter.Split(revision.Article.Body, passage.Span), analyzer);
            ReadPassage(rank, articleRanks[passage.RevisionId], sentences, window: null, seen, candidates);
        }

        return candidates;
    }

    /// <summary>Has the model read the best windows. A sentence that stands in two of them keeps what is said of it in the better one.</summary>
    private List<SentenceCandidate> ReadWindows(IReadOnlyList<RankedPassage> ranked, IReadOnlyDictionary<long, ArticleRevision> revisions, IWindowReader model)
    {
        var windows = new ArticleWindows(question, this, analyzer).Choose(ranked, revisions);
        Passages = windows.ConvertAll(window => window.Passage);
        var texts = windows.ConvertAll(window => new TextWindow(window.Sentences[0].Revision.Article.Title, window.Sentences.ConvertAll(sentence => sentence.Text)));
        var readings = texts.Count == 0 ? [] : model.Read(question.Text, texts);
        var candidates = new List<SentenceCandidate>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (rank, window) in windows.Index())
            ReadPassage(rank, window.ArticleRank, window.Sentences, (readings[rank], window.MatchedInArticle), seen, candidates);
        return candidates;
    }

    private void ReadPassage(
        int rank, int articleRank, List<SentenceReading> sentences, (WindowReading Reading, ulong InArticle)? window, HashSet<string> seen, List<SentenceCandidate> into)
    {
        if (sentences.Count == 0)
            return;
        var passage = Passages[rank];
        var revision = sentences[0].Revision;
        var titleMatched = MatchTitle(revision);
        var found = sentences.ConvertAll(sentence => AnswerSpanFinder.Find(question, sentence));
        var matched = sentences.ConvertAll(Match);
        var related = sentences.ConvertAll(sentence => MatchRelated(sentence.Terms));
        for (var i = 0; i < sentences.Count; i++)
            related[i] |= MatchFocus(found[i]) | places.In(sentences[i].Terms, sentences[i].Body);
        var completed = Retractions.Complete(sentences, matched);
        var nearby = matched.Aggregate(titleMatched, (all, one) => all | one);
        var title = Words(revision.Article.Title);
        var nearbyRelated = related.Aggregate(nearby | MatchRelated(title) | places.In(title, revision.Article.Title), (all, one) => all | one);
        for (var i = 0; i < sentences.Count; i++)
        {
            var isNote = CorrectionNote.IsNote(sentences[i], sentences.ElementAtOrDefault(i - 1), sentences.ElementAtOrDefault(i + 1));
            if (isNote || CorrectionNote.IsDenial(sentences[i], sentences.ElementAtOrDefault(i - 1)))
                notes.Add(sentences[i]);

            // A name alone, as in the line of an author, says nothing. Notes tell of the article itself, unless they give what is right.
            // Questions and orders report nothing, and may be aimed at a program that reads the article.
            var wrong = isNote ? PutRight.WrongIn(sentences[i].Text) : null;
            if (!seen.Add(sentences[i].Text) || (isNote && wrong is null) || InstructionText.IsMatch(sentences[i].Text) || (sentences[i].IsNameAlone && !completed.Contains(i)))
                continue;
            var spans = wrong is { } told ? found[i].FindAll(span => !span.Span.Overlaps(sentences[i].InBody(told))) : found[i];
            var features = new double[(int)SentenceFeature.Count];
            void Set(SentenceFeature feature, double value) => features[(int)feature] = value;
            var (previous, next) = (i > 0 ? matched[i - 1] : 0, i + 1 < matched.Count ? matched[i + 1] : 0);
            Set(SentenceFeature.Coverage, Share(matched[i]));
            Set(SentenceFeature.CoverageWithRelated, Share(matched[i] | related[i]));
            Set(SentenceFeature.CoverageWithTitle, Share(matched[i] | titleMatched));
            Set(SentenceFeature.CoverageWithPrevious, Share(matched[i] | previous));
            Set(SentenceFeature.CoverageWithNext, Share(matched[i] | next));
            Set(SentenceFeature.CoverageOfPassage, Share(nearby));
            Set(SentenceFeature.CoverageOfNames, NameShare(matched[i]));
            Set(SentenceFeature.CoverageOfOthers, OtherShare(matched[i]));
            Set(SentenceFeature.Pairs, PairShare(sentences[i].Terms));
            Set(SentenceFeature.Density, Density(sentences[i].Terms));
            Set(SentenceFeature.PassageScore, Passages[0].Score > 0 ? passage.Score / Passages[0].Score : 0);
            Set(SentenceFeature.PassageRank, 1.0 / (1 + rank));
            Set(SentenceFeature.ArticleRank, 1.0 / (1 + articleRank));
            Set(SentenceFeature.Title, Share(titleMatched));
            Set(SentenceFeature.Recency, passage.Recency);
            Describe(sentences[i], Set);
            var judgement = window is { Reading: var reading } && i < reading.Sentences.Count ? reading.Sentences[i] : (SentenceJudgement?)null;
            if (judgement is { } read && wrong is { } taken && read.Answer.Overlaps(taken))
                judgement = read with { Answer = default };
            if (judgement is { } judged)
            {
                Set(SentenceFeature.Relevance, judged.Relevance);
                Set(SentenceFeature.AnswerMargin, judged.Margin);
                Set(SentenceFeature.WindowHolds, window!.Value.Reading.Holds);
            }

            Set(KindFeature(), spans.Count == 0 ? 0 : spans.Max(span => span.Fit));
            into.Add(new SentenceCandidate(sentences[i], rank, features, spans)
            {
                IsCorrection = notes.Contains(sentences[i]) || completed.Contains(i),
                Judgement = judgement,
                Matched = matched[i] | related[i],
                MatchedNearby = nearbyRelated,
                MatchedInArticle = nearbyRelated | (window?.InArticle ?? 0),
                LacksNames = judgement is not null && names != 0 && (nearbyRelated & names) == 0,
            });
        }
    }

    private void Describe(SentenceReading sentence, Action<SentenceFeature, double> set)
    {
        var text = sentence.Text;
        set(SentenceFeature.Position, (double)sentence.Span.Start / sentence.Body.Length);
        set(SentenceFeature.IsLead, sentence.Span.Start < 10 ? 1 : 0);
        set(SentenceFeature.Length, Math.Log(1 + text.Length));
        set(SentenceFeature.IsShort, text.Length < 40 ? 1 : 0);
        set(SentenceFeature.IsPronounLed, PronounLed.IsMatch(text) ? 1 : 0);
        set(SentenceFeature.IsQuestion, text.TrimEnd('”', '"', ')').EndsWith('?') ? 1 : 0);
        set(SentenceFeature.IsLeftover, Leftover().IsMatch(text) ? 1 : 0);
        set(SentenceFeature.HasQuotation, text.Contains('“', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal) ? 1 : 0);
        set(SentenceFeature.NewNames, Math.Min(sentence.Names.Count(name => !IsAsked(sentence, name.Span)), 3) / 3.0);
        var hasNumber = sentence.Terms.Exists(term => char.IsAsciiDigit(sentence.Body[term.Start]) && !bits.ContainsKey(term.Text));
        set(SentenceFeature.HasNewNumber, hasNumber ? 1 : 0);
        set(SentenceFeature.HasFocus, question.FocusTerm is { } focus && sentence.Terms.Exists(term => term.Text == focus) ? 1 : 0);
        var today = DateOnly.FromDateTime(question.AsOf.UtcDateTime);
        var isOfTheWeek = sentence.Dates.Exists(date =>
            date.Range is { } range && range.Last.DayNumber >= today.DayNumber - 8 && range.First <= today && range.Last.DayNumber - range.First.DayNumber < 8);
        set(SentenceFeature.IsOfTheWeek, isOfTheWeek ? 1 : 0);
    }

    private SentenceFeature KindFeature() => question.Kind switch
    {
        AnswerKind.Person => SentenceFeature.KindPerson,
        AnswerKind.Place => SentenceFeature.KindPlace,
        AnswerKind.Organisation => SentenceFeature.KindOrganisation,
        AnswerKind.Work => SentenceFeature.KindWork,
        AnswerKind.Date => SentenceFeature.KindDate,
        AnswerKind.Number or AnswerKind.Score or AnswerKind.Age => SentenceFeature.KindNumber,
        AnswerKind.Money or AnswerKind.Percent or AnswerKind.Measure => SentenceFeature.KindAmount,
        AnswerKind.Duration => SentenceFeature.KindDuration,
        AnswerKind.Reason => SentenceFeature.KindReason,
        AnswerKind.Definition => SentenceFeature.KindDefinition,
        AnswerKind.Statement or AnswerKind.Manner => SentenceFeature.KindStatement,
        _ => question.FocusKinds == GazetteerKind.None ? SentenceFeature.KindOther : SentenceFeature.KindListed,
    };

    private bool IsAsked(SentenceReading sentence, TextSpan span) =>
        sentence.Terms.Exists(term => span.Contains(new TextSpan(term.Start, term.End)) && bits.ContainsKey(term.Text));

    private List<Term> Words(string text)
    {
        var words = new List<Term>();
        analyzer.Analyze(text, words);
        return words;
    }

    private ulong Match(List<Term> words)
    {
        ulong matched = 0;
        foreach (var word in words)
        {
            if (!word.IsStopWord && bits.TryGetValue(word.Text, out var bit))
                matched |= 1UL << bit;
        }

        foreach (var (name, held) in aliases)
        {
            if ((held & ~matched) != 0 && name.IsIn(words))
                matched |= held;
        }

        return matched;
    }

    private ulong MatchQuotations(string text)
    {
        ulong matched = 0;
        for (var i = 0; i < quotations.Length; i++)
        {
            if (text.Contains(quotations[i], StringComparison.OrdinalIgnoreCase))
                matched |= 1UL << (terms.Length + i);
        }

        return matched;
    }

    private static ulong BitsOf(IEnumerable<int> indices) => indices.Aggregate(0UL, (all, index) => all | (1UL << index));

    /// <summary>A country in the sentence says 'country' in other words, when that is the noun asked for.</summary>
    private ulong MatchFocus(List<AnswerSpan> found) =>
        question.FocusKinds != GazetteerKind.None && question.FocusTerm is { } focus && bits.TryGetValue(focus, out var bit) && found.Exists(span => span.Fit >= 1)
            ? 1UL << bit
            : 0;

    /// <summary>The terms of the question that the sentence says in other words.</summary>
    private ulong MatchRelated(List<Term> words)
    {
        ulong matched = 0;
        foreach (var word in words)
            matched |= relatedBits.GetValueOrDefault(word.Text);
        return matched;
    }

    private double Weight(ulong matched, bool namesOnly)
    {
        double sum = 0;
        for (; matched != 0; matched &= matched - 1)
        {
            var bit = BitOperations.TrailingZeroCount(matched);
            if (!namesOnly || (bit < terms.Length && terms[bit].IsName))
                sum += weights[bit];
        }

        return sum;
    }

    private double OtherShare(ulong matched) =>
        weightSum - nameWeight <= 1e-9 ? 1 : (Weight(matched, namesOnly: false) - Weight(matched, namesOnly: true)) / (weightSum - nameWeight);

    /// <summary>Of the neighbouring terms of the question, the share (by weight) that stand at most three words apart in this order.</summary>
    private double PairShare(List<Term> words)
    {
        if (terms.Length < 2)
            return 0;
        double found = 0;
        double all = 0;
        for (var i = 0; i + 1 < terms.Length; i++)
        {
            var weight = weights[i] + weights[i + 1];
            all += weight;
            for (var at = 0; at < words.Count; at++)
            {
                if (words[at].Text != terms[i].Text)
                    continue;
                var end = Math.Min(words.Count, at + 4);
                var next = at + 1;
                while (next < end && words[next].Text != terms[i + 1].Text)
                    next++;
                if (next < end)
                {
                    found += weight;
                    break;
                }
            }
        }

        return all <= 0 ? 0 : found / all;
    }

    private double Density(List<Term> words)
    {
        var first = words.FindIndex(word => bits.ContainsKey(word.Text));
        if (first < 0)
            return 0;
        var last = words.FindLastIndex(word => bits.ContainsKey(word.Text));
        var matches = 0;
        for (var i = first; i <= last; i++)
            matches += bits.ContainsKey(words[i].Text) ? 1 : 0;
        return (double)matches / (last - first + 3);
    }

    [GeneratedRegex(
        @"Hide Caption|^Photos?:|^(?:Read|Watch|See|Click|Sign up|Subscribe|Listen|Advertisement|Related|More:|Copyright|Getty|File photo)"
        + @"|All rights reserved|@\w+\b.{0,40}$|newsletter",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Leftover();
}
