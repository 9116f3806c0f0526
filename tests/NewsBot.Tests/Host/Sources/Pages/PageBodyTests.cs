using NewsBot.Sources.Pages;
using static NewsBot.Tests.Host.Sources.Pages.MadeUpPages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class PageBodyTests
{
    public static TheoryData<string> Boilerplate =>
    [
        "<nav><a href='/'>Home</a> <a href='/w'>World news from everywhere, every day of the year.</a></nav>",
        "<div class='share-bar'>Share this article with all of your friends on every network there is today.</div>",
        "<div class='related-posts'><p>A ferry ran aground on the sandbank below the castle, its captain said on Friday.</p></div>",
        "<aside><p>Subscribe to our newsletter and get the best of the week in your inbox on Sunday.</p></aside>",
        "<section id='newsletterSignup'><p>Our letter tells you every morning what the day is going to bring to the valley.</p></section>",
        "<div id='cookie-wall'><p>We and our partners store and read information on your device, as the law allows.</p></div>",
        "<figure><img src='x'><figcaption>The old bridge in the fog of a morning in March, seen from the mill.</figcaption></figure>",
        "<div class='author-bio'>Ann Writer has written about rivers, bridges and towns since she left the university.</div>",
        "<div class='tags'><a href='/t/bridge'>Bridge</a> <a href='/t/river'>River</a></div>",
        "<p><a href='/other'>Read more: the ferry that never came back from its last journey down the river</a></p>",
        "<p>Advertisement</p>",
        "<p>Image 1 of 9</p>",
        "<div style='display:none'><p>This text is only for machines which read what nobody is ever shown here.</p></div>",
        "<footer><p>All the texts of this site belong to those who wrote them; ask before you copy.</p></footer>",
        "<script>var text = 'This is a sentence in a script, which nobody should ever read.';</script>",
    ];

    [Theory]
    [MemberData(nameof(Boilerplate))]
    public void What_is_none_of_the_article_is_left_out(string other)
    {
        Assert.Equal(Body(First, Second, Third), Read($"<article><h1>Old bridge to reopen</h1><p>{First}</p>{other}<p>{Second}</p><p>{Third}</p></article>").Body);
        Assert.Equal(Body(First, Second, Third), Read($"{other}<div>{Article}</div>{other}").Body);
    }

    [Fact]
    public void Comments_longer_than_two_short_sentences_are_left_out() => Assert.Equal(
        Body("橋樑受損，整座橋封閉至週日。", "新的橋面要價四百萬元，已下訂。"),
        Read("<div class='c'><h1>橋樑封閉至週日</h1><p>橋樑受損，整座橋封閉至週日。</p><p>新的橋面要價四百萬元，已下訂。</p></div>"
            + "<div class='comments'><h3>留言</h3><p>我覺得這座橋早就應該修理了，每次經過都覺得很危險，希望市政府能夠盡快處理這個問題，不要再拖延下去了。</p></div>").Body);

    [Fact]
    public void The_only_headline_is_the_article_s_where_the_page_has_another_title() => Assert.Equal(
        Body("สะพานปิดถึงวันอาทิตย์เพราะเสาร้าว", "สะพานใหม่ราคาสี่ล้านบาท สั่งแล้ว"),
        Read("<div class='c'><h1>สะพานปิดถึงวันอาทิตย์</h1><p>สะพานปิดถึงวันอาทิตย์เพราะเสาร้าว</p><p>สะพานใหม่ราคาสี่ล้านบาท สั่งแล้ว</p></div>"
            + "<div class='foot'><p>"
            + "สงวนสิทธิ์ ห้ามคัดลอกโดยไม่ได้รับอนุญาต ติดต่อฝ่ายโฆษณาได้ทุกวันในเวลาทำการตามที่อยู่ด้านล่างของหน้านี้</p></div>", "<title>สะพานปิด</title>").Body);

    [Fact]
    public void Comments_longer_than_the_article_are_left_out()
    {
        var comments = string.Concat(
            Enumerable.Range(1, 40).Select(number => $"<p>I walk over that bridge {number} times a week and never saw a crack in any of it, to be honest.</p>"));
        Assert.Equal(Body(First, Second, Third), Read($"<div class='post'>{Article}</div><div id='comments'>{comments}</div>").Body);
    }

    [Fact]
    public void A_misleading_name_does_not_cost_the_article() =>
        Assert.Equal(Body(First, Second, Third), Read($"<div class='widget sidebar-left'><div class='share-content'>{Article}</div></div>").Body);

    [Theory]
    [InlineData("category-newsletters tag-sidebar-news")]
    [InlineData("tag-most-popular tag-sponsors")]
    public void The_topics_among_the_names_of_an_article_say_nothing_of_it(string topics)
    {
        var offers = string.Concat(
            Enumerable.Range(1, 5).Select(number => $"<p>A boat that is {number} years old is for sale at the quay, and the price can be asked there.</p>"));
        var post = $"<div class='post type-post status-publish hentry has-post-thumbnail {topics}'>{Article}</div>";
        Assert.Equal(Body(First, Second, Third), Read($"{post}<div class='list'>{offers}</div>", "<title>Old bridge to reopen</title>").Body);
    }

    [Fact]
    public void A_bar_that_repeats_the_headline_above_the_page_is_not_the_articles()
    {
        var others = string.Concat(Enumerable.Range(1, 3).Select(number => $"<article><h1><a href='/{number}'>Another bridge is closed for {number} days</a></h1></article>"));
        Assert.Equal(
            Body(First, Second, Third),
            Read($"<header><h1>Old bridge to reopen</h1></header>{others}<article>{Article}</article>", "<title>Old bridge to reopen</title>").Body);
    }

    [Fact]
    public void Subheadings_lists_quotes_and_rows_are_kept()
    {
        var page = Read($"<article><h1>Old bridge to reopen</h1><p>{First}</p><h2>What it costs</h2><ul><li>Stone and lime</li><li>Work</li></ul><blockquote>{Second}</blockquote>"
            + $"<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>4,000</td></tr></table><p>{Third}</p></article>");
        Assert.Equal(Body(First, "What it costs", "Stone and lime", "Work", Second, "Year | Cost", "2023 | 4,000", Third), page.Body);
    }

    [Fact]
    public void Two_line_breaks_part_paragraphs_and_one_does_not() =>
        Assert.Equal(Body(First, $"{Second} {Third}"), Read($"<div id='story'>{First}<br><br>{Second}<br>{Third}</div>").Body);

    [Fact]
    public void A_page_cut_into_several_containers_is_read_whole() =>
        Assert.Equal(Body(First, Second, Third), Read($"<main><h1>Old bridge to reopen</h1><div class='chunk'><p>{First}</p></div><div class='chunk'><p>{Second}</p></div>"
            + $"<div class='chunk'><p>{Third}</p></div></main>").Body);

    [Fact]
    public void What_stands_before_the_headline_is_none_of_it()
    {
        var ticker = "<ul><li>A ferry ran aground on the sandbank below the castle, its captain said on Friday.</li></ul>";
        Assert.Equal(Body(First, Second, Third), Read($"<div>{ticker}{Article}</div>", "<title>Old bridge to reopen</title>").Body);
    }

    [Fact]
    public void A_section_of_other_articles_ends_with_the_next_paragraph()
    {
        var page = Read($"<article><p>{First}</p><h3>Related stories</h3><ul><li>Ferry aground below the castle</li></ul><p>{Second}</p><p>{Third}</p><h3>More from the "
            + "valley</h3><ul><li>Mill sold</li></ul></article>");
        Assert.Equal(Body(First, Second, Third), page.Body);
    }

    [Theory]
    [InlineData("<p>Short.</p>", "Short.")]
    [InlineData("Bare text", "Bare text")]
    [InlineData("<form><p>Short.</p></form>", "Short.")]
    public void A_page_with_next_to_no_text_gives_what_it_has(string html, string body) => Assert.Equal(body, Read(html).Body);

    [Theory]
    [InlineData("")]
    [InlineData("<script>only()</script><img src='x'>")]
    public void A_page_without_text_has_no_body(string html) => Assert.Null(Read(html).Body);

    [Fact]
    public void The_text_in_linked_data_is_taken_where_the_page_shows_none()
    {
        var text = string.Join("\\n\\n", First, Second, Third, First);
        var page = Read("<div id='app'>Loading…</div>", $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{text}}"}</script>""");
        Assert.Equal(Body(First, Second, Third, First), page.Body);
        Assert.Equal(Body(First, Second, Third), Read(Article, $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{text}}"}</script>""").Body);
    }

    [Theory]
    [InlineData("div", 10_000)]
    [InlineData("blockquote", 2_000)]
    [InlineData("span", 10_000)]
    [InlineData("article", 2_000)]
    public void Deep_nesting_is_read_all_the_same(string tag, int levels)
    {
        var open = string.Concat(Enumerable.Repeat($"<{tag}>", levels));
        Assert.Contains(First, Read($"{open}{Article}").Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_page_is_cut_where_it_would_take_too_long_and_a_real_one_is_not()
    {
        var hostile = string.Concat(Enumerable.Repeat("<div>", 2_000_000));
        Assert.InRange(PageParser.Bounded(hostile), 1, hostile.Length / 10);
        var formatting = string.Concat(Enumerable.Range(0, 200_000).Select(number => $"<b id={number}><p>x"));
        Assert.InRange(PageParser.Bounded(formatting), 1, formatting.Length / 2);
        var real = string.Concat(
            Enumerable.Repeat($"<div><ul><li>{First}<li>{Second}</ul><p>{Third}<p>{First}<br></div><script>if (a<b) document.write('<div>')</script>", 20_000));
        Assert.Equal(real.Length, PageParser.Bounded(real));
    }

    [Fact]
    public void Formatting_that_every_paragraph_opens_again_is_cut_off()
    {
        var unclosed = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<b id={i}>"));
        var paragraphs = string.Concat(Enumerable.Repeat("<p>x</p>", 29_000));
        Assert.InRange(PageParser.Parse($"<p>{unclosed}x</p>{paragraphs}").All.Length, 1, 1_100_000);
        Assert.InRange(PageParser.Bounded($"<p>{unclosed}{string.Concat(Enumerable.Repeat("</i>", 500))}x</p>{paragraphs}"), 1, 30_000);
        var real = string.Concat(Enumerable.Repeat("<p><b>x</b> <i>y</i> <a name=z>z</p>", 20_000));
        Assert.Equal(real.Length, PageParser.Bounded(real));
    }

    [Theory]
    [InlineData("<article>{0}<section class='next-article'><h2>Mill sold</h2>"
        + "<p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></section></article>")]
    [InlineData("<article>{0}</article><article><h1>Mill sold</h1><p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></article>")]
    [InlineData("<article>{0}</article><div><article><header><h2><a href='/m'>Mill sold</a></h2></header>"
        + "<p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></article></div>")]
    [InlineData("<div>{0}</div><div><h1>Mill sold</h1><p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></div>")]
    [InlineData("<section>{0}</section><hr><section><p>Next</p><h1>Mill sold</h1><p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></section>")]
    [InlineData("<div>{0}<h1>Mill at the weir sold to the north</h1><p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></div>")]
    [InlineData("<article><div class='headline'>Old bridge to reopen</div>{1}</article><article><div class='headline'>Mill sold</div>"
        + "<p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></article>")]
    [InlineData("<div>{0}<hr><h1><a href='/m'>Mill sold</a></h1><p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></div>")]
    [InlineData("<div>{0}<header><h1>Mill at the weir sold to the north</h1></header>"
        + "<div><p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></div></div>")]
    public void The_next_articles_of_an_endless_page_are_not_part_of_the_first(string page) =>
        Assert.Equal(Body(First, Second, Third), Read(
            page.Replace("{0}", Article, StringComparison.Ordinal).Replace("{1}", Article[Article.IndexOf("<p>", StringComparison.Ordinal)..], StringComparison.Ordinal),
            "<title>Old bridge to reopen</title>").Body);

    [Fact]
    public void The_next_article_is_not_part_of_the_first_where_the_page_has_the_site_s_name_for_a_title() =>
        Assert.Equal(Body(First, Second, Third), Read(
            $"<article>{Article}</article><article><h1>Mill sold</h1>"
                + "<p>The mill at the weir was sold on Friday to a maker of paper from the north.</p></article>",
            "<title>Weir Post</title>").Body);

    [Theory]
    [InlineData("<article><div class='kicker'>Traffic</div>{0}</article><article><h1>Mill sold</h1>{1}</article>")]
    [InlineData("<article><div>{0}</div></article><article><header><h2>Mill sold</h2></header>{1}</article>")]
    [InlineData("<div class='art'>{0}</div><div class='art'><h1>Mill sold</h1>{1}</div><div class='art'><h1>Fox at the weir</h1>{1}</div>")]
    public void The_first_article_of_an_endless_page_may_lack_its_headline(string page) => Assert.Equal(
        Body(First, Second, Third),
        Read(
            page.Replace("{0}", $"<p>{First}</p><p>{Second}</p><p>{Third}</p>", StringComparison.Ordinal)
                .Replace("{1}", "<p>The mill at the weir was sold on Friday to a maker of paper from the north.</p>", StringComparison.Ordinal),
            "<title>Old bridge to reopen</title>").Body);

    [Fact]
    public void The_parts_of_an_article_without_a_headline_may_have_headings()
    {
        const string Bill = "The bill for all of the work went to the county on Friday, and nobody there wants to pay it.";
        Assert.Equal(
            Body(First, Second, Third, "What it costs", Bill),
            Read(
                $"<main><section class='part'><p>{First}</p><p>{Second}</p><p>{Third}</p></section><section class='part'><h2>What it costs</h2><p>{Bill}</p></section></main>",
                "<title>Old bridge to reopen</title>").Body);
    }

    [Fact]
    public void The_parts_of_an_article_may_have_elements_and_small_headings() => Assert.Equal(
        Body(First, Second, "What it costs", Third),
        Read($"<main><h1>Old bridge to reopen</h1><article><p>{First}</p><p>{Second}</p></article><article><h3>What it costs</h3><p>{Third}</p></article></main>").Body);

    [Fact]
    public void Short_headings_of_the_first_level_part_an_article_without_an_element() => Assert.Equal(
        Body(First, "What was found", Second, Third),
        Read($"<div><h1>Old bridge to reopen</h1><p>{First}</p><h1>What was found</h1><p>{Second}</p><p>{Third}</p></div>", "<title>Old bridge to reopen</title>").Body);

    [Fact]
    public void Headings_within_an_article_do_not_end_it() => Assert.Equal(
        Body(First, "What was found", Second, "What it costs", Third),
        Read($"<article><h1>Old bridge to reopen</h1><p>{First}</p><section><h1>What was found</h1>"
            + $"<p>{Second}</p></section><section><h1>What it costs</h1><p>{Third}</p></section></article>").Body);

    [Theory]
    [InlineData("<div class='story-teaser'><p>{0}</p></div>")]
    [InlineData("<div class='promo'>{0}</div>")]
    [InlineData("<h2 class='standfirst'>{0}</h2>")]
    [InlineData("<h3>{0}</h3>")]
    [InlineData("<div class='subscriber-content'><p>{0}</p></div>")]
    [InlineData("<div class='social-affairs share-text'><p>{0}</p></div>")]
    public void A_lead_is_kept_whatever_its_element_is_called(string lead) => Assert.Equal(
        Body(First, Second, Third, Second),
        Read($"<article><h1>Old bridge to reopen</h1>{lead.Replace("{0}", First, StringComparison.Ordinal)}<div>"
            + $"<p>{Second}</p><p>{Third}</p><p>{Second}</p></div></article>").Body);

    [Theory]
    [InlineData("paywall")]
    [InlineData("subscribers-only")]
    [InlineData("elementor-widget text")]
    public void The_end_of_an_article_is_kept_whatever_its_element_is_called(string name) =>
        Assert.Equal(Body(First, Second, Third), Read("<article><h1>Old bridge to reopen</h1>"
            + $"<p>{First}</p><p>{Second}</p><div class='{name}'><p>{Third}</p></div></article>").Body);

    [Theory]
    [InlineData("<div class='promo'><p>Our app brings you the news of the river towns, wherever you are.</p><a href='/app'>Get it</a></div>")]
    [InlineData("<div class='newsletter'><p>Every morning the news of the river towns comes to your inbox.</p></div>")]
    [InlineData("<div class='subscribe'><p>Every morning the news of the river towns comes to your inbox.</p><form><input></form></div>")]
    public void Other_things_in_an_article_are_still_left_out(string box) =>
        Assert.Equal(Body(First, Second, Third), Read($"<article><h1>Old bridge to reopen</h1><p>{First}</p>{box}<p>{Second}</p><p>{Third}</p></article>").Body);

    [Theory]
    [InlineData("<div class='drop'>T</div><p>he bridge over the old river is open to all again.</p>")]
    [InlineData("<p><span class='cap'>T</span>he bridge over the old river is open to all again.</p>")]
    public void A_large_first_letter_belongs_to_its_word(string lead) =>
        Assert.Equal(Body("The bridge over the old river is open to all again.", First), Read($"<article><h1>Old bridge to reopen</h1>{lead}<p>{First}</p></article>").Body);

    [Theory]
    [InlineData("橋、春に再開", "古い橋は来年の春に再び開通する。", "修理には四百万クローネかかる。", "町は費用の半分を負担すると述べた。", "ご利用の際は各種の決まりを必ずお読みください。ご質問やご意見は窓口までお寄せいただければ幸いです。")]
    [InlineData("大桥春天重开", "河上的旧桥将于明年春天重新开放。", "修理费用约为四百万元，工期三个月。", "市政府承担一半费用，其余由省里支付。", "欢迎各界人士来电来函提出宝贵意见和建议，联系电话和地址请见网站的有关页面，谢谢大家的支持。")]
    [InlineData("สะพานเปิดอีกครั้ง", "สะพานเก่าจะเปิดอีกครั้งในฤดูใบไม้ผลิ", "ค่าซ่อมประมาณสี่ล้านบาท", "เมืองจะจ่ายครึ่งหนึ่งของค่าซ่อม",
        "ติดต่อโฆษณาและสอบถามรายละเอียดเพิ่มเติมได้ที่ฝ่ายบริการลูกค้าทุกวันในเวลาทำการของบริษัท")]
    public void Short_lines_of_scripts_without_spaces_are_sentences(string title, string one, string two, string three, string imprint) =>
        Assert.Equal(Body(one, two, three), Read($"<div><h1>{title}</h1><p>{one}</p><p>{two}</p><p>{three}</p></div><div><p>{imprint}</p></div>", $"<title>{title}</title>").Body);

    [Theory]
    [InlineData("Sign up for the swimming course began on Monday, the town hall said.")]
    [InlineData("Subscribe to the river's text service, the mayor told commuters.")]
    public void A_sentence_that_says_who_said_it_is_the_articles(string sentence) =>
        Assert.Equal(Body(First, sentence, Third), Read($"<article><h1>Old bridge to reopen</h1><p>{First}</p><p>{sentence}</p><p>{Third}</p></article>").Body);
}
