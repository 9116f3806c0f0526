using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Summaries;
using NewsBot.Telegram.Subscriptions;
using NewsBot.Tests.Host.Storage;
using NewsBot.Tests.Host.Storage.Sqlite;

namespace NewsBot.Tests.Host.Telegram.Subscriptions;

public sealed class SubscriptionChoicesTests : IDisposable
{
    private static readonly Place Ann = new(11, null);

    private readonly SqliteChatFolder folder = new();
    private readonly ManualTime time = new();
    private readonly ISubscriptionStore subscriptions;
    private readonly SubscriptionChoices choices;

    public SubscriptionChoicesTests()
    {
        subscriptions = folder.Open(time).Subscriptions;
        choices = new SubscriptionChoices(subscriptions, new DigestCalendar(new ZonePlaces(), Options.Create(new DigestOptions())), time);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_due_once_it_is_active()
    {
        var unfinished = await ChangeAsync(old => old with { At = new TimeOnly(20, 0), Zone = "Etc/UTC" });
        Assert.Null(unfinished.NextDue);
        var active = await ChangeAsync(old => old with { State = SubscriptionState.Active });
        Assert.Equal(time.Now.AddHours(8), active.NextDue);
        Assert.Null((await ChangeAsync(old => old with { State = SubscriptionState.Stopped })).NextDue);
    }

    [Fact]
    public async Task Another_hour_on_a_day_already_served_is_due_the_next_day()
    {
        await ChangeAsync(old => old with { State = SubscriptionState.Active, At = new TimeOnly(11, 0), Zone = "Etc/UTC", LastDate = new DateOnly(2026, 3, 1) });
        var later = await ChangeAsync(old => old with { At = new TimeOnly(20, 0) });
        Assert.Equal(time.Now.AddHours(32), later.NextDue);
    }

    [Fact]
    public async Task One_that_waits_for_its_turn_keeps_it_whatever_is_changed()
    {
        await ChangeAsync(old => old with { State = SubscriptionState.Active, At = new TimeOnly(12, 30), Zone = "Etc/UTC" });
        time.Now = time.Now.AddHours(1);
        var topics = await ChangeAsync(old => old with { Topics = ["space"] });
        Assert.Equal(time.Now.AddMinutes(-30), topics.NextDue);
        var hour = await ChangeAsync(old => old with { At = new TimeOnly(12, 0) });
        Assert.Equal(time.Now, hour.NextDue);
    }

    [Fact]
    public void Topics_are_kept_once_and_not_too_many()
    {
        Assert.Equal(["a", "B"], SubscriptionChoices.Add(["a"], [" A ", "B\n", "", "b"]));
        Assert.Equal(Subscription.MaxTopics, SubscriptionChoices.Add([], Enumerable.Range(0, 99).Select(number => $"{number}")).Count);
        Assert.Equal(["b"], SubscriptionChoices.Toggle(["a", "b"], "A"));
        Assert.Equal(Subscription.MaxTopicLength - 1, SubscriptionChoices.Clean(new string('x', Subscription.MaxTopicLength - 1) + "😀").Length);
    }

    private Task<Subscription> ChangeAsync(Func<Subscription, Subscription> change) => choices.ChangeAsync(Ann, "en", change, Stop);
}
