using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Tests;
using NewsBot.Tests.Host.Cli;

namespace NewsBot.Benchmarks.Following;

/// <summary>One process writes articles at a steady rate, and 'newsbot serve' in another follows: how long after its commit an article is found there.</summary>
internal static class FollowRun
{
    /// <summary>Each so many articles, one is looked for; they become searchable in their order.</summary>
    private const int EachLookedFor = 5;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs it and prints the time from an article's commit to its being found, as a client of the follower sees it.</summary>
    /// <param name="archive">The folder of an archive, or a connection string of a PostgreSQL database: it gets the articles.</param>
    /// <param name="perSecond">Articles a second.</param>
    /// <param name="seconds">How long.</param>
    /// <returns>0 when each article was found within two seconds.</returns>
    public static async Task<int> RunAsync(string archive, int perSecond, int seconds, TextWriter output)
    {
        using var folder = new TempFolder();
        (string Key, string Value)[] settings = archive.Contains('=', StringComparison.Ordinal)
            ? [("Storage:Provider", "postgres"), ("Storage:ConnectionString", archive), ("Models:Local", "false")]
            : [("Models:Local", "false")];
        var data = settings.Length == 1 ? archive : folder.Path;
        using var writer = new NewsBotApp(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).BuildTool(data, Console.Error);
        var store = writer.Services.GetRequiredService<IArticleStore>();

        // A service that has to build a large index first is not there for a minute.
        await writer.Services.GetRequiredService<ArchiveIndex>().UpdateAsync(onProgress: null, CancellationToken.None);
        await using var service = ServiceProcess.Start(data, [.. settings, ("Web:RequestsPerMinute", "0")]);
        var told = await service.SaysAsync("The web is at");
        using var web = new HttpClient { BaseAddress = new Uri(told.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.')) };

        var made = new SeedVariants();
        await store.AddAsync([made.Make(0, TimeProvider.System.GetUtcNow())], CancellationToken.None);
        await FindAsync(web, made, 0);
        await output.WriteLineAsync($"the follower has read {await store.CountAsync(CancellationToken.None)} articles; {ProcessMemory.Of(service.Id)}");

        var committed = Channel.CreateUnbounded<(int Number, long At)>();
        var looking = Task.Run(LookAsync);
        var began = Stopwatch.GetTimestamp();
        var written = 0;
        while (written < perSecond * seconds)
        {
            var due = Math.Min(perSecond * seconds, (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond)) - written;
            if (due > 0)
            {
                var now = TimeProvider.System.GetUtcNow();
                await store.AddAsync([.. Enumerable.Range(written + 1, due).Select(number => made.Make(number, now))], CancellationToken.None);
                var at = Stopwatch.GetTimestamp();
                foreach (var number in Enumerable.Range(written + 1, due).Where(number => number % EachLookedFor == 0))
                    committed.Writer.TryWrite((number, at));
                written += due;
            }

            await Task.Delay(Tick);
        }

        committed.Writer.Complete();
        await output.WriteLineAsync($"{written} articles written in {Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s");
        var waits = await looking;
        waits.Sort();
        await output.WriteLineAsync(
            $"from commit to found: p50 {waits[waits.Count / 2]:N0} ms, p99 {waits[waits.Count * 99 / 100]:N0} ms, most {waits[^1]:N0} ms, of {waits.Count} looked for; "
            + $"{ProcessMemory.Of(service.Id)}");
        return waits[^1] <= 2_000 ? 0 : 1;

        async Task<List<double>> LookAsync()
        {
            var found = new List<double>();
            await foreach (var (number, at) in committed.Reader.ReadAllAsync())
            {
                await FindAsync(web, made, number);
                found.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }

            return found;
        }
    }

    private static async Task FindAsync(HttpClient web, SeedVariants made, int number)
    {
        var address = new Uri($"/api/search?k=1&q={made.WordOf(number)}", UriKind.Relative);
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(BetweenLooks))
        {
            if ((await web.GetStringAsync(address)).Contains($"\"{made.IdOf(number)}\"", StringComparison.Ordinal))
                return;
        }

        throw new TimeoutException($"Article {number} was not found.");
    }
}
