using Microsoft.Extensions.Options;

namespace NewsBot.Summaries;

/// <summary>The daily summaries; the configuration section 'Digests'.</summary>
internal sealed class DigestOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Digests";

    /// <summary>How many hours late a summary is still sent after the bot was down, 0 to 12; 3 by default. A later one is left out.</summary>
    public double LateHours { get; set; } = 3;

    /// <summary>Whether a language model, where one is configured, words the stories; quoted sentences else.</summary>
    public bool Worded { get; set; }
}

/// <summary>Refuses values out of range.</summary>
internal sealed class DigestOptionsValidator : IValidateOptions<DigestOptions>
{
    // Two dates of one zone are never due within as many hours.
    private const double MostLateHours = 12;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DigestOptions options) => options.LateHours is >= 0 and <= MostLateHours
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Digests:LateHours is {options.LateHours}; it takes a number from 0 to {MostLateHours}.");
}
