using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>Has a language model word an answer from passages, and lets through what the passages say.</summary>
internal sealed partial class ModelComposer(ILanguageModel model, ILogger<ModelComposer> logger)
{
    // More than any question put anew needs; a model that goes on and on is left alone.
    private const int MaxQuestionChars = 1_000;

    /// <summary>Writes.</summary>
    /// <param name="question">As it was understood.</param>
    /// <param name="passages">The most useful first.</param>
    /// <param name="asked">Whose progress is told of each sentence that passed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
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
                ["date"] = question.AsOf.UtcDateTime.ToString("d MMMM yyyy"),
            },
            asked.PersonId);
        await foreach (var piece in model.StreamAsync(call, cancellationToken))
        {
            Take(reader.Append(piece.Text));
            if (draft.IsRefused || draft.IsFull || reader.IsFull)
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

    /// <summary>Puts a question that goes on from a conversation so that it stands alone.</summary>
    /// <returns>The question as the model put it; null when it may not be taken over.</returns>
    /// <exception cref="ModelException">The model gave no whole reply.</exception>
    public async Task<string?> RephraseAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        var call = new PromptCall(
            "standalone-question",
            new Dictionary<string, string> { ["question"] = asked.Text, ["conversation"] = StandaloneQuestion.Describe(asked.Before) },
            asked.PersonId);
        var written = new StringBuilder();
        await foreach (var piece in model.StreamAsync(call, cancellationToken))
        {
            written.Append(piece.Text);
            if (written.Length > MaxQuestionChars)
                return null;
        }

        return StandaloneQuestion.Accept(written.ToString(), asked.Text, asked.Before);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A sentence of the language model was dropped: {Why}.")]
    private static partial void Dropped(ILogger logger, string why);
}
