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
        if (answer.IsSupported)
            AddAnswer(text, answer);
        else
            AddRefusal(text, answer);
        text.Write();
    }

    private static void AddAnswer(TerminalText text, Answer answer)
    {
        if (answer.Short is not null)
            text.Paragraph(new TextRun(""), new TextRun(answer.Short, TextRole.Strong)).Blank();

        text.Paragraph(new TextRun(""), answer.Sentences.SelectMany(sentence =>
            new[] { new TextRun(sentence.Text), new TextRun(AnswerText.Marks(sentence), TextRole.Mark), new TextRun(" ") })).Blank();

        foreach (var ofArticle in answer.Citations.GroupBy(citation => citation.Revision.RevisionId))
        {
            // One article, one heading; an address, which selects its quote, for each citation.
            List<Citation> citations = [.. ofArticle];
            var article = citations[0].Revision.Article;
            var numbers = new TextRun(string.Concat(citations.Select(citation => $"[{citation.Number}]")) + " ", TextRole.Mark);
            text.Heading(numbers, article);
            foreach (var citation in article.Url is null ? citations.Take(1) : citations)
                text.Address(numbers, article, citation.Span);
        }
    }

    private static void AddRefusal(TerminalText text, Answer answer)
    {
        text.Paragraph(new TextRun(""), new TextRun(answer.Reason ?? "The archive does not say."));
        if (answer.Nearest.Count == 0)
            return;

        text.Blank().Paragraph(new TextRun(""), new TextRun("Nearest coverage:", TextRole.Strong));
        for (var i = 0; i < answer.Nearest.Count; i++)
        {
            var number = new TextRun($"{i + 1}. ");
            var article = answer.Nearest[i].Article;
            text.Heading(number, article).Address(number, article, new TextSpan(0, 0));
        }
    }
}
