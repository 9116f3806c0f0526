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

    /// <summary>How many windows of like length are read in one pass.</summary>
    private const int BatchSize = 4;

    private const int MaxThreads = 4;

    /// <summary>How many threads read one pass.</summary>
    private static readonly int Threads = Math.Clamp(Environment.ProcessorCount, 1, MaxThreads);

    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(5);

    private static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids"];
    private static readonly string[] OutputNames = ["logits"];

    private readonly Lazy<InferenceSession> session;
    private readonly Lazy<WordPieces> words;

    // A pass keeps its threads busy, and takes up to 45 MB that are kept for the next: no more passes at a time than there are cores for.
    private readonly SemaphoreSlim passes = new(Math.Max(1, Environment.ProcessorCount / Threads));

    private int running;
    private volatile bool isDisposed;

    /// <summary>Prepares to read; nothing is loaded yet.</summary>
    /// <param name="folder">Where the model and its vocabulary lie.</param>
    public LocalReader(string folder)
    {
        session = new(() => Open(Path.Combine(folder, "reader.int8.onnx"), OpenModel));
        words = new(() => Open(Path.Combine(folder, "vocabulary.txt"), OpenVocabulary));
    }

    /// <summary>Loads the model, so that the first question need not wait for it.</summary>
    /// <exception cref="IOException">A file is missing or broken, or the platform has no ONNX Runtime; one sentence for a person.</exception>
    public void Load() => _ = (session.Value, words.Value);

    public IReadOnlyList<WindowReading> Read(string question, IReadOnlyList<TextWindow> windows)
    {
        var asked = ReaderWindow.CutQuestion(words.Value, question);
        var cut = windows.Select(window => new ReaderWindow(words.Value, asked, window)).ToArray();
        var readings = new WindowReading[cut.Length];
        Interlocked.Increment(ref running);
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);

            // A pass is as long as its longest window, so windows of like length go together.
            foreach (var batch in Enumerable.Range(0, cut.Length).OrderBy(i => cut[i].Ids.Count).Chunk(BatchSize))
                ReadBatch(cut, batch, readings);
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
        passes.Dispose();
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
            IntraOpNumThreads = Threads,
            InterOpNumThreads = 1,

            // It keeps a block of memory for each length of a pass, and passes have any length.
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };

        // Threads that wait by spinning take the cores from the rest of the service.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new InferenceSession(path, options);
    }

    private void ReadBatch(ReaderWindow[] windows, int[] batch, WindowReading[] into)
    {
        var length = batch.Max(i => windows[i].Ids.Count);
        var (ids, mask, segments) = (new long[batch.Length * length], new long[batch.Length * length], new long[batch.Length * length]);
        foreach (var (row, i) in batch.Index())
        {
            for (var k = 0; k < windows[i].Ids.Count; k++)
            {
                var at = (row * length) + k;
                (ids[at], mask[at], segments[at]) = (windows[i].Ids[k], 1, k >= windows[i].SecondSegment ? 1 : 0);
            }
        }

        long[] shape = [batch.Length, length];
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var segmentsValue = OrtValue.CreateTensorValueFromMemory(segments, shape);
        using var runOptions = new RunOptions();
        using var outputs = Run(runOptions, [idsValue, maskValue, segmentsValue]);
        var values = outputs[0].GetTensorDataAsSpan<float>();
        foreach (var (row, i) in batch.Index())
            into[i] = windows[i].Read(values.Slice(row * length * Outputs, windows[i].Ids.Count * Outputs));
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(RunOptions options, OrtValue[] inputs)
    {
        passes.Wait();
        try
        {
            return session.Value.Run(options, Inputs, inputs, OutputNames);
        }
        finally
        {
            passes.Release();
        }
    }
}
