namespace NewsBot.Core.Answers;

/// <summary>Picks the sentences of a reply: the best that fit, none that repeats another, no pronoun left hanging.</summary>
internal sealed class ReplySelection
{
    private const double SameWords = 0.8;

    /// <summary>A further sentence has at least this share of the first one's probability, or it is padding.</summary>
    private const double LeastShare = 0.02;

    private readonly List<SentenceCandidate> candidates = [];
    private readonly List<ReplySentence> sentences = [];
    private int length;

    private ReplySelection()
    {
    }

    /// <summary>The candidates chosen for their own sake, best first.</summary>
    public IReadOnlyList<SentenceCandidate> Candidates => candidates;

    /// <summary>What the reply says, in its order; a sentence that a pronoun leans on stands before the one that begins with it.</summary>
    public IReadOnlyList<ReplySentence> Sentences => sentences;

    /// <summary>Picks.</summary>
    /// <param name="ordered">Best first.</param>
    public static ReplySelection Of(IReadOnlyList<SentenceCandidate> ordered)
    {
        var selection = new ReplySelection();
        foreach (var candidate in ordered)
        {
            if (selection.sentences.Count >= ExtractiveComposer.MaxSentences || candidate.Score < ordered[0].Score + Math.Log(LeastShare))
                break;
            selection.TryAdd(candidate);
        }

        return selection;
    }

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
        if (sentences.Exists(sentence => sentence.Reading.Revision.RevisionId == reading.Revision.RevisionId && sentence.Reading.Span.Overlaps(reading.Span)))
            return;
        if (!PronounLed.IsMatch(reading.Text))
        {
            Add(candidate, ReplySentence.Verbatim(reading));
            return;
        }

        var before = ReplySentence.SentencesBefore(reading, 1);
        if (before.Count == 0)
        {
            Add(candidate, ReplySentence.Verbatim(reading));
            return;
        }

        // What it leans on is in the reply already, or comes before it, or its name goes into it.
        if (sentences.Count > 0 && sentences[^1].Reading.Revision.RevisionId == reading.Revision.RevisionId && sentences[^1].Reading.Span == before[0])
        {
            Add(candidate, ReplySentence.Verbatim(reading));
            return;
        }

        var antecedent = reading.At(before[0]);
        if (!PronounLed.IsMatch(antecedent.Text) && Add(candidate, ReplySentence.Verbatim(antecedent), ReplySentence.Verbatim(reading)))
            return;
        if (ReplySentence.WithName(reading) is { } named)
            Add(candidate, named);
    }

    private bool Add(SentenceCandidate candidate, params ReplySentence[] added)
    {
        var more = added.Sum(sentence => sentence.Text.Length) + added.Length - (sentences.Count == 0 ? 1 : 0);
        if (length + more > ExtractiveComposer.MaxLength || sentences.Count + added.Length > ExtractiveComposer.MaxSentences)
            return false;
        length += more;
        sentences.AddRange(added);
        candidates.Add(candidate);
        return true;
    }

    private static bool SaysTheSame(SentenceCandidate a, SentenceCandidate b)
    {
        var first = a.Reading.Terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToHashSet();
        var second = b.Reading.Terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToHashSet();
        var shared = first.Count(second.Contains);
        return shared >= SameWords * Math.Max(1, Math.Min(first.Count, second.Count));
    }
}
