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
            await queue.AddAsync(Update(id, chat: 7));
        await queue.AddAsync(Update(4, chat: 8));

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
            await queue.AddAsync(Update(id, chat: 7));
        await queue.AddAsync(Update(3, chat: 8));
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
        await queue.AddAsync(Update(1, chat: 7));
        Assert.True(queue.IsFull);
        var adding = queue.AddAsync(Update(2, chat: 8));
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
        await queue.AddAsync(Update(1, chat: 7));
        await queue.AddAsync(Update(2, chat: 7));
        Assert.Null(await queue.TakeAsync(Cancelled));
    }

    [Fact]
    public async Task A_lane_that_is_postponed_comes_again_later_and_in_order()
    {
        using var queue = new LaneQueue(10);
        foreach (var id in new[] { 1, 2 })
            await queue.AddAsync(Update(id, chat: -7));
        await queue.AddAsync(Update(3, chat: 8));
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
        queue.Release(Update(1, chat: -7));
        Assert.Equal(2, (await queue.TakeAsync(Cancelled))!.Value.Id);
    }

    [Fact]
    public async Task Private_chats_go_before_groups_and_every_fourth_turn_is_a_groups()
    {
        using var queue = new LaneQueue(100);
        for (var chat = 1; chat <= 8; chat++)
        {
            await queue.AddAsync(Update(-chat, -chat));
            await queue.AddAsync(Update(chat, chat));
        }

        List<long> order = [];
        for (var i = 0; i < 16; i++)
            order.Add((await queue.TakeAsync(Cancelled))!.Value.Id);
        Assert.Equal([1, 2, 3, -1, 4, 5, 6, -2, 7, 8], order[..10]);
    }

    private static QueuedUpdate Update(long id, long chat) => new(id, chat);
}
