using Microsoft.Extensions.Caching.Memory;
using Microsoft.ML.OnnxRuntime;
using NewsBot.Core.Answers.Composing;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace NewsBot.Models.Local;

/// <summary>The model that comes with the bot: it reads windows of sentences in this process, without a server.</summary>
/// <remarks>A cross-encoder of six layers in ONNX, int8; models/README.md is its card. Safe for use by several threads at once. It is loaded when it first reads.</remarks>
internal sealed class LocalReader : IWindowReader, IDisposable
{
    /// <summary>The numbers that the model gives for each piece.</summary>
    public const int Outputs = 4;

    private const int MostCores = 4;

    /// <summary>How many windows are known from before; about as many as two dozen questions read.</summary>
    private const int MaxKnown = 400;

    /// <summary>The most windows of one question that are read at the same time; more than there are cores would only wait.</summary>
    private static readonly int MaxThreads = Math.Min(MostCores, Environment.ProcessorCount);

    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(5);

    private static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids"];
    private static readonly string[] OutputNames = ["logits"];

    private readonly Lazy<InferenceSession> session;
    private readonly Lazy<WordPieces> words;

    // A pass keeps a core busy, and takes memory that is kept for the next: no more passes at a time than there are cores.
    private readonly PassQueue passes = new(Environment.ProcessorCount);

    // A follow-up question is read in the articles that were spoken of, then in the whole archive, and what is asked twice is read once.
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MaxKnown });

    private int running;
    private volatile bool isDisposed;

    /// <summary>Prepares to read; nothing is loaded yet.</summary>
    /// <param name="folder">Where the model and its vocabulary lie.</param>
    public LocalReader(string folder)
    {
        session = new(() => Open(Path.Combine(folder, "reader.int8.onnx"), OpenModel));
        words = new(() => Open(Path.Combine(folder, "vocabulary.txt"), OpenVocabulary));
    }

    /// <summary>Loads the model, so that the first question need not wait for it; at once where it is loaded.</summary>
    /// <exception cref="IOException">A file is missing or broken, or the platform has no ONNX Runtime; one sentence for a person.</exception>
    public void Load() => _ = (session.Value, words.Value);

    public IReadOnlyList<WindowReading> Read(string question, IReadOnlyList<TextWindow> windows)
    {
        Load();
        var asked = ReaderWindow.CutQuestion(words.Value, question);
        var readings = new WindowReading[windows.Count];
        var turn = passes.Begin();
        Interlocked.Increment(ref running);
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);

            // A core a window: threads that share a pass wait for each other at each of its steps, and windows that share one fill it up to the longest of them.
            Parallel.For(0, windows.Count, new ParallelOptions { MaxDegreeOfParallelism = MaxThreads }, i => readings[i] = Read(question, asked, windows[i], turn));
            return readings;
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    /// <summary>Frees the model when nothing is read any more; a reading that does not end keeps it until the process ends.</summary>
    public void Dispose()
    {
        isDisposed = true;
        if (!SpinWait.SpinUntil(() => Volatile.Read(ref running) == 0, LongestReading))
            return;
        if (session.IsValueCreated)
            session.Value.Dispose();
        known.Dispose();
    }

    private static T Open<T>(string path, Func<string, T> open)
    {
        try
        {
            return open(path);
        }
        catch (Exception failure) when (failure is OnnxRuntimeException or IOException or UnauthorizedAccessException or DllNotFoundException or TypeInitializationException)
        {
            throw new IOException(
                $"The local model {path} cannot be loaded: {(failure.InnerException ?? failure).Message} The setting Models:Local = false does without it.", failure);
        }
    }

    private static WordPieces OpenVocabulary(string path)
    {
        using var vocabulary = File.OpenRead(path);
        return new WordPieces(vocabulary);
    }

    private static InferenceSession OpenModel(string path)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,

            // It keeps a block of memory for each length of a window, and windows have any length.
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        return new InferenceSession(path, options);
    }

    private WindowReading Read(string question, IReadOnlyList<WordPiece> asked, TextWindow window, long turn)
    {
        var text = (question, window.Title, string.Join('\n', window.Sentences));
        return known.TryGetValue(text, out WindowReading? reading) && reading is not null
            ? reading
            : known.Set(text, Read(new ReaderWindow(words.Value, asked, window), turn), new MemoryCacheEntryOptions { Size = 1 });
    }

    private WindowReading Read(ReaderWindow window, long turn)
    {
        var ids = window.Ids.Select(id => (long)id).ToArray();
        var mask = Enumerable.Repeat(1L, ids.Length).ToArray();
        var segments = new long[ids.Length];
        segments.AsSpan(window.SecondSegment).Fill(1);

        long[] shape = [1, ids.Length];
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var segmentsValue = OrtValue.CreateTensorValueFromMemory(segments, shape);
        using var runOptions = new RunOptions();
        using var outputs = passes.Run(turn, () => session.Value.Run(runOptions, Inputs, [idsValue, maskValue, segmentsValue], OutputNames));
        return window.Read(outputs[0].GetTensorDataAsSpan<float>());
    }
}
