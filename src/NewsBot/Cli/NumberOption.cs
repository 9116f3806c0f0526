using System.CommandLine;
using System.Globalization;

namespace NewsBot.Cli;

/// <summary>Options that take a number; anything else is told in a sentence that names the option.</summary>
internal static class NumberOption
{
    /// <summary>A whole number from 1 to <paramref name="max"/>.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">One sentence for the help.</param>
    /// <param name="standard">The number when the option is not given.</param>
    /// <param name="max">The largest number taken.</param>
    public static Option<int> Count(string name, string description, int standard, int max) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max)
                return number;
            result.AddError($"{name} takes a number from 1 to {max:N0}, not '{text}'.");
            return standard;
        },
    };

    /// <summary>A share, more than 0 and less than 1.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">One sentence for the help.</param>
    /// <param name="standard">The share when the option is not given.</param>
    public static Option<double> Share(string name, string description, double standard) => new(name)
    {
        Description = description,
        HelpName = "SHARE",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1)
                return share;
            result.AddError($"{name} takes a number between 0 and 1, not '{text}'.");
            return standard;
        },
    };
}
