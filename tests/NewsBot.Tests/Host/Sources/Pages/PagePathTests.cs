using NewsBot.Sources.Pages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class PagePathTests
{
    [Theory]
    [InlineData("https://a.example/harbour/lamp-is-lit-again", "https://a.example/")]
    [InlineData("https://a.example/lamp", "https://a.example/index.html")]
    [InlineData("https://a.example/lamp", "https://www.a.example/")]
    [InlineData("https://a.example/harbour/lamp-12345", "https://a.example/harbour/")]
    [InlineData("https://a.example/lamp", "https://a.example/page-not-found")]
    [InlineData("https://a.example/lamp", "https://a.example/login?next=/lamp")]
    [InlineData("https://a.example/?p=71", "https://a.example/")]
    [InlineData("https://a.example/news/lamp", "https://a.example/?from=removed")]
    [InlineData("https://a.example/news/lamp", "https://a.example/?utm_source=feed&utm_medium=rss")]
    [InlineData("https://a.example/news/lamp", "https://a.example/?redirect=/lamp-is-lit-again")]
    [InlineData("https://a.example/news/lamp", "https://a.example/index.php?ref=404")]
    [InlineData("https://a.example/lamp", "https://a.example/ua/")]
    [InlineData("https://a.example/lamp", "https://a.example/en")]
    [InlineData("https://a.example/lamp", "https://a.example/uk-ua/index.html")]
    [InlineData("https://a.example/lamp", "https://m.a.example/")]
    [InlineData("http://a.example/lamp", "https://www.a.example/?lang=en")]
    [InlineData("https://a.example/news/lamp", "https://a.example/news/")]
    [InlineData("https://a.example/harbour/lamp", "https://www.a.example/harbour")]
    [InlineData("https://a.example/lamp", "https://a.example/start")]
    [InlineData("https://a.example/news/lamp", "https://a.example/category/local/")]
    public void Who_is_led_to_a_front_page_or_a_section_does_not_get_the_article(string asked, string got) =>
        Assert.True(PagePath.LeadsAway(new Uri(asked), new Uri(got)));

    [Theory]
    [InlineData("https://a.example/lamp", "https://a.example/lamp/")]
    [InlineData("http://a.example/lamp", "https://www.a.example/lamp?utm_source=feed")]
    [InlineData("https://a.example/?p=71", "https://a.example/2025/05/lamp-is-lit")]
    [InlineData("https://go.example/x", "https://a.example/harbour/lamp-is-lit-again")]
    [InlineData("https://a.example/", "https://a.example/en/")]
    [InlineData("https://a.example/lamp", "https://a.example/uk/lamp")]
    [InlineData("https://a.example/lamp", "https://m.a.example/lamp")]
    [InlineData("https://a.example/lamp", "https://a.example/?p=71&utm_source=feed")]
    [InlineData("https://a.example/lamp", "https://a.example/index.php?id=88")]
    [InlineData("https://a.example/lamp", "https://a.example/index.php?page=lamp-is-lit-again")]
    [InlineData("https://a.example/harbour/lamp/amp", "https://a.example/harbour/lamp")]
    [InlineData("https://a.example/harbour/lamp/print/", "https://a.example/harbour/lamp")]
    public void Who_is_led_to_another_form_of_the_address_gets_it(string asked, string got) =>
        Assert.False(PagePath.LeadsAway(new Uri(asked), new Uri(got)));

    [Theory]
    [InlineData("https://a.example/print/8812", "https://a.example/news/lamp", "Another light")]
    [InlineData("https://a.example/print.php?a=31", "https://a.example/lamp", "Another light")]
    [InlineData("https://a.example/s/x9", "https://a.example/a-new-lamp-in-may", "A new lamp, in May")]
    public void The_article_s_address_is_taken_for_another_view_of_it(string asked, string claimed, string headline) =>
        Assert.Equal(claimed, PagePath.Own([claimed], new Uri(asked), headline));

    [Theory]
    [InlineData("https://a.example/a-new-lamp-in-may", "https://a.example/sixty-fishermen-sing-for-a-boat", "A new lamp in May")]
    [InlineData("https://a.example/8812", "https://a.example/harbour", "A new lamp in May")]
    [InlineData("https://a.example/8812", "https://a.example/harbour", "Harbour closed after the storm")]
    [InlineData("https://a.example/view/8812", "https://a.example/local", "A new lamp in May")]
    public void The_address_of_another_article_or_of_a_section_is_not(string asked, string claimed, string headline) =>
        Assert.Null(PagePath.Own([claimed], new Uri(asked), headline));
}
