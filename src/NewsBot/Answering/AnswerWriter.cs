using System.Security.Cryptography;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Hosting;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>The step 'write': has a language model write an answer from passages, and keeps the sentences that pass the gates and that a second request finds stated.</summary>
internal sealed partial class AnswerWriter(ILanguageModel model, VerifyMode verify, ILogger<AnswerWriter> logger)
{
    /// <summary>Writes; each sentence goes through the gates as soon as it is there, and all are judged together at the end.</summary>
    /// <param name="question">As it was understood.</param>
    /// <param name="passages">The most useful first.</param>
    /// <param name="asked">Says who asks, and whose progress is told of each sentence that passed the gates.</param>
    /// <returns>The checked answer, and what was dropped.</returns>
    /// <exception cref="ModelException">The model gave no whole reply, or no verdict.</exception>
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
        var written = verify == VerifyMode.Always
            ? await WriteVerifiedAsync(call, sheet, asked, cancellationToken)
            : await WriteCloselyAsync(call, sheet, asked, cancellationToken);
        foreach (var dropped in written.Dropped)
            Dropped(logger, dropped.Why);
        return written;
    }

    private async Task<WrittenAnswer> WriteVerifiedAsync(PromptCall call, PassageSheet sheet, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var draft = new VerifiedDraft(sheet);
        var written = new List<DraftSentence>();
        await ReadAsync(
            call,
            () => (draft, written) = (new VerifiedDraft(sheet), []),
            sentence =>
            {
                written.Add(sentence);
                return draft.Add(sentence);
            },
            () => draft.IsFull,
            () => asked.Progress?.Report(draft.Text),
            cancellationToken);
        var first = draft.Sentences.ToList();
        if (await new DraftVerifier(model).VerifyAsync(draft, asked.PersonId, cancellationToken) is not { } mended)
        {
            NoVerdict(logger);
            var close = new GroundedDraft(sheet);
            written.ForEach(sentence => close.Add(sentence));
            return Close(close);
        }

        var dropped = draft.Sentences.Zip(
            first, (sentence, before) => sentence.Fault is { } fault ? new DroppedSentence(new AnswerSentence(before.Text, []), fault.Why) : null);
        return new WrittenAnswer(draft.ToAnswer(), [.. dropped.OfType<DroppedSentence>()]) { IsVerified = true, Mended = mended };
    }

    /// <summary>Without a second request: only what says little else than its quotation, by the strict check of words.</summary>
    private async Task<WrittenAnswer> WriteCloselyAsync(PromptCall call, PassageSheet sheet, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var draft = new GroundedDraft(sheet);
        await ReadAsync(
            call, () => draft = new GroundedDraft(sheet), sentence => draft.Add(sentence), () => draft.IsFull, () => asked.Progress?.Report(draft.Text), cancellationToken);
        return Close(draft);
    }

    private static WrittenAnswer Close(GroundedDraft draft) => new(draft.IsRefused ? new Answer() : draft.ToAnswer(), draft.Dropped);

    /// <summary>Reads sentences as the model writes them, and tells of each that was taken.</summary>
    private async Task ReadAsync(
        PromptCall call, Action startOver, Func<DraftSentence, bool> take, Func<bool> isFull, Action tell, CancellationToken cancellationToken)
    {
        var reader = new DraftReader();
        await foreach (var piece in model.StreamAsync(call, cancellationToken))
        {
            if (piece.StartsOver)
            {
                reader = new DraftReader();
                startOver();
            }

            Take(reader.Append(piece.Text));
            if (isFull() || reader.IsFull)
                break;
        }

        Take(reader.Complete());

        void Take(IReadOnlyList<DraftSentence> sentences)
        {
            foreach (var sentence in sentences)
            {
                if (take(sentence))
                    tell();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model gave no verdict on what it wrote; only what is close to the articles' words is shown.")]
    private static partial void NoVerdict(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "A sentence of the language model was dropped: {Why}.")]
    private static partial void Dropped(ILogger logger, string why);
}

/// <summary>What a language model wrote for a question, after all checks.</summary>
/// <param name="Answer">Unsupported when nothing of it may be shown.</param>
/// <param name="Dropped">The sentences that fell for good, and why.</param>
internal sealed record WrittenAnswer(Answer Answer, IReadOnlyList<DroppedSentence> Dropped)
{
    /// <summary>Whether a second request found every sentence of the answer stated.</summary>
    public bool IsVerified { get; init; }

    /// <summary>How many sentences were mended after they had been refused.</summary>
    public int Mended { get; init; }

    /// <summary>What became of the draft.</summary>
    public DraftOutcome Outcome => new()
    {
        Fallback = Answer.IsSupported ? null : Dropped.Count > 0 ? FallbackReason.NotStated : FallbackReason.Declined,
        IsVerified = IsVerified && Answer.IsSupported,
        Mended = Mended,
    };
}
