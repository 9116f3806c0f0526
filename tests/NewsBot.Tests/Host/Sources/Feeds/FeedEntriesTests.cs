using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedEntriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly FeedSettings Followed = new(1, "https://a.example/feed.xml") { FullText = FullTextMode.Never };

    [Fact]
    public void An_item_becomes_an_article_in_plain_text()
    {
        var entry = Assert.Single(Read(new FeedItem
        {
            Id = "1",
            Title = "Tom &amp; <b>Ann</b>",
            Url = "https://www.b.example/story?utm_source=rss",
            PublishedAt = Now.AddHours(-1),
            Author = "Ann &amp; Co",
            Content = "<p>One.</p><p>Two.</p>",
            Summary = "One.",
        }));
        Assert.True(entry.IsNew);
        Assert.Null(entry.Mark.PageUrl);
        Assert.Equal(
            ("Tom & Ann", "One.\n\nTwo.", "https://www.b.example/story?utm_source=rss", "b.example", "Ann & Co", Now.AddHours(-1), "uk"),
            (entry.Article!.Title, entry.Article.Body, entry.Article.Url, entry.Article.Source, entry.Article.Author, entry.Article.PublishedAt, entry.Article.Language));
        Assert.Equal(entry.Article.Id, entry.Mark.ArticleId);
    }

    [Theory]
    [InlineData("http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fgazette.example%2fquay&c=2")]
    [InlineData("https://www.google.com/url?rct=j&sa=t&url=https://gazette.example/quay&ct=ga")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fgazette.example%2Fquay&h=x")]
    public void An_address_that_only_leads_on_gives_way_to_the_one_behind_it(string url)
    {
        var entry = Assert.Single(Read(new FeedItem { Id = "1", Title = "Quay shut", Url = url, Summary = "The quay is shut." }));
        Assert.Equal(("https://gazette.example/quay", "gazette.example"), (entry.Article!.Url, entry.Article.Source));
    }

    [Theory]
    [InlineData(null, "https://coast.example/", "coast.example")]
    [InlineData("  ", "https://coast.example/", "coast.example")]
    [InlineData("Coast Daily", "https://coast.example/", "Coast Daily")]
    [InlineData(null, null, "aggregator.example")]
    public void An_empty_source_is_named_by_its_address(string? name, string? address, string outlet)
    {
        var item = new FeedItem { Id = "1", Title = "Quay shut", Url = "https://aggregator.example/x", Summary = "The quay is shut.", Outlet = name, OutletUrl = address };
        Assert.Equal(outlet, Assert.Single(Read(item)).Article!.Source);
    }

    [Fact]
    public void Without_a_source_the_outlet_is_what_title_and_text_have_behind_the_headline()
    {
        var article = Assert.Single(Read(new FeedItem
        {
            Id = "1",
            Title = "Quay shut - Coast Daily",
            Url = "https://aggregator.example/x",
            Summary = "<a href='x'>Quay shut</a>&nbsp;&nbsp;<font>Coast Daily</font>",
        })).Article!;
        Assert.Equal(("Quay shut", "Coast Daily"), (article.Title, article.Source));
    }

    [Fact]
    public void A_date_of_another_millennium_is_none_and_not_the_day_of_the_first_sight()
    {
        var entries = Read(
            new FeedItem { Id = "1", Title = "Never", Summary = "A page that never ends.", PublishedAt = new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero) },
            new FeedItem { Id = "2", Title = "Soon", Summary = "A fair on Friday.", PublishedAt = Now.AddDays(3) },
            new FeedItem { Id = "3", Title = "Now", Summary = "The quay is shut.", PublishedAt = Now.AddHours(-1) });
        Assert.Equal(
            [("Never", null), ("Now", Now.AddHours(-1)), ("Soon", (DateTimeOffset?)Now)],
            entries.Select(entry => (entry.Article!.Title, entry.Article.PublishedAt)).OrderBy(row => row.Title, StringComparer.Ordinal));
    }

    [Fact]
    public void A_known_item_is_left_out_and_a_changed_one_is_the_same_article()
    {
        var item = new FeedItem { Id = "1", Title = "T", Summary = "One." };
        var first = Assert.Single(Read(item));
        var seen = new Dictionary<string, SeenItem> { [first.Mark.Key] = first.Mark };
        Assert.Empty(Read(seen, Now.AddDays(1), item with { Summary = "<i>One.</i> ", UpdatedAt = Now }));
        var changed = Assert.Single(Read(seen, Now.AddDays(1), item with { Summary = "Two." }));
        Assert.False(changed.IsNew);
        Assert.Equal((first.Article!.Id, "Two.", Now), (changed.Article!.Id, changed.Article.Body, changed.Article.PublishedAt));
    }

    [Fact]
    public void An_item_keeps_its_article_while_its_address_and_title_change()
    {
        var item = new FeedItem { Id = "tag:1", Title = "Quay shut", Url = "https://a.example/quay-shut", Summary = "The quay is shut." };
        var first = Assert.Single(Read(item));
        var seen = new Dictionary<string, SeenItem> { [first.Mark.Key] = first.Mark };
        var changed = Assert.Single(Read(seen, Now, item with { Title = "Quay shut until May", Url = "https://a.example/quay-shut-until-may", PublishedAt = Now.AddHours(1) }));
        Assert.Equal((first.Article!.Id, "https://a.example/quay-shut-until-may", true), (changed.Article!.Id, changed.Article.Url, changed.HasMoved));
        var other = changed.AsAnother();
        Assert.NotEqual(first.Article.Id, other.Article!.Id);
        Assert.Equal(other.Article.Id, other.Mark.ArticleId);
    }

    [Fact]
    public void An_item_that_is_dated_anew_with_another_count_of_comments_is_not_new()
    {
        var item = new FeedItem { Id = "1", Title = "Quay shut", Content = "<p>The quay is shut.</p><p>3 comments</p>", PublishedAt = Now.AddDays(-2) };
        var first = Assert.Single(Read(item));
        var seen = new Dictionary<string, SeenItem> { [first.Mark.Key] = first.Mark };
        Assert.Empty(Read(seen, Now, item with { Content = "<p>The quay is shut.</p><p>11 comments</p>", PublishedAt = Now }));
    }

    [Theory]
    [InlineData("Coast Weekly", "https://coastweekly.example", "Coast Weekly")]
    [InlineData("Coast Weekly", "https://coastweekly.example/rss.xml", "Coast Weekly")]
    [InlineData("Coast Weekly", null, "Coast Weekly")]
    [InlineData("A", "https://a.example/other.xml", "b.example")]
    [InlineData(null, null, "b.example")]
    public void An_aggregator_names_the_outlet(string? outlet, string? from, string expected)
    {
        var article = Assert.Single(Read(new FeedItem
        {
            Id = "1",
            Title = "Quay shut in May - "
            + "Coast Weekly",
            Url = "https://b.example/1",
            Outlet = outlet,
            OutletUrl = from
        })).Article!;
        Assert.Equal(expected, article.Source);
        if (expected == "Coast Weekly")
            Assert.Equal("Quay shut in May", article.Title);
    }

    [Fact]
    public void The_address_of_the_feed_is_no_id_of_an_item()
    {
        var first = Assert.Single(Read(new FeedItem { Id = "https://a.example/feed.xml", Title = "Mill sold", Url = "https://b.example/mill" }));
        var later = Assert.Single(Read(new FeedItem { Id = "https://a.example/feed.xml", Title = "Inn sold", Url = "https://b.example/inn" }));
        Assert.NotEqual(first.Mark.Key, later.Mark.Key);
    }

    [Theory]
    [InlineData("https://a.example/news")]
    [InlineData("https://a.example/category/local")]
    [InlineData("2026-11-02")]
    public void The_address_of_a_section_and_a_day_are_no_ids_of_an_item(string id)
    {
        var first = Assert.Single(Read(new FeedItem { Id = id, Title = "Mill sold", Url = "https://b.example/mill" }));
        var later = Assert.Single(Read(new FeedItem { Id = id, Title = "Inn sold", Url = "https://b.example/inn" }));
        Assert.NotEqual(first.Mark.Key, later.Mark.Key);
    }

    [Theory]
    [InlineData("Coast Weekly", "https://b.example/mill", "Coast Weekly")]
    [InlineData("Lowe Media Holding", "https://lowe.example/mill", "lowe.example")]
    [InlineData("dpa", "https://a.example/mill", "a.example")]
    public void The_publisher_of_an_item_is_its_outlet_unless_the_host_has_its_name(string publisher, string url, string outlet) =>
        Assert.Equal(outlet, Assert.Single(Read(new FeedItem { Id = "1", Title = "Mill sold", Url = url, Publisher = publisher })).Article!.Source);

    [Fact]
    public void An_outlet_that_stands_in_the_headline_by_its_host_goes_too() => Assert.Equal(
        "Quay shut in May",
        Assert.Single(Read(new FeedItem
        {
            Id = "1",
            Title = "Quay shut in May - coastweekly.example",
            Url = "https://b.example/1",
            Outlet = "Coast",
            OutletUrl = "https://www.coastweekly.example"
        })).Article!.Title);

    [Fact]
    public void An_outlet_named_twice_goes_twice()
    {
        var item = new FeedItem { Id = "1", Title = "Quay shut in May | Coast Weekly - Coast Weekly", Url = "https://b.example/1", Outlet = "Coast Weekly" };
        var article = Assert.Single(Read(item)).Article!;
        Assert.Equal("Quay shut in May", article.Title);
    }

    [Fact]
    public void A_headline_without_spaces_loses_its_outlet_too()
    {
        var article = Assert.Single(Read(new FeedItem { Id = "1", Title = "灯台に新しい灯 - 岬新聞", Url = "https://b.example/1", Outlet = "岬新聞", Summary = "灯台に新しい灯が入る。" })).Article!;
        Assert.Equal("灯台に新しい灯", article.Title);
    }

    [Fact]
    public void A_headline_repeated_with_its_outlet_is_no_text()
    {
        var article = Assert.Single(Read(new FeedItem
        {
            Id = "1",
            Title = "Quay shut - Coast Weekly",
            Url = "https://b.example/1",
            Outlet = "Coast Weekly",
            Summary = "<a href='https://b.example/1'>Quay shut</a>&nbsp;&nbsp;<font color='#6f6f6f'>Coast Weekly</font>",
        })).Article!;
        Assert.Equal(("Quay shut", "Quay shut"), (article.Title, article.Body));
    }

    [Fact]
    public void A_post_that_only_points_to_a_page_is_that_page()
    {
        const string Post = "<table><tr><td>submitted by <a href='https://board.example/u/ann'>/u/ann</a>"
            + "<br/><span><a href=\"https://gazette.example/quay?x=1&amp;y=2\">[link]</a></span> "
            + "<span><a href='https://board.example/c/1'>[comments]</a></span></td></tr></table>";
        var item = new FeedItem { Id = "t1", Title = "Quay shut", Url = "https://board.example/c/1", Author = "/u/ann", Content = Post };
        var article = Assert.Single(Read(item)).Article!;
        Assert.Equal(
            ("Quay shut", "https://gazette.example/quay?x=1&y=2", "gazette.example", null), (article.Body, article.Url, article.Source, article.Author));

        var picture = Assert.Single(Read(item with { Content = Post.Replace("quay?x=1&amp;y=2", "quay.jpg", StringComparison.Ordinal) })).Article!;
        Assert.Equal(("Quay shut", "https://board.example/c/1", null), (picture.Body, picture.Url, picture.Author));
    }

    [Fact]
    public void Items_without_dates_and_with_those_of_the_next_days_have_that_of_their_first_sight()
    {
        Assert.Equal(Now, Assert.Single(Read(new FeedItem { Title = "T" })).Article!.PublishedAt);
        Assert.Equal(Now, Assert.Single(Read(new FeedItem { Title = "T", PublishedAt = Now.AddDays(10) })).Article!.PublishedAt);
        Assert.Equal(Now.AddDays(-1), Assert.Single(Read(new FeedItem { Title = "T", UpdatedAt = Now.AddDays(-1) })).Article!.PublishedAt);
    }

    [Theory]
    [InlineData(-400, -410, false)]
    [InlineData(-1, -400, true)]
    [InlineData(-400, null, false)]
    [InlineData(null, -1, true)]
    [InlineData(null, null, true)]
    public void An_item_without_a_date_is_of_today_unless_its_neighbours_are_old(int? before, int? after, bool isOfToday)
    {
        var entries = Read(
            new FeedItem { Id = "1", Title = "Before", PublishedAt = before is { } days ? Now.AddDays(days) : null },
            new FeedItem { Id = "2", Title = "Between" },
            new FeedItem { Id = "3", Title = "After", PublishedAt = after is { } age ? Now.AddDays(age) : null });
        Assert.Equal(isOfToday ? Now : null, Assert.Single(entries, entry => entry.Article!.Title == "Between").Article!.PublishedAt);
    }

    [Fact]
    public void One_id_for_every_item_and_one_address_for_every_item_lose_nothing()
    {
        var entries = Read(
            new FeedItem { Id = "same", Title = "One", Url = "https://a.example/news", Summary = "Text one." },
            new FeedItem { Id = "same", Title = "Two", Url = "https://a.example/news", Summary = "Text two." },
            new FeedItem { Id = "3", Title = "Three", Url = "https://site.example/", Summary = "Text three." },
            new FeedItem { Id = "4", Title = "Four", Url = "https://other.example", Summary = "Text four." });
        Assert.Equal(4, entries.Select(entry => entry.Article!.Id).Distinct().Count());
        Assert.All(entries, entry => Assert.Null(entry.Article!.Url));
    }

    [Fact]
    public void The_same_item_twice_is_one() => Assert.Single(Read(new FeedItem { Id = "1", Title = "T", Summary = "S." }, new FeedItem { Id = "1", Title = "T", Summary = "S." }));

    [Fact]
    public void Two_feeds_that_name_their_items_alike_do_not_share_articles()
    {
        var item = new FeedItem { Id = "1", Title = "T", Summary = "S." };
        var other = new FeedEntries(Followed with { Address = "https://b.example/feed.xml" }, Feed(item), Now).Read(
            new Dictionary<string, SeenItem>(), TestContext.Current.CancellationToken);
        Assert.NotEqual(Assert.Single(Read(item)).Article!.Id, Assert.Single(other).Article!.Id);
    }

    [Fact]
    public void A_headline_alone_is_taken_in_and_nothing_at_all_is_not()
    {
        Assert.Equal("Bridge closed", Assert.Single(Read(new FeedItem { Title = "Bridge closed" })).Article!.Body);
        Assert.Empty(Read(new FeedItem { Id = "1", Url = "https://a.example/1" }, new FeedItem { Id = "2", Summary = "<img src=x>" }));
    }

    [Fact]
    public void A_teaser_waits_for_its_page_when_it_has_one()
    {
        var auto = Followed with { FullText = FullTextMode.Auto };
        var entries = new FeedEntries(auto, Feed(new FeedItem { Id = "1", Title = "T", Summary = "S.", Url = "https://b.example/1" },
            new FeedItem { Id = "2", Title = "U", Summary = "S.", Url = "javascript:alert(1)" }), Now)
            .Read(new Dictionary<string, SeenItem>(), TestContext.Current.CancellationToken);
        var waiting = Assert.Single(entries, entry => entry.Article is null);
        Assert.Equal(("https://b.example/1", "S."), (waiting.Mark.PageUrl, waiting.Mark.Draft!.Body));
        Assert.Null(Assert.Single(entries, entry => entry.Article is not null).Article!.Url);
    }

    [Fact]
    public void Of_too_many_items_the_newest_are_taken_and_the_oldest_of_them_comes_first()
    {
        var entries = Read(
            [.. Enumerable.Range(0, FeedEntries.MaxItems + 500).Select(i => new FeedItem { Id = $"{i}", Title = $"T{i}", PublishedAt = Now.AddMinutes(-10_000 + i) })]);
        Assert.Equal(FeedEntries.MaxItems, entries.Count);
        Assert.Equal(("T500", $"T{FeedEntries.MaxItems + 499}"), (entries[0].Article!.Title, entries[^1].Article!.Title));
    }

    [Fact]
    public void An_item_listed_twice_keeps_its_address()
    {
        var item = new FeedItem { Id = "1", Title = "T", Url = "https://b.example/1", Summary = "S." };
        Assert.NotNull(Assert.Single(Read(item, item)).Article!.Url);
    }

    [Fact]
    public void Plain_text_is_not_read_as_markup()
    {
        const string Json =
            """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Why <iframe> is back","content_text":"Salt &amp; more.\n\nBread & butter."}]}""";
        var feed = Assert.IsType<FeedReadResult.Found>(FeedReader.Read(System.Text.Encoding.UTF8.GetBytes(Json), contentType: null, address: null)).Feed;
        var article = Assert.Single(Read([.. feed.Items])).Article!;
        Assert.Equal(("Why <iframe> is back", "Salt &amp; more.\n\nBread & butter."), (article.Title, article.Body));
    }

    private static Feed Feed(params FeedItem[] items) => new() { Title = "Feed", Link = "https://site.example/", Language = "uk", Items = items };

    private static IReadOnlyList<FeedEntry> Read(params FeedItem[] items) => Read(new Dictionary<string, SeenItem>(), Now, items);

    private static IReadOnlyList<FeedEntry> Read(IReadOnlyDictionary<string, SeenItem> seen, DateTimeOffset at, params FeedItem[] items) =>
        new FeedEntries(Followed, Feed(items), at).Read(seen, TestContext.Current.CancellationToken);
}
