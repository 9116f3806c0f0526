using BenchmarkDotNet.Running;
using NewsBot.Benchmarks;

if (args is ["index", var articles, var questions])
    return IndexReport.Run(articles, questions, Console.Out);
if (args is ["shares", var counted])
    return TermShares.Run(counted, Console.Out);
if (args is ["injection", var instructions])
    return InjectionReport.Run(instructions, Console.Out);
if (args is ["index" or "shares" or "injection", ..] or ["--help"])
{
    await Console.Error.WriteLineAsync("Usage: NewsBot.Benchmarks index FOLDER_OR_JSONL QUESTIONS.jsonl, or shares FOLDER_OR_JSONL, or injection INSTRUCTIONS.jsonl, or BenchmarkDotNet's own options.");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(IndexReport).Assembly).Run(args);
return 0;
