using NewsBot.Core.Answers.Wording;

namespace NewsBot.Tests.Core.Answers.Wording;

public sealed class DraftReaderTests
{
    [Theory]
    [InlineData("Talks resume. [k7f2m] Umerov said so. [k7f2m, x8d3q]", "Talks resume.|k7f2m", "Umerov said so.|k7f2m x8d3q")]
    [InlineData("Talks resume [k7f2m]. Umerov said so [x8d3q]!", "Talks resume.|k7f2m", "Umerov said so!|x8d3q")]
    [InlineData("Talks resume.[k7f2m][x8d3q]\n- Umerov", "Talks resume.|k7f2m x8d3q", "Umerov|")]
    [InlineData("Talks resume [k7f2m], Umerov said. [x8d3q]", "Talks resume, Umerov said.|k7f2m x8d3q")]
    [InlineData("He [Zelensky] said so. [k7f2m]", "He [Zelensky] said so.|k7f2m")]
    [InlineData("First. Second. [k7f2m]", "First.|k7f2m", "Second.|k7f2m")]
    [InlineData("First.\n\nSecond. Third. [k7f2m]", "First.|", "Second.|k7f2m", "Third.|k7f2m")]
    [InlineData("Talks resume. [1]", "Talks resume.|1")]
    [InlineData("")]
    public void Sentences_are_cut_at_their_marks(string text, params string[] expected) => Check(text, expected);

    [Theory]
    [InlineData("[K7F2M]")]
    [InlineData("(k7f2m)")]
    [InlineData("【k7f2m】")]
    [InlineData("【k7f2m†source】")]
    [InlineData("{k7f2m}")]
    [InlineData("<<k7f2m>>")]
    [InlineData("[<<k7f2m>>]")]
    [InlineData("[[k7f2m]]")]
    [InlineData("[^k7f2m]")]
    [InlineData("[mark k7f2m]")]
    [InlineData("[id: k7f2m]")]
    [InlineData("(Passage k7f2m)")]
    [InlineData("(source: k7f2m, 7 May)")]
    [InlineData("`[k7f2m]`")]
    [InlineData("**[k7f2m]**")]
    [InlineData("<sup>[k7f2m]</sup>")]
    [InlineData("[k7f2m](#k7f2m)")]
    [InlineData("[source](#k7f2m)")]
    [InlineData("k7f2m")]
    public void A_mark_is_known_by_its_id(string mark)
    {
        Check($"Talks resume. {mark} Umerov said so. {mark}", "Talks resume.|k7f2m", "Umerov said so.|k7f2m");
        Check($"Talks resume {mark}. Umerov said so {mark}.", "Talks resume.|k7f2m", "Umerov said so.|k7f2m");
    }

    [Theory]
    [InlineData("[k7f2m; x8d3q]")]
    [InlineData("[k7f2m and x8d3q]")]
    [InlineData("[k7f2m], [x8d3q]")]
    [InlineData("(k7f2m) and (x8d3q)")]
    [InlineData("[k7f2m]\n[x8d3q]")]
    [InlineData("k7f2m, x8d3q")]
    public void Marks_that_stand_together_count_together(string marks) =>
        Check($"Talks resume. {marks}\nUmerov said so. {marks}", "Talks resume.|k7f2m x8d3q", "Umerov said so.|k7f2m x8d3q");

    [Theory]
    [InlineData("[k7f2m] Talks resume. [x8d3q] Umerov said so. He left.", "Talks resume.|k7f2m", "Umerov said so.|x8d3q", "He left.|x8d3q")]
    [InlineData("- [k7f2m] Talks resume.\n- [x8d3q] Umerov said so.", "Talks resume.|k7f2m", "Umerov said so.|x8d3q")]
    [InlineData("[k7f2m] Talks resume. [x8d3q]\n[x8d3q] Umerov said so. [k7f2m]", "Talks resume.|k7f2m x8d3q", "Umerov said so.|x8d3q k7f2m")]
    [InlineData("According to [k7f2m], talks resume. [k7f2m]", "Talks resume.|k7f2m")]
    public void Marks_may_lead(string text, params string[] expected) => Check(text, expected);

