using System.Reflection;
using Microsoft.Extensions.Options;

namespace NewsBot.Hosting;

/// <summary>A section of the settings that the host reads.</summary>
/// <param name="Name">Its name in appsettings.json.</param>
/// <param name="Options">The class with a property for each of its keys; null when .NET reads the section, whose keys may be any.</param>
internal sealed record SettingsSection(string Name, Type? Options)
{
    /// <summary>Refuses settings with a section or a key that no room reads: its name is misspelt.</summary>
    /// <exception cref="OptionsValidationException">There is one; the failure names it.</exception>
    public static void ThrowOnUnknown(IConfiguration settings, IReadOnlyList<SettingsSection> known)
    {
        foreach (var section in settings.GetChildren())
        {
            // A value beside the sections comes from the environment and may be for somebody else.
            if (!section.GetChildren().Any())
                continue;
            var found = known.FirstOrDefault(one => one.Name.Equals(section.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong(section.Key, $"there is no section '{section.Key}'; there are {string.Join(" and ", known.Select(one => one.Name))}.");
            if (found.Options is { } options && FindUnknown(section, options) is { } key)
                throw Wrong(section.Key, $"there is no such setting in the section {key.Path[..^(key.Key.Length + 1)]}: '{key.Key}'. Remove it, or correct its name.");
        }
    }

    private static IConfigurationSection? FindUnknown(IConfigurationSection section, Type options)
    {
        foreach (var key in section.GetChildren())
        {
            if (options.GetProperty(key.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is not { CanWrite: true } property)
                return key;
            if (property.PropertyType.Namespace?.StartsWith(nameof(NewsBot), StringComparison.Ordinal) == true && FindUnknown(key, property.PropertyType) is { } unknown)
                return unknown;
        }

        return null;
    }

    private static OptionsValidationException Wrong(string section, string sentence) => new(section, typeof(object), [sentence]);
}
