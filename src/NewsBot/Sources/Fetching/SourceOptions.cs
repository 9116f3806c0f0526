using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Fetching;

/// <summary>How feeds and pages are fetched; the configuration section 'Sources'.</summary>
internal sealed class SourceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Sources";

    /// <summary>An address or an address of mail that the User-Agent names, so that a site can reach whoever runs the bot; empty (the default) for none.</summary>
    public string Contact { get; set; } = "";

    /// <summary>How long a fetch may take, redirects and body included and waiting for its turn not, 1 to 300 seconds; 30 by default.</summary>
    public int RequestSeconds { get; set; } = 30;

    /// <summary>Fetches at the same time, 1 to 256; 16 by default.</summary>
    public int Requests { get; set; } = 16;

    /// <summary>Fetches from one host at the same time, 1 to 16; 1 by default.</summary>
    public int RequestsPerHost { get; set; } = 1;

    /// <summary>Time between two requests to one host, 0 to 60 seconds; 1 by default. A robots.txt may ask for more.</summary>
    public double HostDelaySeconds { get; set; } = 1;

    /// <summary>The shortest time between two fetches of a feed, 1 to 1440 minutes; 5 by default.</summary>
    public int MinPollMinutes { get; set; } = 5;

    /// <summary>The longest time between two fetches of a feed, 1 to 168 hours; 24 by default.</summary>
    public int MaxPollHours { get; set; } = 24;

    /// <summary>The largest feed taken, unpacked, 1,000 to 100,000,000 bytes; 10,000,000 by default.</summary>
    public int MaxFeedBytes { get; set; } = 10_000_000;

    /// <summary>The largest page taken, unpacked, 1,000 to 100,000,000 bytes; 5,000,000 by default.</summary>
    public int MaxPageBytes { get; set; } = 5_000_000;

    /// <summary>The private networks that may be fetched from, as addresses or CIDR blocks ('10.1.2.0/24', 'fd00::/8'); empty (the default) for none.</summary>
    public string[] AllowedPrivateAddresses { get; set; } = [];
}

/// <summary>Refuses values out of range.</summary>
internal sealed class SourceOptionsValidator : IValidateOptions<SourceOptions>
{
    private const int LeastBytes = 1_000;
    private const int MostBytes = 100_000_000;
    private const int MostContactChars = 200;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SourceOptions options)
    {
        List<string> failures = [];
        if (options.Contact.Length > MostContactChars || !options.Contact.All(c => c is > ' ' and < '\x7F' and not ('(' or ')' or '\\')))
            failures.Add($"Sources:Contact takes an address of the web or of mail, of at most {MostContactChars} ASCII characters without spaces and brackets.");
        Check(failures, "Sources:RequestSeconds", options.RequestSeconds, 1, 300);
        Check(failures, "Sources:Requests", options.Requests, 1, 256);
        Check(failures, "Sources:RequestsPerHost", options.RequestsPerHost, 1, 16);
        Check(failures, "Sources:HostDelaySeconds", options.HostDelaySeconds, 0, 60);
        Check(failures, "Sources:MinPollMinutes", options.MinPollMinutes, 1, 1440);
        Check(failures, "Sources:MaxPollHours", options.MaxPollHours, 1, 168);
        if (options.MinPollMinutes > options.MaxPollHours * 60)
            failures.Add("Sources:MinPollMinutes is longer than Sources:MaxPollHours.");
        Check(failures, "Sources:MaxFeedBytes", options.MaxFeedBytes, LeastBytes, MostBytes);
        Check(failures, "Sources:MaxPageBytes", options.MaxPageBytes, LeastBytes, MostBytes);
        foreach (var block in options.AllowedPrivateAddresses)
        {
            if (AddressPolicy.ParseBlock(block) is null)
                failures.Add($"Sources:AllowedPrivateAddresses holds '{block}'; it takes addresses and CIDR blocks like 10.1.2.0/24.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(List<string> failures, string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            failures.Add($"{name} is {value}; it takes a number from {least} to {most}.");
    }
}
