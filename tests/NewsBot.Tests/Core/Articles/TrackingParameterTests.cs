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
    [InlineData("ref")]
    public void A_parameter_that_tracks_makes_no_second_article(string query) =>
        Assert.Equal("https://harbour.example/pier-opens", CanonicalUrl.From("https://harbour.example/pier-opens?" + query));

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
    public void A_parameter_that_names_the_document_stays(string url) => Assert.Equal(url, CanonicalUrl.From(url));

    [Fact]
    public void Two_documents_of_an_index_page_stay_two() =>
        Assert.NotEqual(CanonicalUrl.From("https://harbour.example/index.php?ref=north-pier"), CanonicalUrl.From("https://harbour.example/index.php?ref=south-pier"));
}
