using System.Security.Cryptography;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>The step 'write': has a language model write an answer from passages, and keeps the sentences that pass the check.</summary>
internal sealed partial class AnswerWriter(ILanguageModel model, ILogger<AnswerWriter> logger)
{
    /// <summary>Writes; each sentence is checked as soon as it is there.</summary>
    /// <param name="question">As it was understood.</param>
    /// <param name="passages">The most useful first.</param>
    /// <param name="asked">Says who asks, and whose progress is told of each sentence that passed.</param>
    /// <returns>The checked answer; null when nothing of it may be shown.</returns>
    /// <exception cref="ModelException">The model gave no whole reply.</exception>
    public async Task<Answer?> WriteAsync(
        Question question, IReadOnlyList<(ArticleRevision Revision, TextSpan Span)> passages, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var sheet = PassageSheet.Of(passages, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        var reader = new DraftReader();
        var draft = new GroundedDraft(sheet);
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
        await foreach (var piece in model.StreamAsync(call, cancellationToken))
        {
            if (piece.StartsOver)
                (reader, draft) = (new DraftReader(), new GroundedDraft(sheet));
            Take(reader.Append(piece.Text));
            if (draft.IsFull || reader.IsFull)
                break;
        }

        Take(reader.Complete());
        foreach (var dropped in draft.Dropped)
            Dropped(logger, dropped.Why);
        var answer = draft.IsRefused ? new Answer() : draft.ToAnswer();
        return answer.IsSupported ? answer : null;

        void Take(IReadOnlyList<DraftSentence> sentences)
        {
            foreach (var sentence in sentences)
            {
                if (draft.Add(sentence))
                    asked.Progress?.Report(draft.Text);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A sentence of the language model was dropped: {Why}.")]
    private static partial void Dropped(ILogger logger, string why);
}
