using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Questions;

public sealed class OverviewRequestTests
{
    [Theory]
    [InlineData("latest news")]
    [InlineData("News")]
    [InlineData("Hi bot! Any news?")]
    [InlineData("what's new")]
    [InlineData("What’s going on today?")]
    [InlineData("what do you know?")]
    [InlineData("what else do you know?")]
    [InlineData("top stories, please")]
    [InlineData("can you summarise the news")]
    [InlineData("give me today's headlines")]
    [InlineData("останні новини")]
    [InlineData("Привіт! Що нового?")]
    [InlineData("новини")]
    [InlineData("які новини сьогодні?")]
    public void News_without_a_topic_are_the_latest(string text) => Assert.Equal(new OverviewRequest(OverviewKind.Latest, ""), OverviewRequest.Of(text));

    [Theory]
    [InlineData("what happened today?", "today")]
    [InlineData("What happened yesterday", "yesterday")]
    [InlineData("news of last week", "last week")]
    [InlineData("what happened on 22 July 2025", "22 July 2025")]
    public void Days_without_a_topic_are_the_latest_of_these_days(string text, string days) =>
        Assert.Equal(new OverviewRequest(OverviewKind.Latest, days), OverviewRequest.Of(text));

    [Theory]
    [InlineData("what's new on Ukraine?", nameof(OverviewKind.LatestOn), "Ukraine")]
    [InlineData("any news about the oak fire", nameof(OverviewKind.LatestOn), "the oak fire")]
    [InlineData("whats the latest on the talks", nameof(OverviewKind.LatestOn), "the talks")]
    [InlineData("brittney griner latest", nameof(OverviewKind.LatestOn), "brittney griner")]
    [InlineData("новини про Україну", nameof(OverviewKind.LatestOn), "Україну")]
    [InlineData("Hello, what happened in Kramatorsk?", nameof(OverviewKind.Happened), "Kramatorsk")]
    [InlineData("what is going on with the talks", nameof(OverviewKind.Happened), "the talks")]
    [InlineData("lahaina fire tuesday night what happened", nameof(OverviewKind.Happened), "lahaina fire tuesday night")]
    [InlineData("що сталося в Краматорську?", nameof(OverviewKind.Happened), "Краматорську")]
    [InlineData("Summarise the Istanbul talks", nameof(OverviewKind.Summary), "the Istanbul talks")]
    [InlineData("could you give me a short summary of the trial?", nameof(OverviewKind.Summary), "the trial")]
    [InlineData("tell me about the juul ban", nameof(OverviewKind.Summary), "the juul ban")]
    [InlineData("depp heard divorce tldr", nameof(OverviewKind.Summary), "depp heard divorce")]
    public void A_topic_is_found_in_what_asks_for_an_overview(string text, string kind, string topic) =>
        Assert.Equal(new OverviewRequest(Enum.Parse<OverviewKind>(kind), topic), OverviewRequest.Of(text));

    [Theory]
    [InlineData("istanbul talks")]
    [InlineData("maine lobster")]
    [InlineData("tariffs")]
    [InlineData("988 hotline")]
    public void Keywords_alone_ask_for_a_summary(string text) => Assert.Equal(new OverviewRequest(OverviewKind.Summary, text, IsKeywords: true), OverviewRequest.Of(text));

    [Theory]
    [InlineData("who won the race")]
    [InlineData("When did the talks resume?")]
    [InlineData("How many people died in Kramatorsk?")]
    [InlineData("What did Peskov say about the talks")]
    [InlineData("who said the reports about her surgery are fake news")]
    [InlineData("what was the latest name that the university picked")]
    [InlineData("gorbachev birthplace")]
    [InlineData("death toll alabama tornado")]
    [InlineData("lions rams final score")]
    [InlineData("most streamed artist worldwide")]
    [InlineData("Prince Harry's new book is titled:")]
    [InlineData("The winner was ____")]
    [InlineData("what happened to him in june before that")]
    [InlineData("what happened there?")]
    [InlineData("what happened? why?")]
    [InlineData("and Germany?")]
    [InlineData("сколько стоит билет")]
    [InlineData("кто построил мост")]
    [InlineData("yes")]
    [InlineData("lol")]
    [InlineData("42")]
    [InlineData("🙂")]
    [InlineData("")]
    [InlineData("?!")]
    public void A_fact_or_nothing_to_look_for_wants_no_overview(string text) => Assert.Null(OverviewRequest.Of(text));

    [Fact]
    public void Long_and_odd_texts_are_read_in_no_time()
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var part in new[] { "latest ", "what's new on ", "summary of the ", "news news ", "a, b", "hi hi, ", "новини про ", "the the ", "?", "\u0301", "😀" })
        {
            for (var length = 1; length <= 2_000; length *= 3)
                _ = OverviewRequest.Of(string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1)));
        }

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
