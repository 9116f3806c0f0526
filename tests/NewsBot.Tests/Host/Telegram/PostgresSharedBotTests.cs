using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Sources.Ingest;
using NewsBot.Storage.Postgres;
using NewsBot.Tests.Host.Hosting;
using NewsBot.Tests.Host.Storage.Postgres;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>Two whole services whose chats lie in one PostgreSQL database.</summary>
public sealed class PostgresSharedBotTests : IDisposable
{
    private const string Talks = "When do the talks in Istanbul resume?";
    private const int Chats = 10;

    private readonly PostgresChatDatabase database = new();
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_process_that_loses_its_chats_without_knowing_it_repeats_nothing_and_keeps_no_order_from_its_successor()
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        var asked = new Dictionary<long, List<long>>();
        var stillStore = new CutLeaseStore(new PostgresLeaseStore(database.Server.Open()));
        await using var still = await StartAsync(telegram, stillStore);
        Ask(telegram, asked);
        await telegram.WaitUntilAsync(() => telegram.RequestsOf("sendMessage").Count > Chats, TimeSpan.FromMinutes(1));
        await using var next = await StartAsync(telegram, new PostgresLeaseStore(database.Server.Open()));

        // For everybody else it stands still; it goes on with what it has.
        stillStore.Cut();
        database.Server.Execute($"UPDATE processes SET until = until - interval '1 hour' WHERE owner = '{stillStore.Owner}'");
        Ask(telegram, asked);
        var held = next.Services.GetRequiredService<Leases>();
        await WaitUntilAsync(held, () => held.Held == SlotSet.All);
        Ask(telegram, asked);
        await telegram.WaitUntilAsync(() => asked.All(chat => telegram.BotMessages(chat.Key).Count >= chat.Value.Count), TimeSpan.FromMinutes(1));
        var lost = still.Services.GetRequiredService<Leases>();
        await WaitUntilAsync(lost, () => lost.Held.IsEmpty);

        // It comes back and gets its share again.
        stillStore.Join();
        await WaitUntilAsync(lost, () => lost.Held.Size == SlotSet.Count / 2);
        Ask(telegram, asked);
        await telegram.WaitUntilAsync(() => asked.All(chat => telegram.BotMessages(chat.Key).Count >= chat.Value.Count), TimeSpan.FromMinutes(1));
        foreach (var (chat, questions) in asked)
            Assert.Equal(questions, telegram.BotMessages(chat).Select(message => message.ReplyTo!.Value));
        await still.StopAsync(Stop);
        await next.StopAsync(Stop);
    }

    private static async Task WaitUntilAsync(Leases leases, Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        for (var change = leases.NextChange(); !holds(); change = leases.NextChange())
            await change.WaitAsync(limit.Token);
    }

    private static void Ask(FakeBotApi telegram, Dictionary<long, List<long>> asked)
    {
        for (var chat = 1; chat <= Chats; chat++)
        {
            if (!asked.TryGetValue(chat * 7, out var questions))
                asked.Add(chat * 7, questions = []);
            questions.Add(telegram.Says(chat * 7, Talks).MessageId);
            questions.Add(telegram.Says(chat * 7, "/help").MessageId);
        }
    }

    private async Task<WebApplication> StartAsync(FakeBotApi telegram, ILeaseStore leases)
    {
        Dictionary<string, string?> settings = new()
        {
            ["Telegram:Token"] = telegram.Token,
            ["Telegram:BaseUrl"] = telegram.BaseUrl.ToString(),
            ["Telegram:Limits:PerChatPerSecond"] = "0",
            ["Telegram:Limits:PerSecond"] = "0",
            ["Telegram:Limits:QuestionsPerMinute"] = "0",
            ["Models:Local"] = "false",
            ["Web:Url"] = "http://127.0.0.1:0",
        };
        var process = new NewsBotApp(settings, services =>
        {
            services.AddSingleton(leases).AddSingleton(_ => database.Server.Open()).AddSingleton<PostgresFence>();
            services.Replace(ServiceDescriptor.Singleton<IInbox, PostgresInbox>());
            services.Replace(ServiceDescriptor.Singleton<IOutbox, PostgresOutbox>());
            services.Replace(ServiceDescriptor.Singleton<IConversationStore, PostgresConversationStore>());
            services.Replace(ServiceDescriptor.Singleton<IWatchStore, PostgresWatchStore>());
            services.Replace(ServiceDescriptor.Singleton<IChatStore, PostgresChatStore>());
            services.Replace(ServiceDescriptor.Singleton<ISubscriptionStore, PostgresSubscriptionStore>());

            // It ends last: what begins first ends last.
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<LeaseKeeper>(provider, true)));
        }).BuildService(folder.Path, TextWriter.Null);
        await process.Services.GetRequiredService<ArticleIngestor>().IngestAsync([RepositoryFiles.At("seeds")], progress: null, _ => { }, Stop);
        await process.Services.GetRequiredService<ArchiveIndex>().UpdateAsync(onProgress: null, Stop);
        await process.StartAsync(Stop);
        return process;
    }
}
