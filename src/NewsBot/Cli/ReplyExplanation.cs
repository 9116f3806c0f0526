using System.Globalization;
using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;

namespace NewsBot.Cli;

/// <summary>Says how an answer came about: what was understood, what was found, why it was given or refused.</summary>
internal static class ReplyExplanation
{
    private const int PassagesShown = 5;

    /// <summary>Writes some plain lines.</summary>
    public static async Task WriteAsync(TextWriter writer, Reply reply)
    {
        var question = reply.Question;
        await writer.WriteLineAsync();
        await writer.WriteLineAsync($"as of     {question.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        await writer.WriteLineAsync($"asks for  {Wanted(question)}");
        await writer.WriteLineAsync($"words     {string.Join(' ', question.Terms.Select(term => term.Weight == 1 ? term.Text : Invariant($"{term.Text}×{term.Weight}")))}");
        if (question.Range is { } range)
            await writer.WriteLineAsync($"days      {range.First:yyyy-MM-dd} to {range.Last:yyyy-MM-dd}");
        if (question.Outlets.Count > 0)
            await writer.WriteLineAsync($"outlets   {string.Join(", ", question.Outlets)}");
        foreach (var passage in reply.Ranked.Take(PassagesShown))
        {
            await writer.WriteLineAsync(
                Invariant($"passage   revision {passage.RevisionId} {passage.Span.Start}-{passage.Span.End}: score {passage.Score:0.00}, ")
                + Invariant($"text {passage.Share:0.00}, article {passage.ArticleShare:0.00}, title {passage.TitleShare:0.00}, recency {passage.Recency:0.00}"));
        }

        if (reply.Composition is { } composition)
        {
            await writer.WriteLineAsync(Invariant($"support   {composition.Support:0.000}: {string.Join(", ", Evidence(composition))}"));
            if (composition.CandidateShort is { } shortAnswer)
                await writer.WriteLineAsync(Invariant($"short     {composition.ShortConfidence:0.000} {DisplayText.Line(shortAnswer)}"));
            if (!reply.Answer.IsSupported)
            {
                var verdict = reply.Answer.Tier == AnswerTier.Unsure ? "unsure " : "refused";
                await writer.WriteLineAsync($"{verdict}   {DisplayText.Line(string.Join(' ', composition.Candidate.Sentences.Select(sentence => sentence.Text)))}");
            }
        }

        foreach (var dropped in reply.Dropped)
            await writer.WriteLineAsync($"dropped   {DisplayText.Line(dropped.Sentence.Text)} ({DisplayText.Line(dropped.Why)})");
        await writer.WriteLineAsync(Invariant($"took      {reply.Elapsed.TotalMilliseconds:0.0} ms"));
    }

    private static string Wanted(Question question)
    {
        var parts = new List<string> { question.Kind.ToString().ToLowerInvariant() };
        if (question.FocusTerm is { } focus)
            parts.Add($"noun '{focus}'");
        if (question.FocusKinds != default)
            parts.Add($"listed as {question.FocusKinds}");
        if (question.Unit is { } unit)
            parts.Add($"counted in '{unit}'");
        if (question.Subject is { } subject)
            parts.Add($"subject '{DisplayText.Line(subject)}'");
        return string.Join(", ", parts);
    }

    private static IEnumerable<string> Evidence(Composition composition)
    {
        for (var i = 0; i < composition.SupportFeatures.Count; i++)
        {
            if (composition.SupportFeatures[i] != 0 && (SupportFeature)i != SupportFeature.Constant)
                yield return Invariant($"{(SupportFeature)i} {composition.SupportFeatures[i]:0.00}");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
