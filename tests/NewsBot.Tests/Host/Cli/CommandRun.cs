using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

/// <summary>What a run of the command line left: exit code, standard output, standard error.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    /// <summary>Runs newsbot in this process.</summary>
    public static Task<CommandRun> OfAsync(params string[] args) => OfAsync(new NewsBotApp(), args);

    /// <summary>Runs newsbot with settings of its own in this process.</summary>
    public static async Task<CommandRun> OfAsync(NewsBotApp app, string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(app, args, output, error, TestContext.Current.CancellationToken);
        return new CommandRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Asserts a failure told in one line, without a stack trace, and nothing on standard output.</summary>
    /// <returns>The line.</returns>
    public string OneSentence(int code)
    {
        Assert.Equal((code, ""), (Code, Output));
        Assert.EndsWith("\n", Error, StringComparison.Ordinal);
        Assert.Single(Error, c => c == '\n');
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
        return Error.TrimEnd('\n');
    }
}
