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
    public void A_draft_leaves_room_for_the_answer()
    {
        var limits = new SendLimits(Usual);
        var now = TimeSpan.FromMinutes(1);
        var drafts = 0;
        for (; limits.HasSpare(Person, now) && drafts < 10; drafts++)
        {
            limits.Take(Person, now);
            now += TimeSpan.FromMilliseconds(100);
        }

        Assert.Equal(3, drafts);
        Assert.Equal(now, limits.NextInto(Person, now));
        Assert.True(limits.HasSpare(Person, now + TimeSpan.FromSeconds(1)));
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
        limits.Hold(Person, TimeSpan.FromSeconds(7), isMessage: true, TimeSpan.FromSeconds(1));
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
        limits.Hold(Person, TimeSpan.FromSeconds(7), isMessage: true, TimeSpan.Zero);
        limits.Take(Person, TimeSpan.FromSeconds(7));
        Assert.Equal(8, limits.NextInto(Person, TimeSpan.FromSeconds(7)).TotalSeconds);
    }

    [Fact]
    public void Two_chats_told_to_wait_one_after_the_other_hold_nobody_else()
    {
        var limits = new SendLimits(Usual);
        Refuse(limits, Group, 1);
        Refuse(limits, Group - 1, 1.1);
        Assert.Equal(1.2, limits.Next(TimeSpan.FromSeconds(1.2)).TotalSeconds);
        Assert.False(limits.IsHeld(Person, TimeSpan.FromSeconds(1.2)));
    }

    [Fact]
    public void Waits_of_an_earlier_process_hold_their_chats_only()
    {
        var limits = new SendLimits(Usual);
        for (var chat = 1; chat <= 9; chat++)
            limits.Restore(chat, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(1));
        Assert.Equal(1, limits.Next(TimeSpan.FromSeconds(1)).TotalSeconds);
        Assert.Equal(41, limits.NextInto(3, TimeSpan.FromSeconds(1)).TotalSeconds);
    }

    [Fact]
    public void Several_quiet_chats_refused_at_once_hold_the_bot_for_a_moment_and_one_request_tries()
    {
        var limits = new SendLimits(Usual);
        for (var chat = 1; chat <= 3; chat++)
            Refuse(limits, -chat, 100 + (chat / 10.0));
        Assert.True(limits.IsBotSuspected);
        Assert.Equal(101.3, limits.Next(TimeSpan.FromSeconds(100.4)).TotalSeconds, 3);
        limits.Take(Person, TimeSpan.FromSeconds(101.3));
        Assert.Equal(101.55, limits.Next(TimeSpan.FromSeconds(101.3)).TotalSeconds, 3);
        limits.Succeed();
        Assert.False(limits.IsBotSuspected);
    }

    [Fact]
    public void Refusals_far_apart_or_with_a_success_between_or_of_busy_chats_are_the_chats_own()
    {
        var limits = new SendLimits(Usual);
        for (var chat = 1; chat <= 5; chat++)
            Refuse(limits, -chat, 100 + (chat * 0.6));
        for (var chat = 11; chat <= 15; chat++)
        {
            Refuse(limits, -chat, 200);
            limits.Succeed();
        }

        for (var chat = 21; chat <= 25; chat++)
        {
            limits.Take(-chat, TimeSpan.FromSeconds(299));
            Refuse(limits, -chat, 300);
        }

        Assert.False(limits.IsBotSuspected);
        Assert.Equal(300.5, limits.Next(TimeSpan.FromSeconds(300.5)).TotalSeconds, 3);
    }

    [Fact]
    public void Processes_that_have_the_parts_of_the_chats_keep_the_bots_limit_together()
    {
        int[] parts = [22, 21, 21];
        var sent = parts.SelectMany(part =>
        {
            var limits = new SendLimits(Usual);
            limits.SetShare(part / 64.0);
            List<TimeSpan> times = [];
            for (var now = TimeSpan.Zero; now < TimeSpan.FromSeconds(10); now += TimeSpan.FromMilliseconds(1))
            {
                if (limits.Next(now) > now)
                    continue;
                limits.Take(1_000 + times.Count, now);
                times.Add(now);
            }

            return times;
        }).ToList();
        Assert.All(sent, from => Assert.InRange(sent.Count(at => at >= from && at < from + TimeSpan.FromSeconds(1)), 1, 30));
        Assert.InRange(sent.Count, 265, 275);
    }

    [Fact]
    public void What_another_process_was_refused_as_the_bot_makes_this_one_wait_and_try_one_at_a_time()
    {
        var limits = new SendLimits(Usual);
        var now = TimeSpan.FromMinutes(5);
        limits.HoldAll(TimeSpan.FromSeconds(1), now);
        Assert.Equal(TimeSpan.FromSeconds(1), limits.HeldFor(now));
        Assert.Equal(now + TimeSpan.FromSeconds(1), limits.Next(now));
        Assert.True(limits.IsBotSuspected);
        limits.HoldAll(TimeSpan.FromSeconds(0.5), now);
        Assert.Equal(TimeSpan.FromSeconds(1), limits.HeldFor(now));
        limits.Succeed();
        Assert.False(limits.IsBotSuspected);
    }

    private static void Refuse(SendLimits limits, long chatId, double second)
    {
        limits.Take(chatId, TimeSpan.FromSeconds(second));
        limits.Hold(chatId, TimeSpan.FromSeconds(60), isMessage: true, TimeSpan.FromSeconds(second));
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
