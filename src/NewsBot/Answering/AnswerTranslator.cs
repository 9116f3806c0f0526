using System.Text;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Wording;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>The step 'translate': has a language model translate questions and answers, and keeps the sentences that can be checked.</summary>
internal sealed partial class AnswerTranslator(ILanguageModel model, ILogger<AnswerTranslator> logger)
{
    private const string English = "en";
    private const int MaxChars = 6_000;

    /// <summary>The question in English.</summary>
    /// <returns>Null when the model wrote nothing that can be taken for it.</returns>
    /// <exception cref="ModelException">The model gave no whole reply.</exception>
    public async Task<string?> TranslateQuestionAsync(string question, long? personId, CancellationToken cancellationToken)
    {
        var lines = await TranslateAsync([question], English, personId, cancellationToken);
        return lines[0] is { } line && TranslationCheck.FindFault(question, line) is null ? line : null;
    }

    /// <summary>The answer with its sentences in another language; what it cites stays as it is.</summary>
    /// <param name="answer">Checked, in the language of what it cites.</param>
    /// <param name="language">Two-letter code of a language that <see cref="TextLanguage"/> names.</param>
    /// <param name="personId">Who asks.</param>
    /// <remarks>
    /// A sentence is taken over when its digits and quotations are those of the original, and when its translation back, made without sight of the original, stands up to
    /// the comparison with what it cites. Else it stays in its language.
    /// </remarks>
    /// <exception cref="ModelException">The model gave no whole reply.</exception>
    public async Task<Answer> TranslateAsync(Answer answer, string language, long? personId, CancellationToken cancellationToken)
    {
        var originals = answer.Sentences.Select(sentence => sentence.Text).ToList();
        var translated = await TranslateAsync(originals, language, personId, cancellationToken);
        var back = await TranslateAsync([.. translated.Select(line => line ?? "-")], English, personId, cancellationToken);
        var sentences = answer.Sentences.Select((sentence, i) =>
        {
            var fault = translated[i] is not { } line || back[i] is not { } returned ? "it is missing"
                : TranslationCheck.FindFault(sentence.Text, line)
                    ?? CitationCheck.Run(answer with { Sentences = [sentence with { Text = returned }] }, AnswerWording.Free).Dropped.Select(
                        dropped => dropped.Why).FirstOrDefault();
            if (fault is not null)
                Kept(logger, fault);
            return fault is null ? sentence with { Text = translated[i]! } : sentence;
        });
        return answer with { Sentences = [.. sentences] };
    }

    private async Task<IReadOnlyList<string?>> TranslateAsync(List<string> lines, string language, long? personId, CancellationToken cancellationToken)
    {
        var call = new PromptCall(
            "translation",
            new Dictionary<string, string> { ["text"] = TranslationCheck.WriteLines(lines), ["language"] = TextLanguage.NameOf(language) ?? language },
            personId);
        var written = new StringBuilder();
        await foreach (var piece in model.StreamAsync(call, cancellationToken))
        {
            if (piece.StartsOver)
                written.Clear();
            written.Append(piece.Text);
            if (written.Length > MaxChars)
                break;
        }

        return TranslationCheck.ReadLines(written.ToString(), lines.Count);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A sentence stays in its language; of its translation: {Why}.")]
    private static partial void Kept(ILogger logger, string why);
}
