namespace NewsBot.Cli;

/// <summary>Builds the hosts that commands run in.</summary>
internal interface IAppBuilder
{
    /// <summary>The host of a command that ends by itself: nothing works in the background.</summary>
    /// <param name="archivePath">The archive's folder; null for the one that the settings name.</param>
    /// <param name="log">Takes what is logged.</param>
    IHost BuildTool(string? archivePath, TextWriter log);

    /// <summary>The host of the service: the same, with the web, the bot and what works in the background.</summary>
    /// <inheritdoc cref="BuildTool"/>
    WebApplication BuildService(string? archivePath, TextWriter log);
}
