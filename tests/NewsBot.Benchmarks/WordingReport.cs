using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Models;

namespace NewsBot.Benchmarks;

/// <summary>
/// Asks questions with a model that writes at once, and then without one, so that what is left of the time is the bot's own. All are asked three times and the last time
/// counts, as in a service that has run for some minutes.
/// </summary>
internal static partial class WordingReport
{
    private const int Warmups = 2;

    /// <summary>Runs it.</summary>
    /// <param name="archive">The archive's folder.</param>
    /// <param name="questionsPath">An object a line with the question.</param>
    /// <param name="output">Takes the figures.</param>
    /// <returns>0.</returns>
    public static async Task<int> RunAsync(string archive, string questionsPath, TextWriter output)
    {
        var questions = ArticleLines.Lines(questionsPath).Select(Read).ToList();
        var model = new InstantModel();
        var written = await AskAsync(archive, questions, model);
        var extractive = await AskAsync(archive, [.. written.Select(answer => answer.Asked)], model: null);
        await output.WriteLineAsync($"{written.Count} questions asked of the model, {written.Count(answer => answer.Reply.IsWritten)} answered in its words");
        Write("an answer beyond the model's own time", written.Select(answer => answer.Time), output);
        Write("  of it processor time", written.Select(answer => answer.Work), output);
        Write("the extractive answer", extractive.Select(answer => answer.Time), output);
        Write("  of it processor time", extractive.Select(answer => answer.Work), output);
        Write("what the model's words take more", written.Zip(extractive, (one, other) => one.Time - other.Time), output);
        Write("  of it processor time", written.Zip(extractive, (one, other) => one.Work - other.Work), output);
        Write("from the model's first full sentence to its showing", written.Select(answer => answer.First).OfType<TimeSpan>(), output);
        return 0;
    }

    private static AskedQuestion Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var day = ArticleLines.Text(document.RootElement, "asked_at") ?? "2024-01-01";
        return new AskedQuestion(ArticleLines.Text(document.RootElement, "question")!, DateTimeOffset.Parse(day, styles: DateTimeStyles.AssumeUniversal));
    }

    /// <summary>The answers of the last time; with a model, those for which it was asked.</summary>
    private static async Task<List<TimedAnswer>> AskAsync(string archive, IReadOnlyList<AskedQuestion> questions, InstantModel? model)
    {
        using var host = new NewsBotApp(swap: model is null ? null : services => services.AddSingleton<ILanguageModel>(model)).BuildTool(archive, Console.Error);
        await host.Services.GetRequiredService<ArchiveIndex>().UpdateAsync(null, CancellationToken.None);
        var answerer = host.Services.GetRequiredService<IQuestionAnswerer>();
        for (var i = 0; i < Warmups; i++)
        {
            foreach (var question in questions)
                await answerer.AnswerAsync(question, CancellationToken.None);
        }

        var answers = new List<TimedAnswer>();
        foreach (var question in questions)
        {
            var shown = new FirstReport();
            model?.SentenceAt = 0;
            var (started, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var reply = await answerer.AnswerAsync(question with { Progress = shown }, CancellationToken.None);
            var (time, work) = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - worked);
            if (model is not { SentenceAt: 0 })
                answers.Add(new TimedAnswer(question, reply, time, work, model is not null && shown.At != 0 ? Stopwatch.GetElapsedTime(model.SentenceAt, shown.At) : null));
        }

        return answers;
    }

    private static void Write(string what, IEnumerable<TimeSpan> times, TextWriter output)
    {
        var ordered = times.Select(time => time.TotalMilliseconds).Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}, ms: p50 {ordered[ordered.Count / 2]:f1}  p95 {ordered[ordered.Count * 95 / 100]:f1}  p99 {ordered[ordered.Count * 99 / 100]:f1}"));
    }

    /// <summary>An answer and what it took.</summary>
    /// <param name="Asked">What was asked.</param>
    /// <param name="Reply">The answer.</param>
    /// <param name="Time">By the clock.</param>
    /// <param name="Work">The processor time of the process meanwhile.</param>
    /// <param name="First">From the model's first full sentence to its showing; null when none was shown.</param>
    private sealed record TimedAnswer(AskedQuestion Asked, Reply Reply, TimeSpan Time, TimeSpan Work, TimeSpan? First);

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
