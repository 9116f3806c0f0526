using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
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

    [Fact]
    public async Task A_full_disk_stops_the_work_is_told_in_one_line_each_and_loses_nothing()
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        var asked = new Dictionary<long, List<long>>();
        var log = new StringWriter();
        await using var process = await StartAsync(telegram, new PostgresLeaseStore(database.Server.Open()), TextWriter.Synchronized(log));
        Ask(telegram, asked);
        await AnsweredAsync(telegram, asked);

        // First what follows from an update cannot be stored, then the updates cannot, either: they stay with the service.
        database.Server.Execute(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER refused BEFORE INSERT OR UPDATE ON exchanges FOR EACH ROW EXECUTE FUNCTION refuse();
            CREATE TRIGGER refused BEFORE INSERT OR UPDATE ON outbox FOR EACH ROW EXECUTE FUNCTION refuse();
            """);
        Ask(telegram, asked);
        var health = process.Services.GetRequiredService<HealthCheckService>();
        await ToldAsync(health, "what is to be stored waits: The archive postgres://127.0.0.1/");
        database.Server.Execute("CREATE TRIGGER refused BEFORE INSERT OR UPDATE ON updates FOR EACH ROW EXECUTE FUNCTION refuse()");
        Ask(telegram, asked);
        await ToldAsync(health, "No updates can be received");
        Assert.NotEmpty(telegram.WaitingUpdates);

        database.Server.Execute("DROP TRIGGER refused ON exchanges; DROP TRIGGER refused ON outbox; DROP TRIGGER refused ON updates");
        await AnsweredAsync(telegram, asked);
        foreach (var (chat, questions) in asked)
            Assert.Equal(questions, telegram.BotMessages(chat).Select(message => message.ReplyTo!.Value));
        await process.StopAsync(Stop);
        var lines = log.ToString().Split('\n');
        Assert.Single(lines, line => line.Contains("The archive cannot be used just now", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("No updates for now", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_jumps_by_an_hour_costs_no_lease_and_no_answer_and_repeats_none(int hours)
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        var asked = new Dictionary<long, List<long>>();
        var time = new JumpingTime();
        await using var jumping = await StartAsync(telegram, new PostgresLeaseStore(database.Server.Open()), TextWriter.Null, time);
        await using var steady = await StartAsync(telegram, new PostgresLeaseStore(database.Server.Open()));
        var (here, there) = (jumping.Services.GetRequiredService<Leases>(), steady.Services.GetRequiredService<Leases>());
        await WaitUntilAsync(here, () => here.Held.Size == SlotSet.Count / 2);
        await WaitUntilAsync(there, () => there.Held.Size == SlotSet.Count / 2);
        var held = (Here: here.Held, There: there.Held, Lost: here.OfSlot(here.Held.Slots().First())!.Lost);
        telegram.FailNext("sendMessage", FakeBotApiFault.TooManyRequests(2), times: 4);
        Ask(telegram, asked);
        time.Jump = TimeSpan.FromHours(hours);
        Ask(telegram, asked);
        await AnsweredAsync(telegram, asked);
        time.Jump = TimeSpan.FromHours(-hours);
        Ask(telegram, asked);
        await AnsweredAsync(telegram, asked);
        foreach (var (chat, questions) in asked)
            Assert.Equal(questions, telegram.BotMessages(chat).Select(message => message.ReplyTo!.Value));
        Assert.DoesNotContain(telegram.Flood.Early, request => request.Method == "sendMessage");
        Assert.Equal((held.Here, held.There), (here.Held, there.Held));
        Assert.False(held.Lost.IsCancellationRequested);
        await jumping.StopAsync(Stop);
        await steady.StopAsync(Stop);
    }

    private static Task AnsweredAsync(FakeBotApi telegram, Dictionary<long, List<long>> asked) =>
        telegram.WaitUntilAsync(() => asked.All(chat => telegram.BotMessages(chat.Key).Count >= chat.Value.Count), TimeSpan.FromMinutes(1));

    private static async Task ToldAsync(HealthCheckService health, string part)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!(await health.CheckHealthAsync(limit.Token)).Entries.Values.Any(entry => entry.Description?.Contains(part, StringComparison.Ordinal) == true))
            await Task.Yield();
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

    private async Task<WebApplication> StartAsync(FakeBotApi telegram, ILeaseStore leases, TextWriter? log = null, TimeProvider? time = null)
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

            if (time is not null)
                services.Replace(ServiceDescriptor.Singleton(time));

            // It ends last: what begins first ends last.
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<LeaseKeeper>(provider, true)));
        }).BuildService(folder.Path, log ?? TextWriter.Null);
        await process.Services.GetRequiredService<ArticleIngestor>().IngestAsync([RepositoryFiles.At("seeds")], progress: null, _ => { }, Stop);
        await process.Services.GetRequiredService<ArchiveIndex>().UpdateAsync(onProgress: null, Stop);
        await process.StartAsync(Stop);
        return process;
    }

    /// <summary>A clock that somebody sets wrong; what it measures goes on.</summary>
    private sealed class JumpingTime : TimeProvider
    {
        private long jump;

        public TimeSpan Jump
        {
            set => Volatile.Write(ref jump, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref jump));
    }
}
