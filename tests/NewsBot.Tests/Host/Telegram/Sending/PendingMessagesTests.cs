using NewsBot.Chats;
using NewsBot.Telegram.Sending;

namespace NewsBot.Tests.Host.Telegram.Sending;

public sealed class PendingMessagesTests
{
    [Fact]
    public void An_answer_goes_before_a_digest_but_not_before_one_that_is_on_its_way()
    {
        var messages = new PendingMessages();
        messages.Add(Message(1, MessagePurpose.Digest));
        messages.Add(Message(2, MessagePurpose.Digest));
        messages.IsBusy = true;
        messages.Add(Message(3, MessagePurpose.Answer));
        messages.Add(Message(4, MessagePurpose.Answer));
        messages.Add(Message(5, MessagePurpose.Digest));
        Assert.Equal([1, 3, 4, 2, 5], messages.Messages.Select(message => message.Id));
        messages.IsBusy = false;
        messages.Add(Message(6, MessagePurpose.Answer));
        Assert.Equal([1, 3, 4, 6, 2, 5], messages.Messages.Select(message => message.Id));
    }

    [Fact]
    public void Chats_with_an_answer_come_first_and_the_others_in_their_order()
    {
        var due = new DueChats();
        var chats = Enumerable.Range(0, 5).Select(_ => new PendingMessages()).ToList();
        foreach (var (id, messages) in chats.Index())
        {
            messages.Add(Message(id, id == 3 ? MessagePurpose.Answer : MessagePurpose.Digest));
            due.Enqueue(id, messages, TimeSpan.Zero);
        }

        // One that waits with a digest is asked for an answer too.
        chats[2].Add(Message(9, MessagePurpose.Answer));
        due.Enqueue(2, chats[2], TimeSpan.Zero);
        List<long> order = [];
        while (due.TryPeek(TimeSpan.Zero, isTrial: false, out var chatId, out _))
        {
            order.Add(chatId);
            due.Take(chatId, chats[(int)chatId]);
        }

        Assert.Equal([3, 2, 0, 1, 4], order);
    }

    [Fact]
    public void A_chat_that_has_to_wait_holds_nobody_up()
    {
        var due = new DueChats();
        var (answer, digest) = (new PendingMessages(), new PendingMessages());
        answer.Add(Message(1, MessagePurpose.Answer));
        digest.Add(Message(2, MessagePurpose.Digest));
        due.Enqueue(1, answer, TimeSpan.FromSeconds(5));
        due.Enqueue(2, digest, TimeSpan.FromSeconds(1));
        Assert.True(due.TryPeek(TimeSpan.FromSeconds(2), isTrial: false, out var chatId, out _));
        Assert.Equal(2, chatId);
        Assert.True(due.TryPeek(TimeSpan.FromSeconds(5), isTrial: false, out chatId, out _));
        Assert.Equal(1, chatId);
    }

    [Fact]
    public void Groups_at_their_limit_are_not_counted_as_ready_and_private_chats_go_first()
    {
        var due = new DueChats();
        for (var chat = 1; chat <= 3; chat++)
        {
            var (person, group, limited) = (new PendingMessages(), new PendingMessages(), new PendingMessages());
            foreach (var pending in new[] { person, group, limited })
                pending.Add(Message(chat, MessagePurpose.Answer));
            due.Enqueue(-chat, group, TimeSpan.Zero);
            due.Enqueue(-10 - chat, limited, TimeSpan.FromSeconds(60));
            due.Enqueue(chat, person, TimeSpan.Zero);
        }

        Assert.True(due.TryPeek(TimeSpan.FromSeconds(1), isTrial: false, out var chatId, out _));
        Assert.Equal(1, chatId);
        Assert.Equal((3, 3), (due.ReadyPeople, due.ReadyGroups));
    }

    private static OutboxMessage Message(long id, MessagePurpose purpose) =>
        new(id, new NewOutboxMessage(7, new BotRequest("sendMessage", "{}"), purpose), DateTimeOffset.UnixEpoch);
}
