using System.CommandLine;

namespace NewsBot.Cli;

/// <summary>What was typed, and where the command writes.</summary>
/// <param name="Arguments">What was typed.</param>
internal sealed record CommandContext(ParseResult Arguments)
{
    /// <summary>Takes what was asked for.</summary>
    public TextWriter Output => Arguments.InvocationConfiguration.Output;

    /// <summary>Takes progress, what was left out and what went wrong.</summary>
    public TextWriter Error => Arguments.InvocationConfiguration.Error;

    /// <summary>Whether a person watches standard error on a terminal.</summary>
    public bool ErrorIsTerminal => ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected;
}
