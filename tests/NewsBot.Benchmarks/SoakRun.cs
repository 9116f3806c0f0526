using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests;
using NewsBot.Tests.Host.Cli;

namespace NewsBot.Benchmarks;

/// <summary>'newsbot serve' under mixed load for minutes or hours: questions, commands, feeds whose content changes at each fetch, daily summaries, pages of the web.</summary>
internal static class SoakRun
{
    private const long Administrator = 9_001;
    private const long FirstAsker = 30_000;
    private const long FirstSubscriber = 20_000;
    private const int Askers = 80;
    private const int Feeds = 3;
    private const int SubscribersOfMinute = 20;
    private const int Slowest = 20;

    private static readonly TimeSpan BetweenMessages = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan BetweenPages = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    /// <summary>Runs it and prints a line a minute: memory, what was asked, how long answers took, errors in the log.</summary>
    /// <param name="archive">The folder of an archive; a copy of it is used.</param>
    /// <param name="questionFile">Its questions, JSON lines.</param>
    /// <param name="length">How long.</param>
    /// <param name="settings">Variables of the service's environment, as NAME=VALUE.</param>
    /// <returns>0 when no message stayed without an answer, no page failed and the log has no error.</returns>
    public static async Task<int> RunAsync(string archive, string questionFile, TimeSpan length, IEnumerable<string> settings, TextWriter output)
    {
        using var folder = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(archive).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        await SubscribeAsync(folder.Path, length);
        await using var api = await SoakBotApi.StartAsync();
        await using var site = await SoakSite.StartAsync();
        await using var service = ServiceProcess.Start(folder.Path, [
            ("Telegram:Token", SoakBotApi.Token), ("Telegram:BaseUrl", api.Address.ToString()), ("Telegram:Administrators:0", $"{Administrator}"),
            ("Sources:AllowedPrivateAddresses:0", "127.0.0.1"), ("Sources:HostDelaySeconds", "0.2"),
            .. settings.Select(setting => setting.Split('=', 2)).Select(pair => (pair[0], pair[1])),
        ]);
        var told = await service.SaysAsync("The web is at");
        using var web = new HttpClient { BaseAddress = new Uri(told.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.')) };
        for (var feed = 0; feed < Feeds; feed++)
            api.Says(Administrator, $"/feeds add {new Uri(site.Address, $"/feed{feed}.xml")}");

        var questions = (await File.ReadAllLinesAsync(questionFile)).Select(line => (string)JsonNode.Parse(line)!["question"]!).ToArray();
        var load = new SoakLoad(api, web, folder.Path, questions);
        var started = Stopwatch.GetTimestamp();
        var (questionWaits, commandWaits) = (new List<AnswerWait>(), new List<AnswerWait>());
        for (var next = TimeSpan.Zero; next <= length; next += BetweenLines)
        {
            await load.RunAsync(until: () => Stopwatch.GetElapsedTime(started) >= next);
            var (latest, latestCommands) = api.TakeWaits();
            questionWaits.AddRange(latest);
            commandWaits.AddRange(latestCommands);
            await output.WriteLineAsync(
                $"{next.TotalMinutes,4:N0} min: {ProcessMemory.Of(service.Id)}; {load.Said} messages, {api.Sent} sent, {site.Items} items, {site.Pages} pages; "
                + $"questions: {Quantiles(latest)}; commands: {Quantiles(latestCommands)}; {Errors(service).Count} errors");
        }

        await load.WaitForAnswersAsync();
        var (lastQuestions, lastCommands) = api.TakeWaits();
        var errors = Errors(service);

        // As a supervisor stops it: a shell that runs this in the background has Ctrl-C ignored.
        using var stop = Process.Start("kill", ["-TERM", $"{service.Id}"]);
        var code = await service.EndsAsync();
        await output.WriteLineAsync(
            $"in all: {load.Said} messages, {api.Waiting} without an answer; {load.PagesFailed} pages failed; questions: {Quantiles([.. questionWaits, .. lastQuestions])}; "
            + $"commands: {Quantiles([.. commandWaits, .. lastCommands])}; {errors.Count} errors; exit code {code}");
        await output.WriteLineAsync("the slowest, with the second that they were asked in: " + string.Join(", ", questionWaits.Concat(lastQuestions)
            .OrderByDescending(wait => wait.Milliseconds).Take(Slowest)
            .Select(wait => $"{wait.Milliseconds:N0} ms at {Stopwatch.GetElapsedTime(started, wait.AskedAt).TotalSeconds:N0}")));
        foreach (var line in errors.Take(20))
            await output.WriteLineAsync(line);
        return api.Waiting == 0 && load.PagesFailed == 0 && errors.Count == 0 && code == 0 ? 0 : 1;
    }

    /// <summary>Some people have their daily summary at each second minute of the run.</summary>
    private static async Task SubscribeAsync(string folder, TimeSpan length)
    {
        var time = TimeProvider.System;
        var archive = new SqliteArchive(Options.Create(new ArchiveOptions { Path = folder }));
        using var readers = new SqliteReaders(archive);
        using var writes = new SqliteWriteQueue(archive);
        var store = new SqliteSubscriptionStore(readers, writes, time);
        var chat = FirstSubscriber;
        for (var minute = 2; minute < length.TotalMinutes; minute += 2)
        {
            var due = time.GetUtcNow().AddMinutes(minute);
            for (var subscriber = 0; subscriber < SubscribersOfMinute; subscriber++)
            {
                await store.ChangeAsync(
                    ++chat,
                    _ => new Subscription(new Place(chat, null))
                    {
                        State = SubscriptionState.Active,
                        Zone = "Etc/UTC",
                        At = new TimeOnly(due.Hour, due.Minute),
                        Topics = subscriber % 5 == 0 ? [$"Osaka {subscriber}"] : [],
                        NextDue = due,
                    },
                    CancellationToken.None);
            }
        }
    }

    private static List<string> Errors(ServiceProcess service) =>
        [.. service.Error.Split('\n').Where(line => line.Contains("Z error ", StringComparison.Ordinal) || line.Contains("Z critical ", StringComparison.Ordinal)
            || line.StartsWith("Unhandled exception", StringComparison.Ordinal))];

    private static string Quantiles(IEnumerable<AnswerWait> waits)
    {
        var sorted = waits.OrderBy(wait => wait.Milliseconds).ToList();
        return sorted.Count == 0
            ? "no answers"
            : $"{sorted.Count} answers, p50 {sorted[sorted.Count / 2].Milliseconds:N0} ms, p99 {sorted[sorted.Count * 99 / 100].Milliseconds:N0} ms, "
                + $"most {sorted[^1].Milliseconds:N0} ms ('{sorted[^1].Text}')";
    }

    /// <summary>What is done to the service all the time.</summary>
    private sealed class SoakLoad(SoakBotApi api, HttpClient web, string folder, string[] questions)
    {
        private readonly Random random = new(3);
        private long polledAt = Stopwatch.GetTimestamp();
        private long readAt = Stopwatch.GetTimestamp();

        public int Said { get; private set; }

        public int PagesFailed { get; private set; }

        public async Task RunAsync(Func<bool> until)
        {
            while (!until())
            {
                api.Says(FirstAsker + random.Next(Askers), AnyMessage());
                Said++;
                if (Stopwatch.GetElapsedTime(polledAt) > BetweenPolls)
                {
                    polledAt = Stopwatch.GetTimestamp();
                    MakeFeedsDue();
                }

                if (Stopwatch.GetElapsedTime(readAt) > BetweenPages)
                {
                    readAt = Stopwatch.GetTimestamp();
                    await ReadPageAsync();
                }

                await Task.Delay(BetweenMessages, TimeProvider.System);
            }
        }

        public async Task WaitForAnswersAsync()
        {
            for (var tries = 0; tries < 60 && api.Waiting > 0; tries++)
                await Task.Delay(BetweenMessages, TimeProvider.System);
        }

        private string AnyMessage() => random.Next(100) switch
        {
            < 5 => "/latest",
            < 8 => "/digest",
            < 10 => "/sources",
            < 13 => "why?",
            _ => questions[random.Next(questions.Length)],
        };

        // The service itself would look again after half an hour.
        private void MakeFeedsDue()
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "archive.db")};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE feeds SET next_due_at = 1";
            command.ExecuteNonQuery();
        }

        private async Task ReadPageAsync()
        {
            var question = Uri.EscapeDataString(questions[random.Next(questions.Length)]);
            var page = random.Next(4) switch
            {
                0 => "/digest",
                1 => $"/api/search?q={question}",
                2 => "/",
                _ => $"/?q={question}",
            };
            using var reply = await web.GetAsync(new Uri(page, UriKind.Relative));
            PagesFailed += reply.IsSuccessStatusCode ? 0 : 1;
            await reply.Content.ReadAsByteArrayAsync();
        }
    }
}
