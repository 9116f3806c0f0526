namespace NewsBot.Hosting;

/// <summary>A section of the settings that the host reads.</summary>
/// <param name="Name">Its name in appsettings.json.</param>
/// <param name="Options">The class with a property for each of its keys.</param>
internal sealed record SettingsSection(string Name, Type Options);
