using System.CommandLine;

namespace NewsBot.Commands;

/// <summary><c>newsbot feeds</c>: what is done with feeds, a command below it each.</summary>
internal static class FeedsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandHost host) => new("feeds", "Reads feeds.")
    {
        FeedsShowCommand.Create(host),
    };
}
