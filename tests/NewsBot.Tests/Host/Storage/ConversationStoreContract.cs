using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of conversations does; one thin class per provider.</summary>
public abstract class ConversationStoreContract : ChatStorageContract
{
    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task An_exchange_comes_back_unchanged(string text)
    {
        var exchange = new Exchange(long.MaxValue, new Place(Group, 3), Anna)
        {
            Question = text,
            AskedAs = text + text,
            AskedAt = Time.Now.AddMilliseconds(7),
            QuestionMessageId = 12,
            ReplyMessageId = 13,
            Answer = "[" + text + "]",
            IsSupported = false,
            Citations = [new CitedPassage(1, 2, 3, 4), new CitedPassage(2, long.MaxValue, 0, int.MaxValue)],
            ArticleIds = ["a", text],
        };
        await Keep(Open(), exchange);
        var kept = exchange with { Question = Kept(exchange.Question), AskedAs = Kept(exchange.AskedAs), Answer = Kept(exchange.Answer) };
        AssertSame(kept, await Open().Conversations.FindAsync(exchange.Id, Stop));
    }

    [Fact]
    public async Task Recent_exchanges_are_of_one_place_newest_first()
    {
        var storage = Open();
        await Keep(storage, Exchange(1, Group));
        await Keep(storage, Exchange(2, Group, thread: 7));
        await Keep(storage, Exchange(3, Anna));
        Time.Now = Time.Now.AddMinutes(1);
        var second = Time.Now;
        await Keep(storage, Exchange(4, Group));
        await Keep(storage, Exchange(5, Group, thread: 7));
        await Keep(storage, Exchange(6, Group));

        Assert.Equal([6, 4, 1], await Recent(new Place(Group, null), DateTimeOffset.UnixEpoch, 10));
        Assert.Equal([6, 4], await Recent(new Place(Group, null), DateTimeOffset.UnixEpoch, 2));
        Assert.Equal([6, 4], await Recent(new Place(Group, null), second, 10));
        Assert.Equal([5, 2], await Recent(new Place(Group, 7), DateTimeOffset.UnixEpoch, 10));
        Assert.Equal([3], await Recent(new Place(Anna, null), DateTimeOffset.UnixEpoch, 10));
        Assert.Empty(await Recent(new Place(Bohdan, null), DateTimeOffset.UnixEpoch, 10));

        async Task<IEnumerable<long>> Recent(Place place, DateTimeOffset since, int limit) =>
            (await storage.Conversations.ReadRecentAsync(place, since, limit, Stop)).Select(exchange => exchange.Id);
    }

    [Fact]
    public async Task Questions_without_an_answer_come_back_newest_first_until_they_are_forgotten()
    {
        var storage = Open();
        foreach (var (id, person, isSupported) in new[] { (1, Anna, false), (2, Anna, true), (3, Bohdan, false), (4, Anna, false) })
        {
            await Keep(storage, Exchange(id, person) with { PersonId = person, AskedAs = $"question {id}", AskedAt = Time.Now, IsSupported = isSupported });
            Time.Now = Time.Now.AddMinutes(1);
        }

        Assert.Equal(["question 4", "question 3", "question 1"], await storage.Conversations.ReadUnansweredAsync(10, Stop));
        Assert.Equal(["question 4"], await storage.Conversations.ReadUnansweredAsync(1, Stop));
        await storage.Chats.ForgetAsync(Anna, Stop);
        Assert.Equal(["question 3"], await storage.Conversations.ReadUnansweredAsync(10, Stop));
    }

    [Fact]
    public async Task An_exchange_is_found_by_its_messages()
    {
        var storage = Open();
        await Keep(storage, Exchange(1, Anna) with { QuestionMessageId = 10, ReplyMessageId = 11 });
        Time.Now = Time.Now.AddMinutes(1);
        await Keep(storage, Exchange(2, Anna) with { QuestionMessageId = 10, ReplyMessageId = 12 });
        await Keep(storage, Exchange(3, Bohdan) with { QuestionMessageId = 10, ReplyMessageId = 11 });
        await Keep(storage, Exchange(4, Anna) with { QuestionMessageId = 0 });

        var found = storage.Conversations;
        Assert.Equal(2, (await found.FindByQuestionAsync(Anna, 10, Stop))!.Id);
        Assert.Equal(3, (await found.FindByQuestionAsync(Bohdan, 10, Stop))!.Id);
        Assert.Null(await found.FindByQuestionAsync(Anna, 0, Stop));
        Assert.Equal(1, (await found.FindByReplyAsync(Anna, 11, Stop))!.Id);
        Assert.Null(await found.FindByReplyAsync(Anna, 10, Stop));
        Assert.Null(await found.FindAsync(99, Stop));
    }

    [Fact]
    public async Task A_later_rating_replaces_an_earlier_one()
    {
        var storage = Open();
        await Keep(storage, Exchange(1, Group));
        await storage.Conversations.RateAsync(1, Anna, true, Stop);
        await storage.Conversations.RateAsync(1, Bohdan, true, Stop);
        await storage.Conversations.RateAsync(1, Anna, false, Stop);
        await storage.Conversations.RateAsync(99, Anna, true, Stop);
        var statistics = await Open().Chats.GetStatisticsAsync(Stop);
        Assert.Equal((1, 1), (statistics.Helpful, statistics.NotHelpful));
    }

    [Fact]
    public async Task Old_exchanges_are_pruned_with_their_ratings()
    {
        var storage = Open();
        foreach (var id in Enumerable.Range(1, 600))
            await Keep(storage, Exchange(id, Anna, "unmistakable"));
        await storage.Conversations.RateAsync(1, Anna, true, Stop);
        Time.Now = Time.Now.AddDays(1);
        await Keep(storage, Exchange(1001, Anna));
        await storage.Conversations.PruneAsync(Time.Now, Stop);

        var statistics = await Open().Chats.GetStatisticsAsync(Stop);
        Assert.Equal((1, 0), (statistics.Questions, statistics.Helpful));
        Assert.NotNull(await storage.Conversations.FindAsync(1001, Stop));
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));
    }
}
