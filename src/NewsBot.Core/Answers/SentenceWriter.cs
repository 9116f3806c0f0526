using NewsBot.Core.Articles;

namespace NewsBot.Core.Answers;

/// <summary>Turns chosen sentences into an answer: numbers the citations, and lets no pronoun hang in the air.</summary>
internal sealed class SentenceWriter
{
    private readonly List<AnswerSentence> sentences = [];
    private readonly List<Citation> citations = [];

    /// <summary>Appends a sentence with a citation of its own.</summary>
    public void Add(SentenceReading reading)
    {
        citations.Add(new Citation(citations.Count + 1, reading.Revision, reading.Span));
        sentences.Add(new AnswerSentence(OneLine(reading.Text), [citations.Count]));
    }

    public Answer ToAnswer() => new() { Sentences = [.. sentences], Citations = [.. citations] };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
