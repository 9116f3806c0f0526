using Microsoft.Extensions.Options;

namespace NewsBot.Archive;

/// <summary>Where the archive is and how long it keeps articles; the configuration section 'Archive'.</summary>
internal sealed class ArchiveOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Archive";

    /// <summary>The largest of <see cref="KeepDays"/>: a century.</summary>
    public const int MaxDays = 36_500;

    /// <summary>The archive's folder; empty (the default) for 'newsbot' under the platform's local application data.</summary>
    public string Path { get; set; } = "";

    /// <summary>How many days after its publication the service keeps an article that no stored answer cites; 0 (the default) for ever, at most <see cref="MaxDays"/>.</summary>
    public int KeepDays { get; set; }

    /// <summary>How many articles the service keeps, the latest, and those that stored answers cite; 0 (the default) for any number.</summary>
    public long KeepArticles { get; set; }

    /// <summary>The archive's folder as a full path.</summary>
    public string Directory => System.IO.Path.GetFullPath(
        Path.Length > 0
            ? Path
            : System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "newsbot"));
}

/// <summary>Refuses a path that cannot be one, and less than nothing to keep.</summary>
internal sealed class ArchiveOptionsValidator : IValidateOptions<ArchiveOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ArchiveOptions options)
    {
        List<string> failures = [];
        if (options.Path.Contains('\0', StringComparison.Ordinal))
            failures.Add("Archive:Path is no path: it holds a NUL character.");
        if (options.KeepDays is < 0 or > ArchiveOptions.MaxDays)
            failures.Add($"Archive:KeepDays has to be 0 (no limit) to {ArchiveOptions.MaxDays}.");
        if (options.KeepArticles < 0)
            failures.Add("Archive:KeepArticles has to be 0 (no limit) or more.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
