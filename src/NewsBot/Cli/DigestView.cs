using NewsBot.Core.Answers;
using NewsBot.Core.Digests;
using NewsBot.Core.Display;
using NewsBot.Core.Stories;
using Spectre.Console;

namespace NewsBot.Cli;

/// <summary>Shows a digest in a terminal: its stories with their marks, then the numbered sources.</summary>
internal static class DigestView
{
    private const int MostOutlets = 8;

    /// <summary>Writes the digest; one sentence when it has no story.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="isOnTopics">Whether topics were asked for, or mutes.</param>
    public static void Write(IAnsiConsole console, Digest digest, bool isOnTopics)
    {
        var text = new TerminalText(console);
        if (digest.Stories.Count == 0)
        {
            text.Paragraph(new TerminalRun(""), new TerminalRun(Nothing(digest, isOnTopics))).Write();
            return;
        }

        text.Paragraph(new TerminalRun(""), new TerminalRun($"{Time(digest.From)} to {Time(digest.To)} UTC", TextRole.Faint));
        foreach (var part in DigestText.PartsOf(digest))
            Add(text, part);
        AddSources(text.Blank(), digest.Citations);
        text.Write();
    }

    private static void Add(TerminalText text, DigestPart part)
    {
        var indent = new TerminalRun("   ");
        switch (part)
        {
            case DigestPart.Headline headline:
                text.Blank().Paragraph(
                    new TerminalRun($"{headline.Number}. "), new TerminalRun(headline.Text, TextRole.Strong),
                    new TerminalRun(headline.IsNew ? "" : " (developing)", TextRole.Faint));
                break;
            case DigestPart.Sentence sentence:
                text.Paragraph(indent, new TerminalRun(sentence.Text), Marks(sentence.Sources));
                break;
            case DigestPart.Change change:
                AddPair(text, "Was ", change.Before, ", now ", change.Now);
                break;
            case DigestPart.Difference difference:
                AddPair(text, "Reports differ: ", difference.One, ", ", difference.Other);
                break;
            case DigestPart.Outlets outlets:
                var more = outlets.Links.Count - MostOutlets;
                var names = string.Join(", ", outlets.Links.Take(MostOutlets).Select(link => link.Name)) + (more > 0 ? $" and {more} more" : "");
                text.Paragraph(indent, new TerminalRun(names, TextRole.Faint));
                break;
            case DigestPart.Closing closing:
                text.Blank().Paragraph(new TerminalRun(""), new TerminalRun($"Made of {Count(closing.ArticleCount, "article")} of {Count(closing.OutletCount, "outlet")}."));
                break;
        }
    }

    private static void AddPair(TerminalText text, string first, DigestPart.FigureReport one, string then, DigestPart.FigureReport other) => text
        .Paragraph(
            new TerminalRun("   "),
            new TerminalRun(first), new TerminalRun(one.Figure, TextRole.Strong), Marks(one.Sources), new TerminalRun(then), new TerminalRun(other.Figure, TextRole.Strong),
            Marks(other.Sources))
        .Paragraph(new TerminalRun("   | "), new TerminalRun(one.Text, TextRole.Faint), Marks(one.Sources))
        .Paragraph(new TerminalRun("   | "), new TerminalRun(other.Text, TextRole.Faint), Marks(other.Sources));

    private static void AddSources(TerminalText text, IReadOnlyList<Citation> citations)
    {
        foreach (var citation in citations)
        {
            var number = new TerminalRun($"[{citation.Number}] ", TextRole.Mark);
            text.Heading(number, citation.Revision.Article).Address(number, citation.Revision.Article, citation.Span);
        }
    }

    private static TerminalRun Marks(IReadOnlyList<Citation> sources) =>
        new(" " + string.Concat(sources.Select(source => $"[{source.Number}]")), TextRole.Mark);

    private static string Nothing(Digest digest, bool isOnTopics)
    {
        var window = $"from {Time(digest.From)} to {Time(digest.To)} UTC";
        if (digest.ArticleCount > 0)
            return $"There is nothing to tell of {Count(digest.ArticleCount, "article")} {window}.";
        return $"There is nothing {(isOnTopics ? "on this " : "")}in the archive {window}.";
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";

    private static string Time(DateTimeOffset time) => $"{DisplayText.Date(time)}, {time.UtcDateTime:HH:mm}";
}
