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
    public void Who_is_led_to_a_front_page_or_a_section_does_not_get_the_article(string asked, string got) =>
        Assert.True(PagePath.LeadsAway(new Uri(asked), new Uri(got)));

    [Theory]
    [InlineData("https://a.example/lamp", "https://a.example/lamp/")]
    [InlineData("http://a.example/lamp", "https://www.a.example/lamp?utm_source=feed")]
    [InlineData("https://a.example/?p=71", "https://a.example/2025/05/lamp-is-lit")]
    [InlineData("https://go.example/x", "https://a.example/harbour/lamp-is-lit-again")]
    [InlineData("https://a.example/", "https://a.example/en/")]
    public void Who_is_led_to_another_form_of_the_address_gets_it(string asked, string got) =>
        Assert.False(PagePath.LeadsAway(new Uri(asked), new Uri(got)));
}
