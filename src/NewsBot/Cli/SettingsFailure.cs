using Microsoft.Extensions.Options;

namespace NewsBot.Cli;

/// <summary>Says in one sentence what is wrong with the settings.</summary>
internal static class SettingsFailure
{
    private const string UnknownKeys = "were not found on the instance of ";

    /// <summary>Refuses a section that nobody reads: it is misspelt.</summary>
    /// <exception cref="OptionsValidationException">There is one; names it.</exception>
    public static void ThrowOnUnknownSection(IConfiguration settings, IReadOnlyCollection<string> known)
    {
        foreach (var section in settings.GetChildren())
        {
            if (section.GetChildren().Any() && !known.Contains(section.Key, StringComparer.OrdinalIgnoreCase))
                throw new OptionsValidationException(section.Key, typeof(object), [$"there is no section '{section.Key}'; there are {string.Join(" and ", known)}."]);
        }
    }

    /// <summary>The sentence for what reading, binding or validating the settings threw.</summary>
    public static string Explain(Exception failure)
    {
        // The binder names the options type and the keys: '… NewsBot.Archive.ArchiveOptions: 'Pth''.
        var unknown = failure.Message.IndexOf(UnknownKeys, StringComparison.Ordinal);
        if (unknown < 0)
            return $"The settings cannot be read: {failure.Message} {failure.InnerException?.Message}".TrimEnd();
        var parts = failure.Message[(unknown + UnknownKeys.Length)..].Split(": ", 2);
        var section = parts[0][(parts[0].LastIndexOf('.') + 1)..].Replace("Options", "", StringComparison.Ordinal);
        return $"There is no such setting in the section {section}: {parts[^1]}. Remove it, or correct its name.";
    }
}
