using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class PollScheduleTests
{
    private static readonly PollLimits Limits = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(24));
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly PollOutcome.Succeeded News = new(HasNews: true);
    private static readonly PollOutcome.Succeeded Nothing = new(HasNews: false);
    private static readonly PollOutcome.Failed Failure = new("It fails.", RetryAt: null);

    [Fact]
    public void A_feed_that_always_has_news_comes_to_the_shortest_interval_and_one_that_never_has_to_the_longest()
    {
        Assert.Equal(Limits.Shortest, Run(News, 50).Interval);
        Assert.Equal(Limits.Longest, Run(Nothing, 50).Interval);
        Assert.Equal(PollSchedule.FirstInterval, Run(News, 1).Interval);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(360)]
    public void The_interval_settles_where_three_fetches_in_ten_bring_news(int minutesBetweenItems)
    {
        var (state, at, last, polls, withNews) = (new FeedState(), Noon, 0, 0, 0);
        for (; at < Noon.AddDays(60); at = state.NextDueAt!.Value)
        {
            var item = (int)((at - Noon).TotalMinutes / minutesBetweenItems);
            state = PollSchedule.Next(state, item > last ? News : Nothing, at, Limits, 1);
            (polls, withNews, last) = (polls + 1, withNews + (item > last ? 1 : 0), item);
        }

        Assert.InRange(withNews / (double)polls, 0.2, 0.45);
    }

    [Fact]
    public void Nobody_is_asked_sooner_than_the_feed_and_its_server_want()
    {
        Assert.InRange(Wait(new FeedState { TimeToLive = TimeSpan.FromHours(3) }, News), TimeSpan.FromHours(3), TimeSpan.FromHours(3.3));
        Assert.InRange(Wait(new FeedState(), News with { MaxAge = TimeSpan.FromHours(2) }), TimeSpan.FromHours(2), TimeSpan.FromHours(2.2));
        Assert.InRange(Wait(new FeedState { TimeToLive = TimeSpan.FromHours(3) }, Failure), TimeSpan.FromHours(3), TimeSpan.FromHours(3.3));
    }

    [Theory]
    [InlineData(365)]
    [InlineData(100_000)]
    public void What_they_want_is_believed_up_to_the_longest_wait(int days) =>
        Assert.InRange(
            Wait(new FeedState { TimeToLive = TimeSpan.FromDays(days) }, News with { MaxAge = TimeSpan.FromDays(days) }), TimeSpan.FromHours(24), TimeSpan.FromHours(26.4));

    [Fact]
    public void Failures_double_the_wait_up_to_the_longest()
    {
        var (state, waits) = (new FeedState { Interval = TimeSpan.FromMinutes(10) }, new List<double>());
        for (var i = 0; i < 100; i++)
        {
            state = PollSchedule.Next(state, Failure, Noon, Limits, 0);
            waits.Add((state.NextDueAt!.Value - Noon).TotalMinutes);
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440], waits.Take(10));
        Assert.Equal(1440, waits[^1]);
        Assert.Equal((100, Noon, "It fails."), (state.FailuresInRow, state.FailingSince, state.Problem));
        Assert.Equal(TimeSpan.FromMinutes(10), state.Interval);
    }

    [Fact]
    public void One_failure_does_not_lose_a_day_of_a_feed_that_is_fetched_once_a_day() =>
        Assert.True(Wait(new FeedState { Interval = TimeSpan.FromHours(24) }, Failure) < TimeSpan.FromHours(1));

    [Fact]
    public void A_server_that_says_when_to_come_again_is_obeyed()
    {
        Assert.Equal(TimeSpan.FromDays(3), Wait(new FeedState(), Failure with { RetryAt = Noon.AddDays(3) }));
        Assert.True(Wait(new FeedState(), Failure with { RetryAt = Noon.AddSeconds(1) }) >= Limits.Shortest);
        Assert.True(Wait(new FeedState(), Failure with { RetryAt = Noon.AddDays(-1) }) >= Limits.Shortest);
    }

    [Fact]
    public void A_success_ends_the_count_of_failures()
    {
        var failing = PollSchedule.Next(new FeedState { LastSuccessAt = Noon, Interval = TimeSpan.FromMinutes(20) }, Failure, Noon, Limits, 0);
        var state = PollSchedule.Next(failing, News, Noon.AddHours(1), Limits, 0);
        Assert.Equal((0, null, null, TimeSpan.FromMinutes(12)), (state.FailuresInRow, state.FailingSince, state.Problem, state.Interval));
        Assert.Equal((Noon.AddHours(1), Noon.AddHours(1)), (state.LastSuccessAt, state.LastChangeAt));
    }

    [Fact]
    public void What_is_gone_is_never_due()
    {
        var state = PollSchedule.Next(new FeedState(), new PollOutcome.Gone("Gone."), Noon, Limits, 0);
        Assert.Equal((null, true, "Gone."), (state.NextDueAt, state.IsGone, state.Problem));
    }

    [Fact]
    public void Hours_and_days_on_which_the_feed_does_not_change_are_left_out()
    {
        var night = PollSchedule.Bits([.. Enumerable.Range(12, 12), .. Enumerable.Range(0, 6)], 24);
        var due = Noon + Wait(new FeedState { SkipHours = night }, News);
        Assert.Equal((6, 2), (due.Hour, due.Day));

        // 1 March 2026 is a Sunday.
        due = Noon + Wait(new FeedState { SkipDays = PollSchedule.Bits([(int)DayOfWeek.Sunday, (int)DayOfWeek.Monday], 7) }, Failure);
        Assert.Equal(DayOfWeek.Tuesday, due.DayOfWeek);
    }

    [Fact]
    public void A_feed_that_says_that_it_never_changes_is_not_believed()
    {
        Assert.True(Wait(new FeedState { SkipHours = 0xFFFFFF }, News) < TimeSpan.FromHours(1));
        Assert.True(Wait(new FeedState { SkipDays = 0x7F }, News) < TimeSpan.FromHours(1));
        Assert.Equal(0b1001, PollSchedule.Bits([0, 3, -1, 24, int.MaxValue], 24));
    }

    [Fact]
    public void Feeds_that_were_added_together_drift_apart_and_none_comes_too_soon()
    {
        var waits = Enumerable.Range(1, 200).Select(id => PollSchedule.Next(new FeedState(), Nothing, Noon, Limits, id).NextDueAt!.Value - Noon).ToList();
        Assert.All(waits, wait => Assert.InRange(wait, PollSchedule.FirstInterval, PollSchedule.FirstInterval * 1.1));
        Assert.InRange(waits.CountBy(wait => (int)wait.TotalSeconds / 18).Max(tenth => tenth.Value), 1, 30);
        Assert.Equal(waits[0], PollSchedule.Next(new FeedState(), Nothing, Noon, Limits, 1).NextDueAt!.Value - Noon);
    }

    [Fact]
    public void A_process_that_ends_while_it_fetches_forgets_no_back_off()
    {
        Assert.Equal(Noon + Limits.Shortest, PollSchedule.Again(new FeedState { LastSuccessAt = Noon }, Noon, Limits, 0));
        Assert.Equal(Noon.AddHours(2), PollSchedule.Again(new FeedState { TimeToLive = TimeSpan.FromHours(2) }, Noon, Limits, 0));
        Assert.Equal(Noon.AddHours(4), PollSchedule.Again(new FeedState { FailingSince = Noon, FailuresInRow = 3 }, Noon, Limits, 0));
    }

    [Fact]
    public void A_page_is_tried_a_few_times_ever_more_seldom()
    {
        var waits = Enumerable.Range(1, 5).Select(tries => PageSchedule.Next(tries, Noon, retryAt: null) - Noon).ToList();
        Assert.Equal(waits[..4].Order(), waits[..4]);
        Assert.Null(waits[4]);
        Assert.Equal(Noon.AddDays(9), PageSchedule.Next(1, Noon, Noon.AddDays(9)));
    }

    private static TimeSpan Wait(FeedState state, PollOutcome outcome) => PollSchedule.Next(state, outcome, Noon, Limits, 7).NextDueAt!.Value - Noon;

    private static FeedState Run(PollOutcome outcome, int times)
    {
        var state = new FeedState();
        for (var i = 0; i < times; i++)
            state = PollSchedule.Next(state, outcome, state.NextDueAt ?? Noon, Limits, 3);
        return state;
    }
}
