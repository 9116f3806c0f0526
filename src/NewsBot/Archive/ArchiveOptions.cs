using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Where the archive is and how long it keeps articles; the configuration section 'Archive'.</summary>
internal sealed class ArchiveOptions : IValidatableObject
{
    public const string Section = "Archive";

    /// <summary>The largest of <see cref="KeepDays"/>: a century.</summary>
    public const int MaxDays = 36_500;

    /// <summary>The archive's folder; empty (the default) for 'newsbot' under the platform's local application data.</summary>
    public string Path { get; set; } = "";

    /// <summary>How many days after its publication the service keeps an article that no stored answer cites, 1 to <see cref="MaxDays"/>; 0 (the default) for ever.</summary>
    [SettingRange(0, MaxDays)]
    public int KeepDays { get; set; }

    /// <summary>How many articles the service keeps, from the latest on, beside those that stored answers cite; 0 (the default) for any number.</summary>
    [SettingRange(0)]
    public long KeepArticles { get; set; }

    /// <summary>A folder that the processes of one archive share, with a finished index file that a process without one takes; empty (the default) for none.</summary>
    public string SharedIndex { get; set; } = "";

    /// <summary>The archive's folder as a full path.</summary>
    public string Directory => System.IO.Path.GetFullPath(
        Path.Length > 0
            ? Path
            : System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "newsbot"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Path.Contains('\0', StringComparison.Ordinal))
            yield return new ValidationResult("Archive:Path is not a path: it holds a NUL character.");
        if (SharedIndex.Contains('\0', StringComparison.Ordinal))
            yield return new ValidationResult("Archive:SharedIndex is not a path: it holds a NUL character.");
    }
}

/// <summary>Refuses a path that cannot be one and numbers out of range.</summary>
[OptionsValidator]
internal sealed partial class ArchiveOptionsValidator : IValidateOptions<ArchiveOptions>;
