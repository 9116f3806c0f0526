using System.Text;
using NewsBot.Answering;
using NewsBot.Core.Display;
using NewsBot.Counts;
using NewsBot.Sources.Feeds;

namespace NewsBot.Web.Pages;

/// <summary>The page for whoever runs the service: its health, its queues, what was asked and what became of it.</summary>
internal static class AdminPage
{
    /// <summary>Where it is.</summary>
    public const string Path = "/admin";

    // A page stays small however many feeds there are.
    private const int MostFeeds = 60;
    private const int MostProblems = 20;

    /// <summary>The page.</summary>
    public static Html Write(ServiceState state) => PageShell.Page("The service · NewsBot", Html.Of(
        $"""
        <div class="service">
        <h1>The service</h1>
        <p class="quiet">As of {DisplayText.Date(state.At)}, {state.At.UtcDateTime.ToString("HH:mm:ss")} UTC. Days are days of UTC.</p>
        {Health(state)}
        {Facts(state)}
        {Plots(state)}
        <div class="columns">
        {Outcomes(state.Recent)}
        {Refused(state)}
        {Model(state)}
        </div>
        {Feeds(state)}
        {Problems(state)}
        </div>

        """), Path);

    private static Html Health(ServiceState state) => state.Health.Count == 0
        ? Html.Of($"<p class=\"notice\">Healthy: nothing in the background fails.</p>")
        : Html.Of($"<div class=\"notice wrong\"><p>Something is wrong:</p><ul>{state.Health.Select(sentence => Html.Of($"<li>{DisplayText.Line(sentence)}</li>"))}</ul></div>");

    private static Html Facts(ServiceState state)
    {
        var held = state.Statistics;
        var votes = held.Helpful + held.NotHelpful;
        return Html.Of(
            $"""
            <dl class="facts">
            {Fact("Articles", Number(state.Articles), $"{Number(state.Feeds.Count)} feeds")}
            {Fact("Questions", Number(state.Recent.Questions), $"in {state.Recent.Days.Count} days")}
            {Fact("Half answered within", Time(state.Recent.Within(0.5)), $"99 of 100 within {Time(state.Recent.Within(0.99))}")}
            {Fact("Found helpful", votes == 0 ? "–" : $"{held.Helpful * 100 / votes} %", $"{Number(held.Helpful)} yes, {Number(held.NotHelpful)} no")}
            {Fact("Updates that wait", Number(held.WaitingUpdates), $"{Number(held.UpdatesSetAside)} set aside")}
            {Fact("Messages that wait", Number(held.WaitingMessages), $"{Number(held.MessagesGivenUp)} given up")}
            {Fact("Chats", Number(held.Chats), $"{Number(held.Subscribers)} with a daily summary, {Number(held.BlockedChats)} closed")}
            {Fact("Watched questions", Number(held.Watches), "wait for news")}
            </dl>

            """);
    }

    private static Html Fact(string name, string value, string more) => Html.Of($"<div><dt>{name}</dt><dd>{value}</dd><dd class=\"quiet\">{more}</dd></div>\n");

    private static Html Plots(ServiceState state)
    {
        var days = state.Recent.Days;
        List<DateOnly> dates = [.. days.Select(day => day.From)];
        var asked = DayPlot.Bars("asked", "Questions a day", dates,
        [
            Series("Sure", "good", day => day.Of(CountName.Sure)), Series("Not sure", "fair", day => day.Of(CountName.Unsure)), Series("Refused", "none", day => day.Refused),
        ]);
        var times = DayPlot.Times("times", "Time to an answer", dates, [Times("Half of them", "good", 0.5), Times("99 of 100", "fair", 0.99)]);
        var tokens = Html.When(state.Model is not null || state.Recent.Of(CountName.InputTokens) > 0, () => DayPlot.Bars(
            "tokens", "Tokens of the language model a day", dates,
            [Series("Read", "good", day => day.Of(CountName.InputTokens)), Series("Written", "fair", day => day.Of(CountName.OutputTokens))]));
        return Html.Of($"<section class=\"plots\" aria-label=\"The last days\">{asked}{times}{tokens}</section>");

        PlotSeries Series(string name, string style, Func<CountReport, long> count) => new(name, style, [.. days.Select(day => (double?)count(day))], Number);
        PlotSeries Times(string name, string style, double share) =>
            new(name, style, [.. days.Select(day => day.Within(share)?.TotalMilliseconds)], value => Time(TimeSpan.FromMilliseconds(value)));
    }

    private static Html Outcomes(CountReport recent)
    {
        var failed = Html.When(recent.Of(CountName.Failed) > 0, () => Row("Failed", recent.Of(CountName.Failed)));
        var refused = recent.Under(CountName.AllRefused).Select(pair => Row("Refused: " + Words(pair.Kind), pair.Count));
        return Html.Of(
            $"""
            <section><h2>Questions by outcome</h2>
            <table><tbody>{Row("Sure", recent.Of(CountName.Sure))}{Row("Not sure", recent.Of(CountName.Unsure))}{refused}{failed}</tbody></table></section>

            """);
    }

    private static Html Refused(ServiceState state)
    {
        var groups = state.Refused.Select(group =>
        {
            var beside = Html.When(group.Beside.Count > 0, () => Html.Of($"<span class=\"origin\" dir=\"auto\">{Join(group.Beside, ", ")}</span>"));
            return Html.Of($"<li><span><strong dir=\"auto\">{Join(group.Words, " ")}</strong> · {group.Count}</span>{beside}</li>\n");
        });
        var said = state.Refused.Count == 0
            ? Html.Of($"<p class=\"quiet\">None of the questions that are kept went without an answer.</p>")
            : Html.Of($"<ul class=\"list\">{groups}</ul>");
        return Html.Of(
            $"""
            <section><h2>What had no answer most often</h2>
            <p class="quiet">Of the questions of chats that are kept. These are subjects to add sources for.</p>{said}</section>

            """);
    }

