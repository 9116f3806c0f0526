using NewsBot.Hosting;
using NewsBot.Telegram.Dispatch;

namespace NewsBot.Tests.Host.Telegram.Dispatch;

public sealed class LaneQueueTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lane_is_handled_by_one_at_a_time_and_in_order()
    {
        using var queue = new LaneQueue(10);
        foreach (var id in new[] { 1, 2, 3 })
            await queue.AddAsync(id, 7);
        await queue.AddAsync(4, 8);

        var first = await queue.TakeAsync(Cancelled);
        var other = await queue.TakeAsync(Cancelled);
        Assert.Equal((1, 4), (first!.Value.Id, other!.Value.Id));
        var next = queue.TakeAsync(Cancelled);
        Assert.False(next.IsCompleted);
        queue.Release(first.Value);
        Assert.Equal(2, (await next)!.Value.Id);
    }

    [Fact]
    public async Task Lanes_have_turns()
    {
        using var queue = new LaneQueue(10);
        foreach (var id in new[] { 1, 2 })
            await queue.AddAsync(id, 7);
        await queue.AddAsync(3, 8);
        List<long> order = [];
        for (var i = 0; i < 3; i++)
        {
            var update = await queue.TakeAsync(Cancelled);
            order.Add(update!.Value.Id);
            queue.Release(update.Value);
        }

        Assert.Equal([1, 3, 2], order);
    }

    [Fact]
    public async Task A_full_queue_waits_for_room()
    {
        using var queue = new LaneQueue(1);
        await queue.AddAsync(1, 7);
        Assert.True(queue.IsFull);
        var adding = queue.AddAsync(2, 8);
        Assert.False(adding.IsCompleted);
        queue.Release((await queue.TakeAsync(Cancelled))!.Value);
        await adding;
        Assert.Equal(2, (await queue.TakeAsync(Cancelled))!.Value.Id);
    }

    [Fact]
    public async Task Completed_it_hands_nothing_out_and_lets_go_whoever_waits()
    {
        using var queue = new LaneQueue(1);
        var waiting = queue.TakeAsync(Cancelled);
        queue.Complete();
        Assert.Null(await waiting);
        await queue.AddAsync(1, 7);
        await queue.AddAsync(2, 7);
        Assert.Null(await queue.TakeAsync(Cancelled));
    }

    [Fact]
    public async Task A_lane_that_is_postponed_comes_again_later_and_in_order()
    {
        using var queue = new LaneQueue(10);
        foreach (var id in new[] { 1, 2 })
            await queue.AddAsync(id, -7);
        await queue.AddAsync(3, 8);
        var room = new TaskCompletionSource();
        List<long> order = [];
        for (var i = 0; i < 2; i++)
        {
            var update = (await queue.TakeAsync(Cancelled))!.Value;
            order.Add(update.Id);
            if (update.Lane == -7)
                queue.Postpone(update, room.Task);
            else
                queue.Release(update);
        }

        Assert.Equal([1, 3], order.Order());
        var next = queue.TakeAsync(Cancelled);
        Assert.False(next.IsCompleted);
        room.SetResult();
        Assert.Equal(1, (await next)!.Value.Id);
        queue.Release((await next)!.Value);
        Assert.Equal(2, (await queue.TakeAsync(Cancelled))!.Value.Id);
    }

    [Fact]
    public async Task Private_chats_go_before_groups_and_every_fourth_turn_is_a_groups()
    {
        using var queue = new LaneQueue(100);
        for (var chat = 1; chat <= 8; chat++)
        {
            await queue.AddAsync(-chat, -chat);
            await queue.AddAsync(chat, chat);
        }

        List<long> order = [];
        for (var i = 0; i < 16; i++)
            order.Add((await queue.TakeAsync(Cancelled))!.Value.Id);
        Assert.Equal([1, 2, 3, -1, 4, 5, 6, -2, 7, 8], order[..10]);
    }

    [Fact]
    public async Task An_update_that_waits_is_not_added_again()
    {
        using var queue = new LaneQueue(10);
        await queue.AddAsync(1, 7);
        var first = (await queue.TakeAsync(Cancelled))!.Value;
        await queue.AddAsync(1, 7);
        await queue.AddAsync(2, 7);
        Assert.Equal(2, queue.Count);
        queue.Release(first);
        Assert.Equal(2, (await queue.TakeAsync(Cancelled))!.Value.Id);
    }

    [Fact]
    public async Task Slots_that_are_dropped_and_come_back_begin_again_and_what_is_handled_meanwhile_changes_nothing()
    {
        using var queue = new LaneQueue(3);
        await queue.AddAsync(1, 7);
        await queue.AddAsync(2, 7);
        await queue.AddAsync(3, 8);
        var old = (await queue.TakeAsync(Cancelled))!.Value;
        queue.Drop(SlotSet.Of(7));
        Assert.Equal((1, SlotSet.Of(7)), (queue.Count, queue.Handled()));

        await queue.AddAsync(1, 7);
        await queue.AddAsync(2, 7);
        Assert.Equal(3, (await queue.TakeAsync(Cancelled))!.Value.Id);
        var again = (await queue.TakeAsync(Cancelled))!.Value;
        Assert.Equal(1, again.Id);
        queue.Release(old);
        Assert.Equal(3, queue.Count);
        queue.Release(again);
        Assert.Equal(2, (await queue.TakeAsync(Cancelled))!.Value.Id);
    }

    [Fact]
    public async Task A_lane_that_was_offered_before_it_was_dropped_is_handled_by_one_at_a_time()
    {
        using var queue = new LaneQueue(10);
        await queue.AddAsync(1, 7);
        queue.Drop(SlotSet.All);
        await queue.AddAsync(1, 7);
        Assert.Equal(1, (await queue.TakeAsync(Cancelled))!.Value.Id);
        var next = queue.TakeAsync(Cancelled);
        Assert.False(next.IsCompleted);
        queue.Complete();
        Assert.Null(await next);
    }
}
