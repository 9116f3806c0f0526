using NewsBot.Chats;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresSubscriptionStoreTests : SubscriptionStoreContract, IDisposable
{
    private readonly PostgresChatDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Two_processes_that_serve_the_same_chats_in_another_order_serve_each_once()
    {
        var processes = new[] { Open().Subscriptions, Open().Subscriptions };
        var digest = await processes[0].KeepDigestAsync(new SentDigest(Time.Now, [new SentStory("One", "It rained.")]), Stop);
        for (var day = 1; day <= 5; day++)
        {
            var deliveries = new List<DigestDelivery>();
            for (var chat = 1; chat <= 100; chat++)
            {
                var subscription = await processes[0].ChangeAsync(
                    chat, old => (old ?? new Subscription(new Place(chat, null))) with { State = SubscriptionState.Active, NextDue = Time.Now }, Stop);
                deliveries.Add(new DigestDelivery(subscription!, Time.Now.AddDays(1))
                {
                    Date = new DateOnly(2026, 3, day),
                    End = Time.Now,
                    DigestId = digest,
                    Messages = [Sends(chat, "one", MessagePurpose.Digest), Sends(chat, "two", MessagePurpose.Digest)],
                });
            }

            var served = await Task.WhenAll(
                Task.Run(() => processes[0].ServeAsync(deliveries, Stop), Stop), Task.Run(() => processes[1].ServeAsync([.. Enumerable.Reverse(deliveries)], Stop), Stop));
            Assert.Equal(Enumerable.Range(1, 100).SelectMany(chat => new long[] { chat, chat }), served.SelectMany(part => part).Select(message => message.Content.ChatId).Order());
        }

        Assert.Equal(1000, (await Open().Outbox.ReadWaitingAsync(0, 2000, Stop)).Select(message => message.Content.ExchangeId).Distinct().Count());
    }

    [Fact]
    public async Task Two_processes_that_begin_a_subscription_at_once_change_one()
    {
        var processes = new[] { Open().Subscriptions, Open().Subscriptions };
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(
            () => processes[number % 2].ChangeAsync(Anna, old => (old ?? new Subscription(new Place(Anna, null))) with { Topics = [.. old?.Topics ?? [], "x"] }, Stop), Stop)));
        var found = (await processes[0].FindAsync(Anna, Stop))!;
        Assert.Equal((40, 40), (found.Topics.Count, found.Revision));
    }

    private protected override ChatStorage Open() => database.Open(Time);

    protected override string Kept(string text) => PostgresChatDatabase.Kept(text);

    protected override IReadOnlyList<string> ReadAllTexts() => database.ReadAllTexts();
}
