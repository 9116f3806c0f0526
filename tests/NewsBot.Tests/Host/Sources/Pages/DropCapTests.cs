using static NewsBot.Tests.Host.Sources.Pages.MadeUpPages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class DropCapTests
{
    private const string Rest = "he council of the river towns agreed on Monday to reopen the old bridge before winter.";

    [Theory]
    [InlineData("<p><img src='t.png' alt='T'>" + Rest + "</p>")]
    [InlineData("<p><span class='cap'><img src='t.png' alt='T'></span>" + Rest + "</p>")]
    [InlineData("<div class='cap'><img src='t.png' alt='T'></div><p>" + Rest + "</p>")]
    [InlineData("<p><svg role='img' aria-label='T'><title>T</title></svg>" + Rest + "</p>")]
    [InlineData("<p><span class='dropcap'>T</span>" + Rest + "</p>")]
    [InlineData("<p><span class='first-letter'>T </span>" + Rest + "</p>")]
    [InlineData("<p><span style='float:left'> T </span>" + Rest + "</p>")]
    [InlineData("<span class='initial'>T</span><p>" + Rest + "</p>")]
    public void A_large_first_letter_belongs_to_its_word(string first) =>
        Assert.Equal(Body(First, Second, Third), Read($"<article><h1>Old bridge to reopen</h1>{first}<p>{Second}</p><p>{Third}</p></article>").Body);

    [Theory]
    [InlineData("<p><img src='a.png' alt='A'>" + First + "</p>", First)]
    [InlineData(
        "<p><span class='dropcap'>A </span>new bridge is built over the river by the towns of the valley.</p>", "A new bridge is built over the river by the towns of the valley.")]
    [InlineData("<p><img src='x.png' alt='The bridge'>" + First + "</p>", First)]
    public void A_picture_and_a_word_of_one_letter_do_not(string html, string first) =>
        Assert.Equal(Body(first, Second, Third), Read($"<article><h1>Old bridge to reopen</h1>{html}<p>{Second}</p><p>{Third}</p></article>").Body);
}
