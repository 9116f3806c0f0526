using System.Diagnostics;
using NewsBot.Sources.Reading;

namespace NewsBot.Tests.Host.Sources.Reading;

/// <summary>The tables of wordings: what their rows need, how long a hostile text takes, and how much memory they hold.</summary>
public sealed class LinePatternsTests
{
    private const string Notices = "NewsBot.Sources.Pages.notice-lines.txt";
    private const string Generators = "NewsBot.Sources.Pages.generator-lines.txt";

    [Theory]
    [InlineData(@"all rights reserved.*", "all rights reserved")]
    [InlineData(@"\bpress (?:&|and) hold\b", "press ")]
    [InlineData(@"l['’]article .+ est apparu en premier sur .+", " est apparu en premier sur ")]
    [InlineData(@"\bkein roboter\b|\bsind sie ein (?:mensch|roboter)\b", "kein roboter", "sind sie ein ")]
    [InlineData(@"del\.icio\.us", "del.icio.us")]
    [InlineData(@"colou?rs", "colo")]
    [InlineData(@"go+al\d{1,2}", "go")]
    [InlineData(@"[])a(|]wide (?:open (?:or)?\))?", "wide ")]
    public void A_row_needs_its_longest_plain_text(string pattern, params string[] needed) => Assert.Equal(needed, NeededText.Of(pattern));

    [Theory]
    [InlineData(@"(?:source|via)\s*:?\s*\S+")]
    [InlineData(@"\bpage lost\b|(?:seite|pagina) \d+")]
    [InlineData(@"(?:no posts|top)")]
    public void A_row_with_an_alternative_without_plain_text_is_always_tried(string pattern) => Assert.Empty(NeededText.Of(pattern));

    [Fact]
    public void Case_counts_for_nothing()
    {
        Assert.True(Generator().IsMatch("line", "ALL RIGHTS Reserved by the house"));
        Assert.True(Notice().IsMatch("wall", "МИ ВИКОРИСТОВУЄМО ФАЙЛИ COOKIE"));
        Assert.False(Generator().IsMatch("line", "No rights are reserved"));
        Assert.Equal("Abstract: ".Length, Generator().MatchLength("head", "Abstract: A method."));
    }

    [Fact]
    public void A_hostile_text_takes_a_bounded_time()
    {
        // With two repetitions side by side that take the same characters, these took 70 and 330 ms.
        var generator = Generator();
        foreach (var text in new[] { $"submitted by{new string(' ', 40)}/u/", $"x submitted by{new string(' ', 40)}/u/a to /r/" })
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < 20; i++)
                Assert.False(generator.IsMatch("tail", text + new string('q', 600) + "\n!") || generator.IsMatch("line", text + new string('q', 600) + "\n!"));
            Assert.InRange(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 0, 1_400);
        }
    }

    [Fact]
    public void The_tables_hold_little_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(Notice().IsMatch("wall", "We value your privacy"));
        Assert.True(Generator().IsMatch("line", "All rights reserved"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    private static LinePatterns Notice() => new(Notices, (_, rows) => rows);

    private static LinePatterns Generator() => new(Generators, (kind, rows) => kind == "head" ? $"^{rows}" : $@"^{rows}\s*$");
}
