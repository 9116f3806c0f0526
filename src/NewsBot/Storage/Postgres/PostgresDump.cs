using System.ComponentModel;
using System.Diagnostics;
using NewsBot.Archive;
using NewsBot.Hosting;
using Npgsql;

namespace NewsBot.Storage.Postgres;

/// <summary>Copies a PostgreSQL database into one file by PostgreSQL's own program, while others go on reading and writing.</summary>
/// <param name="program">The program: 'pg_dump', found as the system finds programs.</param>
internal sealed class PostgresDump(string program = "pg_dump")
{
    /// <summary>Writes the copy, in the custom format, which 'pg_restore' reads.</summary>
    /// <param name="settings">How the server is reached: one host, and the database.</param>
    /// <param name="path">A file that does not exist; it appears when the copy is whole, readable by its owner only.</param>
    /// <returns>Its length, in bytes.</returns>
    /// <exception cref="StoreException">The program is not there, or failed.</exception>
    /// <exception cref="IOException">The file is there, or cannot be written.</exception>
    public long Write(NpgsqlConnectionStringBuilder settings, string path) => WholeCopy.Write(path, unfinished => Run(settings, unfinished));

    private void Run(NpgsqlConnectionStringBuilder settings, string file)
    {
        var start = new ProcessStartInfo(
            program,
            [
                "--format=custom", "--no-password", $"--file={file}", $"--host={settings.Host}", $"--port={settings.Port}", $"--username={settings.Username}",
                $"--dbname={settings.Database ?? settings.Username}",
            ])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // Other users of the machine see the arguments of a program, and not its variables.
        var variables = new[]
        {
            ("PGPASSWORD", settings.Password), ("PGPASSFILE", settings.Passfile), ("PGSSLROOTCERT", settings.RootCertificate), ("PGSSLCERT", settings.SslCertificate),
            ("PGSSLKEY", settings.SslKey),
        };
        foreach (var (name, value) in variables)
        {
            if (value is { Length: > 0 })
                start.Environment[name] = value;
        }

        start.Environment["PGSSLMODE"] = settings.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => $"{mode}".ToLowerInvariant(),
        };
        using var process = Start(start);
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new StoreException($"{program} failed: {said.ReplaceLineEndings(" ").Trim()}", isTransient: false);
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new StoreException(
                $"{program} is not on this machine; install the client programs of PostgreSQL (Debian: postgresql-client), as new as the server or newer.",
                isTransient: false,
                failure);
        }
    }
}
