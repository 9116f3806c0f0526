using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Archive;
using NewsBot.Hosting;
using NewsBot.Sources.Ingest;
using NewsBot.Tests.Host.Hosting;
using NewsBot.Tests.Host.Storage;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>Two whole services on one archive, as processes that share a database.</summary>
public sealed class SharedBotTests : IDisposable
{
    private const string Talks = "When do the talks in Istanbul resume?";
    private const int Chats = 12;

    private readonly TempFolder folder = new();
    // A process that a busy machine keeps from its turn loses nothing here: SQLite does not know leases.
    private readonly MemoryLeaseStore leases = new(new ManualTime());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_processes_divide_the_chats_and_answer_each_question_once_and_in_order_also_while_one_comes_and_one_goes()
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        var asked = new Dictionary<long, List<long>>();
        await using var first = await StartAsync(telegram);
        Ask(telegram, asked);
        await WaitForSharesAsync(first, SlotSet.Count);
        await using var second = await StartAsync(telegram);
        Ask(telegram, asked);
        await WaitForSharesAsync(first, SlotSet.Count / 2);
        await WaitForSharesAsync(second, SlotSet.Count / 2);
        Ask(telegram, asked);
        await telegram.WaitUntilAsync(() => telegram.RequestsOf("sendMessage").Count > Chats * 2);
        await first.StopAsync(Stop);
        Ask(telegram, asked);
        await telegram.WaitUntilAsync(() => asked.All(chat => telegram.BotMessages(chat.Key).Count >= chat.Value.Count));
        await WaitForSharesAsync(second, SlotSet.Count);
        foreach (var (chat, questions) in asked)
            Assert.Equal(questions, telegram.BotMessages(chat).Select(message => message.ReplyTo!.Value));
        await second.StopAsync(Stop);
    }

    [Fact]
    public async Task Whichever_process_receives_an_update_the_holder_of_its_chat_answers()
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        await using var first = await StartAsync(telegram);
        await using var second = await StartAsync(telegram);
        await WaitForSharesAsync(first, SlotSet.Count / 2);
        await WaitForSharesAsync(second, SlotSet.Count / 2);
        var (mine, others) = (first.Services.GetRequiredService<Leases>().Held, second.Services.GetRequiredService<Leases>().Held);
        Assert.Equal(SlotSet.All, mine | others);

        // Whichever of the two polls, the chats of both are answered.
        foreach (var slot in new[] { mine.Slots().First(), others.Slots().First() })
        {
            var asked = telegram.Says(1_000 * SlotSet.Count + slot, Talks).MessageId;
            await telegram.WaitUntilAsync(() => telegram.BotMessages(1_000 * SlotSet.Count + slot).Count == 1);
            Assert.Equal(asked, telegram.BotMessages(1_000 * SlotSet.Count + slot)[0].ReplyTo);
        }

        await first.StopAsync(Stop);
        await second.StopAsync(Stop);
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

    private static async Task WaitForSharesAsync(WebApplication process, int share)
    {
        var held = process.Services.GetRequiredService<Leases>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var change = held.NextChange();
            if (held.Held.Size == share)
                return;
            await change.WaitAsync(limit.Token);
        }
    }

    private async Task<WebApplication> StartAsync(FakeBotApi telegram)
    {
        Dictionary<string, string?> settings = new()
        {
            ["Telegram:Token"] = telegram.Token,
            ["Telegram:BaseUrl"] = telegram.BaseUrl.ToString(),
            ["Telegram:Limits:PerChatPerSecond"] = "0",
            ["Telegram:Limits:PerSecond"] = "0",
            ["Telegram:Limits:QuestionsPerMinute"] = "0",
            ["Web:Url"] = "http://127.0.0.1:0",
        };
        var process = new NewsBotApp(settings, services =>
        {
            services.AddSingleton<ILeaseStore>(leases);

            // It ends last: what begins first ends last.
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<LeaseKeeper>(provider, true)));
        }).BuildService(folder.Path, TextWriter.Null);
        await process.Services.GetRequiredService<ArticleIngestor>().IngestAsync([RepositoryFiles.At("seeds")], progress: null, _ => { }, Stop);
        await process.Services.GetRequiredService<ArchiveIndex>().UpdateAsync(onProgress: null, Stop);
        await process.StartAsync(Stop);
        return process;
    }
}
