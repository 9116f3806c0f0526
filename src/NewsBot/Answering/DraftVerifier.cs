using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Wording;
using NewsBot.Hosting;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>Has a language model say which sentences of a draft their passages state, and mend those that fell, once.</summary>
internal sealed partial class DraftVerifier(ILanguageModel model)
{
    private const int MaxRepairChars = 6_000;

    /// <summary>Judges all sentences that passed the gates in one request, has the fallen ones mended in another, and judges what was mended.</summary>
    /// <param name="draft">Is changed: each sentence that is not stated gets its fault.</param>
    /// <param name="personId">Who asks.</param>
    /// <returns>How many sentences were mended; null when the model gave no verdict on what it wrote.</returns>
    public async Task<int?> VerifyAsync(VerifiedDraft draft, long? personId, CancellationToken cancellationToken)
    {
        using var step = Instruments.Step("verify");
        try
        {
            if (!await JudgeAsync(draft, [.. Indices(draft, sentence => sentence.Fault is null)], personId, cancellationToken))
                return null;
        }
        catch (ModelException)
        {
            return null;
        }

        var fallen = Indices(draft, sentence => sentence.Fault is not null && sentence.Passages.Count > 0).ToList();
        if (fallen.Count == 0)
            return 0;
        var before = fallen.ConvertAll(index => draft.Sentences[index]);
        try
        {
            var mended = await MendAsync(draft, fallen, personId, cancellationToken);
            if (await JudgeAsync(draft, mended, personId, cancellationToken))
                return mended.Count(index => draft.Sentences[index].Fault is null);
        }
        catch (ModelException)
        {
            // What was judged stays so.
        }

        // What nobody judged has fallen.
        for (var i = 0; i < fallen.Count; i++)
            draft.Judge(fallen[i], before[i].Fault);
        return 0;
    }

    /// <summary>What is wrong with each of some sentences, in one request.</summary>
    /// <param name="sentences">With what they rest on; at least one.</param>
    /// <param name="personId">Who asks.</param>
    /// <returns>As many as sentences; null for one that is stated. Null for the whole when the model gave no verdict at all.</returns>
    /// <exception cref="ModelException">The model gave no whole reply.</exception>
    public async Task<IReadOnlyList<SentenceFault?>?> FindFaultsAsync(
        IReadOnlyList<(string Text, IReadOnlyList<SheetPassage> Passages)> sentences, long? personId, CancellationToken cancellationToken)
    {
        var lines = sentences.Select((sentence, i) =>
        {
            var cautions = SheetPassage.FindCautions(sentence.Text, sentence.Passages);
            return Line(i, sentence.Text, sentence.Passages, cautions.Count > 0 ? $"(the passage also says: {string.Join(", ", cautions)})" : "");
        });
        var reply = await AskAsync(RoutedModel.VerifyingPrompt, lines, sentences.SelectMany(sentence => sentence.Passages), Verdicts.MaxChars, personId, cancellationToken);
        return Verdicts.Read(reply, [.. sentences.Select(sentence => (IReadOnlyList<string>)[.. sentence.Passages.Select(Told)])]);
    }

    /// <returns>Whether there are verdicts, or nothing to judge.</returns>
    private async Task<bool> JudgeAsync(VerifiedDraft draft, List<int> indices, long? personId, CancellationToken cancellationToken)
    {
        if (indices.Count == 0)
            return true;
        if (await FindFaultsAsync([.. indices.Select(index => (draft.Sentences[index].Text, draft.Sentences[index].Passages))], personId, cancellationToken) is not { } faults)
            return false;
        for (var i = 0; i < indices.Count; i++)
            draft.Judge(indices[i], faults[i]);
        return true;
    }

    /// <returns>The sentences that have a new wording, which passed the gates.</returns>
    private async Task<List<int>> MendAsync(VerifiedDraft draft, List<int> fallen, long? personId, CancellationToken cancellationToken)
    {
        var lines = fallen.Select((index, i) => Line(i, draft.Sentences[index].Text, draft.Sentences[index].Passages, $"(refused: {draft.Sentences[index].Fault!.Why})"));
        var reply = await AskAsync("repair", lines, fallen.SelectMany(index => draft.Sentences[index].Passages), MaxRepairChars, personId, cancellationToken);
        var mended = new List<int>();
        foreach (Match line in Numbered().Matches(reply))
        {
            if (!int.TryParse(line.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > fallen.Count)
                continue;
            var reader = new DraftReader();
            List<DraftSentence> written = [.. reader.Append(line.Groups[2].Value), .. reader.Complete()];
            if (written is [var one] && !mended.Contains(fallen[number - 1]) && draft.Mend(fallen[number - 1], one))
                mended.Add(fallen[number - 1]);
        }

        return mended;
    }

    private Task<string> AskAsync(
        string prompt, IEnumerable<string> lines, IEnumerable<SheetPassage> passages, int maxChars, long? personId, CancellationToken cancellationToken)
    {
        var call = new PromptCall(
            prompt,
            new Dictionary<string, string>
            {
                ["passages"] = PassageSheet.ToText(passages.DistinctBy(passage => passage.Id)),
                ["sentences"] = string.Join('\n', lines),
            },
            personId);
        return model.ReadAsync(call, maxChars, cancellationToken);
    }

    /// <summary>What a passage tells, without its marks: they are no words that decide anything.</summary>
    private static string Told(SheetPassage passage)
    {
        var told = passage.ToGate();
        return $"{told.Title} {told.Outlet} {(passage.Revision.Article.PublishedAt is { } time ? PassageSheet.DayOf(time) : "")} {told.Text}";
    }

    private static string Line(int index, string text, IReadOnlyList<SheetPassage> passages, string remark) =>
        string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {text} {string.Concat(passages.Select(passage => $"[{passage.Id}]"))} {remark}").TrimEnd();

    private static IEnumerable<int> Indices(VerifiedDraft draft, Func<DraftedSentence, bool> isMeant) =>
        Enumerable.Range(0, draft.Sentences.Count).Where(index => isMeant(draft.Sentences[index]));

    [GeneratedRegex(@"^[ \t*#>\-]*(\d{1,2})[.):| \t\-–—]+(.*)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Numbered();
}
