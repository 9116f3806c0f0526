using System.CommandLine;
using NewsBot.Json;

namespace NewsBot.Cli;

/// <summary>The option '--as-of', which says what 'now' is.</summary>
internal static class AsOfOption
{
    /// <summary>The option; null when it is not given.</summary>
    public static Option<DateTimeOffset?> Create() => new("--as-of")
    {
        Description = "What 'now' is, such as 2023-05-31 or 2023-05-31T18:00Z.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (AsOfText.TryRead(text, out var asOf))
                return asOf;
            result.AddError($"'{text}' is no date for --as-of; write it like {AsOfText.Example}.");
            return null;
        },
    };
}
