using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedNoticesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_failure_is_told_after_a_day_and_once()
    {
        var failing = new FeedState { LastSuccessAt = Now.AddDays(-2), FailingSince = Now.AddHours(-23) };
        Assert.Null(Due(failing));
        Assert.Equal(FeedNotice.Failing, Due(failing with { FailingSince = Now.AddDays(-1) }));
        Assert.Null(Due(failing with { FailingSince = Now.AddDays(-9), IsFailureTold = true }));
    }

    [Fact]
    public void What_is_gone_is_told_at_once()
    {
        Assert.Equal(FeedNotice.Failing, Due(new FeedState { IsGone = true, FailingSince = Now }));
        Assert.Null(Due(new FeedState { IsGone = true, FailingSince = Now, IsFailureTold = true }));
    }

    [Fact]
    public void A_return_is_told_when_the_failure_was()
    {
        Assert.Equal(FeedNotice.Back, Due(new FeedState { LastSuccessAt = Now, IsFailureTold = true }));
        Assert.Null(Due(new FeedState { LastSuccessAt = Now }));
        Assert.Null(Due(new FeedState()));
    }

    [Fact]
    public void Of_a_paused_feed_nothing_is_told()
    {
        Assert.Null(Due(new FeedState { FailingSince = Now.AddDays(-9) }, isPaused: true));
        Assert.Null(Due(new FeedState { LastSuccessAt = Now, IsFailureTold = true }, isPaused: true));
    }

    private static FeedNotice? Due(FeedState state, bool isPaused = false) =>
        FeedNotices.DueFor(new FollowedFeed(new FeedSettings(1, "https://a.example/") { IsPaused = isPaused }, state), Now);
}
