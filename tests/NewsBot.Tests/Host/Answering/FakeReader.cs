using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Host.Answering;

/// <summary>A reader that thinks of each sentence what it is told to, as log-odds.</summary>
internal sealed class FakeReader(Func<string, double> relevance) : IWindowReader
{
    public List<TextWindow> Windows { get; } = [];

    public IReadOnlyList<WindowReading> Read(string question, IReadOnlyList<TextWindow> windows)
    {
        Windows.AddRange(windows);
        return [.. windows.Select(window => new WindowReading(
            window.Sentences.Max(relevance),
            [.. window.Sentences.Select(sentence => new SentenceJudgement(relevance(sentence), relevance(sentence), new TextSpan(0, Math.Min(3, sentence.Length))))]))];
    }
}
