using System.CommandLine;
using System.CommandLine.Parsing;

namespace NewsBot.Commands;

/// <summary>The commands of <c>newsbot</c>.</summary>
internal static class CommandLine
{
    /// <summary>Exit code: done.</summary>
    public const int Done = 0;

    /// <summary>Exit code: failed.</summary>
    public const int Failed = 1;

    /// <summary>Exit code: wrong usage.</summary>
    public const int WrongUsage = 2;

    // Ctrl-C: a batch that is being written may end; it takes well under a second.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">As the shell gives them.</param>
    /// <param name="output">Takes what was asked for.</param>
    /// <param name="error">Takes everything else: progress, what was left out, what went wrong.</param>
    /// <param name="cancellationToken">Stops the command, as Ctrl-C does.</param>
    /// <returns>The exit code: 0 done, 1 failed, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var data = new Option<string?>("--data") { Description = "The archive's folder.", HelpName = "DIR", Recursive = true };
        var host = new CommandHost(data);
        var root = new RootCommand("Answers questions about the news from its own archive, with citations.")
        {
            data,
            AskCommand.Create(host),
            SearchCommand.Create(host),
            IngestCommand.Create(host),
            EvalCommand.Create(host),
            TrainCommand.Create(host),
            MigrateCommand.Create(host),
        };

        // No response files: a question may begin with '@'.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var problems = parsed.Errors.Select(problem => problem.Message).Concat(UnknownOptions(parsed)).ToList();
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
                await error.WriteLineAsync(problem);
            await error.WriteLineAsync("See newsbot --help.");
            return WrongUsage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop },
            cancellationToken);
    }

    // An argument that takes several values would swallow a misspelt option.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && !token.Value.Contains(' ', StringComparison.Ordinal))
        .Select(token => $"There is no option {token.Value}.");
}
