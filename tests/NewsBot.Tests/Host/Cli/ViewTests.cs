using System.Runtime.CompilerServices;
using System.Text;
using NewsBot.Cli;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;
using Spectre.Console;

namespace NewsBot.Tests.Host.Cli;

/// <summary>The layouts of a terminal against the golden files beside this one; delete a file to have it written again.</summary>
public sealed class ViewTests
{
    private const string Body = """
        Peace talks between Ukraine and Russia resume in Istanbul on Wednesday. The news came from President Zelensky, who
        spoke of it in his address of Monday, and the delegations are to meet in the same hall as in May and in June.

        Another exchange of prisoners is being prepared at the same time, an official said [sic] of the [bold red]plan[/].
        """;

    private static readonly ArticleRevision Plain = Store(1, new Article
    {
        Id = "istanbul-talks",
        Title = "Ukraine and Russia to meet again in Istanbul",
        Source = "NewsBot seeds",
        PublishedAt = new DateTimeOffset(2025, 7, 22, 0, 0, 0, TimeSpan.Zero),
        FileName = "istanbul-talks.md",
        Body = Body,
    });

    private static readonly ArticleRevision Hostile = Store(2, new Article
    {
        Id = "x",
        Title = "[red]Talks[/] [[1]] \u001b[31mred\u001b[0m\a \u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\ \u202egnorw\u202c\r\n"
            + "Second line [link=https://evil.example]go[/]",
        Source = "\u001b[2JOut[let]",
        PublishedAt = new DateTimeOffset(2025, 7, 22, 23, 30, 0, TimeSpan.FromHours(-3)),
        Url = "https://example.org/[a]?q=\"<b>\"#top",
        Body = Body,
    });

    [Theory]
    [InlineData("answer-80", 80)]
    [InlineData("answer-24", 24)]
    [InlineData("answer-piped", 0)]
    public void A_supported_answer(string golden, int width) =>
        AssertGolden(golden, Show(width, console => AnswerView.Write(console, Supported())));

    [Fact]
    public void An_unsupported_answer() => AssertGolden("unsupported-80", Show(80, console => AnswerView.Write(console, new Answer
    {
        Refusal = new Refusal(RefusalKind.NameMissing, "[b]Atlantis[/]"),
        Nearest = [Plain, Hostile, Store(3, new Article { Id = "bare", Title = "A bare one", Body = "Text." })],
    })));

    [Fact]
    public void An_overview() =>
        AssertGolden("overview-80", Show(80, console => AnswerView.Write(console, Supported() with { Short = null, IsOverview = true, NewestOf = Plain.Article.PublishedAt })));

    [Fact]
    public void An_unsure_answer() =>
        AssertGolden("unsure-80", Show(80, console => AnswerView.Write(console, Supported() with { Short = null, IsUnsure = true })));

    [Fact]
    public void Search_results() => AssertGolden("search-80", Show(80, console => SearchView.Write(
        console, [new SearchHit(Hostile, new TextSpan(0, Body.Length), 2), new SearchHit(Plain, new TextSpan(0, 71), 1)], IsQueryWord)));

    [Fact]
    public void No_search_results() => Assert.Equal("Nothing found.\n", Show(80, console => SearchView.Write(console, [], IsQueryWord)));

    [Fact]
    public void A_terminal_with_colours_gets_bold_words_and_coloured_marks()
    {
        var answer = Show(80, console => AnswerView.Write(console, Supported()), ColorSystemSupport.Standard);
        Assert.Contains("\u001b[1mWednesday\u001b[0m", answer, StringComparison.Ordinal);
        Assert.Matches(@"\u001b\[[0-9;]*m \[1\]\[2\]\u001b\[0m", answer);
        var search = Show(80, console => SearchView.Write(console, [new SearchHit(Plain, new TextSpan(0, 71), 1)], IsQueryWord), ColorSystemSupport.Standard);
        Assert.Contains("\u001b[1mtalks\u001b[0m", search, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_told_to_use_no_colours_gets_no_escape_sequence() =>
        Assert.DoesNotContain('\u001b', Show(80, console => AnswerView.Write(console, Supported()), ColorSystemSupport.NoColors, AnsiSupport.Yes));

    [Theory]
    [InlineData(24)]
    [InlineData(77)]
    [InlineData(300)]
    public void No_line_is_longer_than_the_terminal_or_100_columns_but_for_links(int width)
    {
        var lines = Show(width, console => AnswerView.Write(console, Supported())).Split('\n');
        Assert.All(lines.Where(line => !line.Contains("://", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, Math.Min(width, 100)));
    }

    private static bool IsQueryWord(string word) => word.ToLowerInvariant() is "talks" or "istanbul" or "plan" or "exchange";

    private static Answer Supported()
    {
        const string first = "Peace talks between Ukraine and Russia resume in Istanbul on Wednesday.";
        const string second = "Another exchange of prisoners is being prepared at the same time, an official said [sic] of the [bold red]plan[/].";
        return new Answer
        {
            Short = "Wednesday",
            Sentences = [new AnswerSentence(first, [1, 2]), new AnswerSentence(second, [2])],
            Citations =
            [
                new Citation(1, Plain, new TextSpan(0, first.Length)),
                new Citation(2, Hostile, new TextSpan(Body.IndexOf(second, StringComparison.Ordinal), Body.IndexOf(second, StringComparison.Ordinal) + second.Length)),
            ],
        };
    }

    private static ArticleRevision Store(long id, Article article) => new(id, 1, article);

    /// <param name="width">Columns of the terminal; 0 for a pipe.</param>
    private static string Show(int width, Action<IAnsiConsole> write, ColorSystemSupport colors = ColorSystemSupport.NoColors, AnsiSupport? ansi = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ?? (colors == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes),
            ColorSystem = colors,
            Out = new Output(writer, width),
        }));
        return writer.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static void AssertGolden(string name, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, name + ".golden.txt");
        if (!File.Exists(path))
        {
            File.WriteAllText(path, actual);
            Assert.Fail($"{path} was missing and has been written; read it and run again.");
        }

        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
        Assert.DoesNotContain(actual, c => char.IsControl(c) && c != '\n');
    }

    private sealed class Output(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => width > 0;

        public int Width => width > 0 ? width : 80;

        public int Height => 24;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
