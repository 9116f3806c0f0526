using System.Security.Cryptography;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Wording;
using NewsBot.Hosting;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>The step 'translate': has a language model translate questions and answers, and lets through what can be checked.</summary>
internal sealed partial class AnswerTranslator(ILanguageModel model, VerifyMode verify, ILogger<AnswerTranslator> logger)
{
    private const int MaxChars = 6_000;

    /// <summary>The question in another language.</summary>
    /// <returns>Null when the model wrote nothing that can be taken for it.</returns>
    /// <exception cref="ModelException">The model gave no whole reply.</exception>
    public async Task<string?> TranslateQuestionAsync(string question, string language, long? personId, CancellationToken cancellationToken)
    {
        var lines = await TranslateAsync([question], language, personId, cancellationToken);
        return lines[0] is { } line && TranslationCheck.FindFault(question, line) is null ? line : null;
    }

    /// <summary>The answer with all of its sentences in another language; what it cites stays as it is.</summary>
    /// <param name="answer">Checked, in the language of what it cites.</param>
    /// <param name="from">The language of what it cites: a two-letter code that <see cref="TextLanguage"/> names.</param>
    /// <param name="language">The language of the question, such a code too.</param>
    /// <param name="personId">Who asks.</param>
    /// <returns>Null when one of the sentences does not pass: a reader should not get an answer in two languages.</returns>
    /// <exception cref="ModelException">The model gave no whole reply.</exception>
    public async Task<Answer?> TranslateAsync(Answer answer, string from, string language, long? personId, CancellationToken cancellationToken)
    {
        using var step = Instruments.Step("translate");
        var lines = await TranslateAsync([.. answer.Sentences.Select(sentence => sentence.Text)], language, personId, cancellationToken);
        var fault = lines.Contains(null) ? "a sentence is missing"
            : answer.Sentences.Select((sentence, i) => TranslationCheck.FindFault(sentence.Text, lines[i]!)).FirstOrDefault(found => found is not null);
        var translated = answer with { Sentences = [.. answer.Sentences.Select((sentence, i) => sentence with { Text = lines[i] ?? "" })] };
        if (fault is null)
        {
            var told = Bind(translated);
            var faults = verify == VerifyMode.Always ? await new DraftVerifier(model).FindFaultsAsync(told, personId, cancellationToken) : null;
            if (faults is null)
            {
                // Without verdicts the gates decide over the way back, and the translation is marked.
                translated = translated with { IsUnverified = true };
                faults = await FindFaultsOnWayBackAsync(told, from, personId, cancellationToken);
            }

            fault = faults.OfType<SentenceFault>().FirstOrDefault()?.Why;
        }

        if (fault is null)
            return translated;
        Kept(logger, fault);
        return null;
    }

    /// <summary>Each sentence of a translation with the passages that it cites.</summary>
    private static List<(string Text, IReadOnlyList<SheetPassage> Passages)> Bind(Answer translated)
    {
        var sheet = PassageSheet.Of(
            translated.Citations.Select(citation => (citation.Revision, citation.Span)), new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        var passages = translated.Citations.ToDictionary(
            citation => citation.Number,
            citation => sheet.Passages.First(passage => passage.Revision.RevisionId == citation.Revision.RevisionId && passage.Span == citation.Span));
        return [.. translated.Sentences.Select(sentence => (sentence.Text, (IReadOnlyList<SheetPassage>)[.. sentence.Citations.Select(number => passages[number])]))];
    }

    /// <summary>What the gates find wrong with the way back of a translation, which is made without sight of the original.</summary>
    private async Task<IReadOnlyList<SentenceFault?>> FindFaultsOnWayBackAsync(
        List<(string Text, IReadOnlyList<SheetPassage> Passages)> translated, string from, long? personId, CancellationToken cancellationToken)
    {
        var back = await TranslateAsync(translated.ConvertAll(sentence => sentence.Text), from, personId, cancellationToken);
        return back.Contains(null)
            ? [new SentenceFault(FaultKind.Wording, "the way back is missing")]
            : [.. translated.Select((sentence, i) => SentenceGates.FindFault(back[i]!, [.. sentence.Passages.Select(passage => passage.ToGate())]))];
    }

    private async Task<IReadOnlyList<string?>> TranslateAsync(List<string> lines, string language, long? personId, CancellationToken cancellationToken)
    {
        var call = new PromptCall(
            "translation",
            new Dictionary<string, string> { ["text"] = TranslationCheck.WriteLines(lines), ["language"] = TextLanguage.NameOf(language) ?? language },
            personId);
        return TranslationCheck.ReadLines(await model.ReadAsync(call, MaxChars, cancellationToken), lines.Count);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The answer stays in the language of the articles; of its translation: {Why}.")]
    private static partial void Kept(ILogger logger, string why);
}
