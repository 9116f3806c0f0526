using System.Globalization;
using System.Text;

namespace NewsBot.Cli.Evaluation;

/// <summary>Draws a reliability diagram: how often replies are right, by the probability that they give.</summary>
internal static class ReliabilityPlot
{
    private const int Width = 460;
    private const int Height = 500;
    private const int Left = 64;
    private const int Top = 72;
    private const int Side = 360;
    private const double MostRadius = 15;
    private const double LeastRadius = 3;

    private const string Style = """
        <style>
        svg { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 12px }
        .paper { fill: #fff } .ink { fill: #1f2328 } .faint { fill: #59636e } .grid { stroke: #d1d9e0 }
        .line { stroke: #59636e; stroke-dasharray: 5 4 } .mark { fill: #0969da; fill-opacity: .75 }
        .count { font-size: 11px; stroke: #fff; stroke-width: 3px; paint-order: stroke }
        @media (prefers-color-scheme: dark) {
        .paper { fill: #0d1117 } .ink { fill: #f0f6fc } .faint { fill: #9198a1 } .grid { stroke: #3d444d }
        .line { stroke: #9198a1 } .mark { fill: #4493f8 } .count { stroke: #0d1117 }
        }
        </style>
        """;

    /// <summary>A picture in SVG, in light colours or dark ones as the reader prefers; a mark a bin, its area by the number of replies.</summary>
    public static string Draw(Reliability reliability)
    {
        var bins = reliability.Bins.ToList();
        var most = bins.Count == 0 ? 1 : bins.Max(bin => bin.Count);
        var summary = string.Create(CultureInfo.InvariantCulture, $"{reliability.Count:N0} questions, expected calibration error {reliability.ExpectedError:0.000}");
        var svg = new StringBuilder();
        Add(svg, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="t">
            <title id="t">How often replies are right, by the probability that they give: {summary}</title>
            {Style}
            <rect class="paper" width="{Width}" height="{Height}" rx="8"/>
            <text class="ink" x="{Left}" y="30" font-size="15" font-weight="600">How often replies are right</text>
            <text class="faint" x="{Left}" y="50">{summary}</text>

            """);
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            var share = tenth / 10.0;
            Add(svg, $"""
                <path class="grid" d="M{Left} {Y(share):0.#}h{Side}M{X(share):0.#} {Top}v{Side}" fill="none"/>
                <text class="faint" x="{Left - 8}" y="{Y(share) + 4:0.#}" text-anchor="end">{share:0.0}</text>
                <text class="faint" x="{X(share):0.#}" y="{Top + Side + 18}" text-anchor="middle">{share:0.0}</text>

                """);
        }

        Add(svg, $"""
            <path class="line" d="M{Left} {Top + Side}l{Side} -{Side}" fill="none"/>
            <text class="ink" x="{Left + (Side / 2)}" y="{Top + Side + 42}" text-anchor="middle">probability that the reply gives</text>
            <text class="ink" transform="translate(22 {Top + (Side / 2)}) rotate(-90)" text-anchor="middle">share that is right</text>

            """);
        foreach (var bin in bins)
        {
            var radius = Math.Max(LeastRadius, MostRadius * Math.Sqrt((double)bin.Count / most));
            Add(svg, $"""
                <circle class="mark" cx="{X(bin.Mean):0.#}" cy="{Y(bin.Right):0.#}" r="{radius:0.#}">
                <title>{bin.Count:N0} replies: probability {bin.Mean:0.000}, right {bin.Right:0.000}</title></circle>
                <text class="faint count" x="{X(bin.Mean) + radius + 4:0.#}" y="{Y(bin.Right) + 14:0.#}">{bin.Count:N0}</text>

                """);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static double X(double share) => Left + (Side * share);

    private static double Y(double share) => Top + (Side * (1 - share));

    private static void Add(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture).ReplaceLineEndings("\n"));
}
