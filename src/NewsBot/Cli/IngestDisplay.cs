using NewsBot.Sources.Drafts;
using NewsBot.Sources.Ingest;
using Spectre.Console;

namespace NewsBot.Cli;

/// <summary>Shows on standard error how an ingest goes: a bar on a terminal, a line now and then elsewhere.</summary>
internal static class IngestDisplay
{
    /// <summary>How often a line of progress is written where no bar can be.</summary>
    public static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    /// <summary>How often a line is drawn again on a terminal.</summary>
    public static readonly TimeSpan RedrawInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs <paramref name="ingest"/> and shows its progress and its rejections.</summary>
    /// <returns>What it gives.</returns>
    public static Task<IngestCounts> ShowAsync(
        CommandContext context, TimeProvider time, Func<IProgress<IngestProgress>, Action<ReadResult.Rejected>, Task<IngestCounts>> ingest) =>
        context.ErrorIsTerminal ? BarAsync(ingest) : LinesAsync(context, time, ingest);

    private static Task<IngestCounts> LinesAsync(
        CommandContext context, TimeProvider time, Func<IProgress<IngestProgress>, Action<ReadResult.Rejected>, Task<IngestCounts>> ingest)
    {
        // Rejections come from the reading thread, progress from the storing one.
        var error = TextWriter.Synchronized(context.Error);
        var last = time.GetTimestamp();
        return ingest(
            new DirectProgress(progress =>
            {
                if (time.GetElapsedTime(last) < LineInterval)
                    return;
                last = time.GetTimestamp();
                error.WriteLine($"{Percent(progress):0}%: {progress.Counts}");
            }),
            rejected => error.WriteLine(rejected.ToString()));
    }

    private static Task<IngestCounts> BarAsync(Func<IProgress<IngestProgress>, Action<ReadResult.Rejected>, Task<IngestCounts>> ingest)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(bars =>
            {
                var bar = bars.AddTask("reading");
                return ingest(
                    new DirectProgress(progress =>
                    {
                        bar.Value = Percent(progress);
                        bar.Description = $"{progress.Counts.Stored:N0} articles";
                    }),
                    // Written through the console, a line goes above the bar.
                    rejected => console.WriteLine(rejected.ToString()));
            });
    }

    private static double Percent(IngestProgress progress) =>
        progress.TotalBytes > 0 ? Math.Min(100, progress.ReadBytes * 100.0 / progress.TotalBytes) : 0;

    // The framework's Progress<T> reports from the thread pool, out of order.
    private sealed class DirectProgress(Action<IngestProgress> report) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => report(value);
    }
}
