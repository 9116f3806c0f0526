using NewsBot.Core.Answers.Wording;

namespace NewsBot.Tests.Core.Answers.Wording;

public sealed class DraftReaderTests
{
    [Theory]
    [InlineData("Talks resume. [k7f2m] Umerov said so. [k7f2m, x8d3q]", "Talks resume.|k7f2m", "Umerov said so.|k7f2m x8d3q")]
    [InlineData("Talks resume [k7f2m]. Umerov said so [x8d3q]!", "Talks resume.|k7f2m", "Umerov said so!|x8d3q")]
    [InlineData("Talks resume.[k7f2m][x8d3q]\n- Umerov", "Talks resume.|k7f2m", "|x8d3q", "- Umerov|")]
    [InlineData("He [Zelensky] said so. [k7f2m]", "He [Zelensky] said so.|k7f2m")]
    [InlineData("First. Second. [k7f2m]", "First.|", "Second.|k7f2m")]
    [InlineData("Talks resume 【k7f2m】", "Talks resume|k7f2m")]
    [InlineData("Talks resume. [1]", "Talks resume.|1")]
    [InlineData("NONE", "NONE|")]
    [InlineData("")]
    public void Sentences_are_cut_at_their_marks_however_they_come(string text, params string[] expected)
    {
        foreach (var size in new[] { 1, 3, 1000 })
        {
            var reader = new DraftReader();
            var sentences = text.Chunk(size).SelectMany(piece => reader.Append(new string(piece))).ToList();
            sentences.AddRange(reader.Complete());
            Assert.Equal(expected, sentences.Select(sentence => $"{sentence.Text}|{string.Join(' ', sentence.Ids)}"));
        }
    }

    [Fact]
    public void A_sentence_is_there_as_soon_as_its_mark_is_closed()
    {
        var reader = new DraftReader();
        Assert.Empty(reader.Append("Talks resume. [k7f2m"));
        Assert.Single(reader.Append("]"));
    }

    [Fact]
    public void An_endless_draft_is_read_to_its_bound_only()
    {
        var reader = new DraftReader();
        for (var i = 0; i < 100 && !reader.IsFull; i++)
            reader.Append(new string('x', 1_000));
        Assert.True(reader.IsFull);
        Assert.Equal(DraftReader.MaxChars, reader.Complete().Sum(sentence => sentence.Text.Length), tolerance: 10.0);
    }
}