    private static Html Model(ServiceState state) => Html.When(state.Model is not null, () =>
    {
        var (model, recent) = (state.Model!, state.Recent);
        var cost = model.Cost is { } amount ? $", cost {amount:0.00}" : "";
        var fallen = recent.Under(CountName.AllFellBack).Select(pair => Row("In the articles' own words: " + Reason(pair.Kind), pair.Count));
        return Html.Of(
            $"""
            <section><h2>Language model</h2>
            <p class="quiet">{DisplayText.Line(model.Model)} today: {Number(model.Usage.InputTokens)} tokens read, {Number(model.Usage.OutputTokens)} written{cost}.</p>
            <table><tbody>{Row("Answers written", recent.Of(CountName.Written))}{Row("of these verified", recent.Of(CountName.Verified))}
            {Row("of these mended", recent.Of(CountName.Repaired))}{fallen}{Row("Sentences dropped", recent.Of(CountName.Dropped))}</tbody></table></section>

            """);
    });

    private static Html Feeds(ServiceState state)
    {
        if (state.Feeds.Count == 0)
            return Html.Of($"<section><h2>Feeds</h2><p class=\"quiet\">No feeds are followed. Follow one with <code>newsbot feeds add URL</code>.</p></section>\n");
        var counts = string.Join(", ", state.Feeds.CountBy(feed => feed.Health).OrderBy(pair => pair.Key).Select(pair => $"{Number(pair.Value)} {Words(pair.Key.ToString())}"));
        var shown = state.Feeds.OrderByDescending(feed => feed.Health is FeedHealth.Failing or FeedHealth.Gone).Take(MostFeeds);
        var more = Html.When(state.Feeds.Count > MostFeeds, () => Html.Of(
            $"<p class=\"quiet\">And {Number(state.Feeds.Count - MostFeeds)} more; <code>newsbot feeds list</code> shows them all.</p>"));
        return Html.Of(
            $"""
            <section><h2>Feeds</h2><p class="quiet">{counts}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Feeds"><table>
            <thead><tr><th scope="col">Feed</th><th scope="col">State</th><th scope="col">Items</th><th scope="col">Read</th><th scope="col">Problem</th></tr></thead>
            <tbody>{shown.Select(feed => Row(feed, state.At))}</tbody></table></div>{more}</section>

            """);
    }

    private static Html Row(FollowedFeed feed, DateTimeOffset now)
    {
        var read = feed.State.LastSuccessAt is { } at ? $"{Ago(now - at)} ago" : "never";
        return Html.Of(
            $"""
            <tr><th scope="row" dir="auto">{Cut(feed.Settings.Name, 80)}</th><td>{Words(feed.Health.ToString())}</td><td>{Number(feed.State.Items)}</td>
            <td>{read}</td><td>{Cut(feed.State.Problem, 160)}</td></tr>

            """);
    }

    private static Html Problems(ServiceState state)
    {
        if (state.Problems.Count == 0)
            return Html.Of($"<section><h2>Newest errors</h2><p class=\"quiet\">The log has no warning and no error since the start.</p></section>\n");
        var lines = state.Problems.Take(MostProblems).Select(problem =>
        {
            var origin = $"{problem.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC · {(problem.IsError ? "error" : "warning")}";
            return Html.Of($"<li><span class=\"origin\">{origin}</span>{DisplayText.Line(problem.Text)}</li>\n");
        });
        return Html.Of($"<section><h2>Newest errors</h2><ul class=\"list\">{lines}</ul></section>\n");
    }

    private static Html Row(string name, long count) => Html.Of($"<tr><th scope=\"row\">{name}</th><td>{Number(count)}</td></tr>\n");

    /// <summary>The name of a kind as words: 'NothingFound' is 'nothing found'.</summary>
    private static string Words(string kind)
    {
        var words = new StringBuilder();
        foreach (var letter in kind)
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        return words.ToString();
    }

    private static string Reason(string kind) => kind switch
    {
        nameof(FallbackReason.Service) => "the service failed",
        nameof(FallbackReason.Limit) => "a limit was reached",
        nameof(FallbackReason.Late) => "it was too slow",
        nameof(FallbackReason.Stopped) => "the reader stopped it",
        nameof(FallbackReason.Declined) => "it found no answer",
        nameof(FallbackReason.NotStated) => "it failed the checks",
        _ => Words(kind),
    };

    private static string Join(IEnumerable<string> words, string between) => Cut(string.Join(between, words), 120);

    private static string Cut(string? text, int most) => DisplayText.Line(text) is var line && line.Length > most ? string.Concat(line.AsSpan(0, most), "…") : line;

    private static string Time(TimeSpan? time) => time switch
    {
        null => "–",
        { TotalSeconds: < 1 } => $"{time.Value.TotalMilliseconds:0} ms",
        _ => $"{time.Value.TotalSeconds:0.#} s",
    };

    private static string Ago(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "under a minute",
        { TotalHours: < 1 } => $"{span.TotalMinutes:0} min",
        { TotalDays: < 2 } => $"{span.TotalHours:0} h",
        _ => $"{span.TotalDays:0} days",
    };

    private static string Number(long number) => $"{number:N0}";

    private static string Number(double number) => $"{number:N0}";
}
