using System.CommandLine;
using NewsBot.Web.Mcp;

namespace NewsBot.Cli;

/// <summary><c>newsbot mcp</c>: the archive as tools for an agent that starts this command and speaks with it over its standard streams.</summary>
internal sealed class McpCommand(IServiceProvider services, ArchiveOpening archive)
{
    public static Command Create(CommandHost host)
    {
        var command = new VerbCommand(
            "mcp",
            "Offers the archive to an agent as tools (Model Context Protocol) over standard input and output: ask, search, read_article, digest.",
            "newsbot mcp --data /srv/newsbot");
        command.SetAction((parsed, cancellationToken) => host.RunAsync<McpCommand>(parsed, (work, context, token) => work.RunAsync(context, token), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await archive.OpenAsync(context, cancellationToken);
        await McpServices.RunOverStreamsAsync(services, cancellationToken);
        return ExitCode.Done;
    }
}
