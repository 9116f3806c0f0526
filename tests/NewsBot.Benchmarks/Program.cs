using BenchmarkDotNet.Running;
using NewsBot.Benchmarks;
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
if (args is ["processes", .. var hardness] && hardness.Length == 6 && hardness.All(number => int.TryParse(number, out _))
    && Environment.GetEnvironmentVariable("NEWSBOT_TEST_POSTGRES") is { Length: > 0 } server)
{
    var numbers = Array.ConvertAll(hardness, int.Parse);
    var options = new DrillOptions(server, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    return await new Drill(options, Console.Out).RunAsync(CancellationToken.None);
}

if (args is ["index" or "shares" or "feeds" or "clock" or "digests" or "injection" or "wording" or "vectors" or "soak" or "processes", ..] or ["--help"])
{
    await Console.Error.WriteLineAsync(
        "Usage: NewsBot.Benchmarks index FOLDER_OR_JSONL QUESTIONS.jsonl, or shares FOLDER_OR_JSONL, or feeds HOURS, or clock SUBSCRIBERS DAYS, "
        + "or digests SUBSCRIBERS PER_SECOND LATENCY_MS, or injection INSTRUCTIONS.jsonl, or wording ARCHIVE QUESTIONS.jsonl, "
        + "or vectors COUNT DIMENSIONS, or (with a server's connection string in NEWSBOT_TEST_POSTGRES; 'bash eng/postgres.sh' starts one) "
        + "processes CHATS QUESTIONS KILLS STOPS STOP_SECONDS RESTARTS, or soak ARCHIVE QUESTIONS.jsonl MINUTES [NAME=VALUE ...], or BenchmarkDotNet's own options.");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(IndexReport).Assembly).Run(args);
return 0;
