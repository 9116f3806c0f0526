using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>An answer of a language model on its way through the gates, the verdicts of a verifying model, and one repair.</summary>
/// <param name="sheet">What the model may write from.</param>
/// <remarks>Not safe for use by two threads at once.</remarks>
public sealed class VerifiedDraft(PassageSheet sheet)
{
    /// <summary>The most sentences taken.</summary>
    public const int MaxSentences = 6;

    private readonly List<DraftedSentence> sentences = [];
    private int length;

    /// <summary>What was written and is tied to passages, in order, with its faults.</summary>
    public IReadOnlyList<DraftedSentence> Sentences => sentences;

    /// <summary>How many sentences were tied to nothing, such as a polite end; they are left out.</summary>
    public int Untied { get; private set; }

    /// <summary>Whether no further sentence is taken.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The sentences without a fault so far, without marks; empty before the first one.</summary>
    public string Text => string.Join(' ', sentences.Where(sentence => sentence.Fault is null).Select(sentence => sentence.Text));

    /// <summary>Takes what the model wrote.</summary>
    /// <returns>Whether it passed the gates.</returns>
    public bool Add(DraftSentence written)
    {
        if (IsFull || sentences.Count == MaxSentences || length + written.Text.Length > ExtractiveComposer.MaxLength)
        {
            IsFull = true;
            return false;
        }

        if (written.Ids.Count == 0)
        {
            Untied++;
            return false;
        }

        if (sentences.Exists(other => other.Text == written.Text))
            return false;
        sentences.Add(Bind(written));
        length += written.Text.Length + 1;
        return sentences[^1].Fault is null;
    }

    /// <summary>A verdict on one sentence; a fault that it has already stays.</summary>
    public void Judge(int index, SentenceFault? fault) => sentences[index] = sentences[index] with { Fault = sentences[index].Fault ?? fault };

    /// <summary>Puts another wording in the place of a sentence that fell.</summary>
    /// <returns>Whether it passed the gates.</returns>
    public bool Mend(int index, DraftSentence written)
    {
        // A wording that names no passage rests on those of the sentence that it mends.
        var ids = written.Ids.Count > 0 ? written.Ids : [.. sentences[index].Passages.Select(passage => passage.Id)];
        var mended = Bind(written with { Ids = ids });
        var grown = written.Text.Length - sentences[index].Text.Length;
        if (mended.Fault is not null || length + grown > ExtractiveComposer.MaxLength)
            return false;
        sentences[index] = mended;
        length += grown;
        return true;
    }

    /// <summary>The answer, without what fell; unsupported when the first sentence fell, which is the one that answers.</summary>
    public Answer ToAnswer()
    {
        if (sentences.Count == 0 || sentences[0].Fault is not null || (Untied > 0 && PronounLed.IsMatch(sentences[0].Text)))
            return new Answer();
        var (kept, citations, hasFallen) = (new List<AnswerSentence>(), new List<Citation>(), false);
        foreach (var sentence in sentences)
        {
            // Without the sentence before it, nobody knows whom a pronoun means.
            if (sentence.Fault is not null || (hasFallen && PronounLed.IsMatch(sentence.Text)))
            {
                hasFallen = true;
                continue;
            }

            hasFallen = false;
            var numbers = new List<int>();
            foreach (var citation in sentence.Citations)
            {
                var number = citations.FindIndex(other => other.Revision.RevisionId == citation.Revision.RevisionId && other.Span == citation.Span) + 1;
                if (number == 0)
                {
                    citations.Add(citation with { Number = citations.Count + 1 });
                    number = citations.Count;
                }

                numbers.Add(number);
            }

            kept.Add(new AnswerSentence(sentence.Text, numbers));
        }

        return new Answer { Sentences = kept, Citations = citations };
    }

    private DraftedSentence Bind(DraftSentence written)
    {
        var passages = new List<SheetPassage>();
        foreach (var id in written.Ids.Distinct(StringComparer.Ordinal))
        {
            if (sheet.Find(id) is not { } passage)
                return new DraftedSentence(written.Text, passages, [], new SentenceFault(FaultKind.Citation, "it cites a passage that was not given"));
            passages.Add(passage);
        }

        var citations = new List<Citation>();
        foreach (var passage in passages)
        {
            if (QuoteFinder.Find(written.Text, passage) is { } span)
                citations.Add(new Citation(citations.Count + 1, passage.Revision, span));
        }

        var fault = citations.Count == 0
            ? new SentenceFault(FaultKind.Wording, "the cited passage reports nothing of it")
            : SentenceGates.FindFault(written.Text, [.. passages.Select(passage => passage.Gate)]);
        return new DraftedSentence(written.Text, passages, citations, fault);
    }
}

/// <summary>A sentence of a language model with what it rests on.</summary>
/// <param name="Text">On one line, without marks.</param>
/// <param name="Passages">Those that it names.</param>
/// <param name="Citations">The stretches of them that have most of it; empty when there are none.</param>
/// <param name="Fault">Why it may not be shown; null when nothing speaks against it so far.</param>
public sealed record DraftedSentence(string Text, IReadOnlyList<SheetPassage> Passages, IReadOnlyList<Citation> Citations, SentenceFault? Fault);
