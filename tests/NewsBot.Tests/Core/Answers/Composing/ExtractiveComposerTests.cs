using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Composing;

public sealed class ExtractiveComposerTests
{
    private static readonly MadeUpArchive Bridge = new(
        MadeUpArchive.Article(
            "Harbour bridge reopens",
            "The harbour bridge in Varna reopened on Monday after eleven months of repairs. Mayor Elena Petrova cut the ribbon at noon. "
            + "She said the work had cost 42 million euros. It carries 30,000 cars a day.\n\n"
            + "The bridge closed in July when engineers found cracks in two pillars. Repairs were led by the firm Balkan Spans."),
        MadeUpArchive.Article("Beach season starts", "Lifeguards returned to the beaches of Varna on Saturday. The water has 19 degrees."));

    [Theory]
    [InlineData("When did the harbour bridge reopen?", "Monday")]
    [InlineData("How much did the repairs of the bridge cost?", "42 million euros")]
    [InlineData("Which firm led the repairs?", "Balkan Spans")]
    [InlineData("How many cars does the bridge carry a day?", "30,000")]
    public void The_first_sentences_hold_the_answer(string question, string answer) =>
        Assert.Contains(Bridge.Ask(question).Candidate.Sentences, sentence => sentence.Text.Contains(answer, StringComparison.Ordinal));

    [Fact]
    public void Every_sentence_is_word_for_word_at_its_offsets_and_passes_the_check()
    {
        var answer = Bridge.Ask("How much did the repairs of the bridge cost?").Candidate;

        Assert.All(answer.Citations, citation => Assert.Equal(citation.Revision.Article.Body[citation.Span.Start..citation.Span.End], citation.Quote));
        Assert.Empty(CitationCheck.Run(answer).Dropped);
    }

    [Fact]
    public void A_sentence_led_by_a_pronoun_follows_the_one_it_leans_on_or_names_the_person()
    {
        var texts = Bridge.Ask("How much did the repairs of the bridge cost?").Candidate.Sentences.Select(sentence => sentence.Text).ToList();
        var at = texts.FindIndex(text => text.Contains("42 million", StringComparison.Ordinal));

        Assert.True(
            texts[at].StartsWith("She [Elena Petrova] said", StringComparison.Ordinal)
            || (at > 0 && texts[at - 1].StartsWith("Mayor Elena Petrova", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_a_person_is_put_in_brackets_behind_a_pronoun()
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article(
            "Actors",
            "Ben Kingsley spoke about the screenplay of the year. It was a long evening in the old hall by the river, with many speeches, songs and jokes, and nobody went "
                + "home before midnight. "
            + "His own Oscar dates from 1983, when he was honoured for the title part in a film that took three years to make, was shown in forty countries and made a star "
            + "of him. "
            + "He praised the choice of Murphy without a script."));
        var sentences = archive.Ask("Who praised the choice of Murphy without a script?").Candidate.Sentences;

        Assert.DoesNotContain(sentences, sentence => sentence.Text.Contains("[Oscar]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reply_has_at_most_three_sentences_and_five_hundred_characters()
    {
        var body = string.Join(
            ' ', Enumerable.Range(1, 60).Select(number => $"The bridge of Varna was repaired in stage {number} by a crew of {number} welders, painters and divers."));
        var answer = new MadeUpArchive(MadeUpArchive.Article("Bridge", body)).Ask("Who repaired the bridge of Varna?").Candidate;

        Assert.InRange(answer.Sentences.Count, 1, ExtractiveComposer.MaxSentences);
        Assert.InRange(string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)).Length, 1, ExtractiveComposer.MaxLength);
    }

    [Fact]
    public void The_same_sentence_in_two_articles_is_said_once()
    {
        const string body = "The harbour bridge in Varna reopened on Monday after eleven months of repairs.";
        var answer = new MadeUpArchive(MadeUpArchive.Article("One", body), MadeUpArchive.Article("Two", body + " Traffic was light.")).Ask(
            "When did the harbour bridge in Varna reopen?").Candidate;

        Assert.Single(answer.Sentences, sentence => sentence.Text.Contains("Monday", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_pronoun_leans_on_is_not_said_again_out_of_a_copy()
    {
        const string opening = "The harbour bridge in Varna reopened on Monday after eleven months of repairs.";
        var archive = new MadeUpArchive(
            MadeUpArchive.Article("Harbour bridge in Varna reopens", opening), MadeUpArchive.Article("Two", opening + " It carries 30,000 cars a day to the harbour of Varna."));
        var texts = archive.Ask("How many cars does the harbour bridge in Varna that reopened on Monday carry a day?").Candidate.Sentences.Select(
            sentence => sentence.Text).ToList();

        Assert.Equal(texts.Distinct(), texts);
        Assert.Contains(texts, text => text.Contains("30,000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_definition_prefers_the_appositive()
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article(
            "Talks", "Rosa Lindt arrived on Friday. “The date is fixed,” Rosa Lindt, the head of the port authority, told reporters. Rosa Lindt left by train."));
        var composition = archive.Ask("Who is Rosa Lindt?");

        Assert.Contains("head of the port authority", composition.Candidate.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal("the head of the port authority", composition.CandidateShort);
    }

    [Fact]
    public void What_the_text_answers_has_more_support_than_what_it_does_not()
    {
        var supported = Bridge.Ask("When did the harbour bridge in Varna reopen?").Support;

        Assert.True(supported > Bridge.Ask("Who won the chess tournament in Oslo?").Support);
        Assert.True(supported > Bridge.Ask("How many people drowned in Varna?").Support);
    }

    [Fact]
    public void What_was_quoted_is_not_quoted_again_and_no_pronoun_leans_on_it()
    {
        const string question = "How much did the repairs of the bridge cost?";
        var first = Bridge.Ask(question).Candidate;
        List<CitedPassage> said = [.. first.Citations.Select(citation => citation.ToPassage())];
        var second = Bridge.Ask(question, said).Candidate;

        Assert.True(second.IsSupported);
        Assert.DoesNotContain(second.Citations, citation => said.Exists(other =>
            other.RevisionId == citation.Revision.RevisionId && citation.Span.Overlaps(new TextSpan(other.Start, other.End))));
        Assert.False(Bridge.Ask(question, [.. said, .. Whole(1), .. Whole(2)]).Candidate.IsSupported);

        static IEnumerable<CitedPassage> Whole(long revision) => [new CitedPassage(1, revision, 0, int.MaxValue)];
    }

    [Fact]
    public void Somebody_may_be_known_by_a_role_alone() =>
        Assert.True(new MadeUpArchive(MadeUpArchive.Article("Lisbon", "The mayor of Lisbon resigned on Tuesday.")).Ask(
            "Who resigned in Lisbon?").Support >= AnswerModel.Default.SupportThreshold);

    [Fact]
    public void A_name_that_nothing_mentions_is_the_reason_of_the_refusal() =>
        Assert.Equal(new Refusal(RefusalKind.NameMissing, "Copenhagen"), Bridge.Ask("When did the bridge in Copenhagen reopen?").Refusal);

    [Fact]
    public void An_archive_without_a_word_of_the_question_gives_no_candidate()
    {
        var composition = Bridge.Ask("Zyzzyva quagga?");

        Assert.False(composition.Candidate.IsSupported);
        Assert.Equal(0, composition.Support);
    }
}
