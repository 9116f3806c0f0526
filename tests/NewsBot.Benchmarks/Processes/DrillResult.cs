using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Benchmarks.Processes;

/// <summary>What came of the drill, as the people and the service saw it.</summary>
internal static class DrillResult
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Prints the figures.</summary>
    /// <param name="telegram">After the drill.</param>
    /// <param name="asked">The questions of each chat in the order in which they were asked.</param>
    /// <param name="summaries">How many summaries each subscriber got.</param>
    /// <param name="output">Takes them.</param>
    /// <returns>How many answers are missing, and how many summaries came twice.</returns>
    public static async Task<int> PrintAsync(FakeBotApi telegram, IReadOnlyDictionary<long, List<long>> asked, IReadOnlyList<int> summaries, TextWriter output)
    {
        var (missing, repeated, disordered) = (0, 0, 0);
        foreach (var (chat, questions) in asked)
        {
            var answered = telegram.BotMessages(chat).Where(message => message.ReplyTo is not null).Select(message => message.ReplyTo!.Value).ToList();
            var firsts = answered.Distinct().ToList();
            missing += questions.Except(firsts).Count();
            repeated += answered.Count - firsts.Count;
            disordered += firsts.Zip(firsts.Skip(1)).Count(pair => pair.First > pair.Second);
        }

        var sent = telegram.RequestsOf("sendMessage").Where(request => request.Status == 200).ToList();
        var most = MostInASecond(sent.Select(request => request.At));
        await output.WriteLineAsync($"answers missing: {missing}; repeated: {repeated}; out of order: {disordered}");
        var intoOne = sent.GroupBy(request => request.ChatId).Select(chat => MostInASecond(chat.Select(request => request.At))).Append(0).Max();
        var (once, never, often) = (summaries.Count(got => got == 1), summaries.Count(got => got == 0), summaries.Count(got => got > 1));
        await output.WriteLineAsync($"daily summaries: {once} of {summaries.Count} once; missing: {never}; more than once: {often}");
        await output.WriteLineAsync($"most messages taken in one second: {most}; in one second into one chat: {intoOne}");
        var early = telegram.Flood.Early.Where(request => request.ChatId is not null).GroupBy(request => request.Method).Select(method => $"{method.Count()} {method.Key}");
        await output.WriteLineAsync($"calls before a told wait was over: {string.Join(", ", early.DefaultIfEmpty("none"))}");
        var calls = telegram.Requests.GroupBy(request => (request.Method, request.Status)).OrderBy(group => group.Key);
        await output.WriteLineAsync($"calls: {string.Join(", ", calls.Select(group => $"{group.Count()} {group.Key.Method} {group.Key.Status}"))}");
        return missing + often;
    }

    private static int MostInASecond(IEnumerable<DateTimeOffset> times)
    {
        var (window, most) = (new Queue<DateTimeOffset>(), 0);
        foreach (var at in times.Order())
        {
            while (window.TryPeek(out var first) && at - first >= Second)
                window.Dequeue();
            window.Enqueue(at);
            most = Math.Max(most, window.Count);
        }

        return most;
    }
}
