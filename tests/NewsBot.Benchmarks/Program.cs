using BenchmarkDotNet.Running;
using NewsBot.Benchmarks;

if (args is ["index", var articles, var questions])
    return IndexReport.Run(articles, questions, Console.Out);
if (args is ["shares", var counted])
    return TermShares.Run(counted, Console.Out);
if (args is ["feeds", var hours] && int.TryParse(hours, out var count) && count > 0)
    return await FeedHours.RunAsync(count, Console.Out);
if (args is ["index" or "shares" or "feeds", ..] or ["--help"])
{
    await Console.Error.WriteLineAsync("Usage: NewsBot.Benchmarks index FOLDER_OR_JSONL QUESTIONS.jsonl, or shares FOLDER_OR_JSONL, or feeds HOURS, or BenchmarkDotNet's own options.");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(IndexReport).Assembly).Run(args);
return 0;
