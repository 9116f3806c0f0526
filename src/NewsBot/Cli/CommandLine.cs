using System.CommandLine;
using System.CommandLine.Parsing;
using NewsBot.Hosting;

namespace NewsBot.Cli;

/// <summary>The command line of <c>newsbot</c>.</summary>
internal static class CommandLine
{
    // Ctrl-C: a batch that is being written may end; it takes well under a second.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="app">Builds the host that the command runs in.</param>
    /// <param name="args">As the shell gives them.</param>
    /// <param name="output">Takes what was asked for.</param>
    /// <param name="error">Takes everything else: progress, what was left out, what went wrong.</param>
    /// <returns>The exit code: 0 done, 1 failed, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(IAppBuilder app, string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        output = TextWriter.Synchronized(output);
        error = TextWriter.Synchronized(error);
        var root = CreateRoot(app);

        // No response files: a question may begin with '@'.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (FindProblem(parsed) is { } problem)
        {
            await error.WriteLineAsync($"{problem} See newsbot --help.");
            return ExitCode.WrongUsage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop },
            cancellationToken);
    }

    /// <summary>The commands below <c>newsbot</c>.</summary>
    public static RootCommand CreateRoot(IAppBuilder app)
    {
        var data = new Option<string?>("--data") { Description = "The archive's folder.", HelpName = "DIR", Recursive = true };
        data.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
                result.AddError("--data takes a folder.");
        });
        var host = new CommandHost(app, data);
        var root = new RootCommand("Answers questions about the news from its own archive, with citations.")
        {
            data,
            ServeCommand.Create(host),
            AskCommand.Create(host),
            SearchCommand.Create(host),
            IngestCommand.Create(host),
            FeedsCommand.Create(host),
            StoriesCommand.Create(host),
            DigestCommand.Create(host),
            new Command("pages", "Shows what is read out of web pages.") { PagesShowCommand.Create(host) },
            EvalCommand.Create(host),
            TrainCommand.Create(host),
            McpCommand.Create(host),
            MigrateCommand.Create(host),
            BackupCommand.Create(host),
            CheckCommand.Create(host),
            DoctorCommand.Create(host),
        };

        // 'newsbot' alone serves.
        root.SetAction((parsed, token) => ServeCommand.RunAsync(host, parsed, ServiceRoles.All, token));
        VerbCommand.ShowExamples(root);
        return root;
    }

    /// <summary>What is wrong with what was typed, the likeliest cause only; null when nothing is.</summary>
    private static string? FindProblem(ParseResult parsed)
    {
        // An argument would swallow a misspelt option.
        var misspelt = parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && LooksLikeOption(token.Value));
        if (parsed.Errors.Count == 0 || parsed.UnmatchedTokens.Count > 0)
        {
            if (misspelt is not null)
                return FindHungry(parsed, misspelt) is { } hungry ? $"{hungry} takes a value, and {misspelt.Value} follows it." : $"There is no option {misspelt.Value}.";
        }

        if (parsed.Errors.Count == 0)
            return null;
        if (parsed.UnmatchedTokens.Count == 0)
            return parsed.Errors[0].Message;
        return parsed.CommandResult.Command is RootCommand
            ? $"There is no command '{parsed.UnmatchedTokens[0]}'."
            : $"'{parsed.UnmatchedTokens[0]}' is one word too many; what has spaces goes into quotation marks.";
    }

    /// <summary>The option that took the name of another one for its value; null when there is no option of that name.</summary>
    private static string? FindHungry(ParseResult parsed, Token taken)
    {
        var options = parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options);
        if (!options.Any(option => option.Name == taken.Value || option.Aliases.Contains(taken.Value)))
            return null;
        var at = parsed.Tokens.ToList().IndexOf(taken);
        return at > 0 && parsed.Tokens[at - 1] is { Type: TokenType.Option } before ? before.Value : null;
    }

    private static bool LooksLikeOption(string word) =>
        word is ['-', '-', not '-', ..] or ['-', (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')] && !word.Contains(' ', StringComparison.Ordinal);
}
