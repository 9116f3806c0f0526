using System.Diagnostics;
using NewsBot.Tests.Host.Cli;
using NewsBot.Tests.Host.Telegram.Api;
using Npgsql;

namespace NewsBot.Benchmarks.Processes;

/// <summary>Several 'newsbot serve' on one PostgreSQL database and one Bot API that fails, while processes are killed and stopped and the database is restarted.</summary>
/// <param name="options">How hard it is.</param>
/// <param name="output">Takes what happens.</param>
internal sealed class Drill(DrillOptions options, TextWriter output)
{
    private const string Question = "When do the talks in Istanbul resume?";

    /// <summary>The drill is over when no answer came for so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Connections that break after a call took effect are left out: such a call is made again, and its answer comes twice, by decision 5.
    private static readonly FakeBotApiFault[] Faults = [FakeBotApiFault.BadGateway, FakeBotApiFault.CutBefore];

#pragma warning disable CA5394 // It draws a simulation.
    private readonly Random random = new(1);
#pragma warning restore CA5394
    private readonly string folder = Directory.CreateTempSubdirectory("newsbot-drill").FullName;
    private readonly Dictionary<long, List<long>> asked = [];
    private readonly DrillSubscribers subscribers = new(options.Subscribers);
    private readonly List<Uri?> addresses = [.. new Uri?[options.Processes]];
    private readonly long began = Stopwatch.GetTimestamp();

    /// <summary>Runs it and prints the figures.</summary>
    /// <returns>0 when nobody lacks an answer.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var database = $"drill_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {database}");
        await using var telegram = await FakeBotApi.StartAsync(cancellationToken);
        Break(telegram);
        var turn = 0;
        telegram.RouteWebhook(hook => new Uri(addresses.Where(address => address is not null).ElementAt(turn++ % addresses.Count)!, hook.AbsolutePath));
        var processes = new ServiceProcess[options.Processes];
        try
        {
            for (var i = 0; i < processes.Length; i++)
            {
                processes[i] = Start(telegram, database, i);
                await NoteAddressAsync(processes[i], i);
            }

            await SayAsync($"{processes.Length} processes serve");
            if (options.Subscribers > 0)
                await subscribers.StoreAsync(telegram, ConnectionTo(database), Path.Combine(folder, "writer"), cancellationToken);
            var since = Stopwatch.GetTimestamp();
            var asking = AskAsync(telegram, cancellationToken);
            await DisturbAsync(telegram, database, processes, cancellationToken);
            await asking;
            await SayAsync("all questions are asked and nothing is disturbed any more");
            await WaitForAnswersAsync(telegram, cancellationToken);
            await SayAsync("the last answer came, or none for a while");
            if (options.PerSecond == 0)
                await output.WriteLineAsync($"{options.Questions / Stopwatch.GetElapsedTime(since).TotalSeconds:N0} answers a second");
            return await DrillResult.PrintAsync(telegram, asked, subscribers.Got(telegram), output);
        }
        finally
        {
            foreach (var process in processes.Where(process => process is not null))
                await process.DisposeAsync();
            await ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)");
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Break(FakeBotApi telegram)
    {
        var part = options.Faults / 3;
        foreach (var fault in Faults)
            telegram.FailNext(_ => Draw() < part, fault, int.MaxValue);
        telegram.FailNext(request => request.Method == "sendMessage" && Draw() < part, FakeBotApiFault.TooManyRequests(2), int.MaxValue);
    }

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(options.Server) { Database = database, MaxPoolSize = 40 }.ConnectionString;

