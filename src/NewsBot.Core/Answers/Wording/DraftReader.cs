using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Cuts what a language model writes into sentences with the ids that they are tied to, as it comes in pieces.</summary>
/// <remarks>'Talks resume on Wednesday. [k7f2m] Umerov said so. [k7f2m, x8d3q]'; the mark may also stand before the full stop. Not safe for use by two threads at once.</remarks>
public sealed partial class DraftReader
{
    /// <summary>The most UTF-16 units read; the rest is ignored.</summary>
    public const int MaxChars = 8_000;

    private readonly StringBuilder pending = new();
    private int taken;

    /// <summary>Whether so much was written that nothing more is read.</summary>
    public bool IsFull => taken >= MaxChars;

    /// <summary>Takes a piece.</summary>
    /// <returns>The sentences that it completes, in order.</returns>
    public IReadOnlyList<DraftSentence> Append(string piece)
    {
        var room = Math.Min(piece.Length, MaxChars - taken);
        taken += room;
        pending.Append(piece, 0, room);
        return Cut(isEnd: false);
    }

    /// <summary>The model has ended.</summary>
    /// <returns>What is left, tied to nothing.</returns>
    public IReadOnlyList<DraftSentence> Complete() => Cut(isEnd: true);

    private List<DraftSentence> Cut(bool isEnd)
    {
        var text = pending.ToString();
        var sentences = new List<DraftSentence>();
        var start = 0;
        foreach (Match mark in Brackets().Matches(text))
        {
            // 'He [Zelensky] said' has no digit, as every id has.
            if (!mark.ValueSpan.ContainsAnyInRange('0', '9'))
                continue;
            var before = text[start..mark.Index].Trim();
            var end = mark.Index + mark.Length;
            if (before.Length > 0 && !EndsSentence(before))
            {
                // The full stop stands behind the mark, or is still to come.
                if (end == text.Length && !isEnd)
                    break;
                if (end < text.Length && text[end] is '.' or '!' or '?')
                    before += text[end++];
            }

            Add(sentences, before, [.. mark.Value.Trim('[', ']', '【', '】').Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)]);
            start = end;
        }

        if (isEnd)
        {
            if (!string.IsNullOrWhiteSpace(text[start..]))
                Add(sentences, text[start..], []);
            start = text.Length;
        }

        pending.Remove(0, start);
        return sentences;
    }

    /// <summary>Only the last of several sentences before a mark is tied to it.</summary>
    private static void Add(List<DraftSentence> sentences, string text, string[] ids)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var spans = SentenceSplitter.Split(line);
        foreach (var span in spans.SkipLast(1))
            sentences.Add(new DraftSentence(span.In(line), []));
        sentences.Add(new DraftSentence(spans.Count > 0 ? spans[^1].In(line) : "", ids));
    }

    private static bool EndsSentence(string text) => text.TrimEnd('”', '"', '’', '\'', ')', '»') is [.., '.' or '!' or '?' or '…'];

    [GeneratedRegex(@"[\[【][\p{L}\p{Nd},;\s-]{1,120}[\]】]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Brackets();
}