    [Theory]
    [InlineData("## Answer\nTalks resume. [k7f2m] Umerov **said** so. [k7f2m]")]
    [InlineData("Here is the answer, from the passages:\n\nTalks resume. [k7f2m] Umerov said so. [k7f2m]")]
    [InlineData("Sure! Here's what they say: talks resume. [k7f2m] Based on the passages, Umerov said so. [k7f2m]")]
    [InlineData("**Answer:** Talks resume. [k7f2m]\n\nUmerov said so. [k7f2m]")]
    [InlineData("- Talks resume. [k7f2m]\n- Umerov said so. [k7f2m]")]
    [InlineData("1. Talks resume. [k7f2m]\n2. Umerov said so. [k7f2m]")]
    [InlineData("• Talks resume. [k7f2m]\n• *Umerov said so.* [k7f2m]")]
    [InlineData("Talks resume (k7f2m). Umerov said so (k7f2m).")]
    [InlineData("```\nTalks resume. [k7f2m] Umerov said so. [k7f2m]\n```")]
    [InlineData("* **Talks resume.** [k7f2m]\n* _Umerov said so._ [k7f2m]")]
    [InlineData("```text\nTalks resume. [k7f2m]\nUmerov said so. [k7f2m]\n```")]
    [InlineData("| Fact | Source |\n|---|---|\n| Talks resume. | [k7f2m] |\n| Umerov said so. | [k7f2m] |")]
    [InlineData("\"Talks resume.\" [k7f2m] “Umerov said so.” [k7f2m]")]
    [InlineData("{\"answer\": \"Talks resume. [k7f2m] Umerov said so.\", \"sources\": [\"k7f2m\"]}")]
    [InlineData("```json\n[{\"text\": \"Talks resume.\", \"ids\": [\"k7f2m\"]}, {\"text\": \"Umerov said so.\", \"ids\": [\"k7f2m\"]}]\n```")]
    [InlineData("Thinking: passage [k7f2m] tells of talks.\n\nAnswer: Talks resume. [k7f2m] Umerov said so. [k7f2m]")]
    [InlineData("Talks resume. [k7f2m] Umerov said so. [k7f2m]\n\nSources: [k7f2m] [x8d3q]")]
    [InlineData("Talks resume. [k7f2m] Umerov said so. [k7f2m]\n\n**Sources:**\n- [k7f2m] The Bergen Post, 7 May\n- [x8d3q] The Bergen Post")]
    [InlineData("Talks resume. Umerov said so.\n\nSources: [k7f2m]")]
    public void Only_sentences_are_left(string text) => Check(text, "Talks resume.|k7f2m", "Umerov said so.|k7f2m");

    [Theory]
    [InlineData("NONE")]
    [InlineData("NONE.")]
    [InlineData("**NONE**")]
    [InlineData("None")]
    [InlineData("None.\nThe passages [k7f2m] are about something else.")]
    [InlineData("NONE. The passages [k7f2m] do not say it.")]
    [InlineData("NONE - passage k7f2m is about something else.")]
    public void None_is_no_sentence(string text) => Check(text);

    [Fact]
    public void A_sentence_may_begin_with_none() => Check("None of the crew was hurt. [k7f2m]", "None of the crew was hurt.|k7f2m");

    [Fact]
    public void Somebodys_words_stay_in_quotation_marks() => Check("“We will go on.” [k7f2m]", "“We will go on.”|k7f2m");

    [Fact]
    public void A_sentence_is_there_as_soon_as_the_next_begins()
    {
        var reader = new DraftReader();
        Assert.Empty(reader.Append("Talks resume on Wednesday in the old town hall. [k7f2m]"));
        Assert.Equal(["k7f2m", "x8d3q"], Assert.Single(reader.Append(" [x8d3q] Umerov s")).Ids);
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

    private static void Check(string text, params string[] expected)
    {
        foreach (var size in new[] { 1, 3, 1000 })
        {
            var reader = new DraftReader();
            var sentences = text.Chunk(size).SelectMany(piece => reader.Append(new string(piece))).ToList();
            sentences.AddRange(reader.Complete());
            Assert.Equal(expected, sentences.Select(sentence => $"{sentence.Text}|{string.Join(' ', sentence.Ids)}"));
        }
    }
}
