using System.Security.Cryptography;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>The step 'write': has a language model write an answer from passages, and keeps the sentences that pass the gates and that a second request finds stated.</summary>
/// <remarks>Without verdicts, what passed the gates is an answer that is marked as unverified.</remarks>
internal sealed partial class AnswerWriter(ILanguageModel model, VerifyMode verify, ILogger<AnswerWriter> logger)
{
    /// <summary>Writes; each sentence goes through the gates as soon as it is there, and all are judged together at the end.</summary>
    /// <param name="question">As it was understood.</param>
    /// <param name="passages">The most useful first.</param>
    /// <param name="asked">Says who asks, and whose progress is told of each sentence that passed the gates.</param>
    /// <returns>The checked answer, and what was dropped.</returns>
    /// <exception cref="ModelException">The model gave no whole reply.</exception>
    public async Task<WrittenAnswer?> WriteAsync(
        Question question, IReadOnlyList<(ArticleRevision Revision, TextSpan Span)> passages, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var sheet = PassageSheet.Of(passages, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        var call = new PromptCall(
            "answer",
            new Dictionary<string, string>
            {
                ["question"] = question.Text,
                ["passages"] = sheet.ToText(),
                ["date"] = PassageSheet.DayOf(question.AsOf),
                ["conversation"] = asked.Before.Count == 0 ? "(none)" : StandaloneQuestion.Describe(asked.Before),
            },
            asked.PersonId)
        {
            Sheet = sheet,
            AsOf = question.AsOf,
            Until = question.Until,
        };
        var draft = await DraftAsync(call, sheet, asked, cancellationToken);
        var first = draft.Sentences.ToList();
        var mended = verify == VerifyMode.Always ? await new DraftVerifier(model).VerifyAsync(draft, asked.PersonId, cancellationToken) : null;
        if (mended is null && verify == VerifyMode.Always)
            NoVerdict(logger);
        var dropped = draft.Sentences.Zip(
            first, (sentence, before) => sentence.Fault is { } fault ? new DroppedSentence(new AnswerSentence(before.Text, []), fault.Why) : null);
        var written = new WrittenAnswer(draft.ToAnswer() with { IsUnverified = mended is null }, [.. dropped.OfType<DroppedSentence>()]) { Mended = mended ?? 0 };
        foreach (var one in written.Dropped)
            Dropped(logger, one.Why);
        return written;
    }

    /// <summary>Reads sentences as the model writes them, and tells of each that passed the gates.</summary>
    private async Task<VerifiedDraft> DraftAsync(PromptCall call, PassageSheet sheet, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var (draft, reader) = (new VerifiedDraft(sheet), new DraftReader());
        await foreach (var piece in model.StreamAsync(call, cancellationToken))
        {
            if (piece.StartsOver)
                (draft, reader) = (new VerifiedDraft(sheet), new DraftReader());
            Take(reader.Append(piece.Text));
            if (draft.IsFull || reader.IsFull)
                break;
        }

        Take(reader.Complete());
        return draft;

        void Take(IReadOnlyList<DraftSentence> sentences)
        {
            foreach (var sentence in sentences)
            {
                if (draft.Add(sentence))
                    asked.Progress?.Report(draft.Text);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model gave no verdict on what it wrote; its words are shown marked, beside their quotations.")]
    private static partial void NoVerdict(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "A sentence of the language model was dropped: {Why}.")]
    private static partial void Dropped(ILogger logger, string why);
}

/// <summary>What a language model wrote for a question, after all checks.</summary>
/// <param name="Answer">Unsupported when nothing of it may be shown.</param>
/// <param name="Dropped">The sentences that fell for good, and why.</param>
internal sealed record WrittenAnswer(Answer Answer, IReadOnlyList<DroppedSentence> Dropped)
{
    /// <summary>How many sentences were mended after they had been refused.</summary>
    public int Mended { get; init; }

    /// <summary>What became of the draft.</summary>
    public DraftOutcome Outcome => new()
    {
        Fallback = Answer.IsSupported ? null : Dropped.Count > 0 ? FallbackReason.NotStated : FallbackReason.Declined,
        IsVerified = Answer is { IsSupported: true, IsUnverified: false },
        Mended = Mended,
    };
}
