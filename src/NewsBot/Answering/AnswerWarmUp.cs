using System.Diagnostics;
using NewsBot.Archive;
using NewsBot.Core.Questions;

namespace NewsBot.Answering;

/// <summary>
/// Asks a few questions about the newest articles before the service takes those of people. The first answers of a process take ten times as long as later ones, since
/// code is compiled and files are read for them; the people whose messages waited for the start would wait for that, too.
/// </summary>
/// <remarks>
/// Nobody sees the answers, and no count, trace or language model knows of them. What fails here, a store or a title that nothing can read, costs nothing but the warmth.
/// </remarks>
internal sealed partial class AnswerWarmUp(
    IArchiveOverview archive, QuestionSpeller speller, EvidenceSearch search, AnswerComposer composer, TimeProvider time, ILogger<AnswerWarmUp> logger) : IHostedService
{
    private const int Articles = 6;

    /// <summary>How much of a title is asked about, in UTF-16 units.</summary>
    private const int MaxTitle = 200;

    /// <summary>After so long no further question is asked.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Each kind of answer is looked for by code of its own.</summary>
    private static readonly string[] Beginnings = ["Who", "When", "How many", "Why", "Where", "What happened:", "Is it true that", "What did they say about", "How much", "Which"];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // A parent that is not sampled: none of the steps is traced.
        using var untraced = new Activity("warm-up");
        untraced.Start();
        var started = time.GetTimestamp();
        var asked = 0;
        try
        {
            var newest = await archive.ReadNewestAsync(time.GetUtcNow() + IArchiveOverview.Ahead, Articles, cancellationToken);
            foreach (var (number, beginning) in newest.Count == 0 ? [] : Beginnings.Index())
            {
                var title = newest[number % newest.Count].Article.Title;
                await AskAsync($"{beginning} {title[..Math.Min(title.Length, MaxTitle)]}?", cancellationToken);
                asked++;
                if (time.GetElapsedTime(started) > Limit)
                    break;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure.Message);
            return;
        }

        var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
        LogAsked(asked, milliseconds);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task AskAsync(string text, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (right, _) = await speller.CorrectAsync(text, now, until: null, cancellationToken);
        var followUp = FollowUp.Of(right, before: []);
        var understood = new UnderstoodQuestion(new AskedQuestion(right) { WithoutModel = true }, followUp, followUp.Analyze(now));
        await composer.ComposeAsync(understood, await search.BeginAsync(understood.Question, cancellationToken), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Warmed up with {Questions} questions in {Milliseconds} ms.")]
    private partial void LogAsked(int questions, long milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The start is not warmed up: {Reason}")]
    private partial void LogFailed(string reason);
}
