using BenchmarkDotNet.Running;
using NewsBot.Benchmarks;

if (args is ["index", var articles, var questions])
    return IndexReport.Run(articles, questions, Console.Out);
if (args is ["shares", var counted])
    return TermShares.Run(counted, Console.Out);
if (args is ["injection", var instructions])
    return InjectionReport.Run(instructions, Console.Out);
if (args is ["feeds", var hours] && int.TryParse(hours, out var count) && count > 0)
    return await FeedHours.RunAsync(count, Console.Out);
if (args is ["vectors", var passages, var dimensions] && int.TryParse(passages, out var vectors) && vectors > 0 && int.TryParse(dimensions, out var length) && length > 0)
    return VectorReport.Run(vectors, length, Console.Out);
if (args is ["index" or "shares" or "injection" or "feeds" or "vectors", ..] or ["--help"])
{
    await Console.Error.WriteLineAsync("Usage: NewsBot.Benchmarks index FOLDER_OR_JSONL QUESTIONS.jsonl, or shares FOLDER_OR_JSONL, or injection INSTRUCTIONS.jsonl, or feeds HOURS, or vectors COUNT DIMENSIONS, or BenchmarkDotNet's own options.");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(IndexReport).Assembly).Run(args);
return 0;
