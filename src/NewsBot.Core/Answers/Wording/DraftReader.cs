using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Cuts what a language model writes into sentences with the ids that they are tied to, as it comes in pieces.</summary>
/// <remarks>
/// 'Talks resume on Wednesday. [k7f2m] Umerov said so. [k7f2m, x8d3q]'. Models write marks in many forms, also before the full stop or before the sentence; several sentences of
/// a paragraph before one mark share it. Not safe for use by two threads at once.
/// </remarks>
public sealed partial class DraftReader
{
    /// <summary>The most UTF-16 units read; the rest is ignored.</summary>
    public const int MaxChars = 8_000;

    /// <summary>So much tells how a reply begins.</summary>
    private const int MostToTell = 40;

    private readonly StringBuilder pending = new();
    private int taken;
    private bool isBegun;
    private bool isOver;

    /// <summary>The ids of marks that lead their sentences; null when marks follow them, or before the first mark.</summary>
    private IReadOnlyList<string>? leading;

    private bool hasMark;

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
    /// <returns>What is left; without a mark it is tied to nothing.</returns>
    public IReadOnlyList<DraftSentence> Complete() => Cut(isEnd: true);

    private List<DraftSentence> Cut(bool isEnd)
    {
        var sentences = new List<DraftSentence>();
        var text = pending.ToString();
        if (!isOver && !isBegun)
            isBegun = Begin(ref text, isEnd);
        if (isOver || !isBegun)
            return sentences;
        var (start, from) = (0, 0);
        List<string> ids = [];
        while (DraftMark.Next(text, from) is { } mark && (isEnd || !mark.IsOpen(text)))
        {
            var before = Without(text, start, mark.Start);
            if (DraftText.SourcesIn(before) is { } sources)
            {
                // The list goes on to the end; its marks are those of the sentences that have none.
                if (!isEnd)
                    break;
                Add(sentences, before[..sources], leading ?? [.. ids, .. DraftMark.IdsIn(text[mark.Start..])]);
                isOver = true;
                break;
            }

            if (!hasMark && DraftText.Read(before).Count == 0)
                leading = [];
            hasMark = true;
            var end = mark.End;
            if (leading is not null)
            {
                Lead(sentences, text, before, mark, isEnd);
            }
            else
            {
                ids.AddRange(mark.Ids);
                var isClosed = EndsSentence(before);
                if (!isClosed && end < text.Length && text[end] is '.' or '!' or '?')
                {
                    before = before.TrimEnd() + text[end++];
                }
                else if (!isClosed && GoesOn().IsMatch(text[end..]))
                {
                    from = end;
                    continue;
                }

                Add(sentences, before, ids);
                ids = [];
            }

            (start, from) = (end, end);
        }

        if (isEnd && !isOver)
        {
            var rest = Without(text, start, text.Length);
            Add(sentences, DraftText.SourcesIn(rest) is { } sources ? rest[..sources] : rest, leading ?? ids);
            start = text.Length;
        }

        pending.Clear().Append(text, start, text.Length - start);
        return sentences;
    }

    /// <summary>Reads how a reply begins.</summary>
    /// <returns>Whether that can be told already.</returns>
    private bool Begin(ref string text, bool isEnd)
    {
        var start = Fence().Replace(text.TrimStart(), "").TrimStart();
        if (!isEnd && start.Length < MostToTell)
            return false;
        if (None().IsMatch(start))
            isOver = true;
        if (DraftJson.IsLikely(start))
        {
            if (!isEnd)
                return false;
            start = DraftJson.ToText(start) ?? start;
        }
        else if (Thinking().Match(start) is { Success: true } thinking)
        {
            var answer = Answer().Match(start);
            if (!answer.Success && !isEnd)
                return false;
            start = start[(answer.Success ? answer.Index + answer.Length : thinking.Length)..];
        }

        text = start;
        return true;
    }

    /// <summary>Ends the sentences after a leading mark; marks at the end of their line, or of the reply, are theirs, too.</summary>
    private void Lead(List<DraftSentence> sentences, string text, string before, DraftMark mark, bool isEnd)
    {
        var line = text.IndexOf('\n', mark.Start, mark.End - mark.Start);
        var next = line < 0 ? mark : DraftMark.Next(text, line)!;
        var isLast = isEnd && string.IsNullOrWhiteSpace(text[mark.End..]);
        var own = isLast ? mark.Ids : mark.Ids.SkipLast(next.Ids.Count);
        Add(sentences, before, [.. leading!, .. own]);
        leading = isLast ? [] : next.Ids;
    }

    /// <summary>A stretch without the marks in it.</summary>
    private static string Without(string text, int start, int end)
    {
        var kept = new StringBuilder();
        while (DraftMark.Next(text, start) is { } mark && mark.Start < end)
        {
            kept.Append(text.AsSpan(start, mark.Start - start).TrimEnd());
            start = mark.End;
        }

        return kept.Append(text, start, end - start).ToString();
    }

    /// <summary>Sentences of the paragraph before a mark share it; paragraphs further up have none.</summary>
    private static void Add(List<DraftSentence> sentences, string text, IReadOnlyList<string> marked)
    {
        string[] ids = [.. marked.Distinct(StringComparer.Ordinal)];
        var paragraphs = DraftText.Read(text);
        for (var i = 0; i < paragraphs.Count; i++)
            sentences.AddRange(paragraphs[i].Select(sentence => new DraftSentence(sentence, i == paragraphs.Count - 1 ? ids : [])));
    }

    private static bool EndsSentence(string text) =>
        text.TrimEnd('”', '"', '’', '\'', ')', '»', '*', '_', '`', '|', ' ', '\n', '\r', '\t', '\u00a0') is [.., '.' or '!' or '?' or '…'];

    [GeneratedRegex(@"^```\w*", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Fence();

    /// <summary>'NONE', with or without a reason; 'None of them' is a sentence.</summary>
    [GeneratedRegex(@"^\W*(?:NONE\b(?![ \t]+\p{L})|[Nn]one\W*(?:$|[.!:;\n]))", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex None();

    /// <summary>Thoughts without the marks of thoughts.</summary>
    [GeneratedRegex(@"^\W*(?:thinking|thoughts?|reasoning|analysis|thought process)\W*:\W*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Thinking();

    [GeneratedRegex(@"\n[\s#*_]*(?:the )?(?:final |short )?(?:answer|response|reply)[*_]*\s*(?::|\n)[*_]*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^[ \t]*(?:\p{Ll}|[,;:–—-][ \t])", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex GoesOn();
}
