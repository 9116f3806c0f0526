using NewsBot.Core.Articles;
using NewsBot.Sources.Pages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class RaisedTextTests
{
    [Theory]
    [InlineData("founded in 1923<sup>1</sup> by", "founded in 1923 by")]
    [InlineData("cost 4,500<span style='font-size: 80%; vertical-align:super'>12</span> crowns", "cost 4,500 crowns")]
    [InlineData("cost 4,500<sup>12</sup> crowns", "cost 4,500 crowns")]
    [InlineData("rose by 7%<sup>3</sup>.", "rose by 7%.")]
    [InlineData("in 1923<sup><a href='#n4'>4</a></sup>, and", "in 1923, and")]
    [InlineData("in 1923<sup class='reference'>[5]</sup> and", "in 1923 and")]
    [InlineData("in 1923<a class='footnote-ref' href='#fn6'>6</a> and", "in 1923 and")]
    [InlineData("cost 415<sup><a href='https://a.example/report'>3</a></sup> crowns", "cost 415 crowns")]
    [InlineData("rain of 40 mm<sup>5</sup> fell", "rain of 40 mm fell")]
    [InlineData("at 90 km/h<sup>6</sup> at most", "at 90 km/h at most")]
    [InlineData("cost 417<label for='n1'></label><span class='sidenote'>In crowns of 1990.</span> crowns", "cost 417 crowns")]
    [InlineData("in 1923<sup>*</sup> and", "in 1923 and")]
    [InlineData("in 1923<sup>b</sup> and", "in 1923 and")]
    [InlineData("rose by 7%<sup>c</sup> and", "rose by 7% and")]
    [InlineData("rose by 7%<sup>a,b</sup> in", "rose by 7% in")]
    [InlineData("the mayor said.<sup>7</sup> Then", "the mayor said. Then")]
    [InlineData("at NorthSail<sup>8</sup> and", "at NorthSail and")]
    [InlineData("by 1923<sup>1,2</sup> and", "by 1923 and")]
    [InlineData("claims<sup>[citation needed]</sup> that", "claims that")]
    [InlineData("in 1923<sup>c)</sup> and", "in 1923 and")]
    [InlineData("in 1923<a href='#fnref3' class='footnote-backref'>↩</a> and", "in 1923 and")]
    [InlineData("in 1923<sup>1</sup><sup>,</sup><sup>2</sup> and", "in 1923 and")]
    [InlineData("a stone of 5 kg<sup>1</sup> or 3 t<sup>2</sup> of", "a stone of 5 kg or 3 t of")]
    [InlineData("only 212<sup>3</sup> children came", "only 212 children came")]
    [InlineData("sold 4,120<sup>1</sup> and 870<sup>2</sup>", "sold 4,120 and 870")]
    [InlineData("a score of 12<sup>b</sup> in", "a score of 12 in")]
    [InlineData("in 1887<sup>4a</sup> and 1902<sup>ii</sup>", "in 1887 and 1902")]
    [InlineData("61,000 <sup>[ 5 ]</sup> crowns", "61,000 crowns")]
    [InlineData("31 °C<sup>2</sup> in", "31 °C in")]
    [InlineData("until 1612† and in 1613‡.", "until 1612 and in 1613.")]
    [InlineData("some 340<a epub:type='noteref' href='ch1.xhtml#n2'>2</a> men", "some 340 men")]
    [InlineData("sold for 9,400<sup>1</sup><span class='x-footnote__note'>In crowns of 1850.</span> crowns", "sold for 9,400 crowns")]
    [InlineData("some 6,400<span class='superscript'>3</span> hens", "some 6,400 hens")]
    [InlineData("rose by 8%<sup> 4 </sup>in May", "rose by 8% in May")]
    [InlineData("in 1929<sup>1 2</sup> and 1942<sup>3, 4</sup> too", "in 1929 and 1942 too")]
    public void A_mark_of_a_note_is_left_out(string html, string text) => Assert.Equal(text, Read(html));

    [Theory]
    [InlineData("40 km<sup>2</sup> of", "40 km² of")]
    [InlineData("40&nbsp;м<sup>3</sup> воды", "40 м³ воды")]
    [InlineData("5 × 10<sup>6</sup> cells", "5 × 10⁶ cells")]
    [InlineData("100<sup>2</sup> is", "100² is")]
    [InlineData("x<sup>10</sup> and", "x¹⁰ and")]
    [InlineData("10<sup>-3</sup> and", "10⁻³ and")]
    [InlineData("<sup>14</sup>C dating", "¹⁴C dating")]
    [InlineData("CO<sub>2</sub> and H<sub>2</sub>O", "CO2 and H2O")]
    [InlineData("9 people/km<sup>2</sup> live", "9 people/km² live")]
    [InlineData("15<sup>2</sup> = 225", "15² = 225")]
    [InlineData("100<sup>2</sup> metres", "100² metres")]
    public void A_power_keeps_its_sign(string html, string text) => Assert.Equal(text, Read(html));

    [Theory]
    [InlineData("the 19<sup>th</sup> century", "the 19th century")]
    [InlineData("le 1<sup>er</sup> mai", "le 1er mai")]
    [InlineData("for $19<sup>99</sup> now", "for $19.99 now")]
    [InlineData("2<sup>1</sup>/<sub>2</sub> hours", "2 1/2 hours")]
    [InlineData("from 8<sup>30</sup> to 16<sup>00</sup>", "from 8:30 to 16:00")]
    [InlineData("at 10<sup>00</sup> sharp", "at 10:00 sharp")]
    [InlineData("page <a href='/page/6'>6</a> of", "page 6 of")]
    [InlineData("Acme<sup>TM</sup> pumps", "Acme™ pumps")]
    public void Other_raised_text_stays_text(string html, string text) => Assert.Equal(text, Read(html));

    private static string Read(string html) => NoteMarks.Cut(Assert.Single(HtmlText.Paragraphs($"<p>{html}</p>")));
}
