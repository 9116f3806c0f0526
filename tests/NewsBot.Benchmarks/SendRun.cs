using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Digests;
using NewsBot.Core.Questions;
using NewsBot.Hosting;
using NewsBot.Storage.Sqlite;
using NewsBot.Summaries;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Sending;
using NewsBot.Telegram.Subscriptions;
using NewsBot.Web.Access;

namespace NewsBot.Benchmarks;

/// <summary>Many subscribers due at one minute: store, service and sender as in the bot, and behind them a service that only counts.</summary>
/// <param name="folder">Of the archive; empty.</param>
/// <param name="subscribers">How many.</param>
/// <param name="perSecond">The limit over all chats.</param>
/// <param name="latency">How long the service takes for a call.</param>
internal sealed class SendRun(string folder, int subscribers, double perSecond, TimeSpan latency)
{
    private const int Settings = 200;
    private const int Batch = 1_000;

    // Told apart from subscribers: nobody of these has a digest.
    private const long FirstAsker = 1_000_000_000;

    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Sends all of them and tells how long that took, and how long answers waited meanwhile.</summary>
    public async Task RunAsync(TextWriter output)
    {
        var time = TimeProvider.System;
        var leases = new Leases(isShared: false, time);
        var archive = new SqliteArchive(Options.Create(new ArchiveOptions { Path = folder }));
        using var readers = new SqliteReaders(archive);
        using var writes = new SqliteWriteQueue(archive);
        var store = new SqliteSubscriptionStore(readers, writes, time);
        var outbox = new SqliteOutbox(readers, writes, time);
        var calendar = new DigestCalendar(new ZonePlaces(), Options.Create(new DigestOptions()));
        var options = Options.Create(new TelegramOptions { Limits = new LimitOptions { PerSecond = perSecond } });
        using var life = new NoLifetime();
        using var counter = new CountingBotApi(latency);
        using var api = new BotApi(new BotToken("1:x"), new Uri("http://localhost"), TimeSpan.FromMinutes(1), counter);
        var delivery = new MessageDelivery(
            outbox, new SqliteChatStore(readers, writes, time), new SqliteConversationStore(readers, writes), api, new BotFault(life),
            new SendingHealth(time, NullLogger<SendingHealth>.Instance), leases, new StorePipeline(new ServiceHealth(), time, NullLogger<StorePipeline>.Instance), time,
            NullLogger<MessageDelivery>.Instance);
        using var sender = new OutboxSender(outbox, api, delivery, leases, options, time, NullLogger<OutboxSender>.Instance);
        await SubscribeAsync(store, time.GetUtcNow());
        await output.WriteLineAsync($"{subscribers:N0} subscribers with {Settings} settings are due; the limit is {perSecond:N0} a second.");

        using var stop = new CancellationTokenSource();
        await sender.TakeAsync(SlotSet.All, CancellationToken.None);
        var sending = sender.RunAsync(stop.Token);
        using var digests = new SharedDigests(new LongDigestMaker(), store, new ReaderLinks(Options.Create(new WebOptions())));
        var summaries = new DigestService(
            store, calendar, digests, new SubscriptionMenu(calendar, time), new Access(options, api), sender, time, NullLogger<DigestService>.Instance);
        using var service = new Periodic(summaries, new ServiceHealth(), leases, time, NullLogger<Periodic>.Instance);
        var started = Stopwatch.GetTimestamp();
        await service.StartAsync(CancellationToken.None);
        var waits = await AskAsync(counter, outbox, sender);
        var took = Stopwatch.GetElapsedTime(started, counter.LastDigestAt);
        await stop.CancelAsync();
        await service.StopAsync(CancellationToken.None);
        await sending;

        // What was asked meanwhile takes its share of the limit.
        var needed = TimeSpan.FromSeconds((subscribers + waits.Count) / perSecond);
        waits.Sort();
        await output.WriteLineAsync($"last digest after {took.TotalSeconds:N1} s; the limit itself needs {needed.TotalSeconds:N1} s: {(took / needed) - 1:P1} more");
        await output.WriteLineAsync(
            $"{counter.Digests:N0} digests, {counter.Chats:N0} chats; "
            + $"{waits.Count} answers meanwhile waited p50 {waits[waits.Count / 2]:N1} ms, p99 {waits[waits.Count * 99 / 100]:N1} ms, most {waits[^1]:N1} ms");
        await output.WriteLineAsync($"most calls waiting in the sender: {counter.MostWaiting:N0}; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MB");
    }

