using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Models;

namespace NewsBot.Benchmarks;

/// <summary>Asks questions with a model that writes at once, so that what is left of the time is the bot's own.</summary>
internal static partial class WordingReport
{
    private const int Warmups = 50;

    /// <summary>Runs it.</summary>
    /// <param name="archive">The archive's folder.</param>
    /// <param name="questionsPath">An object a line with the question.</param>
    /// <param name="output">Takes the figures.</param>
    /// <returns>0.</returns>
    public static async Task<int> RunAsync(string archive, string questionsPath, TextWriter output)
    {
        var model = new InstantModel();
        using var host = new NewsBotApp(swap: services => services.AddSingleton<ILanguageModel>(model)).BuildTool(archive, Console.Error);
        await host.Services.GetRequiredService<ArchiveIndex>().UpdateAsync(null, CancellationToken.None);
        var answerer = host.Services.GetRequiredService<IQuestionAnswerer>();
        var (whole, first, written, asked) = (new List<double>(), new List<double>(), 0, 0);
        var steps = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "NewsBot",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = step =>
            {
                if (asked < Warmups)
                    return;
                if (!steps.TryGetValue(step.OperationName, out var times))
                    steps.Add(step.OperationName, times = []);
                times.Add(step.Duration.TotalMilliseconds);
            },
        };
        ActivitySource.AddActivityListener(listener);
        foreach (var line in ArticleLines.Lines(questionsPath))
        {
            using var document = JsonDocument.Parse(line);
            var day = ArticleLines.Text(document.RootElement, "asked_at") ?? "2024-01-01";
            var shown = new FirstReport();
            model.SentenceAt = 0;
            var started = Stopwatch.GetTimestamp();
            var reply = await answerer.AnswerAsync(
                new AskedQuestion(ArticleLines.Text(document.RootElement, "question")!, DateTimeOffset.Parse(day, styles: DateTimeStyles.AssumeUniversal)) { Progress = shown },
                CancellationToken.None);
            if (model.SentenceAt == 0 || ++asked <= Warmups)
                continue;
            whole.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            written += reply.IsWritten ? 1 : 0;
            if (shown.At != 0)
                first.Add(Stopwatch.GetElapsedTime(model.SentenceAt, shown.At).TotalMilliseconds);
        }

        await output.WriteLineAsync($"{whole.Count} questions asked of the model, {written} answered in its words");
        Write("an answer beyond the model's own time", whole, output);
        Write("from the model's first full sentence to its showing", first, output);
        foreach (var (step, times) in steps)
            Write($"  step '{step}', {times.Count} times", times, output);
        var work = Process.GetCurrentProcess().UserProcessorTime.TotalMilliseconds / asked;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"processor time, the start among it, a question, ms: {work:f1}"));
        return 0;
    }

    private static void Write(string what, List<double> times, TextWriter output)
    {
        times.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}, ms: p50 {times[times.Count / 2]:f1}  p95 {times[times.Count * 95 / 100]:f1}  p99 {times[times.Count * 99 / 100]:f1}"));
    }

    /// <summary>Writes the first sentences of the first two passages, with their marks; finds each stated.</summary>
    private sealed partial class InstantModel : ILanguageModel
    {
        /// <summary>When the first sentence was whole; 0 when the model was not asked.</summary>
        public long SentenceAt { get; set; }

        public TimeSpan TimeLimit => TimeSpan.FromSeconds(20);

        public async IAsyncEnumerable<ModelPiece> StreamAsync(PromptCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var isJudge = call.Prompt == "verify";
            foreach (var (i, passage) in Passage().Matches(call.Variables.GetValueOrDefault("passages", "")).Take(2).Index())
            {
                if (isJudge)
                {
                    // The sentences are those of the passages, in their order.
                    yield return new ModelPiece(string.Create(CultureInfo.InvariantCulture, $"{i + 1} | yes | {passage.Groups[2].Value}\n"));
                    continue;
                }

                foreach (var piece in $"{passage.Groups[2].Value} [{passage.Groups[1].Value}]\n".Chunk(8))
                {
                    await Task.Yield();
                    if (SentenceAt == 0 && piece.Contains(']'))
                        SentenceAt = Stopwatch.GetTimestamp();
                    yield return new ModelPiece(new string(piece));
                }
            }
        }

        [GeneratedRegex(@"<<(\w+)>>[^\n]*\n([^\n]*?[.!?])(?:\s)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
        private static partial Regex Passage();
    }

    private sealed class FirstReport : IProgress<string>
    {
        public long At { get; private set; }

        public void Report(string value) => At = At == 0 ? Stopwatch.GetTimestamp() : At;
    }
}
