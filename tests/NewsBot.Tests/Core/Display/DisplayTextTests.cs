using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Display;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("a\u001b[31mb\u001b[0mc", "abc")]
    [InlineData("a\u009b2Jb", "ab")]
    [InlineData("a\u001b]0;title\ab", "ab")]
    [InlineData("a\u001b]8;;https://x\u001b\\b", "ab")]
    [InlineData("a\u001b]8;; never closed", "a8;; never closed")]
    [InlineData("a\u001bPq#0\u001b\\b\u001bcd", "abd")]
    [InlineData("a\u001b", "a")]
    [InlineData("a\u001b[", "a")]
    [InlineData("a\u001b[12", "a")]
    [InlineData("a\u0000\u0007\u0008\u007f\u0085b", "a b")]
    [InlineData("a\u202eb\u2066c\u200ed\ufeffe\u200bf", "abcdef")]
    [InlineData("  a \t\r\n\u2028 b\u00a0c  ", "a b c")]
    [InlineData("👩\u200d🚀 Київ “é”", "👩\u200d🚀 Київ “é”")]
    [InlineData("a\U000E0041\U000E007Fb", "ab")]
    [InlineData(null, "")]
    public void What_could_move_a_cursor_or_turn_letters_round_is_gone(string? text, string expected) =>
        Assert.Equal(expected, DisplayText.Line(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced() => Assert.Equal("a\ufffdb", DisplayText.Line("a\ud800b"));

    [Fact]
    public void Random_text_comes_out_harmless_and_is_stable()
    {
        var random = new Random(3);
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(4) switch
            {
                0 => "\u001b\u009b\u009d[]P\\\a;0m"[random.Next(11)],
                1 => (char)random.Next(0x2000, 0x2070),
                2 => (char)random.Next(0, 0x10000),
                _ => (char)random.Next(' ', 127),
            }));
            var line = DisplayText.Line(text);
            Assert.DoesNotContain(line, c => char.IsControl(c) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' || c is '\n');
            Assert.Equal(line, DisplayText.Line(line));
        }
    }

    [Fact]
    public void A_date_is_written_in_utc() =>
        Assert.Equal("23 Jul 2025", DisplayText.Date(new DateTimeOffset(2025, 7, 22, 23, 30, 0, TimeSpan.FromHours(-3))));

    [Fact]
    public void Each_sentence_is_followed_by_its_marks() =>
        Assert.Equal("One. [1] Two. [2][1]", AnswerText.Of(Answering(new("One.", [1]), new("Two.", [2, 1]))));

    [Fact]
    public void News_older_than_the_question_begin_with_their_day() =>
        Assert.Equal(
            "The newest in the archive is of 1 Jan 1970: One. [1]", AnswerText.Of(Answering(new AnswerSentence("One.", [1])) with { NewestOf = DateTimeOffset.UnixEpoch }));

    [Fact]
    public void The_reason_stands_for_a_missing_answer() =>
        Assert.Equal("The archive has nothing on this.", AnswerText.Of(new Answer { Refusal = new Refusal(RefusalKind.NothingFound) }));

    [Fact]
    public void A_reply_never_exceeds_900_characters()
    {
        var random = new Random(8);
        for (var round = 0; round < 500; round++)
        {
            var answer = Answering([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
                new AnswerSentence(string.Join(' ', Enumerable.Repeat(random.Next(2) == 0 ? "word" : "🙂🙂", random.Next(1, 300))), [1]))]) with
            {
                NewestOf = random.Next(2) == 0 ? DateTimeOffset.UnixEpoch : null,
            };
            var text = AnswerText.Of(answer);
            Assert.InRange(text.Length, 1, AnswerText.MaxLength);
            Assert.EndsWith("[1]", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\ufffd', text);
        }
    }

    private static Answer Answering(params AnswerSentence[] sentences) => new()
    {
        Sentences = sentences,
        Citations = [new Citation(1, new ArticleRevision(1, 1, new Article { Id = "a", Title = "t", Body = "One. Two." }), new TextSpan(0, 4))],
    };
}
