using NewsBot.Core.Articles;

namespace NewsBot.Tests.Core.Articles;

/// <summary>Which parameters of an address tell where a reader came from, and which tell the document.</summary>
public sealed class TrackingParameterTests
{
    [Theory]
    [InlineData("traffic_source=Morning")]
    [InlineData("source=rss")]
    [InlineData("from=RSS")]
    [InlineData("wt_zmc=a.b.c")]
    [InlineData("gaa_at=x&gaa_n=y")]
    [InlineData("_x_tr_sl=uk")]
    [InlineData("unlocked_article_code=1.aB3.x&smid=share")]
    [InlineData("shareToken=aB3&tpcc=feed&recirc=box")]
    [InlineData("obOrigUrl=true&sref=a&esid=b&sfnsn=mo&_openstat=c&sc_src=d&referringSource=e")]
    [InlineData("feedType=RSS&feedName=top")]
    [InlineData("ref=newsletter")]
    [InlineData("cid=rss-news")]
    [InlineData("mod=hp_lead")]
    [InlineData("si=aB3x_9")]
    [InlineData("via=friend")]
    [InlineData("from=telegram&source=Twitter&src=googlenews")]
    [InlineData("utm-source=a&wt.mc_id=b&int_source=c&ysclid=d&__s=e&trackingId=f")]
    [InlineData("ftcamp=rss&wtmc=a&wtrid=b&et_rid=c&et_cid=d&xtcr=2")]
    [InlineData("ga_campaign=a&hmb_source=b&cm_mmc=c&asc_source=d")]
    [InlineData("trkId=a&s_campaign=b&nlid=3&emci=c&emdi=d&ceid=5&mkevt=1&itid=e&wpsrc=f&noamp=mobile")]
    [InlineData("cx_testId=3&cx_artPos=0&campaign_source=a&xpromo_edp=b&__cf_chl_tk=c&__hstc=d&_bhlid=e")]
    [InlineData("ex_cid=story-facebook&iref=top_1&n_cid=SNS6&sara_ref=re-so&lmd_medium=al&reflink=permalink")]
    [InlineData(".tsrc=rss&eref=rss_top&hpid=hp_top&etear=nl_1&accessToken=zwA&sf106500452=1&vd_source=9a8b&_=1748854800")]
    [InlineData("lead_campaign=june&readerSource=digest&clickref=abc12&gzclid=Cj0&unheard_of=rss-top")]
    [InlineData("share=mail&origin=box&medium=letter")]
    [InlineData("ref")]
    public void A_parameter_that_tracks_makes_no_second_article(string query) =>
        Assert.Equal("https://harbour.example/pier-opens", CanonicalUrl.From("https://harbour.example/pier-opens?" + query));

    [Theory]
    [InlineData("https://harbour.example/pier?via=friend")]
    [InlineData("https://harbour.example/pier?mod=hp_lead&cid=rss-news&chan=top&unheard_of=feed-top&feed_id=rss2")]
    [InlineData("https://harbour.example/pier/index.html?wire_campaign=may")]
    [InlineData("https://harbour.example/pier;jsessionid=1A2B?came_via=wire")]
    public void A_path_of_one_word_names_the_document_too(string url) => Assert.Equal("https://harbour.example/pier", CanonicalUrl.From(url));

    [Fact]
    public void Behind_a_whole_headline_a_switch_names_no_document()
    {
        const string Url = "https://harbour.example/old-pier-opens-on-monday";
        Assert.Equal(Url, CanonicalUrl.From(Url + "?unheardof=true&embedded=yes"));
        Assert.Equal(Url + "?lang=uk&n=2&page=all", CanonicalUrl.From(Url + "?page=all&lang=uk&n=2&unheardof=no"));
    }

    [Fact]
    public void A_way_of_coming_names_no_document() => Assert.Equal("https://harbour.example/story", CanonicalUrl.From("https://harbour.example/story?ref=homepage"));

    [Theory]
    [InlineData("https://harbour.example/story?ref=20413")]
    [InlineData("https://harbour.example/story.php?ref=north-pier")]
    [InlineData("https://harbour.example/news?id=7&source=council")]
    [InlineData("https://harbour.example/read?cid=881")]
    [InlineData("https://harbour.example/news?feature=north-pier")]
    [InlineData("https://harbour.example/read?from=2019-01-01")]
    [InlineData("https://harbour.example/news?s=pier")]
    [InlineData("https://harbour.example/story?share=51")]
    [InlineData("https://harbour.example/pier-opens?share=51")]
    [InlineData("https://harbour.example/race?track_id=5")]
    [InlineData("https://harbour.example/pier?topic=telegram")]
    [InlineData("https://harbour.example/pier-opens?newsletter=14")]
    [InlineData("https://harbour.example/read.php?via=harbour-road")]
    [InlineData("https://harbour.example/player?channel=news-at-six")]
    [InlineData("https://harbour.example/news-of-our-town-hall?item=pool-closed")]
    [InlineData("https://harbour.example/news-of-our-town-hall?pool-closed")]
    [InlineData("https://harbour.example/news-of-our-town-hall?20413")]
    [InlineData("https://harbour.example/war-in-the-north-live?post-id=cm4xyz")]
    [InlineData("https://harbour.example/read-all-about-it-here?uuid=3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("https://harbour.example/old-pier-opens-on-monday?lng=de")]
    [InlineData("https://harbour.example/what-is-on-today?date=28-nov-2026")]
    [InlineData("https://harbour.example/weather-for-the-weekend?city=leeds")]
    [InlineData("https://harbour.example/blog?entry=twitter-fined")]
    [InlineData("https://harbour.example/news-article?cid=AB12")]
    [InlineData("https://harbour.example/press-release?cid=2026-113")]
    [InlineData("https://harbour.example/full_story?ref=pool-closed")]
    [InlineData("https://harbour.example/albums?track_name=low-tide")]
    [InlineData("https://harbour.example/read?iid=45")]
    public void A_parameter_that_names_the_document_stays(string url) => Assert.Equal(url, CanonicalUrl.From(url));

    [Fact]
    public void Two_documents_of_an_index_page_stay_two() =>
        Assert.NotEqual(CanonicalUrl.From("https://harbour.example/index.php?ref=north-pier"), CanonicalUrl.From("https://harbour.example/index.php?ref=south-pier"));
}
