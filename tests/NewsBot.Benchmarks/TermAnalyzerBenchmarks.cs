using BenchmarkDotNet.Attributes;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks;

/// <summary>Turns a text of some 1,000 words into terms.</summary>
[MemoryDiagnoser]
public class TermAnalyzerBenchmarks
{
    private const string Paragraph =
        "Negotiators from both sides said on Wednesday that the talks in Istanbul would resume next month, after mediators proposed a ceasefire of 30 days. ";

    private readonly string text = string.Concat(Enumerable.Repeat(Paragraph, 42));
    private readonly TermAnalyzer analyzer = new();
    private readonly List<Term> terms = [];

    /// <summary>With words that were seen before.</summary>
    [Benchmark]
    public int Warm()
    {
        terms.Clear();
        analyzer.Analyze(text, terms);
        return terms.Count;
    }
}
