using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Benchmarks.Following;
using NewsBot.Chats;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Benchmarks.Processes;

/// <summary>People who have a daily summary that is due within the drill, and never ask anything.</summary>
/// <param name="count">How many.</param>
internal sealed class DrillSubscribers(int count)
{
    private const long First = 500_000;
    private const int Articles = 40;

    /// <summary>When the last summary is due; the beginning of time before they are stored.</summary>
    public DateTimeOffset LastDue { get; private set; }

    /// <summary>Stores fresh articles for the summaries, and the subscriptions: half are due when the next minute begins, half a minute later.</summary>
    /// <param name="telegram">Knows them.</param>
    /// <param name="database">A connection string of the drill's database.</param>
    /// <param name="folder">For a process of its own.</param>
    public async Task StoreAsync(FakeBotApi telegram, string database, string folder, CancellationToken cancellationToken)
    {
        KeyValuePair<string, string?>[] settings = [new("Storage:Provider", "postgres"), new("Storage:ConnectionString", database), new("Models:Local", "false")];
        using var host = new NewsBotApp(settings).BuildTool(folder, Console.Error);
        var now = TimeProvider.System.GetUtcNow();
        var made = new SeedVariants();
        await host.Services.GetRequiredService<IArticleStore>().AddAsync(
            [.. Enumerable.Range(4, Articles).Select(number => made.Make(number, now.AddHours(-1)))], cancellationToken);
        var subscriptions = host.Services.GetRequiredService<ISubscriptionStore>();
        for (var i = 0; i < count; i++)
        {
            var due = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1 + (i % 2));
            var chat = First + i;
            telegram.AddPerson(chat);
            LastDue = due > LastDue ? due : LastDue;
            await subscriptions.ChangeAsync(
                chat,
                _ => new Subscription(new Place(chat, null))
                {
                    State = SubscriptionState.Active,
                    Zone = "Etc/UTC",
                    At = new TimeOnly(due.Hour, due.Minute),
                    MaxStories = 3,
                    NextDue = due,
                },
                cancellationToken);
        }
    }

    /// <summary>How many messages each of them got.</summary>
    public IReadOnlyList<int> Got(FakeBotApi telegram) => [.. Enumerable.Range(0, count).Select(i => telegram.BotMessages(First + i).Count)];
}
