using System.CommandLine;
using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Cli;

/// <summary><c>newsbot migrate</c>: brings the archive's database to this version's schema, and copies an archive of another kind of database into it.</summary>
/// <remarks>Every other command does the first when it opens the archive; this one says what it did.</remarks>
internal sealed class MigrateCommand(IArchiveSchema archive, IArchiveImport? import = null)
{
    public static Command Create(CommandHost host)
    {
        var from = new Option<string?>("--from")
        {
            Description = "Copies this archive into the one of the settings, on PostgreSQL: 'sqlite:' and its folder. An interrupted copy goes on; at the end both are compared.",
        };
        var command = new VerbCommand(
            "migrate",
            "Brings the archive to this version; creates it when there is none.",
            "newsbot migrate --data /srv/newsbot",
            "NEWSBOT_Storage__Provider=postgres newsbot migrate --from sqlite:/srv/newsbot")
        {
            from,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<MigrateCommand>(
            parsed, (work, context, token) => work.RunAsync(context, parsed.GetValue(from), token), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, string? from, CancellationToken cancellationToken)
    {
        if (from is not null && import is null)
        {
            await context.Error.WriteLineAsync("An archive is copied into PostgreSQL: set Storage:Provider to 'postgres', and Storage:ConnectionString.");
            return ExitCode.Failed;
        }

        var applied = archive.Migrate();
        foreach (var (number, name) in applied)
            await context.Output.WriteLineAsync($"{number}: {name}");
        await context.Output.WriteLineAsync(applied.Count > 0 ? $"The archive {archive.Path} is up to date now." : $"The archive {archive.Path} was up to date.");
        return from is null ? ExitCode.Done : await CopyAsync(context, from, cancellationToken);
    }

    private async Task<int> CopyAsync(CommandContext context, string from, CancellationToken cancellationToken)
    {
        var tables = await import!.CopyAsync(
            from, (table, rows) => context.Tell(string.Create(CultureInfo.InvariantCulture, $"{table}: {rows:N0} rows copied")), cancellationToken);
        foreach (var table in tables)
        {
            await context.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{table.Name}: {table.SourceRows:N0} rows there, {table.Rows:N0} here, {(table.IsSame ? "the same" : "not the same")}"));
        }

        if (tables.All(table => table.IsSame))
            return ExitCode.Done;
        await context.Error.WriteLineAsync(
            $"The archive {archive.Path} is not the same as {from}. Stop whatever writes to either, and copy again into an empty database.");
        return ExitCode.Failed;
    }
}
