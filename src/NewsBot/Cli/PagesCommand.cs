using System.CommandLine;

namespace NewsBot.Cli;

/// <summary><c>newsbot pages</c>: what NewsBot makes of web pages.</summary>
internal static class PagesCommand
{
    public static Command Create(CommandHost host) => new("pages", "Shows what is read out of web pages.") { PagesShowCommand.Create(host) };
}
