using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Text;

namespace NewsBot.Web.Pages;

/// <summary>The text of an article as paragraphs, with the passages marked; a long one in parts, so that no page is large.</summary>
/// <param name="body">The text.</param>
/// <param name="marked">The passages to mark, in order and apart.</param>
/// <param name="changes">The sentences that changed; each gets a mark that opens its note.</param>
internal sealed class BodyLayout(string body, IReadOnlyList<TextSpan> marked, IReadOnlyList<SentenceChange> changes)
{
    /// <summary>A part's size at most, in bytes of UTF-8: the markup around it fits beside it into a page of 50 kB.</summary>
    private const int PartBytes = 28_000;

    // In a text with blank lines between its paragraphs, shorter lines than this are one paragraph that was wrapped.
    private const int WrappedLength = 100;

    private readonly List<IReadOnlyList<TextSpan>> parts = Divide(body);

    /// <summary>How many parts there are; at least one.</summary>
    public int PartCount => parts.Count;

    /// <summary>The part, from 0, in which the first marked passage begins; the first one when nothing is marked.</summary>
    public int FirstMarkedPart => marked.Count == 0 ? 0 : Math.Max(0, parts.Index().LastOrDefault(part => part.Item[0].Start <= marked[0].Start).Index);

    /// <summary>The paragraphs of a part.</summary>
    public Html Part(int index) => Html.Join(parts[index].Select(Paragraph));

    private Html Paragraph(TextSpan block)
    {
        List<int> cuts = [block.Start, block.End];
        foreach (var span in marked.Concat(changes.Select(change => change.Sentence)))
            cuts.AddRange(new[] { span.Start, span.End }.Where(at => at > block.Start && at < block.End));
        cuts = [.. cuts.Distinct().Order()];
        var pieces = cuts.Zip(cuts.Skip(1), (start, end) => Piece(new TextSpan(start, end), block));
        return Html.Of($"<p dir=\"auto\">{pieces}</p>\n");
    }

    /// <summary>A stretch that is marked as a whole or not at all, with the notes of the sentences that end with it.</summary>
    private Html Piece(TextSpan span, TextSpan block)
    {
        var text = Html.Of($"{Shown(span.In(body))}");
        var mark = marked.Index().FirstOrDefault(one => one.Item.Contains(span), (-1, default));
        if (mark.Index >= 0)
        {
            text = span.Start == Math.Max(mark.Item.Start, 0) || (span.Start == block.Start && !IsBegun(mark.Item, span.Start))
                ? Html.Of($"<mark id=\"s{mark.Index + 1}\">{text}</mark>")
                : Html.Of($"<mark>{text}</mark>");
        }

        var notes = changes.Index().Where(one => one.Item.Sentence.End == span.End).Select(one => Note(one.Index + 1));
        return Html.Of($"{text}{notes}");
    }

    private static Html Note(int number) =>
        Html.Of($"<a class=\"note\" href=\"#c{number}\" id=\"n{number}\" aria-label=\"This sentence changed: note {number}\">✎</a>");

    /// <summary>Whether a passage has text before a place, so that its id stands there already.</summary>
    private bool IsBegun(TextSpan passage, int at) => passage.Start < at && !string.IsNullOrWhiteSpace(body[passage.Start..at]);

    /// <summary>The text on one line, safe to show; white space at its ends stays, since the next piece goes on from it.</summary>
    private static string Shown(string text)
    {
        var line = DisplayText.Line(text);
        if (line.Length == 0)
            return text.Length > 0 && char.IsWhiteSpace(text[0]) ? " " : "";
        return (char.IsWhiteSpace(text[0]) ? " " : "") + line.TrimStart(' ') + (char.IsWhiteSpace(text[^1]) ? " " : "");
    }

    private static List<IReadOnlyList<TextSpan>> Divide(string body)
    {
        var divided = new List<IReadOnlyList<TextSpan>>();
        var part = new List<TextSpan>();
        var size = 0;
        foreach (var block in Blocks(body).SelectMany(block => Cut(body, block)))
        {
            var bytes = Encoding.UTF8.GetByteCount(body.AsSpan(block.Start, block.Length));
            if (part.Count > 0 && size + bytes > PartBytes)
            {
                divided.Add(part);
                (part, size) = ([], 0);
            }

            part.Add(block);
            size += bytes;
        }

        divided.Add(part.Count > 0 ? part : [new TextSpan(0, body.Length)]);
        return divided;
    }

    /// <summary>The paragraphs: lines, or runs of short lines where blank lines part paragraphs.</summary>
    private static IEnumerable<TextSpan> Blocks(string body)
    {
        var lines = Lines(body).ToList();
        var isParted = lines.Zip(lines.Skip(1), (line, next) => IsBlank(body, next) && !IsBlank(body, line)).Any(ends => ends);
        TextSpan? open = null;
        foreach (var line in lines)
        {
            if (IsBlank(body, line))
            {
                if (open is { } ended)
                    yield return ended;
                open = null;
                continue;
            }

            if (open is { } before && (!isParted || before.Length > WrappedLength * 40))
            {
                yield return before;
                open = null;
            }

            open = open is { } begun ? new TextSpan(begun.Start, line.End) : line;
            if (line.Length > WrappedLength)
            {
                yield return open.Value;
                open = null;
            }
        }

        if (open is { } last)
            yield return last;
    }

    private static IEnumerable<TextSpan> Lines(string body)
    {
        var start = 0;
        for (var i = 0; i <= body.Length; i++)
        {
            if (i < body.Length && body[i] is not ('\n' or '\r' or '\u2028' or '\u2029'))
                continue;
            yield return new TextSpan(start, i);
            start = body.AsSpan(i).StartsWith("\r\n") ? i + 2 : i + 1;
            i = start - 1;
        }
    }

    private static bool IsBlank(string body, TextSpan line) => body.AsSpan(line.Start, line.Length).IsWhiteSpace();

    /// <summary>A paragraph too large for a page, in pieces that end where a word does.</summary>
    private static IEnumerable<TextSpan> Cut(string body, TextSpan block)
    {
        const int most = PartBytes / 4;
        while (block.Length > most)
        {
            var end = body.LastIndexOf(' ', block.Start + most, most / 2);
            end = end < 0 ? block.Start + most - (char.IsHighSurrogate(body[block.Start + most - 1]) ? 1 : 0) : end;
            yield return new TextSpan(block.Start, end);
            block = new TextSpan(end, block.End);
        }

        yield return block;
    }
}
