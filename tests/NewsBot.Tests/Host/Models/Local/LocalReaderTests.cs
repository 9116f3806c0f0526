using System.Text.Json;
using NewsBot.Core.Answers.Composing;
using NewsBot.Models.Local;

namespace NewsBot.Tests.Host.Models.Local;

/// <summary>The reader says in this process what it said to the program that trained it; tools/reader/parity.py wrote the cases.</summary>
public sealed class LocalReaderTests
{
    private static readonly Lazy<LocalReader> Reader = new(() => new LocalReader(LocalModelServices.Folder));

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Golden.Value.Count)];

    private static Lazy<IReadOnlyList<Case>> Golden { get; } = new(() => JsonSerializer.Deserialize<List<Case>>(
        File.ReadAllText(RepositoryFiles.At("tests/NewsBot.Tests/Host/Models/Local/reader.golden.json")), JsonSerializerOptions.Web)!);

    [Theory]
    [MemberData(nameof(Cases))]
    public void AWindowIsCutAsInTraining(int number)
    {
        var known = Golden.Value[number];
        var words = new WordPieces(File.OpenRead(Path.Combine(LocalModelServices.Folder, "vocabulary.txt")));
        var window = new ReaderWindow(words, ReaderWindow.CutQuestion(words, known.Question), new TextWindow(known.Title, known.Sentences));
        Assert.Equal(known.Ids, window.Ids);
        Assert.Equal(known.SecondSegment, window.SecondSegment);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AWindowIsReadAsInTraining(int number)
    {
        var known = Golden.Value[number];
        var reading = Assert.Single(Reader.Value.Read(known.Question, [new TextWindow(known.Title, known.Sentences)]));
        Assert.Equal(known.Holds, reading.Holds, 0.1);
        Assert.Equal(known.Relevance.Count, reading.Sentences.Count);
        foreach (var (expected, judged) in known.Relevance.Zip(reading.Sentences))
            Assert.Equal(expected, judged.Relevance, 0.1);
    }

    [Fact]
    public void AnAnswerStandsInItsSentence()
    {
        const string sentence = "The new mayor of Lisbon, Ana Sousa, was sworn in on Tuesday.";
        var reading = Reader.Value.Read("who is the new mayor of Lisbon?", [new TextWindow("Lisbon has a new mayor", [sentence, "It rained."])]);
        Assert.Equal("Ana Sousa", reading[0].Sentences[0].Answer.In(sentence));
        Assert.True(reading[0].Sentences[0].Relevance > reading[0].Sentences[1].Relevance + 2);
    }

    [Fact]
    public void WindowsOfOneQuestionKeepTheirOrder()
    {
        var windows = Golden.Value.Select(known => new TextWindow(known.Title, known.Sentences)).ToList();
        var readings = Reader.Value.Read(Golden.Value[0].Question, windows);
        Assert.Equal(windows.Select(window => window.Sentences.Count), readings.Select(reading => reading.Sentences.Count));
    }

    [Fact]
    public void AnEmptyTitleAndASentenceOfEmojisAreRead()
    {
        var reading = Reader.Value.Read("?", [new TextWindow("", ["🎉🎉 🎉", new string('x', 5_000)])]);
        Assert.NotEmpty(reading[0].Sentences);
    }

    private sealed record Case(string Question, string Title, List<string> Sentences, List<int> Ids, int SecondSegment, List<double> Relevance, double Holds);
}
