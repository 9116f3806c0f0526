using System.CommandLine;
using NewsBot.Archive;

namespace NewsBot.Cli;

/// <summary><c>newsbot migrate</c>: brings the archive's database to this version's schema.</summary>
/// <remarks>Every other command does the same when it opens the archive; this one says what it did.</remarks>
internal sealed class MigrateCommand(IArchiveSchema archive)
{
    public static Command Create(CommandHost host)
    {
        var command = new VerbCommand("migrate", "Brings the archive to this version; creates it when there is none.", "newsbot migrate --data /srv/newsbot");
        command.SetAction((parsed, cancellationToken) => host.RunAsync<MigrateCommand>(parsed, (work, context, _) => work.RunAsync(context), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context)
    {
        var applied = archive.Migrate();
        foreach (var (number, name) in applied)
            await context.Output.WriteLineAsync($"{number}: {name}");
        await context.Output.WriteLineAsync(applied.Count > 0 ? $"The archive {archive.Path} is up to date now." : $"The archive {archive.Path} was up to date.");
        return ExitCode.Done;
    }
}
