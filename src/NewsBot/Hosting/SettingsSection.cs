using System.Reflection;
using Microsoft.Extensions.Options;

namespace NewsBot.Hosting;

/// <summary>A section of the settings that the host reads.</summary>
/// <param name="Name">Its name in appsettings.json.</param>
/// <param name="Options">The class with a property for each of its keys; null when .NET reads the section, whose keys may be any.</param>
internal sealed record SettingsSection(string Name, Type? Options)
{
    /// <summary>Refuses settings with a section or a key that no room reads: its name is misspelt.</summary>
    /// <exception cref="OptionsValidationException">There is one, or several; the failure names each.</exception>
    public static void ThrowOnUnknown(IConfiguration settings, IReadOnlyList<SettingsSection> known)
    {
        var wrong = new List<string>();
        foreach (var section in settings.GetChildren())
        {
            // A value beside the sections comes from the environment and may be for somebody else.
            if (!section.GetChildren().Any())
                continue;
            if (known.FirstOrDefault(one => one.Name.Equals(section.Key, StringComparison.OrdinalIgnoreCase)) is not { } found)
                wrong.Add($"there is no section '{section.Key}'; there are {string.Join(" and ", known.Select(one => one.Name))}.");
            else if (found.Options is { } options)
            {
                wrong.AddRange(FindUnknown(section, options).Select(
                    key => $"there is no such setting in the section {key.Path[..^(key.Key.Length + 1)]}: '{key.Key}'. Remove it, or correct its name."));
            }
        }

        if (wrong.Count > 0)
            throw new OptionsValidationException(nameof(settings), typeof(object), wrong);
    }

    private static IEnumerable<IConfigurationSection> FindUnknown(IConfigurationSection section, Type options)
    {
        foreach (var key in section.GetChildren())
        {
            if (options.GetProperty(key.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is not { CanWrite: true } property)
                yield return key;
            else if (property.PropertyType.Namespace?.StartsWith(nameof(NewsBot), StringComparison.Ordinal) == true)
            {
                foreach (var unknown in FindUnknown(key, property.PropertyType))
                    yield return unknown;
            }
        }
    }
}
