using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;
using Spectre.Console;

namespace NewsBot.Cli;

/// <summary>Shows search results in a terminal: rank, title, outlet and date, an excerpt, the address.</summary>
internal static class SearchView
{
    private const int ExcerptLength = 240;

    /// <summary>Longer passages are read up to here; only broken input has them.</summary>
    private const int MaxPassageLength = 20_000;

    /// <summary>Writes the hits in the order given.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="hits">Best first.</param>
    /// <param name="isQueryWord">Whether a word of a passage, without its punctuation, answers to a word of the query; such words are bold.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<SearchHit> hits, Predicate<string> isQueryWord)
    {
        var text = new TerminalText(console);
        if (hits.Count == 0)
            text.Paragraph(new TerminalRun(""), new TerminalRun("Nothing found."));

        for (var i = 0; i < hits.Count; i++)
        {
            var (article, passage) = (hits[i].Revision.Article, hits[i].Passage);
            var number = new TerminalRun($"{i + 1}. ");
            if (i > 0)
                text.Blank();
            text.Heading(number, article)
                .Paragraph(new TerminalRun(new string(' ', number.Text.Length)), Excerpt(article.Body, passage, isQueryWord))
                .Address(number, article, passage);
        }

        text.Write();
    }

    /// <summary>The stretch of about 240 characters that has most words of the query.</summary>
    private static List<TerminalRun> Excerpt(string body, TextSpan passage, Predicate<string> isQueryWord)
    {
        var line = DisplayText.Line(body.Substring(passage.Start, Math.Min(passage.Length, MaxPassageLength)));
        var words = line.Split(' ');
        var hits = Array.ConvertAll(words, word => isQueryWord(Bare(word)));

        var (best, bestHits) = ((First: 0, End: 0), -1);
        var (first, length, count) = (0, 0, 0);
        for (var end = 0; end < words.Length; end++)
        {
            length += words[end].Length + 1;
            count += hits[end] ? 1 : 0;
            while (length > ExcerptLength + 1 && first < end)
            {
                length -= words[first].Length + 1;
                count -= hits[first] ? 1 : 0;
                first++;
            }

            // A longer stretch with as many words of the query reads better, a later one does not.
            if (count > bestHits || (count == bestHits && first == best.First))
                (best, bestHits) = ((first, end + 1), count);
        }

        var runs = new List<TerminalRun>();
        if (best.First > 0)
            runs.Add(new TerminalRun("… "));
        for (var i = best.First; i < best.End; i++)
        {
            runs.Add(new TerminalRun(words[i], hits[i] ? TextRole.Strong : TextRole.Plain));
            runs.Add(new TerminalRun(" "));
        }

        if (best.End < words.Length)
            runs.Add(new TerminalRun("…"));
        return runs;
    }

    private static string Bare(string word)
    {
        var start = 0;
        var end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
            end--;
        return word[start..end];
    }
}
