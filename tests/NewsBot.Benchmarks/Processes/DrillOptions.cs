namespace NewsBot.Benchmarks.Processes;

/// <summary>How hard the drill of several processes is.</summary>
/// <param name="Server">A connection string to a PostgreSQL server, where the drill makes a database of its own.</param>
/// <param name="Chats">People who ask.</param>
/// <param name="Questions">Questions in all.</param>
/// <param name="Kills">How often a process is killed and started again.</param>
/// <param name="Stops">How often a process is stopped and continued.</param>
/// <param name="StopSeconds">How long it is stopped.</param>
/// <param name="Restarts">How often the database is restarted.</param>
internal sealed record DrillOptions(string Server, int Chats, int Questions, int Kills, int Stops, int StopSeconds, int Restarts)
{
    /// <summary>How many processes serve.</summary>
    public int Processes { get; init; } = 3;

    /// <summary>The limit over all chats that the processes are told, in messages a second.</summary>
    public int PerSecond { get; init; } = 30;

    /// <summary>The part of the calls that fail.</summary>
    public double Faults { get; init; } = 0.1;

    /// <summary>A shell command that restarts the server.</summary>
    public string RestartCommand { get; init; } = "bash eng/postgres.sh restart";
}
