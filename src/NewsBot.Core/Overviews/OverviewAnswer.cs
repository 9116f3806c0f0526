using NewsBot.Core.Answers;

namespace NewsBot.Core.Overviews;

/// <summary>Puts sentences into an answer, a citation a sentence.</summary>
internal static class OverviewAnswer
{
    /// <summary>The answer, before any check.</summary>
    /// <param name="sentences">In the order in which they are told; their numbers do not count.</param>
    public static Answer Of(IReadOnlyList<Citation> sentences) => new()
    {
        Sentences = [.. sentences.Index().Select(row => new AnswerSentence(OneLine(row.Item.Quote), [row.Index + 1]))],
        Citations = [.. sentences.Index().Select(row => row.Item with { Number = row.Index + 1 })],
        IsOverview = true,
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
