using System.CommandLine;
using NewsBot.Archive;

namespace NewsBot.Cli;

/// <summary><c>newsbot migrate</c>: brings the archive's database to this version's schema.</summary>
/// <remarks>Every other command does the same when it opens the archive; this one says what it did.</remarks>
internal static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandHost host)
    {
        var command = new VerbCommand("migrate", "Brings the archive to this version; creates it when there is none.", "newsbot migrate --data /srv/newsbot");
        command.SetAction((parsed, cancellationToken) => host.RunAsync(parsed, (context, _) => RunAsync(context), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context)
    {
        var archive = context.Services.GetRequiredService<IArchiveSchema>();
        var applied = archive.Migrate();
        foreach (var (number, name) in applied)
            await context.Output.WriteLineAsync($"{number}: {name}");
        await context.Output.WriteLineAsync(applied.Count > 0 ? $"The archive {archive.Path} is up to date now." : $"The archive {archive.Path} was up to date.");
        return ExitCode.Done;
    }
}
