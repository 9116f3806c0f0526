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

    /// <summary>The limit over all chats that the processes are told, in messages a second; 0 for none, and then all questions are asked at once.</summary>
    public int PerSecond { get; init; } = 30;

    /// <summary>The part of the calls that fail.</summary>
    public double Faults { get; init; } = 0.1;

    /// <summary>People who have a daily summary that is due within the drill.</summary>
    public int Subscribers { get; init; } = 100;

    /// <summary>Whether updates are posted, to one process after the other, instead of polled.</summary>
    public bool ByWebhook { get; init; }

    /// <summary>A shell command that restarts the server, or has its standby take over.</summary>
    public string RestartCommand { get; init; } = "bash eng/postgres.sh restart";

    /// <summary>The drill that some words of a command line name; null when they are none.</summary>
    public static DrillOptions? Parse(string server, string[] words)
    {
        var numbers = words.TakeWhile(word => int.TryParse(word, out _)).Select(int.Parse).ToArray();
        var names = words[numbers.Length..];
        if (numbers is [var processes, var people, var all] && names is ["throughput"])
            return new DrillOptions(server, people, all, 0, 0, 0, 0) { Processes = processes, PerSecond = 0, Faults = 0, Subscribers = 0 };
        return numbers is [var chats, var questions, var kills, var stops, var seconds, var restarts] && names.All(name => name is "webhook" or "failover")
            ? new DrillOptions(server, chats, questions, kills, stops, seconds, restarts)
            {
                ByWebhook = names.Contains("webhook"),
                RestartCommand = $"bash eng/postgres.sh {(names.Contains("failover") ? "failover" : "restart")}",
            }
            : null;
    }
}
