using NewsBot.Core.Articles;
using NewsBot.Core.Text;
using NewsBot.Tests.Core.Text;

namespace NewsBot.Tests.Core.Articles;

public sealed class PassageSplitterTests
{
    [Fact]
    public void Passages_are_even_and_as_many_as_the_target_asks()
    {
        var text = string.Concat(Enumerable.Repeat("The talks in the city went on. ", 100));
        var passages = PassageSplitter.Split(text, SentenceSplitter.Split(text));
        Assert.Equal(5, passages.Count);
        Assert.All(passages, passage => Assert.InRange(Words(passage.In(text)), 133, 147));
    }

    [Fact]
    public void A_short_text_is_one_passage_and_an_empty_one_none()
    {
        Assert.Equal([new TextSpan(0, 9)], PassageSplitter.Split("One. Two.", [new TextSpan(0, 4), new TextSpan(5, 9)]));
        Assert.Empty(PassageSplitter.Split("", []));
    }

    [Fact]
    public void A_very_long_sentence_stands_alone()
    {
        var text = "It began. A " + string.Concat(Enumerable.Repeat("word ", 40)) + "end. It ended. It did.";
        var sentences = SentenceSplitter.Split(text);
        var passages = PassageSplitter.Split(text, sentences, targetTokens: 20);
        Assert.Equal([sentences[0], sentences[1], new TextSpan(sentences[2].Start, sentences[3].End)], passages);
    }

    [Fact]
    public void Passages_are_runs_of_whole_sentences_that_leave_none_out()
    {
        foreach (var text in Texts.Random(5000, 200))
        {
            var sentences = SentenceSplitter.Split(text);
            foreach (var target in (int[])[1, 5, 128])
            {
                var next = 0;
                foreach (var passage in PassageSplitter.Split(text, sentences, target))
                {
                    Assert.Equal(sentences[next].Start, passage.Start);
                    while (sentences[next].End < passage.End)
                        next++;
                    Assert.Equal(sentences[next++].End, passage.End);
                }

                Assert.Equal(sentences.Count, next);
            }
        }
    }

    [Fact]
    public void The_target_must_be_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PassageSplitter.Split("a", [new TextSpan(0, 1)], 0));

    private static int Words(string text)
    {
        var words = new List<TextSpan>();
        Tokenizer.Tokenize(text, words);
        return words.Count;
    }
}
