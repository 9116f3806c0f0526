using System.Globalization;

namespace NewsBot.Web.Pages;

/// <summary>Plots of the last days as SVG that the server draws, each with its numbers in words and as a table.</summary>
internal static class DayPlot
{
    // In units of the drawing; the page scales it.
    private const double Width = 360;
    private const double Height = 150;
    private const double Left = 52;
    private const double Top = 12;
    private const double Bottom = 24;
    private const double Floor = Height - Bottom;
    private const double Room = Floor - Top;

    /// <summary>How many decades of milliseconds a plot of times has: from one millisecond to a hundred seconds and a little more.</summary>
    private const double Decades = 5.1;

    /// <summary>Bars from zero, the series of a day one on the other.</summary>
    /// <param name="id">Its own on the page.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="days">In order; at least one.</param>
    /// <param name="series">From the floor up; a value for each day.</param>
    public static Html Bars(string id, string title, IReadOnlyList<DateOnly> days, IReadOnlyList<PlotSeries> series)
    {
        var most = Math.Max(1, Enumerable.Range(0, days.Count).Max(day => series.Sum(one => one.Values[day] ?? 0)));
        var step = (Width - Left) / days.Count;
        var bars = new List<Html>();
        for (var day = 0; day < days.Count; day++)
        {
            var floor = Floor;
            foreach (var one in series.Where(one => one.Values[day] > 0))
            {
                var height = one.Values[day]!.Value / most * Room;
                floor -= height;
                bars.Add(Html.Of($"<rect class=\"{one.Style}\" x=\"{At(Left + (step * (day + 0.15)))}\" y=\"{At(floor)}\" width=\"{At(step * 0.7)}\" height=\"{At(height)}\"/>"));
            }
        }

        return Figure(id, title, days, series, Html.Of($"{Line(Top, Short(most))}{Line(Floor, "0")}{bars}"));
    }

    /// <summary>Durations as points on a scale of decades; a day without one has no point.</summary>
    /// <param name="id">Its own on the page.</param>
    /// <param name="title">What took so long.</param>
    /// <param name="days">In order; at least one.</param>
    /// <param name="series">In milliseconds, a value for each day.</param>
    public static Html Times(string id, string title, IReadOnlyList<DateOnly> days, IReadOnlyList<PlotSeries> series)
    {
        var step = (Width - Left) / days.Count;
        Html[] lines = [Line(Y(10), "10 ms"), Line(Y(100), "100 ms"), Line(Y(1_000), "1 s"), Line(Y(10_000), "10 s"), Line(Y(100_000), "100 s")];
        var points = series.SelectMany((one, index) => one.Values.Select((value, day) => value is not { } milliseconds
            ? Html.Empty
            : index == 0
                ? Html.Of($"<circle class=\"{one.Style}\" cx=\"{At(Left + (step * (day + 0.5)))}\" cy=\"{At(Y(milliseconds))}\" r=\"4\"/>")
                : Html.Of($"<rect class=\"{one.Style}\" x=\"{At(Left + (step * (day + 0.5)) - 4)}\" y=\"{At(Y(milliseconds) - 4)}\" width=\"8\" height=\"8\"/>")));
        return Figure(id, title, days, series, Html.Of($"{lines}{points}"));

        static double Y(double milliseconds) => Floor - (Math.Log10(Math.Max(1, milliseconds)) / Decades * Room);
    }

    private static Html Figure(string id, string title, IReadOnlyList<DateOnly> days, IReadOnlyList<PlotSeries> series, Html drawing)
    {
        var step = (Width - Left) / days.Count;
        var shown = new[] { 0, days.Count / 2, days.Count - 1 }.Distinct();
        var labels = shown.Select(day => day == days.Count - 1
            ? Html.Of($"<text x=\"{At(Width)}\" y=\"{At(Height - 6)}\" text-anchor=\"end\">{Name(days[day])}</text>")
            : Html.Of($"<text x=\"{At(Left + (step * (day + 0.5)))}\" y=\"{At(Height - 6)}\" text-anchor=\"middle\">{Name(days[day])}</text>"));
        return Html.Of(
            $"""
            <figure class="plot">
            <figcaption>{title}</figcaption>
            <svg viewBox="0 0 {At(Width)} {At(Height)}" role="img" aria-labelledby="{id}-title {id}-text">
            <title id="{id}-title">{title}, {Name(days[0])} to {Name(days[^1])}</title>
            <desc id="{id}-text">{string.Join(' ', series.Select(one => Told(one, days)))}</desc>
            {drawing}{labels}
            </svg>
            <ul class="key">{series.Select(one => Html.Of($"<li><span class=\"swatch {one.Style}\"></span>{one.Name}</li>"))}</ul>
            <details><summary>The numbers</summary>{Table(title, days, series)}</details>
            </figure>

            """);
    }

    /// <summary>A series in words: the whole, and the day with the most.</summary>
    private static string Told(PlotSeries series, IReadOnlyList<DateOnly> days)
    {
        var (day, most) = series.Values.Select((value, day) => (day, value ?? 0)).MaxBy(pair => pair.Item2);
        return most == 0 ? $"{series.Name}: none." : $"{series.Name}: at most {series.Tell(most)}, on {Name(days[day])}; today {Told(series, series.Values[^1])}.";
    }

    private static string Told(PlotSeries series, double? value) => value is { } known ? series.Tell(known) : "none";

    private static Html Table(string title, IReadOnlyList<DateOnly> days, IReadOnlyList<PlotSeries> series)
    {
        var heads = series.Select(one => Html.Of($"<th scope=\"col\">{one.Name}</th>"));
        var rows = days.Select((day, index) =>
            Html.Of($"<tr><th scope=\"row\">{Name(day)}</th>{series.Select(one => Html.Of($"<td>{Told(one, one.Values[index])}</td>"))}</tr>\n"));
        return Html.Of($"<table><caption>{title}</caption><thead><tr><th scope=\"col\">Day</th>{heads}</tr></thead><tbody>{rows}</tbody></table>");
    }

    private static Html Line(double y, string label) => Html.Of(
        $"<line x1=\"{At(Left)}\" y1=\"{At(y)}\" x2=\"{At(Width)}\" y2=\"{At(y)}\"/><text x=\"{At(Left - 6)}\" y=\"{At(y + 4)}\" text-anchor=\"end\">{label}</text>\n");

    private static string Short(double number) => number switch
    {
        >= 10_000_000 => $"{number / 1_000_000:0}M",
        >= 10_000 => $"{number / 1_000:0}k",
        _ => $"{number:N0}",
    };

    private static string Name(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string At(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A value for each day.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Style">A class of the style sheet.</param>
/// <param name="Values">Null for a day without one.</param>
/// <param name="Tell">A value in words.</param>
internal sealed record PlotSeries(string Name, string Style, IReadOnlyList<double?> Values, Func<double, string> Tell);
