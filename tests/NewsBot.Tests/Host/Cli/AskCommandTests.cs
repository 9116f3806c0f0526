using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Cli;
using NewsBot.Core.Answers.Composing;

namespace NewsBot.Tests.Host.Cli;

public sealed partial class AskCommandTests(SeededArchive archive) : IClassFixture<SeededArchive>
{
    private const string ReadmeQuestion = "When do the talks in Istanbul resume?";
    private const string Unsupported = "Who won the chess tournament on Mars?";

    [Fact]
    public async Task A_first_run_takes_in_the_seeds_says_so_and_answers()
    {
        using var folder = new TempFolder();
        var data = Path.Combine(folder.Path, "new");
        var first = await CommandRun.OfAsync("ask", "--data", data, ReadmeQuestion);
        Assert.Equal(ExitCode.Done, first.Code);
        Assert.Equal("The archive is empty, so the 13 articles of seeds/ were taken in. Bring your own with: newsbot ingest PATH\n", first.Error);
        Assert.StartsWith("Wednesday\n", first.Output, StringComparison.Ordinal);
        Assert.Matches(@"resume in Istanbul on Wednesday\. \[1\]", first.Output);
        Assert.Matches(@"\n\[1\].* Ukraine and Russia to meet again in Istanbul\n +NewsBot seeds · 22 Jul 2025\n", first.Output);

        var second = await CommandRun.OfAsync("ask", "--data", data, ReadmeQuestion);
        Assert.Equal(first with { Error = "" }, second);
    }

