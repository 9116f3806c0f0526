using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Sources.Fetching;

/// <summary>How feeds and pages are fetched; the configuration section 'Sources'.</summary>
internal sealed class SourceOptions : IValidatableObject
{
    public const string Section = "Sources";

    private const int LeastBytes = 1_000;
    private const int MostBytes = 100_000_000;
    private const int MostContactChars = 200;

    /// <summary>A web or mail address that the User-Agent names, so that a site can reach whoever runs the bot, up to 200 characters; empty (the default) for none.</summary>
    public string Contact { get; set; } = "";

    /// <summary>How long a fetch may take, with its redirects and its body and without the wait for its turn, 1 to 300 seconds; 30 by default.</summary>
    [SettingRange(1, 300)]
    public int RequestSeconds { get; set; } = 30;

    /// <summary>Fetches at the same time, 1 to 256; 16 by default.</summary>
    [SettingRange(1, 256)]
    public int Requests { get; set; } = 16;

    /// <summary>Fetches from one host at the same time, 1 to 16; 1 by default.</summary>
    [SettingRange(1, 16)]
    public int RequestsPerHost { get; set; } = 1;

    /// <summary>Time between two requests to one host, 0 to 60 seconds; 1 by default. A robots.txt may ask for more.</summary>
    [SettingRange(0, 60)]
    public double HostDelaySeconds { get; set; } = 1;

    /// <summary>The shortest time between two fetches of a feed, 1 to 1440 minutes; 5 by default.</summary>
    [SettingRange(1, 1440)]
    public int MinPollMinutes { get; set; } = 5;

    /// <summary>The longest time between two fetches of a feed, 1 to 168 hours; 24 by default.</summary>
    [SettingRange(1, 168)]
    public int MaxPollHours { get; set; } = 24;

    /// <summary>The largest feed taken, unpacked, 1,000 to 100,000,000 bytes; 10,000,000 by default.</summary>
    [SettingRange(LeastBytes, MostBytes)]
    public int MaxFeedBytes { get; set; } = 10_000_000;

    /// <summary>The largest page taken, unpacked, 1,000 to 100,000,000 bytes; 5,000,000 by default.</summary>
    [SettingRange(LeastBytes, MostBytes)]
    public int MaxPageBytes { get; set; } = 5_000_000;

    /// <summary>The private networks that may be fetched from, as addresses or CIDR blocks ('10.1.2.0/24', 'fd00::/8'); empty (the default) for none.</summary>
    public string[] AllowedPrivateAddresses { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Contact.Length > MostContactChars || !Contact.All(c => c is > ' ' and < '\x7F' and not ('(' or ')' or '\\')))
            yield return new ValidationResult($"Sources:Contact takes a web or mail address of at most {MostContactChars} ASCII characters without spaces and brackets.");
        if (MinPollMinutes > MaxPollHours * 60)
            yield return new ValidationResult("Sources:MinPollMinutes is longer than Sources:MaxPollHours.");
        foreach (var block in AllowedPrivateAddresses)
        {
            if (AddressPolicy.ParseBlock(block) is null)
                yield return new ValidationResult($"Sources:AllowedPrivateAddresses holds '{block}'; it takes addresses and CIDR blocks like 10.1.2.0/24.");
        }
    }
}

/// <summary>Refuses values out of range.</summary>
[OptionsValidator]
internal sealed partial class SourceOptionsValidator : IValidateOptions<SourceOptions>;
