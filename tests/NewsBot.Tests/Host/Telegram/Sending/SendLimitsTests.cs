using NewsBot.Telegram.Api;
using NewsBot.Telegram.Sending;

namespace NewsBot.Tests.Host.Telegram.Sending;

public sealed class SendLimitsTests
{
    private const long Person = 5;
    private const long Group = -5;

    private static readonly LimitOptions Usual = new();
    private static readonly LimitOptions Off = new() { PerChatPerSecond = 0, PerGroupPerMinute = 0, PerSecond = 0 };

    [Fact]
    public void A_few_messages_go_at_once_and_then_one_a_second()
    {
        var sent = Send(new SendLimits(Usual), Person, 10);
        Assert.InRange(sent[3], 0, 0.2);
        Assert.Equal([.. Enumerable.Range(1, 6).Select(second => (double)second)], sent[4..], (a, b) => Math.Abs(a - b) < 0.2);
    }

    [Fact]
    public void A_group_takes_twenty_in_any_minute()
    {
        var sent = Send(new SendLimits(Usual), Group, 60);
        for (var i = 20; i < sent.Count; i++)
            Assert.True(sent[i] - sent[i - 20] > 59.999);
        Assert.InRange(sent[^1], 120, 140);
    }

    [Fact]
    public void All_chats_together_take_thirty_a_second()
    {
        var limits = new SendLimits(Usual);
        var now = TimeSpan.Zero;
        for (var chat = 1; chat <= 90; chat++)
        {
            now = limits.Next(now);
            limits.Take(chat, now);
        }

        Assert.InRange(now.TotalSeconds, 2.9, 3);
    }

    [Fact]
    public void A_timer_that_comes_late_costs_nothing_of_the_rate()
    {
        var limits = new SendLimits(Usual);
        var now = TimeSpan.FromSeconds(100);
        List<double> sent = [];
        for (var chat = 1; chat <= 3_000; chat++)
        {
            now = limits.Next(now) + TimeSpan.FromMilliseconds(chat % 7);
            limits.Take(chat, now);
            sent.Add(now.TotalSeconds);
        }

        Assert.InRange(sent[^1] - 100, 99.9, 100.1);

        // A second holds one more than thirty at the most.
        for (var i = 31; i < sent.Count; i++)
            Assert.True(sent[i] - sent[i - 31] > 0.99);
    }

    [Fact]
    public void Switched_off_nothing_waits()
    {
        Assert.Equal(0, Send(new SendLimits(Off), Person, 100)[^1]);
        Assert.Equal(0, Send(new SendLimits(Off), Group, 100)[^1]);
    }

    [Fact]
    public void A_chat_that_was_told_to_wait_waits_and_the_others_go_on()
    {
        var limits = new SendLimits(Usual);
        limits.Hold(Person, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(1));
        Assert.Equal(8, limits.NextInto(Person, TimeSpan.FromSeconds(2)).TotalSeconds);
        Assert.True(limits.IsHeld(Person, TimeSpan.FromSeconds(2)));
        Assert.False(limits.IsHeld(Person, TimeSpan.FromSeconds(8)));
        Assert.Equal(2, limits.NextInto(Group, TimeSpan.FromSeconds(2)).TotalSeconds);
        Assert.Equal(2, limits.Next(TimeSpan.FromSeconds(2)).TotalSeconds);
    }

    [Fact]
    public void After_a_wait_a_chat_has_no_leeway()
    {
        var limits = new SendLimits(Usual);
        limits.Hold(Person, TimeSpan.FromSeconds(7), TimeSpan.Zero);
        limits.Take(Person, TimeSpan.FromSeconds(7));
        Assert.Equal(8, limits.NextInto(Person, TimeSpan.FromSeconds(7)).TotalSeconds);
    }

    [Fact]
    public void Two_chats_told_to_wait_one_after_the_other_hold_the_whole_bot()
    {
        var limits = new SendLimits(Usual);
        limits.Hold(Group, TimeSpan.FromSeconds(1), TimeSpan.Zero);
        limits.Succeed();
        limits.Hold(Person, TimeSpan.FromSeconds(5), TimeSpan.Zero);
        limits.Hold(Person, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));
        Assert.Equal(1, limits.Next(TimeSpan.FromSeconds(1)).TotalSeconds);
        limits.Hold(Group, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        Assert.Equal(4, limits.Next(TimeSpan.FromSeconds(2)).TotalSeconds);
        Assert.True(limits.IsHeld(99, TimeSpan.FromSeconds(3)));
    }

    /// <summary>The seconds at which calls into one chat go out when each goes as soon as it may.</summary>
    private static List<double> Send(SendLimits limits, long chatId, int count)
    {
        List<double> sent = [];
        var now = TimeSpan.Zero;
        while (sent.Count < count)
        {
            var next = limits.NextInto(chatId, limits.Next(now));
            if (next > now)
            {
                now = next;
                continue;
            }

            limits.Take(chatId, now);
            sent.Add(now.TotalSeconds);
        }

        return sent;
    }
}