    private async Task SubscribeAsync(SqliteSubscriptionStore store, DateTimeOffset now)
    {
        foreach (var batch in Enumerable.Range(1, subscribers).Chunk(Batch))
        {
            await Task.WhenAll(batch.Select(chat => store.ChangeAsync(
                chat,
                _ => new Subscription(new Place(chat, null))
                {
                    State = SubscriptionState.Active,
                    Zone = "Etc/UTC",
                    At = new TimeOnly(now.Hour, now.Minute),
                    Topics = [$"topic {chat % Settings}"],
                    NextDue = now,
                },
                CancellationToken.None)));
        }
    }

    /// <summary>Puts an answer into the outbox again and again until every digest is sent.</summary>
    /// <returns>How long each waited until its call was made, in milliseconds.</returns>
    private async Task<List<double>> AskAsync(CountingBotApi counter, SqliteOutbox outbox, OutboxSender sender)
    {
        List<double> waits = [];
        for (var asker = FirstAsker; counter.Digests < subscribers; asker++)
        {
            var asked = Stopwatch.GetTimestamp();
            sender.Enqueue(await outbox.AddAsync([BotRequests.Message(asker, topicId: null, "An answer.").ToOutbox()], CancellationToken.None));
            waits.Add(Stopwatch.GetElapsedTime(asked, await counter.MadeAsync(asker)).TotalMilliseconds);
            counter.Note(sender.Waiting);
            await Task.Delay(AskInterval, TimeProvider.System);
        }

        return waits;
    }

    private sealed class LongDigestMaker : IDigestMaker
    {
        public Task<Digest> MakeAsync(DigestRequest request, CancellationToken cancellationToken) => Task.FromResult(new Digest(request.From, request.To)
        {
            ArticleCount = 100,
            OutletCount = 10,
            Stories = [.. Enumerable.Range(0, 5).Select(
                story => new DigestStory($"{request.Topics[0]} {story} {new string('x', 400)}") { ArticleIds = [.. Enumerable.Range(0, 20).Select(id => $"{story} {id}")] })],
        });
    }

    private sealed class NoLifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource never = new();

        public CancellationToken ApplicationStarted => never.Token;

        public CancellationToken ApplicationStopping => never.Token;

        public CancellationToken ApplicationStopped => never.Token;

        public void StopApplication() => throw new InvalidOperationException("The bot gave up.");

        public void Dispose() => never.Dispose();
    }

    /// <summary>A Bot API that takes every message and counts.</summary>
    private sealed class CountingBotApi(TimeSpan latency) : HttpMessageHandler
    {
        private readonly ConcurrentDictionary<long, TaskCompletionSource<long>> answers = [];
        private readonly ConcurrentDictionary<long, int> chats = [];
        private long lastDigestAt;
        private int digests;

        public int Digests => Volatile.Read(ref digests);

        public int Chats => chats.Count;

        public int MostWaiting { get; private set; }

        public long LastDigestAt => Volatile.Read(ref lastDigestAt);

        public void Note(int waiting) => MostWaiting = Math.Max(MostWaiting, waiting);

        public Task<long> MadeAsync(long chatId) => answers.GetOrAdd(chatId, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var parameters = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
            var chatId = (long)parameters["chat_id"]!;
            if (chatId >= FirstAsker)
            {
                answers.GetOrAdd(chatId, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(Stopwatch.GetTimestamp());
            }
            else
            {
                chats.AddOrUpdate(chatId, 1, (_, count) => count + 1);
                Volatile.Write(ref lastDigestAt, Stopwatch.GetTimestamp());
                Interlocked.Increment(ref digests);
            }

            await Task.Delay(latency, TimeProvider.System, cancellationToken);
            return new HttpResponseMessage { Content = new StringContent($$$$"""{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":{{{{chatId}}}},"type":"private"}}}""") };
        }
    }
}
