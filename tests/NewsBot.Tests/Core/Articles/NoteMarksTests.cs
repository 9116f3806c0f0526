using NewsBot.Core.Articles;

namespace NewsBot.Tests.Core.Articles;

/// <summary>Marks of notes in a text without markup.</summary>
public sealed class NoteMarksTests
{
    [Theory]
    [InlineData("founded in 1923¹ by monks", "founded in 1923 by monks")]
    [InlineData("rose by 7%³, the bank said.¹² It", "rose by 7%, the bank said. It")]
    [InlineData("у 1923[2] році", "у 1923 році")]
    [InlineData("in 1923[a] and for 40[note 3] crowns.[1][2]", "in 1923 and for 40 crowns.")]
    [InlineData("in 1923[^4].", "in 1923.")]
    [InlineData("the abbey[12] of the town", "the abbey of the town")]
    [InlineData("„so der Abt“.² Danach", "„so der Abt“. Danach")]
    public void A_mark_is_left_out(string text, string left) => Assert.Equal(left, NoteMarks.Cut(text));

    [Theory]
    [InlineData("40 km² of fen and 9 people/km²")]
    [InlineData("30 м³ води")]
    [InlineData("6 × 10²³ cells, x² and E=mc²")]
    [InlineData("it give[s] hope")]
    [InlineData("see [3] and [a] man")]
    [InlineData("[text](https://a.example/1) and [text][1](b)")]
    [InlineData("¹⁴C dating and 1¹/₂ hours")]
    [InlineData("list[0] and list[i]")]
    public void What_only_looks_like_one_stays(string text) => Assert.Equal(text, NoteMarks.Cut(text));
}
