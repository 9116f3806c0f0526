using System.IO.Compression;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Ingest;

namespace NewsBot.Tests.Host.Sources.Ingest;

public sealed class ArticleReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_text_is_its_own_body()
    {
        var article = await OneAsync(folder.File("talks.txt", "\uFEFFTalks resume\r\n\r\nThey meet on Wednesday.\n"));
        Assert.Equal("Talks resume\r\n\r\nThey meet on Wednesday.\n", article.Body);
        Assert.Equal(("Talks resume", "talks.txt", null), (article.Title, article.FileName, article.PublishedAt));
        Assert.StartsWith("a-", article.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Wide_encodings_are_read_by_their_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] text = [.. encoding.Preamble, .. encoding.GetBytes("Émile’s talks.")];
        Assert.Equal("Émile’s talks.", (await OneAsync(folder.File("a.txt", text))).Body);
        byte[] json = [.. encoding.Preamble, .. encoding.GetBytes("{\"body\":\"Émile’s talks.\"}\n")];
        Assert.Equal("Émile’s talks.", (await OneAsync(folder.File("a.jsonl", json))).Body);
    }

    [Fact]
    public async Task Bytes_of_windows_1252_are_read_as_such()
    {
        byte[] bytes = [.. "The caf"u8, 0xE9, .. " \u0022"u8, 0x93, .. "open"u8, 0x94, .. " again."u8];
        Assert.Equal("The café \u0022“open” again.", (await OneAsync(folder.File("a.txt", bytes))).Body);
        byte[] json = [.. "{\"body\":\"The caf"u8, 0xE9, .. " opens.\"}"u8];
        Assert.Equal("The café opens.", (await OneAsync(folder.File("a.jsonl", json))).Body);
    }

    [Fact]
    public async Task A_broken_byte_in_utf_8_costs_one_character()
    {
        byte[] bytes = [.. "“Émile’s” talks – résumé"u8, 0xFF, .. "."u8];
        Assert.Equal("“Émile’s” talks – résumé\uFFFD.", (await OneAsync(folder.File("a.txt", bytes))).Body);
    }

    [Fact]
    public async Task Markdown_keeps_its_body_and_loses_its_front_matter()
    {
        var article = await OneAsync(folder.File("a.md", """
            ---
            title: "Talks: resume"
            url: https://a.com/x
            source: Reuters
            author: [A. One, B. Two]
            published_at: 2024-05-01T10:00:00Z
            language: en
            tags: {a: [1, 2]}
            ---

            # Heading

            Body with **stars** --- and rules.
            """));
        Assert.Equal("# Heading\n\nBody with **stars** --- and rules.", article.Body.ReplaceLineEndings("\n"));
        Assert.Equal(("Talks: resume", "https://a.com/x", "Reuters", "A. One, B. Two", "en", null),
            (article.Title, article.Url, article.Source, article.Author, article.Language, article.FileName));
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.Zero), article.PublishedAt);
    }

    [Theory]
    [InlineData("# Heading\nBody.", "Heading")]
    [InlineData("---\nnot: closed\nBody.", "not: closed")]
    [InlineData("---\n---\nBody.", "Body.")]
    [InlineData("---\ntitle: ~\n---\nBody.", "Body.")]
    [InlineData("---\n- a\n- b\n---\nBody.", "Body.")]
    public async Task Markdown_without_a_title_gets_one(string text, string title) =>
        Assert.Equal(title, (await OneAsync(folder.File("a.md", text))).Title);

    [Fact]
    public async Task Broken_front_matter_is_rejected_with_its_line() =>
        Assert.Equal(("a.md", 3, "its front matter is broken YAML"), await RejectedAsync(folder.File("a.md", "---\ntitle: x\nurl: 'a' b\nsource: c\n---\nBody.")));

    [Fact]
    public async Task A_page_gives_its_text_and_what_it_says_of_itself()
    {
        var article = await OneAsync(folder.File("a.html", """
            <!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Talks | Example</title>
            <meta property="og:title" content="Talks resume"><link rel="canonical" href="https://a.com/x">
            <meta property="og:site_name" content="Example News"><meta name="author" content="J. Doe">
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-01T10:00:00+02:00"}</script>
            <style>p { color: red }</style></head>
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
            <article><h1>Talks resume</h1><p>Delegations meet in <b>Istanbul</b> on Wednesday,&nbsp;officials said on Monday.</p>
            <script>var x = "never";</script><p>Both sides will also discuss<br>another exchange of prisoners.</p></article>
            <aside><p>Subscribe to our newsletter for more of this and that.</p></aside><footer>Copyright</footer></body></html>
            """));
        Assert.EndsWith("Delegations meet in Istanbul on Wednesday, officials said on Monday.\n\nBoth sides will also discuss another exchange of prisoners.", article.Body,
            StringComparison.Ordinal);
        Assert.Equal(("Talks resume", "https://a.com/x", "Example News", "J. Doe", "en-GB"), (article.Title, article.Url, article.Source, article.Author, article.Language));
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 8, 0, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.DoesNotContain("never", article.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Subscribe", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_read_in_the_encoding_that_it_names()
    {
        byte[] page = [.. "<html><meta charset=windows-1251><body><p>"u8, 0xCC, 0xE8, 0xF0, .. " in the text of the page.</p>"u8];
        Assert.Equal("Мир in the text of the page.", (await OneAsync(folder.File("a.html", page))).Body);
    }

    [Theory]
    [InlineData("<html><body><script>only()</script></body></html>")]
    [InlineData("<html></html>")]
    public async Task A_page_without_text_is_rejected(string html) =>
        Assert.Equal("holds no article text", (await RejectedAsync(folder.File("a.html", html))).Reason);

    [Fact]
    public async Task A_deeply_nested_page_is_read_all_the_same()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 10_000)) + "The text at the bottom." + string.Concat(Enumerable.Repeat("</div>", 10_000));
        Assert.Equal("The text at the bottom.", (await OneAsync(folder.File("a.html", html))).Body);
    }

    [Fact]
    public async Task A_json_line_gives_every_property()
    {
        var article = await OneAsync(folder.File(
            "a.jsonl",
            """{"id":"d1","url":"https://a.com/x","title":"T\u0007itle\n","source":"cnn.com","author":["A","B"],"published_at":1644228672"""
                + ""","language":"en","body":"Body \u00e9.","extra":{"body":"no"}}"""));
        Assert.Equal(
            new Article
            {
                Id = "d1",
                Url = "https://a.com/x",
                Title = "T itle",
                Source = "cnn.com",
                Author = "A, B",
                Language = "en",
                Body = "Body é.",
                PublishedAt = new DateTimeOffset(2022, 2, 7, 10, 11, 12, TimeSpan.Zero),
            },
            article);
    }

    [Fact]
    public async Task What_cannot_be_used_of_the_metadata_is_left_out()
    {
        var article = await OneAsync(folder.File("a.jsonl", $$"""
            {"id":"{{new string('x', 300)}}","url":"javascript:alert(1)","title":null,"source":{"a":1},"author":"{{new string('y', 9000)}}","published_at":"soon","body":"Body."}
            """));
        Assert.StartsWith("a-", article.Id, StringComparison.Ordinal);
        Assert.Equal((null, "Body.", null, 512, null), (article.Url, article.Title, article.Source, article.Author!.Length, article.PublishedAt));
    }

    [Fact]
    public async Task Bad_lines_are_rejected_with_their_numbers_and_the_rest_goes_in()
    {
        var path = folder.File("a.jsonl", "{\"body\":\"One.\"}\r\n\n{\"body\":\"Cut in ha\n{\"title\":\"No body\"}\n[1]\n{\"body\":\" "
            + "\"}\n{\"body\":\"\\ud800\"}\n{\"body\":\"\\u0000\"}\n{\"body\":7} x\nnonsense\n{\"body\":\"Two.\"}");
        var results = await ReadAsync(path);
        Assert.Equal(["One.", "Two."], results.OfType<ReadResult.Found>().Select(found => found.Article.Body));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10], results.OfType<ReadResult.Rejected>().Select(rejected => rejected.Line));
        Assert.Equal("has no body", results.OfType<ReadResult.Rejected>().ElementAt(1).Reason);
        Assert.All(results.OfType<ReadResult.Rejected>(), rejected => Assert.StartsWith($"{path}:", rejected.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"body\":\"One.\"}", 1)]
    [InlineData("[{\"body\":\"One, ]} \\\" \\\\\"},\n {\"body\":\"Two.\",\"x\":[{}]}\n]\n", 2)]
    [InlineData("{\"body\":\"One.\"}\n{\"body\":\"Two.\"}\n", 2)]
    [InlineData("\uFEFF \n[ {\"body\":\"One.\"} ]", 1)]
    public async Task A_json_file_is_an_object_an_array_or_one_after_the_other(string json, int count) =>
        Assert.Equal(count, (await ReadAsync(folder.File("a.json", json))).Cast<ReadResult.Found>().Count());

    [Fact]
    public async Task A_bad_element_of_an_array_does_not_stop_the_next()
    {
        var results = await ReadAsync(folder.File("a.json", "[\n{\"body\":\"One.\"},\n{\"body\" \"x\"},\n5,\n{\"body\":\"Two.\"},\n{\"body\":\"Cut"));
        Assert.Equal(2, results.OfType<ReadResult.Found>().Count());
        Assert.Equal([3, 4, 6], results.OfType<ReadResult.Rejected>().Select(rejected => rejected.Line));
    }

    [Fact]
    public async Task Records_longer_than_the_buffer_are_read_whole()
    {
        var body = string.Concat(Enumerable.Repeat("word \\\"quoted\\\" é ", 60_000));
        var line = $"{{\"body\":\"{body}\"}}\n";
        Assert.Equal(3, (await ReadAsync(folder.File("a.jsonl", line + line + line))).OfType<ReadResult.Found>().Count());
        Assert.Equal(3, (await ReadAsync(folder.File("a.json", $"[{line},{line},{line}]"))).OfType<ReadResult.Found>().Count());
    }

    [Fact]
    public async Task A_line_over_the_bound_is_rejected_and_the_next_one_read()
    {
        var path = folder.File("a.jsonl", $"{{\"body\":\"{new string('x', JsonLines.MaxLineBytes)}\"}}\n{{\"body\":\"Two.\"}}\n");
        var results = await ReadAsync(path);
        Assert.Equal((1, "the line is longer than 20 MB"), (((ReadResult.Rejected)results[0]).Line, ((ReadResult.Rejected)results[0]).Reason));
        Assert.Equal("Two.", ((ReadResult.Found)results[1]).Article.Body);
    }

    [Fact]
    public async Task A_packed_file_is_unpacked_on_the_way()
    {
        var lines = "{\"body\":\"One.\"}\n{\"body\":\"Two.\"}\n";
        Assert.Equal(2, (await ReadAsync(folder.File("a.jsonl.gz", Gzip(lines)))).Cast<ReadResult.Found>().Count());
        byte[] members = [.. Gzip(lines), .. Gzip(lines)];
        Assert.Equal(4, (await ReadAsync(folder.File("b.ndjson.gz", members))).Cast<ReadResult.Found>().Count());
        Assert.Equal("One.", (await OneAsync(folder.File("c.txt.gz", Gzip("One.")))).Body);
    }

    [Fact]
    public async Task A_packed_file_that_breaks_off_gives_what_came_before()
    {
        var random = new Random(5);
        var lines = string.Concat(Enumerable.Range(0, 2000).Select(number => $"{{\"body\":\"Text {number} {random.NextInt64()} {random.NextInt64()}.\"}}\n"));
        var packed = Gzip(lines);
        var cut = await ReadAsync(folder.File("cut.jsonl.gz", packed[..(packed.Length / 2)]));
        Assert.NotEmpty(cut.OfType<ReadResult.Found>());
        Assert.NotEmpty(cut.OfType<ReadResult.Rejected>());

        packed.AsSpan(packed.Length / 2, 200).Fill(0x55);
        var broken = await ReadAsync(folder.File("broken.jsonl.gz", packed));
        Assert.NotEmpty(broken.OfType<ReadResult.Found>());
        Assert.Contains(broken.OfType<ReadResult.Rejected>(), rejected => rejected.Reason.Contains("gzip", StringComparison.Ordinal) || rejected.Line is not null);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.jsonl")]
    [InlineData("a.json")]
    [InlineData("a.html")]
    [InlineData("a.md")]
    public async Task An_empty_file_is_called_empty(string name) => Assert.Equal((name, null, "is empty"), await RejectedAsync(folder.File(name, "")));

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.jsonl")]
    [InlineData("a.html")]
    [InlineData("a")]
    public async Task A_hundred_megabytes_of_zeros_are_told_from_their_first_bytes(string name)
    {
        var path = Path.Combine(folder.Path, name);
        using (var zeros = File.Create(path))
            zeros.SetLength(100_000_000);
        var meter = new ReadMeter();
        var results = await new ArticleReader().ReadAsync([path], meter, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("looks like binary, not text", ((ReadResult.Rejected)Assert.Single(results)).Reason);
        Assert.True(meter.ReadBytes < 1_000_000);
        Assert.Equal(100_000_000, meter.TotalBytes);
    }

    [Fact]
    public async Task Noise_is_binary()
    {
        var noise = new byte[10_000];
        new Random(1).NextBytes(noise);
        Assert.Equal("looks like binary, not text", (await RejectedAsync(folder.File("a.txt", noise))).Reason);
        // A rare letter in every alphabet.
        byte[] letters = [.. Enumerable.Repeat((byte)0xFD, 500)];
        Assert.Equal("is no text in UTF-8, UTF-16 or Windows-1252", (await RejectedAsync(folder.File("b.txt", letters))).Reason);
    }

    [Fact]
    public async Task Texts_over_the_bounds_are_rejected()
    {
        Assert.Equal("its text has 10,000,000 characters; at most 2,000,000 are taken", (await RejectedAsync(folder.File("a.txt", new string('x', 10_000_000)))).Reason);
        Assert.Equal("is larger than 20 MB", (await RejectedAsync(folder.File("b.txt", new string('x', 21_000_000)))).Reason);
        Assert.Equal("its text is blank", (await RejectedAsync(folder.File("c.txt", " \n\t "))).Reason);
    }

    [Fact]
    public async Task A_name_without_a_known_ending_is_told_by_its_content()
    {
        Assert.Equal("One.", (await OneAsync(folder.File("a.data", "{\"body\":\"One.\"}"))).Body);
        Assert.Equal("Page text.", (await OneAsync(folder.File("b", "<!DOCTYPE html><p>Page text.</p>"))).Body);
        Assert.Equal("Plain text.", (await OneAsync(folder.File("c", "Plain text."))).Body);
        Assert.Equal("is a feed without any item that has text", (await RejectedAsync(folder.File("d.xml", "<?xml version='1.0'?><rss><channel/></rss>"))).Reason);
    }

    [Fact]
    public async Task A_folder_is_read_in_order_without_what_is_hidden_or_foreign()
    {
        folder.File("in/b.txt", "Text b.");
        folder.File("in/a/z.md", "Text z.");
        folder.File("in/a.txt", "Text a.");
        folder.File("in/.hidden/x.txt", "Hidden.");
        folder.File("in/.x.txt", "Hidden.");
        folder.File("in/picture.jpg", "Foreign.");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "in", "loop"), Path.Combine(folder.Path, "in"));
        var results = await ReadAsync(Path.Combine(folder.Path, "in"));
        Assert.Equal(["Text a.", "Text b.", "Text z."], results.Cast<ReadResult.Found>().Select(found => found.Article.Body));
    }

    [Fact]
    public async Task What_is_not_there_is_said_and_the_rest_goes_in()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "empty"));
        var results = await ReadAsync(Path.Combine(folder.Path, "missing.txt"), "https://a.com/feed", Path.Combine(folder.Path, "empty"), folder.File("a.txt", "Text."));
        Assert.Equal(3, results.OfType<ReadResult.Rejected>().Count());
        Assert.Single(results.OfType<ReadResult.Found>());
    }

    [Fact]
    public async Task What_may_not_be_read_is_said_and_the_rest_goes_in()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may read everything");
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(folder.File("in/a.txt", "Text a."), UnixFileMode.None);
        folder.File("in/closed/b.txt", "Text b.");
        var closed = Path.Combine(folder.Path, "in", "closed");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        folder.File("in/z.txt", "Text z.");
        var results = await ReadAsync(Path.Combine(folder.Path, "in"));
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(2, results.OfType<ReadResult.Rejected>().Count(rejected => rejected.Reason == "may not be read (no permission)"));
        Assert.Single(results.OfType<ReadResult.Found>());
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static async Task<List<ReadResult>> ReadAsync(params string[] paths) =>
        await new ArticleReader().ReadAsync(paths, new ReadMeter(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    private static async Task<Article> OneAsync(string path) => Assert.IsType<ReadResult.Found>(Assert.Single(await ReadAsync(path))).Article;

    private static async Task<(string File, int? Line, string Reason)> RejectedAsync(string path)
    {
        var rejected = Assert.IsType<ReadResult.Rejected>(Assert.Single(await ReadAsync(path)));
        return (Path.GetFileName(rejected.File), rejected.Line, rejected.Reason);
    }
}