    /// <summary>Notes where a process takes updates; until it says so, a call meets the place of the one before it, where nobody is.</summary>
    private async Task NoteAddressAsync(ServiceProcess process, int index)
    {
        var told = await process.SaysAsync("The web is at");
        addresses[index] = new Uri(told.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.'));
    }

    private ServiceProcess Start(FakeBotApi telegram, string database, int index) => ServiceProcess.Start(
        Path.Combine(folder, $"process-{index}"),
        ("Storage:Provider", "postgres"),
        ("Storage:ConnectionString", ConnectionTo(database)),
        ("Telegram:Token", telegram.Token),
        ("Telegram:BaseUrl", telegram.BaseUrl.ToString()),
        ("Telegram:Webhook:Url", options.ByWebhook ? "https://bot.example/hook" : ""),
        ("Telegram:Limits:PerSecond", $"{options.PerSecond}"),
        ("Telegram:Limits:PerChatPerSecond", options.PerSecond == 0 ? "0" : "1"),
        ("Telegram:Limits:QuestionsPerMinute", "0"),
        ("Models:Local", "false"));

    private async Task AskAsync(FakeBotApi telegram, CancellationToken cancellationToken)
    {
        // A little slower than they may be answered.
        var pause = options.PerSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(1.1 / options.PerSecond);
        for (var i = 0; i < options.Questions; i++)
        {
            var chat = 1_000 + (i % options.Chats);
            if (!asked.TryGetValue(chat, out var questions))
                asked.Add(chat, questions = []);
            questions.Add(telegram.Says(chat, Question).MessageId);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, cancellationToken);
        }
    }

    private async Task DisturbAsync(FakeBotApi telegram, string database, ServiceProcess[] processes, CancellationToken cancellationToken)
    {
        var time = TimeSpan.FromSeconds(options.Questions * 1.1 / Math.Max(1, options.PerSecond));
        var all = Enumerable.Repeat('k', options.Kills).Concat(Enumerable.Repeat('s', options.Stops)).Concat(Enumerable.Repeat('r', options.Restarts)).ToArray();
        random.Shuffle(all);
        List<Task> stops = [];
        HashSet<int> stopped = [];
        foreach (var what in all)
        {
            await Task.Delay(time / (all.Length + 1), cancellationToken);
            if (what == 's')
                await Task.WhenAll(stops);
            var i = Enumerable.Range(0, processes.Length).Except(stopped).OrderBy(_ => Draw()).First();
            switch (what)
            {
                case 'k':
                    await processes[i].DisposeAsync();
                    processes[i] = Start(telegram, database, i);
                    _ = NoteAddressAsync(processes[i], i);
                    await SayAsync($"process {i} was killed and starts again");
                    break;
                case 's':
                    stopped.Add(i);
                    stops.Add(StopAsync(processes[i], i, stopped, cancellationToken));
                    break;
                default:
                    await RestartAsync(cancellationToken);
                    break;
            }
        }

        await Task.WhenAll(stops);
    }

    private async Task StopAsync(ServiceProcess process, int index, HashSet<int> stopped, CancellationToken cancellationToken)
    {
        await process.SignalAsync("STOP");
        await SayAsync($"process {index} stands still");
        await Task.Delay(TimeSpan.FromSeconds(options.StopSeconds), cancellationToken);
        await process.SignalAsync("CONT");
        stopped.Remove(index);
        await SayAsync($"process {index} goes on");
    }

    private async Task RestartAsync(CancellationToken cancellationToken)
    {
        using var restart = Process.Start(new ProcessStartInfo("bash", ["-c", options.RestartCommand]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await restart.WaitForExitAsync(cancellationToken);
        NpgsqlConnection.ClearAllPools();
        await SayAsync($"the database was restarted ({restart.ExitCode})");
    }

    /// <summary>Waits until everybody has the answers and the summaries, or until none came for a while.</summary>
    private async Task WaitForAnswersAsync(FakeBotApi telegram, CancellationToken cancellationToken)
    {
        var pause = options.PerSecond == 0 ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(1);
        var (last, since) = (-1, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(since) < Patience || TimeProvider.System.GetUtcNow() < subscribers.LastDue + Patience)
        {
            var answered = asked.Sum(chat => telegram.BotMessages(chat.Key).Select(message => message.ReplyTo).Distinct().Count());
            var served = subscribers.Got(telegram).Count(got => got > 0);
            if (answered >= options.Questions && served >= options.Subscribers)
                return;
            answered += served;
            if (answered != last)
                (last, since) = (answered, Stopwatch.GetTimestamp());
            await Task.Delay(pause, cancellationToken);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(options.Server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Every statement is this file's own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private double Draw()
    {
        lock (random)
            return random.NextDouble();
    }

    private Task SayAsync(string what) => output.WriteLineAsync($"{Stopwatch.GetElapsedTime(began).TotalSeconds,6:N1} s: {what}");
}
