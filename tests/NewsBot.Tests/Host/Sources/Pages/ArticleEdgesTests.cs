using static NewsBot.Tests.Host.Sources.Pages.MadeUpPages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class ArticleEdgesTests
{
    private const string Headline = "<h1>Old bridge to reopen</h1>";

    [Theory]
    [InlineData($"<article>{Headline}<aside class='standfirst'><p>{First}</p></aside><p>{Second}</p><p>{Third}</p></article>")]
    [InlineData($"<article><header>{Headline}<aside>{First}</aside></header><div class='body'><p>{Second}</p><p>{Third}</p></div></article>")]
    [InlineData($"<main>{Headline}<aside role='note'><p>{First}</p></aside><section><p>{Second}</p><p>{Third}</p></section></main>")]
    [InlineData($"<div class='story'>{Headline}<div class='deck'><aside>{First}</aside></div><div class='story-text'><p>{Second}</p><p>{Third}</p></div></div>")]
    [InlineData($"<article>{Headline}<p>{First}</p><p>{Second}</p><footer><p>{Third}</p></footer></article>")]
    [InlineData(
        $"<article>{Headline}<p>{First}</p><footer class='article-footer'><p>{Second}</p><p>{Third}</p><ul><li><a href='/x'>Trains on strike until Sunday</a></li></ul></footer>"
        + "</article>")]
    [InlineData($"<main><article>{Headline}<div class='text'><p>{First}</p><p>{Second}</p><div class='footer'><p>{Third}</p></div></div></article></main>")]
    public void The_lead_in_an_aside_and_the_end_in_the_articles_footer_are_the_article(string html) => Assert.Equal(Body(First, Second, Third), Read(html).Body);

    [Theory]
    [InlineData("<aside class='author-bio'><p>Ann Writer reports on rivers and lives in the valley with two old dogs.</p></aside>", "")]
    [InlineData("<aside class='newsletter'><p>Get the morning letter of the River Post by mail on every day of the year.</p></aside>", "")]
    [InlineData("<aside><p>Ferries run again, the operator says. <a href='/f'>All about the ferries of the valley</a></p></aside>", "")]
    [InlineData("", "<footer><p>By Ann Writer</p><p>Filed under: <a href='/b'>Bridges</a>, <a href='/r'>Rivers</a></p></footer>")]
    [InlineData("", "<footer><p>Copyright 2024 River Post. This story may not be copied without the consent of the publisher.</p></footer>")]
    [InlineData("", "<footer><p>Ann Writer is a senior reporter for the River Post and writes about bridges.</p></footer>")]
    public void What_else_stands_there_is_none(string aside, string footer) =>
        Assert.Equal(Body(First, Second, Third), Read($"<article>{Headline}{aside}<p>{First}</p><p>{Second}</p><p>{Third}</p>{footer}</article>").Body);
}
