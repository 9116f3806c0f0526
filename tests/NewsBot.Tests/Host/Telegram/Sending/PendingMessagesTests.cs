using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Sending;

namespace NewsBot.Tests.Host.Telegram.Sending;

public sealed class PendingMessagesTests
{
    [Fact]
    public void An_answer_goes_before_a_digest_but_not_before_one_that_is_being_made()
    {
        var calls = new PendingMessages();
        calls.Add(Call(1, MessagePurpose.Digest));
        calls.Add(Call(2, MessagePurpose.Digest));
        calls.IsBusy = true;
        calls.Add(Call(3, MessagePurpose.Answer));
        calls.Add(Call(4, MessagePurpose.Answer));
        calls.Add(Call(5, MessagePurpose.Digest));
        Assert.Equal([1, 3, 4, 2, 5], calls.Calls.Select(call => call.Id));
        calls.IsBusy = false;
        calls.Add(Call(6, MessagePurpose.Answer));
        Assert.Equal([1, 3, 4, 6, 2, 5], calls.Calls.Select(call => call.Id));
    }

    [Fact]
    public void Chats_with_an_answer_come_first_and_the_others_in_their_order()
    {
        var due = new DueChats();
        var chats = Enumerable.Range(0, 5).Select(_ => new PendingMessages()).ToList();
        foreach (var (id, calls) in chats.Index())
        {
            calls.Add(Call(id, id == 3 ? MessagePurpose.Answer : MessagePurpose.Digest));
            due.Enqueue(id, calls, TimeSpan.Zero);
        }

        // One that waits with a digest is asked for an answer too.
        chats[2].Add(Call(9, MessagePurpose.Answer));
        due.Enqueue(2, chats[2], TimeSpan.Zero);
        List<long> order = [];
        while (due.TryPeek(TimeSpan.Zero, out var chatId, out _))
        {
            order.Add(chatId);
            DueChats.Remove(chats[(int)chatId]);
        }

        Assert.Equal([3, 2, 0, 1, 4], order);
    }

    [Fact]
    public void A_chat_that_has_to_wait_holds_nobody_up()
    {
        var due = new DueChats();
        var (answer, digest) = (new PendingMessages(), new PendingMessages());
        answer.Add(Call(1, MessagePurpose.Answer));
        digest.Add(Call(2, MessagePurpose.Digest));
        due.Enqueue(1, answer, TimeSpan.FromSeconds(5));
        due.Enqueue(2, digest, TimeSpan.FromSeconds(1));
        Assert.True(due.TryPeek(TimeSpan.FromSeconds(2), out var chatId, out var at));
        Assert.Equal((2, TimeSpan.FromSeconds(1)), (chatId, at));
        Assert.True(due.TryPeek(TimeSpan.FromSeconds(5), out chatId, out _));
        Assert.Equal(1, chatId);
    }

    private static OutboxMessage Call(long id, MessagePurpose purpose) => new(id, new SendMessage(7, "text"), purpose, null, DateTimeOffset.UnixEpoch);
}
