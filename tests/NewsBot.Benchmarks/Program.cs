using BenchmarkDotNet.Running;
using NewsBot.Benchmarks;

if (args is ["index", var articles, var questions])
    return IndexReport.Run(articles, questions, Console.Out);
if (args is ["index", ..] or ["--help"])
{
    await Console.Error.WriteLineAsync("Usage: NewsBot.Benchmarks index FOLDER_OR_JSONL QUESTIONS.jsonl, or BenchmarkDotNet's own options.");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(IndexReport).Assembly).Run(args);
return 0;
