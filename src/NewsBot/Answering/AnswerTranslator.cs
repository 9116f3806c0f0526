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
        fault ??= verify == VerifyMode.Always
            ? await FindUnstatedAsync(translated, from, personId, cancellationToken)
            : await FindFaultAsync(translated, from, personId, cancellationToken);
        if (fault is null)
            return translated;
        Kept(logger, fault);
        return null;
    }

    /// <summary>The first sentence of a translation that what it cites does not state: a verifying request compares the two languages directly.</summary>
    /// <remarks>Where it gives no verdict, the way back decides.</remarks>
    private async Task<string?> FindUnstatedAsync(Answer translated, string from, long? personId, CancellationToken cancellationToken)
    {
        var sheet = PassageSheet.Of(
            translated.Citations.Select(citation => (citation.Revision, citation.Span)), new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        var passages = translated.Citations.ToDictionary(
            citation => citation.Number,
            citation => sheet.Passages.FirstOrDefault(passage => passage.Revision.RevisionId == citation.Revision.RevisionId && passage.Span == citation.Span));
        var sentences = translated.Sentences
            .Select(sentence => (sentence.Text, (IReadOnlyList<SheetPassage>)[.. sentence.Citations.Select(number => passages[number]).OfType<SheetPassage>()])).ToList();
        return await new DraftVerifier(model).FindFaultsAsync(sentences, personId, cancellationToken) is { } faults
            ? faults.OfType<SentenceFault>().FirstOrDefault()?.Why
            : await FindFaultAsync(translated, from, personId, cancellationToken);
    }

    /// <summary>What is wrong with the meaning of a translation: its way back, made without sight of the original, is compared with what the answer cites.</summary>
    private async Task<string?> FindFaultAsync(Answer translated, string from, long? personId, CancellationToken cancellationToken)
    {
        var back = await TranslateAsync([.. translated.Sentences.Select(sentence => sentence.Text)], from, personId, cancellationToken);
        if (back.Contains(null))
            return "the way back is missing";
        var returned = translated with { Sentences = [.. translated.Sentences.Select((sentence, i) => sentence with { Text = back[i]! })] };
        return CitationCheck.Run(returned, AnswerWording.Free).Dropped.Select(dropped => dropped.Why).FirstOrDefault();
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
