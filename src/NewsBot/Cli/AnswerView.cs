using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Text;
using Spectre.Console;

namespace NewsBot.Cli;

/// <summary>Shows an answer in a terminal: the short answer, the sentences with their marks, the numbered sources.</summary>
internal static class AnswerView
{
    /// <summary>Writes the answer; when unsupported, the reason and the nearest coverage.</summary>
    public static void Write(IAnsiConsole console, Answer answer)
    {
        var text = new TerminalText(console);
        if (AnswerText.Searched(answer) is { } searched)
            text.Paragraph(new TerminalRun(""), new TerminalRun(searched)).Blank();
        if (answer.Tier != AnswerTier.None)
            AddAnswer(text, answer);
        else
            AddRefusal(text, answer);
        text.Write();
    }

    private static void AddAnswer(TerminalText text, Answer answer)
    {
        if (answer.Short is not null)
            text.Paragraph(new TerminalRun(""), new TerminalRun(answer.Short, TextRole.Strong)).Blank();

        if (answer.Tier == AnswerTier.Unsure)
            text.Paragraph(new TerminalRun(""), new TerminalRun(AnswerText.Unsure)).Blank();

        if (AnswerText.Opening(answer) is { } opening)
            text.Paragraph(new TerminalRun(""), new TerminalRun(opening, answer.Verdict is null ? TextRole.Plain : TextRole.Strong)).Blank();

        var (open, close) = answer.Tier == AnswerTier.Unsure ? ("“", "”") : ("", "");
        if (answer.IsOverview)
            AddOverview(text, answer);
        else
            text.Paragraph(new TerminalRun(""), answer.Sentences.SelectMany(sentence =>
                new[]
                {
                    Lead(answer, sentence),
                    new TerminalRun(open + sentence.Text + close),
                    new TerminalRun(AnswerText.Marks(sentence), TextRole.Mark),
                    new TerminalRun(" "),
                })).Blank();

        foreach (var ofArticle in answer.Citations.GroupBy(citation => citation.Revision.RevisionId))
        {
            // One article, one heading; an address, which selects its quote, for each citation.
            List<Citation> citations = [.. ofArticle];
            var article = citations[0].Revision.Article;
            var numbers = new TerminalRun(string.Concat(citations.Select(citation => $"[{citation.Number}]")) + " ", TextRole.Mark);
            text.Heading(numbers, article);
            foreach (var citation in article.Url is null ? citations.Take(1) : citations)
                text.Address(numbers, article, citation.Span);
            if (answer.IsUnverified)
                citations.ForEach(citation => text.Paragraph(new TerminalRun("    "), new TerminalRun($"“{citation.Quote}”")));
        }
    }

    private static TerminalRun Lead(Answer answer, AnswerSentence sentence) =>
        new(sentence.Lead == SentenceLead.None ? "" : AnswerText.Lead(answer, sentence) + " ", TextRole.Faint);

    /// <summary>A line a sentence, each with the day of its article.</summary>
    private static void AddOverview(TerminalText text, Answer answer)
    {
        foreach (var sentence in answer.Sentences)
        {
            var day = DisplayText.Date(answer.Citations[sentence.Citations[0] - 1].Revision.Article.PublishedAt);
            text.Paragraph(
                new TerminalRun("• "), new TerminalRun(sentence.Text), new TerminalRun(AnswerText.Marks(sentence), TextRole.Mark),
                new TerminalRun(day.Length > 0 ? $" {day}" : "", TextRole.Faint));
        }

        text.Blank();
    }

    private static void AddRefusal(TerminalText text, Answer answer)
    {
        text.Paragraph(new TerminalRun(""), new TerminalRun(answer.Reason ?? "The archive does not say."));
        if (answer.Nearest.Count == 0)
            return;

        text.Blank().Paragraph(new TerminalRun(""), new TerminalRun("Nearest coverage:", TextRole.Strong));
        for (var i = 0; i < answer.Nearest.Count; i++)
        {
            var number = new TerminalRun($"{i + 1}. ");
            var article = answer.Nearest[i].Article;
            text.Heading(number, article).Address(number, article, new TextSpan(0, 0));
        }
    }
}
