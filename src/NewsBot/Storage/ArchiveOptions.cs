using Microsoft.Extensions.Options;

namespace NewsBot.Storage;

/// <summary>Where the archive is; the configuration section 'Archive'.</summary>
internal sealed class ArchiveOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Archive";

    /// <summary>The archive's folder; empty (the default) for 'newsbot' under the platform's local application data.</summary>
    public string Path { get; set; } = "";

    /// <summary>The archive's folder as a full path.</summary>
    public string Directory => System.IO.Path.GetFullPath(
        Path.Length > 0
            ? Path
            : System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "newsbot"));
}

/// <summary>Refuses a path that cannot be one.</summary>
internal sealed class ArchiveOptionsValidator : IValidateOptions<ArchiveOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ArchiveOptions options) =>
        options.Path.Contains('\0', StringComparison.Ordinal)
            ? ValidateOptionsResult.Fail("Archive:Path is no path: it holds a NUL character.")
            : ValidateOptionsResult.Success;
}
