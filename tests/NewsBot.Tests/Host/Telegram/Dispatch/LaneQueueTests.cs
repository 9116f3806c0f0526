using NewsBot.Chats;
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
        Assert.Equal((1, 4), (first!.Update.Id, other!.Update.Id));
        var next = queue.TakeAsync(Cancelled);
        Assert.False(next.IsCompleted);
        queue.Release(first);
        Assert.Equal(2, (await next)!.Update.Id);
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
            order.Add(update!.Update.Id);
            queue.Release(update);
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
        queue.Release((await queue.TakeAsync(Cancelled))!);
        await adding;
        Assert.Equal(2, (await queue.TakeAsync(Cancelled))!.Update.Id);
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

    private static ReceivedUpdate Update(long id, long chat) =>
        new(new StoredUpdate(id, chat, "{}"), DateTimeOffset.UnixEpoch);
}
