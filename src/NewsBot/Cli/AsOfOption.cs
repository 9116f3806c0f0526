using System.CommandLine;
using System.Globalization;

namespace NewsBot.Cli;

/// <summary>The option '--as-of', which says what 'now' is.</summary>
internal static class AsOfOption
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>The option; null when it is not given.</summary>
    public static Option<DateTimeOffset?> Create() => new("--as-of")
    {
        Description = "What 'now' is, such as 2023-05-31 or 2023-05-31T18:00Z.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateTimeOffset.TryParseExact(
                text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var asOf))
                return asOf;
            result.AddError($"'{text}' is no date for --as-of; write it like 2023-05-31 or 2023-05-31T18:00Z.");
            return null;
        },
    };
}
