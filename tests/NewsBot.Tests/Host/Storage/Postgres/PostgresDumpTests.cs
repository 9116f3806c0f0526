using NewsBot.Storage.Postgres;
using Npgsql;

namespace NewsBot.Tests.Host.Storage.Postgres;

/// <summary>How the program that copies the database is called; it needs no server.</summary>
public sealed class PostgresDumpTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_program_gets_what_the_connection_string_says_and_replaces_what_a_killed_backup_left()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program of this test is a script.");
        var program = folder.File("program", "#!/bin/sh\nfor argument; do case $argument in --file=*) env > \"${argument#--file=}\" ;; esac; done\n");
#pragma warning disable CA1416 // Skipped on Windows above.
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        var copy = folder.File("backups/archive.dump.tmp", "half")[..^".tmp".Length];
        var settings = new NpgsqlConnectionStringBuilder(
            "Host=db;Username=newsbot;Password=secret;SSL Mode=VerifyFull;Root Certificate=/keys/root;SSL Certificate=/keys/own;SSL Key=/keys/key");
        new PostgresDump(program).Write(settings, copy);

        Assert.Equal(copy, Assert.Single(Directory.GetFiles(Path.GetDirectoryName(copy)!)));
        string[] expected = ["PGPASSWORD=secret", "PGSSLCERT=/keys/own", "PGSSLKEY=/keys/key", "PGSSLMODE=verify-full", "PGSSLROOTCERT=/keys/root"];
        Assert.Superset(expected.ToHashSet(), File.ReadAllLines(copy).ToHashSet());
    }
}
