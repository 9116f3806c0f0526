namespace NewsBot.Cli;

/// <summary>The exit codes of <c>newsbot</c>; scripts rely on them.</summary>
internal static class ExitCode
{
    /// <summary>The command did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>The command failed, and said why on standard error.</summary>
    public const int Failed = 1;

    /// <summary>The command line was wrong; nothing was done.</summary>
    public const int WrongUsage = 2;
}
