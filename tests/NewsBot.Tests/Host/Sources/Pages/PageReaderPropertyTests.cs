using System.Text;
using NewsBot.Sources.Pages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class PageReaderPropertyTests
{
    private const string Head = """
        <html lang="en"><head><title>Old bridge | Post</title><base href="/x/"><link rel="canonical" href="/a"><link rel="alternate" type="application/rss+xml" href="/feed">
        <meta property="og:title" content="Old bridge"><meta name="date" content="2024-05-01">
        """ + """<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ann"}],"articleBody":"<p>x"}</script></head>""";

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        Head + $"<body class='page'><div class='share'><a href='/'>x</a></div><article>{MadeUpPages.Article}<table><tr><td>1<td>2</table></article></body></html>");

    [Theory]
    [InlineData("<p>")]
    [InlineData("<p class='a b c'>word one two three. </p>")]
    [InlineData("<time>3 May</time>, ")]
    [InlineData("x<sup>1</sup> ")]
    public void Many_neighbours_are_read_in_a_time_that_grows_as_they_do(string neighbour)
    {
        // Where each was looked for among all of them, this took minutes.
        var page = Encoding.UTF8.GetBytes($"<html><body>{string.Concat(Enumerable.Repeat(neighbour, 150_000))}text of the page</body></html>");
        var started = TimeProvider.System.GetTimestamp();
        Assert.NotNull(PageReader.Read(page, contentType: null, address: null, DateTimeOffset.UnixEpoch.AddYears(60)));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void No_mutation_of_a_page_throws_and_what_comes_out_is_clean()
    {
        var random = new Random(7);
        for (var run = 0; run < 1000; run++)
        {
            var bytes = Page.ToList();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(1, 256);
                        break;
                    case 1:
                        bytes.RemoveRange(at, Math.Min(bytes.Count - at - 1, random.Next(60)));
                        break;
                    case 2:
                        bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(60))));
                        break;
                    default:
                        bytes.InsertRange(at, "<>\"'/=&{}"u8.Slice(random.Next(9), 1).ToArray());
                        break;
                }
            }

            if (PageReader.Read(bytes.ToArray(), contentType: null, new Uri("https://post.example/a"), DateTimeOffset.UnixEpoch.AddYears(60)) is not { } page)
                continue;
            Assert.True(page.Body is null || page.Body.Split("\n\n").All(paragraph => paragraph.Length > 0 && paragraph.Trim() == paragraph));
            Assert.All(page.Feeds, feed => Assert.True(Uri.TryCreate(feed, UriKind.Absolute, out _)));
            Assert.True(page.Title is null || (page.Title.Length > 0 && !page.Title.Contains('\n', StringComparison.Ordinal)));
            Assert.True(page.Url is null || page.Url.StartsWith("http", StringComparison.Ordinal));
        }
    }
}
