using BenchmarkDotNet.Running;
using NewsBot.Benchmarks;
using NewsBot.Benchmarks.Following;
using NewsBot.Benchmarks.Processes;

if (args is ["index", var articles, var questions])
    return IndexReport.Run(articles, questions, Console.Out);
if (args is ["shares", var counted])
    return TermShares.Run(counted, Console.Out);
if (args is ["feeds", var hours] && int.TryParse(hours, out var count) && count > 0)
    return await FeedHours.RunAsync(count, Console.Out);
if (args is ["clock", var subscribers, var days])
    return await DigestReports.DriveClockAsync(int.Parse(subscribers), int.Parse(days), Console.Out);
if (args is ["digests", var messages, var perSecond, var latency])
    return await DigestReports.SendAsync(int.Parse(messages), double.Parse(perSecond), double.Parse(latency), Console.Out);
if (args is ["injection", var instructions])
    return InjectionReport.Run(instructions, Console.Out);
if (args is ["wording", var archive, var asked])
    return await WordingReport.RunAsync(archive, asked, Console.Out);
if (args is ["vectors", var passages, var dimensions])
    return VectorReport.Run(int.Parse(passages), int.Parse(dimensions), Console.Out);
if (args is ["soak", var copied, var questionsOfSoak, var minutes, .. var settings])
    return await SoakRun.RunAsync(copied, questionsOfSoak, TimeSpan.FromMinutes(int.Parse(minutes)), settings, Console.Out);
if (args is ["processes", .. var words] && Environment.GetEnvironmentVariable("NEWSBOT_TEST_POSTGRES") is { Length: > 0 } server
    && DrillOptions.Parse(server, words) is { } drill)
{
    return await new Drill(drill, Console.Out).RunAsync(CancellationToken.None);
}

if (args is ["follow", var followed, var rate, var time])
    return await FollowRun.RunAsync(followed, int.Parse(rate), int.Parse(time), Console.Out);

if (args is ["index" or "shares" or "feeds" or "clock" or "digests" or "injection" or "wording" or "vectors" or "soak" or "processes" or "follow", ..] or ["--help"])
{
    await Console.Error.WriteLineAsync(
        """
        Usage: NewsBot.Benchmarks, and one of these, or BenchmarkDotNet's own options:
          index FOLDER_OR_JSONL QUESTIONS.jsonl
          shares FOLDER_OR_JSONL
          feeds HOURS
          clock SUBSCRIBERS DAYS
          digests SUBSCRIBERS PER_SECOND LATENCY_MS
          injection INSTRUCTIONS.jsonl
          wording ARCHIVE QUESTIONS.jsonl
          vectors COUNT DIMENSIONS
          soak ARCHIVE QUESTIONS.jsonl MINUTES [NAME=VALUE ...]
          follow ARCHIVE_OR_CONNECTION PER_SECOND SECONDS (the archive, or the PostgreSQL database, gets the articles)
          processes CHATS QUESTIONS KILLS STOPS STOP_SECONDS RESTARTS [webhook] [failover]
          processes PROCESSES CHATS QUESTIONS throughput
        For 'processes', NEWSBOT_TEST_POSTGRES has a server's connection string: 'bash eng/postgres.sh' prints one, and for 'failover' 'bash eng/postgres.sh standby' does.
        """);
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(IndexReport).Assembly).Run(args);
return 0;