    [Fact]
    public async Task A_language_model_that_nobody_serves_costs_one_sentence_and_no_answer()
    {
        var app = new NewsBotApp(new Dictionary<string, string?> { ["Llm:Model"] = "none", ["Llm:Endpoint"] = "http://127.0.0.1:1/v1" });
        var run = await CommandRun.OfAsync(app, ["ask", "--data", archive.Path, ReadmeQuestion]);
        Assert.Equal((ExitCode.Done, "The language model did not write: Nothing answers at Llm:Endpoint.\n"), (run.Code, run.Error));
        Assert.StartsWith("Wednesday\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Ukrainian_question_is_answered_from_English_articles_and_says_so()
    {
        var run = await CommandRun.OfAsync("ask", "--data", archive.Path, "Хто такий Умєров?");
        Assert.StartsWith("The articles are in English. I looked for “Who is Umerov?”.\n\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("who heads Ukraine's Security Council", run.Output, StringComparison.Ordinal);
        var json = await CommandRun.OfAsync("ask", "--json", "--data", archive.Path, "Що сталося в Полтаві?");
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal("none", document.RootElement.GetProperty("tier").GetString());
        Assert.False(document.RootElement.TryGetProperty("searchedAs", out _));
    }

    [Fact]
    public async Task A_question_without_an_answer_is_done_and_shows_the_nearest_coverage()
    {
        var run = await CommandRun.OfAsync("ask", "--data", archive.Path, Unsupported);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Matches(@"\A[^\n]+\.\n\nNearest coverage:\n1\. [^\n]+\n   NewsBot seeds · ", run.Output);
    }

    [Theory]
    [InlineData("2025-07-22", true)]
    [InlineData("2025-07-22T00:00Z", true)]
    [InlineData("2025-07-21T23:59Z", false)]
    public async Task Nothing_later_than_the_day_of_the_question_is_read_or_shown(string asOf, bool isRead)
    {
        var run = await CommandRun.OfAsync("ask", "--json", "--as-of", asOf, "--data", archive.Path, ReadmeQuestion);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(isRead, document.RootElement.GetProperty("supported").GetBoolean());
        Assert.Equal(isRead, run.Output.Contains("Ukraine and Russia to meet again in Istanbul", StringComparison.Ordinal));
        var found = await CommandRun.OfAsync("search", "--as-of", asOf, "--data", archive.Path, "talks in Istanbul");
        Assert.Equal(isRead, found.Output.Contains("Ukraine and Russia to meet again in Istanbul", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_nearest_coverage_is_of_several_articles_even_when_one_has_all_the_best_passages()
    {
        using var folder = new TempFolder();
        var paragraphs = Enumerable.Range(1, 60).Select(number =>
            $"On day {number} the volcano Etna threw up ash again, and the village of Nicolosi below the volcano Etna swept its roofs. "
            + string.Concat(Enumerable.Repeat($"Visitors came by bus number {number} to look. ", 12)));
        folder.File("in/long.txt", "The volcano Etna day by day\n\n" + string.Join("\n\n", paragraphs));
        folder.File("in/ash.txt", "Ash on the roads\n\nThe roads near a volcano were closed for a day.");
        folder.File("in/bus.txt", "New buses for Catania\n\nThe town bought buses that can drive through ash of a volcano.");
        var data = Path.Combine(folder.Path, "data");
        await CommandRun.OfAsync("ingest", "--data", data, Path.Combine(folder.Path, "in"));
        var run = await CommandRun.OfAsync("ask", "--json", "--data", data, "Which mayor of Atlantis flew over the volcano Etna with Napoleon?");
        using var document = JsonDocument.Parse(run.Output);
        Assert.False(document.RootElement.GetProperty("supported").GetBoolean());
        Assert.Equal(3, document.RootElement.GetProperty("nearest").GetArrayLength());
    }

    [Theory]
    [InlineData(ReadmeQuestion, true)]
    [InlineData("Who painted the Mona Lisa?", null)]
    [InlineData("Who is Dmitry Peskov?", null)]
    [InlineData("How fast did Kelvin Kiptum run the marathon in Chicago?", null)]
    [InlineData("Which country joined NATO?", true)]
    [InlineData(Unsupported, false)]
    [InlineData("Hello!", false)]
    [InlineData("", false)]
    public async Task Its_json_is_the_contract(string question, bool? supported)
    {
        var run = await CommandRun.OfAsync("ask", "--json", "--as-of", "2025-07-22T18:00Z", "--data", archive.Path, question);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal(run.Output.Length - 1, run.Output.IndexOf('\n', StringComparison.Ordinal));
        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;

        Fields(root, "question", "asOf", "supported", "text", "short", "sentences", "citations", "nearest", "reason", "elapsedMs", "tier", "probability", "corrected");
        Assert.Equal(question, Text(root, "question"));
        Assert.Equal("2025-07-22T18:00:00Z", Text(root, "asOf"));
        var isSupported = root.GetProperty("supported").GetBoolean();
        Assert.Equal(supported ?? isSupported, isSupported);
        Assert.Equal(isSupported, Text(root, "tier") == "sure");
        Assert.InRange(root.GetProperty("probability").GetDouble(), 0, 1);
        Assert.InRange(Text(root, "text")!.Length, 1, 900);
        Assert.InRange(root.GetProperty("elapsedMs").GetDouble(), 0.001, 60_000);

        var citations = root.GetProperty("citations").EnumerateArray().ToList();
        var sentences = root.GetProperty("sentences").EnumerateArray().ToList();
        foreach (var (index, citation) in citations.Index())
        {
            Fields(citation, "number", "articleId", "title", "url", "source", "publishedAt", "quote", "start", "end", "link");
            Assert.Equal(index + 1, citation.GetProperty("number").GetInt32());
            var article = await archive.FindAsync(Text(citation, "articleId")!);
            Assert.Equal(article.Body[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()], Text(citation, "quote"));
            Assert.Equal((article.Title, article.Url, "NewsBot seeds"), (Text(citation, "title"), Text(citation, "url"), Text(citation, "source")));
            Assert.Matches(@"\A20\d\d-\d\d-\d\d\z", Text(citation, "publishedAt"));
            Assert.Equal(JsonValueKind.Null, citation.GetProperty("link").ValueKind);
        }

        foreach (var sentence in sentences)
        {
            Fields(sentence, "text", "citations");
            var numbers = sentence.GetProperty("citations").EnumerateArray().Select(number => number.GetInt32()).ToList();
            Assert.NotEmpty(numbers);
            Assert.All(numbers, number => Assert.InRange(number, 1, citations.Count));
            var quoted = Text(sentence, "text") + (isSupported ? "" : "”");
            Assert.Contains(quoted + " " + string.Concat(numbers.Select(number => $"[{number}]")), Text(root, "text"), StringComparison.Ordinal);
        }

        Assert.InRange(sentences.Sum(sentence => Text(sentence, "text")!.Length) + Math.Max(0, sentences.Count - 1), 0, ExtractiveComposer.MaxLength);
        foreach (var article in root.GetProperty("nearest").EnumerateArray())
        {
            Fields(article, "articleId", "title", "url", "source", "publishedAt");
            Assert.Equal((await archive.FindAsync(Text(article, "articleId")!)).Title, Text(article, "title"));
        }

        if (isSupported)
        {
            Assert.InRange(sentences.Count, 1, ExtractiveComposer.MaxSentences);
            Assert.NotEmpty(citations);
            Assert.Empty(root.GetProperty("nearest").EnumerateArray());
            Assert.Equal(JsonValueKind.Null, root.GetProperty("reason").ValueKind);
            if (Text(root, "short") is { } shortAnswer)
                Assert.Contains(citations, citation => Text(citation, "quote")!.Contains(shortAnswer, StringComparison.Ordinal));
        }
        else
        {
            var isQuoted = Text(root, "tier") == "unsure";
            Assert.InRange(sentences.Count, isQuoted ? 1 : 0, isQuoted ? 2 : 0);
            Assert.Equal(isQuoted, citations.Count > 0);
            Assert.Equal(JsonValueKind.Null, root.GetProperty("short").ValueKind);
            Assert.Equal(isQuoted, Text(root, "text") != Text(root, "reason"));
            Assert.NotNull(Text(root, "reason"));
        }
    }

    [Fact]
    public async Task A_question_of_100_000_characters_is_told_to_be_shorter()
    {
        var run = await CommandRun.OfAsync("ask", "--data", archive.Path, string.Concat(Enumerable.Repeat("Who won? ", 11_112))[..100_000]);
        Assert.Equal("The question has 100,000 characters; at most 2,000 are read. Ask it shorter.", run.OneSentence(ExitCode.WrongUsage));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t ")]
    [InlineData("?!... --- »«")]
    [InlineData("😀🤷‍♀️🇺🇦")]
    [InlineData("\0\u0001\u001b[31m\u007f\u009b2J")]
    [InlineData("\u202e\u2066\u200f\u2069")]
    [InlineData("\u202eWho won\u202c the marathon\u001b]0;title\a?")]
    [InlineData("\ud800")]
    [InlineData("Who won the \udc00 marathon \ud83d?")]
    [InlineData("۱۲۳ Що сталося 何が起きた")]
    public async Task A_strange_question_gets_a_plain_sentence(string question)
    {
        var plain = await CommandRun.OfAsync("ask", "--data", archive.Path, question);
        Assert.Equal((ExitCode.Done, ""), (plain.Code, plain.Error));
        Assert.NotEqual("", plain.Output.Trim());
        Assert.DoesNotContain(plain.Output, c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u2066' || char.IsSurrogate(c));

        var json = await CommandRun.OfAsync("ask", "--json", "--data", archive.Path, question);
        Assert.Equal((ExitCode.Done, ""), (json.Code, json.Error));
        using var document = JsonDocument.Parse(json.Output);
        Assert.NotEqual("", Text(document.RootElement, "text"));

        var explained = await CommandRun.OfAsync("ask", "--explain", "--data", archive.Path, question);
        Assert.Equal((ExitCode.Done, ""), (explained.Code, explained.Error));
        Assert.DoesNotContain(explained.Output, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public async Task It_explains_how_the_answer_came_about()
    {
        var run = await CommandRun.OfAsync("ask", "--explain", "--data", archive.Path, ReadmeQuestion);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal(["as", "asks", "words"], ExplainedLines().Matches(run.Output).Select(match => match.Groups[1].Value).Take(3));
        Assert.Contains("\npassage ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nsupport ", run.Output, StringComparison.Ordinal);
    }

    private static void Fields(JsonElement element, params string[] names) =>
        Assert.Equal(names, element.EnumerateObject().Select(property => property.Name));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    [GeneratedRegex(@"^(as|asks|words) ", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ExplainedLines();
}
