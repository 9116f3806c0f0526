using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Summaries;

/// <summary>The daily summaries; the configuration section 'Digests'.</summary>
internal sealed class DigestOptions
{
    public const string Section = "Digests";

    // Two dates of one zone are never due within as many hours.
    private const double MostLateHours = 12;

    /// <summary>How many hours late a summary is still sent after the bot was down, 0 to 12; 3 by default. A later one is left out.</summary>
    [SettingRange(0, MostLateHours)]
    public double LateHours { get; set; } = 3;

    /// <summary>Whether a language model, where one is configured, words the stories; false by default, for quoted sentences.</summary>
    public bool Worded { get; set; }
}

/// <summary>Refuses values out of range.</summary>
[OptionsValidator]
internal sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
