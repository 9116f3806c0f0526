using static NewsBot.Tests.Host.Sources.Pages.MadeUpPages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class PageDateTests
{
    private static readonly DateTimeOffset MayDay = new(2024, 5, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("<meta property='article:modified_time' content='2024-05-01T08:00Z'>")]
    [InlineData("<meta property='og:updated_time' content='2024-05-01T08:00Z'>")]
    [InlineData("<meta name='last-modified' content='2024-05-01T08:00Z'>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge to reopen\",\"dateModified\":\"2024-05-01T08:00Z\"}</script>")]
    [InlineData("<meta property='article:published_time' content='1970-01-01'><meta property='article:modified_time' content='2024-05-01T08:00Z'>")]
    [InlineData("<meta property='article:modified_time' content='2024-05-09'><meta property='article:published_time' content='2024-05-01T08:00Z'>")]
    [InlineData("<meta property='article:modified_time' content='2199-05-09'><meta property='og:updated_time' content='2024-05-01T08:00Z'>")]
    public void The_last_change_dates_a_page_that_tells_nothing_else(string head) => Assert.Equal(MayDay, Read(Article, head).PublishedAt);

    [Fact]
    public void A_date_beside_the_headline_and_the_day_in_the_address_come_before_the_last_change()
    {
        const string Head = "<meta property='article:modified_time' content='2024-05-09'>";
        Assert.Equal(MayDay, Read("<h1>Old bridge to reopen</h1><time datetime='2024-05-01T08:00Z'></time>" + Article, Head).PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero), Read(Article, Head, "https://post.example/2024/05/01/bridge").PublishedAt);
    }

    [Theory]
    [InlineData("<p class='byline'>By Ann Writer, 1 May 2024</p>")]
    [InlineData("<p>By Ann Writer and Bob Scribe<br>1 May 2024</p>")]
    [InlineData("<p class='byline'>By <a href='/ann'>Ann Writer</a>, 1 May 2024</p>")]
    [InlineData("<div class='reactions-and-date'><time datetime='2024-05-01'></time> 4 reactions</div>")]
    [InlineData("<span class='letter-spacing-1 published'>1 May 2024</span>")]
    [InlineData("<p>Von <a href='/ann'>Ann Writer</a>, 1. Mai 2024</p>")]
    [InlineData("<div class='meta'>Par <b>Ann Writer</b>, le 1 mai 2024</div>")]
    [InlineData("<span>Автор: Анна Річка, 1 травня 2024</span>")]
    public void The_line_of_the_author_tells_the_day(string line) =>
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero), Read($"<h1>Old bridge to reopen</h1>{line}<p>{First}</p><p>{Second}</p>").PublishedAt);

    [Theory]
    [InlineData("<div class='comment-info date'>Last comment: 9 May 2024</div>")]
    [InlineData("<div class='replies'>Last reply: 9 May 2024</div>")]
    public void The_day_of_the_last_comment_below_the_headline_is_not_the_article_s(string line) =>
        Assert.Null(Read($"<h1>Old bridge to reopen</h1>{line}<p>{First}</p><p>{Second}</p>").PublishedAt);

    [Theory]
    [InlineData("<div>Yayınlanma: 01.05.2024 - 08:00 Güncelleme: 09.05.2024 - 10:00</div>")]
    [InlineData("<span class='timestamp' data-timestamp='1714550400'>1 May</span>")]
    public void A_line_tells_the_time(string line) => Assert.Equal(MayDay, Read($"<h1>Old bridge to reopen</h1>{line}<p>{First}</p><p>{Second}</p>").PublishedAt);

    [Fact]
    public void The_tag_of_a_counting_service_tells_the_day() =>
        Assert.Equal(MayDay, Read(Article, "<meta name='parsely-page' content='{\"title\": \"Bridge\", \"pub_date\": \"2024-05-01T08:00:00Z\"}'>").PublishedAt);

    [Theory]
    [InlineData("1899-12-30T00:00:00Z")]
    [InlineData("1900-01-01")]
    [InlineData("1970-01-01T01:00:00+01:00")]
    [InlineData("0000-00-00 00:00:00")]
    public void What_programs_write_for_nothing_is_none(string date) => Assert.Null(Read(Article, $"<meta property='article:published_time' content='{date}'>").PublishedAt);
}
