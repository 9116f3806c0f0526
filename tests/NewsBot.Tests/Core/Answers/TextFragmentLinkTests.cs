using NewsBot.Core.Answers;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Answers;

public sealed class TextFragmentLinkTests
{
    private const string Url = "https://example.org/a";

    private const string Body = """
        Talks resume in Istanbul on Wednesday. “Umerov reported the meeting,” Zelensky said, well-known & calm.

        The delegations meet at the same venue as before, and Turkey acts as mediator between the two of them again.
        The delegations meet at the same venue as before, and Turkey acts as host between the two of them again.
        Talks resume
        """;

    [Fact]
    public void A_short_quote_is_named_whole() =>
        Assert.Equal(Url + "#:~:text=Talks%20resume%20in%20Istanbul%20on%20Wednesday.", Link("Talks resume in Istanbul on Wednesday."));

    [Fact]
    public void A_long_quote_is_named_by_its_first_and_last_words() =>
        Assert.Equal(
            Url + "#:~:text=%E2%80%9CUmerov%20reported%20the%20meeting%2C%E2%80%9D,said%2C%20well%2Dknown%20%26%20calm.",
            Link("“Umerov reported the meeting,” Zelensky said, well-known & calm."));

    [Fact]
    public void A_quote_that_occurs_before_gets_context()
    {
        var start = Body.LastIndexOf("Talks resume", StringComparison.Ordinal);
        var quote = new TextSpan(start, start + "Talks resume".Length);
        var link = TextFragmentLink.For(Url, Body, quote)!;
        Assert.Contains("-,Talks%20resume", link, StringComparison.Ordinal);
        Assert.Equal(quote, TextDirectiveMatcher.Select(link, Body));
    }

    [Fact]
    public void A_quote_over_two_paragraphs_has_no_term_across_the_border()
    {
        var start = Body.IndexOf("well-known", StringComparison.Ordinal);
        var quote = new TextSpan(start, Body.IndexOf("venue", StringComparison.Ordinal) + "venue".Length);
        var link = TextFragmentLink.For(Url, Body, quote)!;
        Assert.DoesNotContain("%0A", link, StringComparison.Ordinal);
        Assert.Equal(quote, TextDirectiveMatcher.Select(link, Body));
    }

    [Theory]
    [InlineData("https://example.org/a#part", "https://example.org/a#part:~:text=Talks")]
    [InlineData("https://example.org/a#:~:text=old", "https://example.org/a#:~:text=Talks")]
    [InlineData("https://example.org/a#part:~:text=old", "https://example.org/a#part:~:text=Talks")]
    [InlineData("https://example.org/Київ", "https://example.org/%D0%9A%D0%B8%D1%97%D0%B2#:~:text=Talks")]
    public void An_address_keeps_its_own_fragment_and_loses_an_old_directive(string url, string expected) =>
        Assert.Equal(expected, TextFragmentLink.For(url, "Talks today", new TextSpan(0, 5)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("istanbul-talks.md")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void Without_a_web_address_there_is_no_link(string? url) =>
        Assert.Null(TextFragmentLink.For(url, "Talks today", new TextSpan(0, 5)));

    [Fact]
    public void A_quote_that_nothing_tells_apart_gets_the_plain_address() =>
        Assert.Equal(Url, TextFragmentLink.For(Url, string.Join(' ', Enumerable.Repeat("again", 500)), new TextSpan(1200, 1205)));

    [Fact]
    public void A_word_too_long_for_a_link_gets_the_plain_address() =>
        Assert.Equal(Url, TextFragmentLink.For(Url, new string('я', 5_000_000), new TextSpan(0, 5_000_000)));

    [Fact]
    public void A_blank_quote_gets_the_plain_address() => Assert.Equal(Url, TextFragmentLink.For(Url, "a  b", new TextSpan(1, 3)));

    [Fact]
    public void A_span_outside_the_body_is_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TextFragmentLink.For(Url, "a", new TextSpan(0, 2)));

    /// <summary>Few words make many repetitions, so that the choice of terms and context is put to the test.</summary>
    [Theory]
    [InlineData(4, 11)]
    [InlineData(12, 12)]
    [InlineData(200, 13)]
    public void The_browser_selects_exactly_the_quote(int vocabulary, int seed)
    {
        string[] odd = ["“Yes,”", "well-known", "R&D", "50%", "a,b", "Київ", "naïve", "-", "U.S.", "🙂", "x#:~:text=y", "it’s", "(one)"];
        var random = new Random(seed);
        var linked = 0;
        for (var round = 0; round < 1_500; round++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ =>
                (random.Next(5) == 0 ? odd[random.Next(odd.Length)] : "w" + random.Next(vocabulary)) + random.Next(12) switch
                {
                    0 => "\n\n",
                    1 => "\n",
                    2 => "  ",
                    3 => ".\t",
                    _ => " ",
                }));
            var (a, b) = (random.Next(body.Length), random.Next(body.Length));
            var quote = new TextSpan(Math.Min(a, b), Math.Max(a, b) + 1);
            if (char.IsLowSurrogate(body[quote.Start]) || char.IsHighSurrogate(body[quote.End - 1]))
                continue;

            var link = TextFragmentLink.For(Url, body, quote)!;
            Assert.InRange(link.Length, Url.Length, 1_000);
            if (link == Url)
                continue;

            linked++;
            Assert.Matches(@"^[\x21-\x7e]+$", link);
            Assert.Equal(Trimmed(body, quote), TextDirectiveMatcher.Select(link, body));
        }

        Assert.InRange(linked, vocabulary < 10 ? 700 : 1_000, 1_500);
    }

    [Fact]
    public void The_matcher_sees_a_wrong_link() =>
        Assert.NotEqual(new TextSpan(6, 9), TextDirectiveMatcher.Select(Url + "#:~:text=one", "one, one"));

    private static string? Link(string quote)
    {
        var start = Body.IndexOf(quote, StringComparison.Ordinal);
        var span = new TextSpan(start, start + quote.Length);
        var link = TextFragmentLink.For(Url, Body, span);
        Assert.Equal(span, TextDirectiveMatcher.Select(link!, Body));
        return link;
    }

    private static TextSpan Trimmed(string body, TextSpan span)
    {
        while (span.Length > 0 && char.IsWhiteSpace(body[span.Start]))
            span = span with { Start = span.Start + 1 };
        while (span.Length > 0 && char.IsWhiteSpace(body[span.End - 1]))
            span = span with { End = span.End - 1 };
        return span;
    }
}
