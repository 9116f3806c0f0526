using NewsBot.Telegram.Sending;

namespace NewsBot.Tests.Host.Telegram.Sending;

public sealed class ReplyTimesTests
{
    [Fact]
    public void A_near_service_that_this_machine_is_slow_to_hear_gets_one_request_at_a_time()
    {
        var replies = new ReplyTimes();
        foreach (var milliseconds in new[] { 90, 4, 120, 60 })
            replies.Add(TimeSpan.FromMilliseconds(milliseconds));
        Assert.Equal(400, replies.Overlap.TotalMilliseconds);
    }

    [Fact]
    public void Requests_to_a_service_far_away_overlap()
    {
        var replies = new ReplyTimes();
        replies.Add(TimeSpan.FromMilliseconds(4));
        for (var i = 0; i < 64; i++)
            replies.Add(TimeSpan.FromMilliseconds(80));
        Assert.Equal(20, replies.Overlap.TotalMilliseconds);
    }
}
