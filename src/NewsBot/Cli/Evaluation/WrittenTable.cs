using System.Globalization;
using NewsBot.Answering;

namespace NewsBot.Cli.Evaluation;

/// <summary>What became of the answers that a language model was asked to write.</summary>
internal sealed class WrittenTable
{
    private readonly SortedDictionary<string, int> fallbacks = new(StringComparer.Ordinal);
    private int asked;
    private int written;
    private int verified;
    private int mended;
    private int dropped;
    private int judged;
    private int right;

    /// <summary>Whether no model was asked.</summary>
    public bool IsEmpty => asked == 0;

    /// <summary>Counts one reply; one that no model was asked for is passed over.</summary>
    /// <param name="reply">What came of the question.</param>
    /// <param name="score">What the reply is worth.</param>
    public void Add(Reply reply, ReplyScore score)
    {
        if (reply.Draft is not { } draft)
            return;
        asked++;
        dropped += reply.Dropped.Count;
        if (draft.Fallback is { } reason)
        {
            var name = NameOf(reason);
            fallbacks[name] = fallbacks.GetValueOrDefault(name) + 1;
            return;
        }

        written++;
        verified += draft.IsVerified ? 1 : 0;
        mended += draft.Mended > 0 ? 1 : 0;
        judged += score.IsRight is null ? 0 : 1;
        right += score.IsRight == true ? 1 : 0;
    }

    /// <summary>The table as lines of text.</summary>
    public IEnumerable<string> Lines()
    {
        yield return "in a language model's words";
        yield return Line("asked for", asked);
        yield return Line("written", written);
        yield return string.Create(CultureInfo.InvariantCulture, $"  {"written: right",-26}{(judged == 0 ? 0 : (double)right / judged),9:.000} {judged,8}");
        yield return Line("written: verified", verified);
        yield return Line("written: mended", mended);
        yield return Line("sentences dropped", dropped);
        foreach (var (reason, count) in fallbacks)
            yield return Line($"not written: {reason}", count);
    }

    /// <summary>A reason in one word, as the table and the results name it.</summary>
    public static string NameOf(FallbackReason reason) => $"{reason}".ToLowerInvariant();

    private static string Line(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"  {name,-26}{count,18}");
}
