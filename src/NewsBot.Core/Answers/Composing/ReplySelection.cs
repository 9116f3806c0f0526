using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Chooses the sentences of a reply: the best that fit, none that repeats another, no pronoun without its name.</summary>
internal sealed class ReplySelection
{
    private const double SameWords = 0.8;

    /// <summary>A further sentence needs at least this share of the first one's probability; otherwise it is padding.</summary>
    private const double LeastShare = 0.005;

    /// <summary>
    /// What the model's log-odds that a sentence answers count beside its score, for the sentences after the first. The first sentence has most of the question's words.
    /// So the words say little about the others.
    /// </summary>
    private const double WeightOfReader = 0.2;

    private readonly List<SentenceCandidate> candidates = [];
    private readonly List<ReplySentence> sentences = [];
    private readonly IReadOnlyList<CitedPassage> said;
    private int length;

    private ReplySelection(IReadOnlyList<CitedPassage> said) => this.said = said;

    /// <summary>The candidates chosen for their own sake: the best, then those that add to it, in the order of the reply.</summary>
    public IReadOnlyList<SentenceCandidate> Candidates => candidates;

    /// <summary>How many sentences the best candidate takes, with those that its pronouns refer to.</summary>
    public int LeadSentences { get; private set; }

    /// <summary>How many sentences are quoted of a reply that is not sure: one more where the last of them would only explain the pronoun of the next.</summary>
    public int UnsureSentences { get; private set; }

    /// <summary>The sentences of the reply, in order; the sentence that a pronoun refers to stands before the one with the pronoun.</summary>
    public IReadOnlyList<ReplySentence> Sentences => sentences;

    /// <summary>Chooses the sentences of a reply, and adds the sentences that their pronouns refer to.</summary>
    /// <param name="ordered">Best first.</param>
    /// <param name="said">The passages that must not be quoted again, not even to explain a pronoun.</param>
    public static ReplySelection Of(IReadOnlyList<SentenceCandidate> ordered, IReadOnlyList<CitedPassage> said)
    {
        var selection = new ReplySelection(said);
        var near = ordered.TakeWhile(candidate => candidate.Score >= ordered[0].Score + Math.Log(LeastShare)).ToList();
        foreach (var candidate in near)
        {
            if (selection.candidates.Count > 0)
                break;
            selection.TryAdd(candidate);
        }

        foreach (var candidate in near.OrderByDescending(ScoreOfOther))
        {
            if (selection.sentences.Count >= ExtractiveComposer.MaxSentences)
                break;
            selection.TryAdd(candidate);
        }

        return selection;
    }

    /// <summary>
    /// The same reply, without what another article tells of somebody or something else than the question: without its names, or without any of its words while the model does
    /// not like it better than the first sentence.
    /// </summary>
    /// <param name="ordered">Best first, those that this selection was made from.</param>
    public ReplySelection WithoutStrangers(IReadOnlyList<SentenceCandidate> ordered) =>
        candidates.Exists(IsStranger) ? Of([.. ordered.Where(candidate => !IsStranger(candidate))], said) : this;

    private bool IsStranger(SentenceCandidate candidate) =>
        candidate.Reading.Revision.RevisionId != candidates[0].Reading.Revision.RevisionId
        && ((candidate.LacksNames && !candidates[0].LacksNames) || (HasNoWord(candidate) && !HasNoWord(candidates[0]) && !IsMoreRelevant(candidate, candidates[0])));

    private static bool HasNoWord(SentenceCandidate candidate) => candidate.Features[(int)SentenceFeature.CoverageWithRelated] <= 0;

    private static bool IsMoreRelevant(SentenceCandidate candidate, SentenceCandidate other) =>
        candidate.Features[(int)SentenceFeature.Relevance] > other.Features[(int)SentenceFeature.Relevance];

    /// <summary>What a sentence after the first is chosen by.</summary>
    private static double ScoreOfOther(SentenceCandidate candidate) => candidate.Score + (WeightOfReader * candidate.Features[(int)SentenceFeature.Relevance]);

    /// <summary>The reply as an answer, a citation a sentence.</summary>
    public Answer ToAnswer() => new()
    {
        Sentences = [.. sentences.Index().Select(row => new AnswerSentence(row.Item.Text, [row.Index + 1]))],
        Citations = [.. sentences.Index().Select(row => new Citation(row.Index + 1, row.Item.Reading.Revision, row.Item.Reading.Span))],
    };

    private void TryAdd(SentenceCandidate candidate)
    {
        if (candidates.Exists(other => SaysTheSame(other, candidate)))
            return;
        var reading = candidate.Reading;
        if (!PronounLed.IsMatch(reading.Text))
        {
            Add(candidate, ReplySentence.Verbatim(reading));
            return;
        }

        var before = ReplySentence.SentencesBefore(reading, ExtractiveComposer.MaxSentences - 1);
        if (before.Count == 0 || IsLast(reading, before[^1]))
        {
            // It needs no earlier sentence, or that one stands in the reply just before.
            Add(candidate, ReplySentence.Verbatim(reading));
            return;
        }

        // Back to a sentence that stands alone; if that is too far or too long, the name goes in.
        var antecedents = new List<ReplySentence>();
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var antecedent = reading.At(before[i]);
            if (said.Any(antecedent.IsIn))
                break;
            antecedents.Insert(0, ReplySentence.Verbatim(antecedent));
            if (PronounLed.IsMatch(antecedent.Text) && !NoteText.IsMatch(antecedent.Text))
                continue;

            // 'In fact it is 60,000' stands before 'An earlier version said 40,000': what begins a reply is taken for the answer.
            if (Add(candidate, candidate.IsCorrection ? [ReplySentence.Verbatim(reading), .. antecedents] : [.. antecedents, ReplySentence.Verbatim(reading)]))
                return;
            break;
        }

        if (ReplySentence.WithName(reading) is { } named)
            Add(candidate, named);
    }

    /// <summary>Whether the reply ends with this sentence, from this article or a copy of it.</summary>
    private bool IsLast(SentenceReading reading, TextSpan span) => sentences.Count > 0 && sentences[^1].Reading.Text == span.In(reading.Body);

    private bool Add(SentenceCandidate candidate, params ReplySentence[] added)
    {
        if (added.Any(sentence => sentences.Exists(other => Repeats(sentence.Reading, other.Reading))))
            return false;
        var more = added.Sum(sentence => sentence.Text.Length) + added.Length - (sentences.Count == 0 ? 1 : 0);
        if (length + more > ExtractiveComposer.MaxLength || sentences.Count + added.Length > ExtractiveComposer.MaxSentences)
            return false;
        length += more;
        sentences.AddRange(added);
        candidates.Add(candidate);
        if (candidates.Count == 1)
            LeadSentences = sentences.Count;
        if (sentences.Count - added.Length < ExtractiveComposer.MaxUnsureSentences && sentences.Count <= ExtractiveComposer.MaxUnsureSentences + 1)
            UnsureSentences = sentences.Count;
        return true;
    }

    /// <summary>Whether two sentences are one, or two copies of one.</summary>
    private static bool Repeats(SentenceReading one, SentenceReading other) =>
        one.Text == other.Text || (one.Revision.RevisionId == other.Revision.RevisionId && one.Span.Overlaps(other.Span));

    private static bool SaysTheSame(SentenceCandidate a, SentenceCandidate b)
    {
        var first = a.Reading.Terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToHashSet();
        var second = b.Reading.Terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToHashSet();
        var shared = first.Count(second.Contains);
        return shared >= SameWords * Math.Max(1, Math.Min(first.Count, second.Count));
    }
}
