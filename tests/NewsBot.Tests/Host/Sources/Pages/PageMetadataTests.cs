using static NewsBot.Tests.Host.Sources.Pages.MadeUpPages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class PageMetadataTests
{
    private static readonly DateTimeOffset MayDay = new(2024, 5, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Linked_data_tells_everything()
    {
        var page = Read(Article, """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"WebSite","name":"River Post"},
              {"@type":["NewsArticle"],"headline":"Old bridge to reopen","datePublished":"2024-05-01T10:00:00+02:00","inLanguage":"en-GB",
               "author":[{"@type":"Person","name":"Ann Writer"},{"@id":"#bob"}],"publisher":{"@type":"Organization","name":"The River Post"},"url":"https://post.example/a"},
              {"@id":"#bob","@type":"Person","name":"Bob O&#39;Scribe"}]}</script>
            """);
        Assert.Equal(("Old bridge to reopen", "Ann Writer, Bob O'Scribe", MayDay, "The River Post", "en-GB", "https://post.example/a"),
            (page.Title, page.Author, page.PublishedAt, page.Outlet, page.Language, page.Url));
    }

    [Theory]
    [InlineData("""[{"@type":"BreadcrumbList"},{"@type":"Article","author":"Ann Writer"}]""")]
    [InlineData("""{"@type":"ReportageNewsArticle","author":{"name":["Ann Writer"]}}""")]
    [InlineData("""{"@type":"http://schema.org/BlogPosting","author":"Ann Writer",}""")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Old\nbridge\",\"author\":\"Ann Writer\"}")]
    [InlineData("""{"@type":"NewsArticle","author":"Ann Writer","image":{"broken" here""")]
    [InlineData("""<!-- {"@type":"NewsArticle","author":"Ann Writer"} -->""")]
    [InlineData("""//<![CDATA[ {"@type":"NewsArticle","author":"Ann Writer"} //]]>""")]
    public void Linked_data_is_read_in_every_shape_and_as_far_as_it_goes(string json) =>
        Assert.Equal("Ann Writer", Read(Article, $"<script type='application/ld+json; charset=utf-8'>{json}</script>").Author);

    [Theory]
    [InlineData("[[[")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"@type\":5,\"author\":[[],{}]}")]
    public void Linked_data_that_says_nothing_is_no_harm(string json) =>
        Assert.Null(Read(Article, $"<script type='application/ld+json'>{json}</script>").Author);

    [Theory]
    [InlineData("<meta name='author' content='By Ann Writer'>")]
    [InlineData("<meta property='article:author' content='https://social.example/ann'><meta name='parsely-author' content='Ann Writer'>")]
    [InlineData("<meta name='sailthru.author' content='Ann Writer'>")]
    [InlineData("<meta name='DC.creator' content=' Ann  Writer '>")]
    public void Meta_tags_name_the_author(string head) => Assert.Equal("Ann Writer", Read(Article, head).Author);

    [Theory]
    [InlineData("<span itemprop='author' itemscope><a itemprop='name'>Ann Writer</a></span>")]
    [InlineData("<a rel='author' href='/ann'>Ann Writer</a>")]
    [InlineData("<p class='byline'>By Ann Writer</p>")]
    public void Markup_names_the_author(string html) => Assert.Equal("Ann Writer", Read(html + Article).Author);

    [Theory]
    [InlineData("<meta property='article:published_time' content='2024-05-01T10:00:00+02:00'>")]
    [InlineData("<meta name='parsely-pub-date' content='2024-05-01T08:00:00Z'>")]
    [InlineData("<meta name='date' content='soon'><meta name='dcterms.created' content='Wed, 01 May 2024 08:00:00 GMT'>")]
    [InlineData("<meta name='sailthru.date' content='May 1, 2024 8:00 am'>")]
    [InlineData("<meta name='pubdate' content='2024/05/01 08:00'>")]
    public void Meta_tags_tell_the_time(string head) => Assert.Equal(MayDay, Read(Article, head).PublishedAt);

    [Theory]
    [InlineData("<time datetime='2024-05-01T08:00Z'>yesterday</time>")]
    [InlineData("<span itemprop='datePublished' content='2024-05-01T08:00:00Z'></span>")]
    public void Markup_tells_the_time(string html) => Assert.Equal(MayDay, Read(html + Article).PublishedAt);

    [Theory]
    [InlineData("<h1>Old bridge to reopen</h1><time>1 May 2024, 8:00</time>")]
    [InlineData("<h1>Old bridge to reopen</h1><div class='post-date'>1 травня 2024, 08:00</div>")]
    [InlineData("<h1>Old bridge to reopen</h1><span itemprop='datePublished'>1 мая 2024 8:00</span>")]
    [InlineData(
        "<ul class='fresh'><li><time datetime='2024-05-09T12:00Z'></time> <a href='/x'>A train that was late is on time again"
        + "</a></li></ul><h1>Old bridge to reopen</h1><time datetime='2024-05-01T08:00Z'></time>")]
    [InlineData(
        "<div class='latest-news'><time datetime='2024-05-09T12:00Z'></time></div><main><article><h1>Old bridge to reopen</h1>"
        + "<p>Lead.</p><time datetime='2024-05-01T08:00Z'></time></article></main>")]
    [InlineData(
        "<article><h1>Old bridge to reopen</h1><footer><time datetime='2024-05-01T08:00Z'></time></footer></article><article>"
        + "<h2>Other</h2><time datetime='2024-05-09T08:00Z'></time></article>")]
    [InlineData("<h1>Old bridge to reopen</h1><p>Updated: 3 May 2024, 10:00 | Published: 1 May 2024, 8:00</p>")]
    [InlineData("<h1>Old bridge to reopen</h1><span>입력 2024-05-01 08:00 수정 2024-05-03 10:00</span>")]
    [InlineData("<h1>Old bridge to reopen</h1><p>1 May 2024, 8:00 (updated 3 May 2024, 10:00)</p>")]
    [InlineData("<h1>Old bridge to reopen</h1><p>1 maja 2024 r., 8:00</p>")]
    [InlineData("<h1>Old bridge to reopen</h1><p>Posted on Wednesday 1st May, 2024, 8:00 by Mia Holt</p>")]
    [InlineData("<h1>Old bridge to reopen</h1><p>1 May 2024, 8:00 | Mia Holt</p>")]
    [InlineData("<h1>Old bridge to reopen</h1><p>1 maggio 2024, 8:00 di Mia Holt</p>")]
    [InlineData("<h1>Old bridge to reopen</h1><p>Published 1 May 2024, 8:00. Updated on Friday, 3 May 2024, 10:00.</p>")]
    [InlineData("<h1>Old bridge to reopen</h1><p>Oppdatert og lest: 1 May 2024, 8:00</p>")]
    [InlineData(
        "<h1>Old bridge to reopen</h1><div><span>Updated: <time datetime='2024-05-03'>3 May</time></span> <span>Published: "
        + "<time datetime='2024-05-01T08:00Z'>1 May</time></span></div>")]
    [InlineData(
        "<header><span class='date'>9 May 2024</span></header><h1>Old bridge to reopen</h1><span class='today'>9 May 2024</span>"
        + "<time datetime='2024-05-01T08:00Z'></time>")]
    [InlineData("<h1>Old bridge to reopen</h1><p>Updated <time datetime='2024-05-09T10:00Z'>9 May</time> | Published <time datetime='2024-05-01T08:00Z'>1 May</time></p>")]
    public void The_date_beside_the_headline_is_the_articles(string html) =>
        Assert.Equal(MayDay, Read($"{html}<p>{First}</p><p>{Second}</p>", "<title>Old bridge to reopen</title>").PublishedAt);

    [Theory]
    [InlineData("<section id='comments'><time datetime='2024-05-09T10:00Z'></time><p>Fine.</p></section>")]
    [InlineData("<ol class='comment-list'><li><time datetime='2024-05-09T10:00Z'></time><p>Fine.</p></li></ol>")]
    [InlineData("<div itemscope itemtype='https://schema.org/Comment'><meta itemprop='datePublished' content='2024-05-09T10:00Z'><p>Fine.</p></div>")]
    [InlineData("<div class='comment'><time datetime='2024-05-09T10:00Z'></time><p>Fine.</p></div>")]
    [InlineData("<div class='reactions'><div class='reaction-item'><span class='date'>9 May 2024</span> At last!</div></div>")]
    [InlineData("<div id='talkback'><div class='tb'><span class='date'>9 May 2024</span> At last!</div></div>")]
    [InlineData("<ul class='replies'><li><time datetime='2024-05-09T10:00Z'></time> At last!</li></ul>")]
    [InlineData("<section id='letters'><p class='letter-date'>9 May 2024</p><p>At last!</p></section>")]
    [InlineData("<div class='feedback-thread'><time datetime='2024-05-09T10:00Z'></time><p>Fine.</p></div>")]
    [InlineData("<aside><time datetime='2024-05-09T10:00Z'></time></aside>")]
    [InlineData("<article><h3>Next</h3><time datetime='2024-05-09T10:00Z'></time></article>")]
    [InlineData("<div class='live-entry'><time datetime='2024-05-09T10:00Z'></time></div>")]
    [InlineData("<time datetime='2031-05-09T10:00Z'></time>")]
    [InlineData("<p>The market on the quay opens again on <time datetime='2024-05-09'>9 May</time>.</p>")]
    public void A_date_of_something_else_or_of_the_future_is_none(string html) =>
        Assert.Null(Read(Article + html).PublishedAt);

    [Fact]
    public void Linked_data_with_another_headline_and_another_address_is_another_articles() => Assert.Null(Read(
        Article,
        """
        <link rel="canonical" href="https://post.example/a">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Trains on strike tomorrow","url":"https://post.example/t","datePublished":"2024-05-09"}</script>
        """,
        "https://post.example/a").PublishedAt);

    [Theory]
    [InlineData(
        """[{"@type":"NewsArticle","headline":"Trains on strike","url":"https://post.example/t","datePublished":"2024-05-09"},"""
        + """{"@type":"BlogPosting","headline":"Old bridge to reopen","datePublished":"2024-05-01T08:00Z"}]""")]
    [InlineData(
        """{"@type":"LiveBlogPosting","datePublished":"2024-05-01T08:00Z","liveBlogUpdate":["""
        + """{"@type":"BlogPosting","headline":"A crane comes","articleBody":"It is blue.","datePublished":"2024-05-02"}]}""")]
    [InlineData(
        """{"@type":"Article","datePublished":"2024-05-01T08:00Z","comment":{"@type":"Comment"}"""
        + ""","mentions":[{"@type":"NewsArticle","headline":"Trains","datePublished":"2024-05-09"}]}""")]
    public void Linked_data_of_other_articles_and_of_entries_is_not_the_articles(string json) =>
        Assert.Equal(MayDay, Read(Article, $"<script type='application/ld+json'>{json}</script>").PublishedAt);

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("2099-01-01")]
    [InlineData("1970-01-01T00:00:00Z")]
    public void An_impossible_date_gives_way_to_the_next(string date) => Assert.Equal(
        MayDay,
        Read(
            Article,
            $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"datePublished\":\"{date}\"}}</script><meta name='date' content='01.05.2024 08:00'>").PublishedAt);

    [Theory]
    [InlineData("<div class='byline'>By Ann Writer <time datetime='2024-05-01T08:00Z'>1 May</time></div>", "Ann Writer")]
    [InlineData("<div class='byline'><time datetime='2024-05-01T08:00Z'>1 May</time></div>", null)]
    [InlineData("<div class='byline'>1 May</div>", null)]
    public void A_date_is_nobodys_name(string html, string? author) => Assert.Equal(author, Read(html + Article).Author);

    [Fact]
    public void The_address_tells_the_day_where_nothing_else_does() =>
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero), Read(Article, address: "https://post.example/2024/05/01/bridge").PublishedAt);

    [Theory]
    [InlineData("<title>Old bridge to reopen | River Post</title><meta property='og:site_name' content='River Post'>")]
    [InlineData("<title>River Post - Old bridge to reopen</title>")]
    [InlineData("<title>Old bridge to reopen - Valley - The River Post</title><meta property='og:title' content='Old bridge to reopen - River Post'><meta "
        + "property='og:site_name' content='The River Post'>")]
    [InlineData("<meta property='og:title' content='You will not believe which bridge is to reopen soon'>")]
    public void The_headline_on_the_page_is_the_title(string head) => Assert.Equal("Old bridge to reopen", Read(Article, head).Title);

    [Theory]
    [InlineData("<title>Old bridge - and mill - to reopen | River Post</title>", "https://riverpost.example/a", "Old bridge - and mill - to reopen")]
    [InlineData("<title>Old bridge to reopen · riverpost.example</title>", "https://www.riverpost.example/a", "Old bridge to reopen")]
    [InlineData("<meta name='twitter:title' content='Old bridge to reopen'>", null, "Old bridge to reopen")]
    [InlineData("<title>Old bridge to…</title><meta name='dc.title' content='Old bridge to reopen'>", null, "Old bridge to reopen")]
    public void Without_a_headline_the_title_loses_the_outlets_name(string head, string? address, string title) =>
        Assert.Equal(title, Read($"<div><h1>River Post</h1></div><p>{First}</p>", head + "<meta property='og:site_name' content='River Post'>", address).Title);

    [Fact]
    public void The_outlet_is_its_host_where_it_has_no_name() =>
        Assert.Equal("post.example", Read(Article, address: "https://www.post.example/a").Outlet);

    [Theory]
    [InlineData("<link rel='canonical' href='/a'>", "https://post.example/a")]
    [InlineData("<link rel='canonical' href='https://post.example/'>", "https://post.example/amp/a?x=1")]
    [InlineData("<meta property='og:url' content='//www.post.example/b'>", "https://www.post.example/b")]
    [InlineData("<link rel='canonical' href='javascript:alert(1)'>", "https://post.example/amp/a?x=1")]
    [InlineData("<base href='https://other.example/x/'><link rel='canonical' href='c'>", "https://other.example/x/c")]
    public void The_address_is_the_one_that_the_page_names(string head, string url) =>
        Assert.Equal(url, Read(Article, head, "https://post.example/amp/a?x=1#top").Url);

    [Theory]
    [InlineData("<meta property='og:locale' content='en_GB'>", "en-GB")]
    [InlineData("<meta http-equiv='content-language' content='de, en'>", "de")]
    [InlineData("<meta property='og:locale' content='every language'>", null)]
    public void The_language_is_a_tag(string head, string? language) => Assert.Equal(language, Read(Article, head).Language);
}
