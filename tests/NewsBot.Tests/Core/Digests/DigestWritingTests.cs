using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Articles;
using static NewsBot.Tests.Core.Digests.DigestArticles;

namespace NewsBot.Tests.Core.Digests;

public sealed class DigestWritingTests
{
    [Fact]
    public void A_story_has_the_title_of_one_of_its_articles_and_sentences_word_for_word()
    {
        foreach (var story in Choose(Day).Stories)
        {
            Assert.Contains(story.Headline, Day.Select(article => article.Title));
            Assert.InRange(story.Sentences.Count, 1, 2);
        }
    }

    [Fact]
    public void Each_sentence_has_the_passage_that_it_rests_on_numbered_through_the_digest()
    {
        var digest = Choose(Day);
        Assert.Equal(Enumerable.Range(1, digest.Citations.Count), digest.Citations.Select(citation => citation.Number));
        foreach (var sentence in digest.Stories.SelectMany(story => story.Sentences))
            Assert.Equal(sentence.Text, digest.Citations[Assert.Single(sentence.Citations) - 1].Quote);
        var answer = new Answer { Sentences = [.. digest.Stories.SelectMany(story => story.Sentences)], Citations = digest.Citations };
        Assert.Empty(CitationCheck.Run(answer).Dropped);
    }

    [Fact]
    public void The_sentence_says_who_what_where_and_how_many()
    {
        var story = Only(Article(
            "a",
            "Ferry with 80 aboard runs aground off Lemnos",
            "It was a calm morning. He had not slept. A ferry with 80 people aboard ran aground off Lemnos on Monday, the Greek coast guard said. Sign up for our newsletter.",
            "Island Post",
            3));
        Assert.Equal("A ferry with 80 people aboard ran aground off Lemnos on Monday, the Greek coast guard said.", story.Sentences[0].Text);
        Assert.DoesNotContain(
            story.Sentences, sentence => sentence.Text.Contains("newsletter", StringComparison.Ordinal) || sentence.Text.StartsWith("He ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dateline_is_not_told()
    {
        var story = Only(
            Article("a", "Ferry runs aground off Lemnos", "ATHENS, March 5 (Agency) - A ferry with 80 people aboard ran aground off Lemnos on Monday.", "Island Post", 3));
        Assert.Equal("A ferry with 80 people aboard ran aground off Lemnos on Monday.", story.Sentences[0].Text);
    }

    [Fact]
    public void A_text_that_only_repeats_its_title_will_do()
    {
        var story = Only(Article("a", "Ferry with 80 aboard runs aground off Lemnos", "Ferry with 80 aboard runs aground off Lemnos", "Island Post", 3));
        Assert.Equal("Ferry with 80 aboard runs aground off Lemnos", Assert.Single(story.Sentences).Text);
    }

    [Theory]
    [InlineData("She said that it would go on until the ferry off Lemnos was free again.")]
    [InlineData("Here's what you need to know about the ferry that ran aground off Lemnos.")]
    [InlineData("A ferry with 80 people aboard ran aground off Lemnos when the captain and...")]
    [InlineData("https://example.org/ferry-aground-off-lemnos-with-80-people-aboard is the address.")]
    [InlineData("FERRY WITH 80 PEOPLE ABOARD RUNS AGROUND OFF LEMNOS ON MONDAY MORNING")]
    public void A_story_without_a_sentence_that_stands_alone_is_left_out(string body) =>
        Assert.Empty(Choose([Article("a", "Ferry runs aground off Lemnos", body, "Island Post", 3)]).Stories);

    [Fact]
    public void The_second_sentence_does_not_contradict_the_first()
    {
        var story = Only(
            Article("a", "Bus falls off a bridge in Mestre", "A bus fell off a bridge in Mestre near Venice on Tuesday, killing 20 people and injuring others, firefighters said.",
                "Island Post", 3),
            Article("b", "21 die as bus falls off bridge in Mestre near Venice",
                "A bus fell off a bridge in Mestre near Venice on Tuesday and 21 people were killed, Mayor Luigi Bruno said.", "The Herald", 8));
        Assert.Equal("A bus fell off a bridge in Mestre near Venice on Tuesday and 21 people were killed, Mayor Luigi Bruno said.", Assert.Single(story.Sentences).Text);
    }

    [Fact]
    public void An_outlet_has_its_first_report()
    {
        var story = Choose(Day).Stories[0];
        Assert.Equal(story.Outlets, story.Reports.Select(article => article.Source));
        Assert.Equal("quake-1", story.Reports[0].Id);
    }

}
