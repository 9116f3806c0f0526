using System.CommandLine;
using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Cli;

/// <summary><c>newsbot backup FILE</c>: copies the archive while the service runs.</summary>
internal sealed class BackupCommand(IArchiveCare archive, IArchiveSchema schema)
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The copy; it must not exist." };
        var command = new VerbCommand(
            "backup",
            "Copies the archive into one file, while the service runs. It is used as 'archive.db' in a folder of its own; on PostgreSQL, 'pg_restore' reads it into a database.",
            "newsbot backup newsbot-2026-11-29.db",
            "newsbot backup /backups/newsbot.db --data /srv/newsbot")
        {
            file,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<BackupCommand>(
            parsed, (work, context, _) => work.RunAsync(context, parsed.GetRequiredValue(file)), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, string path)
    {
        if ((OutFile.FindProblem(path) ?? (File.Exists(path) ? $"{path} is there already; a backup overwrites nothing." : null)) is { } problem)
        {
            await context.Error.WriteLineAsync(problem);
            return ExitCode.Failed;
        }

        if (!schema.Exists)
        {
            await context.Error.WriteLineAsync($"There is no archive {schema.Path} to copy; choose its folder with --data.");
            return ExitCode.Failed;
        }

        var length = archive.Backup(path);
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path} is a copy of {schema.Path}, {length:N0} bytes."));
        return ExitCode.Done;
    }
}
