using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Answers.Composing;
using NewsBot.Models.Local;
using NewsBot.Tests.Host.Cli;

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
    public void A_window_is_cut_as_in_training(int number)
    {
        var known = Golden.Value[number];
        using var vocabulary = File.OpenRead(Path.Combine(LocalModelServices.Folder, "vocabulary.txt"));
        var words = new WordPieces(vocabulary);
        var window = new ReaderWindow(words, ReaderWindow.CutQuestion(words, known.Question), new TextWindow(known.Title, known.Sentences));
        Assert.Equal(known.Ids, window.Ids);
        Assert.Equal(known.SecondSegment, window.SecondSegment);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_window_is_read_as_in_training(int number)
    {
        var known = Golden.Value[number];
        var reading = Assert.Single(Reader.Value.Read(known.Question, [new TextWindow(known.Title, known.Sentences)]));
        Assert.Equal(known.Holds, reading.Holds, 0.1);
        Assert.Equal(known.Relevance.Count, reading.Sentences.Count);
        foreach (var (expected, judged) in known.Relevance.Zip(reading.Sentences))
            Assert.Equal(expected, judged.Relevance, 0.1);
    }

    [Fact]
    public void An_answer_stands_in_its_sentence()
    {
        const string sentence = "The new mayor of Lisbon, Ana Sousa, was sworn in on Tuesday.";
        var reading = Reader.Value.Read("who is the new mayor of Lisbon?", [new TextWindow("Lisbon has a new mayor", [sentence, "It rained."])]);
        Assert.Equal("Ana Sousa", reading[0].Sentences[0].Answer.In(sentence));
        Assert.True(reading[0].Sentences[0].Relevance > reading[0].Sentences[1].Relevance + 2);
    }

    [Fact]
    public void Windows_of_one_question_keep_their_order()
    {
        var windows = Golden.Value.Select(known => new TextWindow(known.Title, known.Sentences)).ToList();
        var readings = Reader.Value.Read(Golden.Value[0].Question, windows);
        foreach (var (window, reading) in windows.Zip(readings))
        {
            // int8 scales over what is read together, so a window alone differs a little.
            var alone = Assert.Single(Reader.Value.Read(Golden.Value[0].Question, [window]));
            Assert.Equal(alone.Sentences.Count, reading.Sentences.Count);
            Assert.All(alone.Sentences.Zip(reading.Sentences), pair => Assert.Equal(pair.First.Relevance, pair.Second.Relevance, 1.5));
        }
    }

    [Fact]
    public void An_empty_title_and_a_sentence_of_emojis_are_read()
    {
        var reading = Reader.Value.Read("?", [new TextWindow("", ["🎉🎉 🎉", new string('x', 5_000)])]);
        Assert.NotEmpty(reading[0].Sentences);
    }

    [Fact]
    public void Letters_lose_their_accents_as_in_training()
    {
        using var vocabulary = File.OpenRead(Path.Combine(LocalModelServices.Folder, "vocabulary.txt"));
        var words = new WordPieces(vocabulary);
        IEnumerable<int> Ids(string text) => words.Cut(text, 50).Select(piece => piece.Id);
        Assert.Equal(Ids("zoe muller erdogan, sao paulo"), Ids("Zoë Müller Erdoğan, São Paulo"));
        Assert.All(words.Cut("Zoë Müller", 50), piece => Assert.InRange(piece.Place.End, 1, 10));
    }

    [Fact]
    public async Task Many_read_at_once_and_say_the_same()
    {
        var known = Golden.Value[0];
        var windows = new List<TextWindow> { new(known.Title, known.Sentences) };
        var expected = Reader.Value.Read(known.Question, windows)[0].Sentences.Select(sentence => sentence.Relevance).ToList();
        var readings = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Reader.Value.Read(known.Question, windows)[0])));
        Assert.All(readings, reading => Assert.Equal(expected, reading.Sentences.Select(sentence => sentence.Relevance)));
    }

    [Fact]
    public void What_was_disposed_reads_no_more()
    {
        var reader = new LocalReader(LocalModelServices.Folder);
        reader.Load();
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Read("who?", [new TextWindow("", ["Ana Sousa spoke."])]));
    }

    [Fact]
    public async Task A_model_that_cannot_be_read_is_told_in_one_sentence()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "reader.int8.onnx"), "no model", TestContext.Current.CancellationToken);
        var app = new NewsBotApp(swap: services => services.AddSingleton<IWindowReader>(_ => new LocalReader(folder.Path)));
        var run = await CommandRun.OfAsync(app, ["ask", "Who threw soup at the Mona Lisa?", "--data", Path.Combine(folder.Path, "data")]);
        Assert.Equal((1, ""), (run.Code, run.Output));
        var told = run.Error.TrimEnd('\n').Split('\n')[^1];
        Assert.StartsWith("The local model ", told, StringComparison.Ordinal);
        Assert.EndsWith("The setting Models:Local = false does without it.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_local_models_nothing_is_loaded()
    {
        using var folder = new TempFolder();
        var settings = new Dictionary<string, string?> { ["Models:Local"] = "false" };
        IServiceCollection? built = null;
        var run = await CommandRun.OfAsync(new NewsBotApp(settings, services => built = services), ["ask", "Who threw soup at the Mona Lisa?", "--data", folder.Path]);
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain(built!, service => service.ServiceType == typeof(IWindowReader));
    }

    [Fact]
    public async Task Weights_of_a_reader_are_refused_without_one()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "weights.json");
        await File.WriteAllTextAsync(path, AnswerModel.WithReader.ToJson(), TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?> { ["Models:Weights"] = path, ["Models:Local"] = "false" };
        var run = await CommandRun.OfAsync(new NewsBotApp(settings), ["ask", "Who threw soup at the Mona Lisa?", "--data", Path.Combine(folder.Path, "data")]);
        Assert.Contains("was fitted with local models", run.OneSentence(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weights.json")]
    [InlineData("missing.json")]
    [InlineData("missing/weights.json")]
    [InlineData(".")]
    public async Task Weights_that_are_none_are_told_in_one_sentence(string named)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, named);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "weights.json"), "{}", TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?> { ["Models:Weights"] = path };
        var run = await CommandRun.OfAsync(new NewsBotApp(settings), ["ask", "Who threw soup at the Mona Lisa?", "--data", Path.Combine(folder.Path, "data")]);
        Assert.Contains($"Models:Weights names {path}", run.OneSentence(1), StringComparison.Ordinal);
    }

    private sealed record Case(string Question, string Title, List<string> Sentences, List<int> Ids, int SecondSegment, List<double> Relevance, double Holds);
}
