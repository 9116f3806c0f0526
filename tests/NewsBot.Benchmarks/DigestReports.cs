using System.Diagnostics;

namespace NewsBot.Benchmarks;

/// <summary>Measures of the daily summaries.</summary>
internal static class DigestReports
{
    private static readonly DateTimeOffset YearStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Drives a clock through days for subscribers in every zone.</summary>
    /// <returns>0 when each date that was due was sent once.</returns>
    public static async Task<int> DriveClockAsync(int subscribers, int days, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-clock-");
        try
        {
            var started = Stopwatch.GetTimestamp();
            var result = await new ClockRun(folder.FullName, subscribers, YearStart, days, seed: 1).RunAsync(CancellationToken.None);
            await output.WriteLineAsync($"{result}");
            await output.WriteLineAsync($"{days} days in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s");
            return result is { Missing: 0, Unexpected: 0, Twice: 0, OutOfOrder: 0 } ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Sends the summaries of many subscribers who are due at one minute.</summary>
    public static async Task<int> SendAsync(int subscribers, double perSecond, double latencyMilliseconds, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-digests-");
        try
        {
            await new SendRun(folder.FullName, subscribers, perSecond, TimeSpan.FromMilliseconds(latencyMilliseconds)).RunAsync(output);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
