using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Overviews;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Tests.Host.Cli;

namespace NewsBot.Tests.Host.Answering;

/// <summary>Conversations about the seeds, from the question typed to the checked answer.</summary>
public sealed class ConversationTests(SeededArchive archive) : IClassFixture<SeededArchive>, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2025, 7, 22, 18, 0, 0, TimeSpan.Zero);

    private readonly OpenedArchive opened = new(archive.Path);
    private QuestionAnswerer answerer = null!;

    public async ValueTask InitializeAsync()
    {
        await opened.IndexAsync();
        answerer = opened.Answerer(hasOverview: true);
    }

    public ValueTask DisposeAsync()
    {
        opened.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("When do the talks in Istanbul resume?", "where?", "Istanbul")]
    [InlineData("When do the talks in Istanbul resume?", "tell me more", "")]
    [InlineData("Who announced the peace talks between Ukraine and Russia?", "and what did he say?", "Zelensky")]
    [InlineData("Who threw soup at the Mona Lisa?", "were they arrested?", "The police arrested two people.")]
    [InlineData("Who threw soup at the Mona Lisa?", "who painted it?", "Leonardo da Vinci")]
    [InlineData("Which film won best picture?", "how many Oscars did it win?", "seven")]
    [InlineData("How much is the merger of Frontier and Spirit worth?", "who leads them?", "Bill Franke")]
    public async Task The_next_question_is_answered_from_the_same_story(string first, string next, string holds)
    {
        var replies = await TalkAsync(first, next);

        Assert.All(replies, reply => Assert.True(reply.Answer.IsSupported, reply.Question.Text + ": " + reply.Answer.Reason));
        Assert.Contains(replies[1].ArticleIds, replies[0].ArticleIds.Contains);
        Assert.Contains(replies[1].Answer.Sentences, sentence => sentence.Text.Contains(holds, StringComparison.Ordinal));
        Assert.Empty(CitationCheck.Run(replies[1].Answer).Dropped);
    }

    [Theory]
    [InlineData("When do the talks in Istnbul resume?", "Istnbul", "Istanbul")]
    [InlineData("What did Zelenskyi say about the peace tlaks?", "Zelenskyi", "Zelensky")]
    public async Task A_misspelt_name_finds_the_nearest_of_the_archive_and_the_answer_tells_so(string question, string typed, string meant)
    {
        var reply = Assert.Single(await TalkAsync(question));
        Assert.Contains(new WordCorrection(typed, meant), reply.Answer.Corrections);
        Assert.Contains(meant, reply.Question.Text, StringComparison.Ordinal);
        Assert.NotEqual(AnswerTier.None, reply.Answer.Tier);
    }

    [Theory]
    [InlineData("When do the talks in Istanbul resume?")]
    [InlineData("Who said \"Istanbull\"?")]
    [InlineData("Who is Qwertzuiop?")]
    public async Task Known_words_quotations_and_words_without_a_neighbour_stay(string question) =>
        Assert.Empty(Assert.Single(await TalkAsync(question)).Answer.Corrections);

    [Fact]
    public async Task More_never_repeats_and_ends()
    {
        var replies = await TalkAsync(["When do the talks in Istanbul resume?", .. Enumerable.Repeat("more", 20)]);
        var ended = replies.FindIndex(reply => !reply.Answer.IsSupported);

        Assert.InRange(ended, 2, 20);
        Assert.All(replies.Skip(ended), reply => Assert.Equal(RefusalKind.NothingMore, reply.Answer.Refusal!.Kind));
        var cited = replies.SelectMany(reply => reply.Answer.Citations).ToList();
        for (var i = 0; i < cited.Count; i++)
            Assert.DoesNotContain(cited.Skip(i + 1), other => other.Revision.RevisionId == cited[i].Revision.RevisionId && other.Span.Overlaps(cited[i].Span));
        Assert.All(cited, citation => Assert.Equal(replies[0].ArticleIds[0], citation.Revision.Article.Id));
    }

    [Fact]
    public async Task The_latest_news_go_on_with_stories_that_were_not_told()
    {
        var replies = await TalkAsync("latest news", "tell me more", "more");

        Assert.Equal(LatestNews.MaxStories, replies[0].Answer.Sentences.Count);
        Assert.Equal("Peace talks between Ukraine and Russia resume in Istanbul on Wednesday.", replies[0].Answer.Sentences[0].Text);
        Assert.Equal(replies.SelectMany(reply => reply.ArticleIds).Distinct(), replies.SelectMany(reply => reply.ArticleIds));
        Assert.True(replies[1].Answer.IsSupported);
    }

    [Theory]
    [InlineData("When do the talks in Istanbul resume?", "and what's new there?")]
    [InlineData("Who threw soup at the Mona Lisa?", "what happened to it?")]
    public async Task An_overview_goes_on_from_a_conversation(string first, string next)
    {
        var replies = await TalkAsync(first, next);
        Assert.True(replies[1].Answer.IsSupported, replies[1].Question.Text + ": " + replies[1].Answer.Reason);
        Assert.Equal(replies[0].ArticleIds[0], replies[1].ArticleIds[0]);
    }

    [Fact]
    public async Task What_is_new_asks_for_all_news_whatever_was_said_before()
    {
        var replies = await TalkAsync("Who threw soup at the Mona Lisa?", "what's new?");
        Assert.True(replies[1].Answer is { IsOverview: true, Sentences.Count: LatestNews.MaxStories });
    }

    [Fact]
    public async Task Why_is_not_answered_with_what_was_just_said()
    {
        var replies = await TalkAsync("When do the talks in Istanbul resume?", "why?");
        Assert.Equal("Why do the talks in Istanbul resume?", replies[1].Question.Text);
        Assert.DoesNotContain(replies[1].Answer.Citations, citation => citation.Quote.Contains("resume in Istanbul on Wednesday", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Who threw soup at the Mona Lisa?", "why?", "not damaged")]
    [InlineData("Who threw soup at the Mona Lisa?", "how many people did they fire?", "two people")]
    public async Task What_speaks_of_something_else_is_no_answer(string first, string next, string holds)
    {
        var replies = await TalkAsync(first, next);

        Assert.True(replies[0].Answer.IsSupported);
        Assert.DoesNotContain(replies[1].Answer.Sentences, sentence => sentence.Text.Contains(holds, StringComparison.Ordinal));
        Assert.Equal(RefusalKind.NotSaid, replies[1].Answer.Refusal?.Kind);
    }

    [Fact]
    public async Task More_on_what_the_archive_does_not_know_is_nothing()
    {
        var replies = await TalkAsync("Who won the chess tournament on Mars?", "tell me more");
        Assert.Equal(RefusalKind.NothingMore, replies[1].Answer.Refusal!.Kind);
    }

    [Fact]
    public async Task A_question_about_given_articles_is_answered_from_them_alone_when_they_can()
    {
        const string question = "How many people died?";
        var heat = await IdOfAsync("How hot was it in the United Kingdom?");
        var disease = await IdOfAsync("Where is the outbreak of Marburg disease?");
        Assert.NotEqual(heat, disease);
        Assert.Equal([heat], (await AskAsync(question, articleIds: [heat])).ArticleIds);
        Assert.Equal([disease], (await AskAsync(question, articleIds: [disease])).ArticleIds);
    }

    [Fact]
    public async Task Given_articles_that_do_not_answer_do_not_stop_the_whole_archive()
    {
        const string question = "When do the talks in Istanbul resume?";
        var heat = await IdOfAsync("How hot was it in the United Kingdom?");
        var alone = await AskAsync(question);
        var scoped = await AskAsync(question, articleIds: [heat, "no such article"]);

        Assert.True(scoped.Answer.IsSupported);
        Assert.Equal(alone.Answer.Citations, scoped.Answer.Citations);
    }

    [Fact]
    public async Task Without_a_conversation_the_title_of_a_given_article_says_what_is_meant()
    {
        var talks = await IdOfAsync("When do the talks in Istanbul resume?");
        var reply = await AskAsync("tell me more", articleIds: [talks]);
        Assert.Equal("More on: Ukraine and Russia to meet again in Istanbul.", reply.Question.Text);
        Assert.Equal([talks], reply.ArticleIds);
        Assert.True(reply.Answer.IsSupported);
    }

    [Fact]
    public async Task A_question_that_stands_alone_is_answered_as_if_nothing_had_been_said()
    {
        const string question = "Which film won best picture?";
        var alone = await AskAsync(question);
        var replies = await TalkAsync("When do the talks in Istanbul resume?", question);
        Assert.Equal(question, replies[1].Question.Text);
        Assert.Equal(alone.Answer.Citations, replies[1].Answer.Citations);
        Assert.Equal(alone.Composition!.Support, replies[1].Composition!.Support);
    }

    private async Task<string> IdOfAsync(string question)
    {
        var reply = await AskAsync(question);
        return reply.ArticleIds[0];
    }

    private Task<Reply> AskAsync(string text, IReadOnlyList<Turn>? before = null, IReadOnlyList<string>? articleIds = null) =>
        answerer.AnswerAsync(new AskedQuestion(text, Now) { Before = before ?? [], ArticleIds = articleIds ?? [] }, TestContext.Current.CancellationToken);

    private async Task<List<Reply>> TalkAsync(params string[] questions)
    {
        var before = new List<Turn>();
        var replies = new List<Reply>();
        foreach (var question in questions)
        {
            var reply = await AskAsync(question, before);
            replies.Add(reply);
            before.Insert(0, new Turn
            {
                AskedAs = reply.Question.Text,
                AskedAt = reply.Question.AsOf,
                Answer = reply.Answer.Reason ?? string.Join(' ', reply.Answer.Sentences.Select(sentence => sentence.Text)),
                IsSupported = reply.Answer.IsSupported,
                Citations = [.. reply.Answer.Citations.Select(citation => citation.ToPassage())],
                ArticleIds = reply.ArticleIds,
            });
        }

        return replies;
    }
}
