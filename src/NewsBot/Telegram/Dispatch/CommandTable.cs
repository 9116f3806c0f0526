using NewsBot.Telegram.Layout;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dispatch;

/// <summary>The bot's commands, in the order in which clients offer them. A new command is a line here, a handler and its description in each language.</summary>
internal static class CommandTable
{
    /// <summary>All commands.</summary>
    public static IReadOnlyList<CommandEntry> All { get; } =
    [
        new("ask", typeof(AskHandler)) { OpensByLink = false },
        new("latest", typeof(LatestHandler)),
        new("sources", typeof(OutletsHandler)),
        new("digest", typeof(SummaryHandler)),
        new("subscribe", typeof(SummaryHandler)) { IsHarmless = false },
        new("unsubscribe", typeof(SummaryHandler)) { IsHarmless = false },
        new("settings", typeof(SettingsHandler)),
        new("language", typeof(SettingsHandler)),
        new("help", typeof(HelpHandler)),
        new("privacy", typeof(PrivacyHandler)),
        new("mydata", typeof(MyDataHandler)),
        new("forget", typeof(MyDataHandler)) { OpensByLink = false, IsHarmless = false },
        new("start", typeof(StartHandler)) { IsOffered = false, OpensByLink = false, IsHarmless = false },
        new("stats", typeof(StatisticsHandler)) { IsForAdministrators = true },
        new("feeds", typeof(FeedHandler)) { IsForAdministrators = true, IsHarmless = false },
        new("ingest", typeof(IngestHandler)) { IsForAdministrators = true, IsHarmless = false },
    ];

    /// <summary>The command of this name, in any case; null when there is none.</summary>
    public static CommandEntry? Find(string name) => All.FirstOrDefault(command => string.Equals(command.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The command whose name comes nearest to what was typed; null when none is near.</summary>
    public static CommandEntry? FindNearest(string name)
    {
        var (best, distance) = All
            .Where(command => !command.IsForAdministrators)
            .Select(command => (Command: command, Distance: Distance(command.Name, name.ToLowerInvariant())))
            .MinBy(found => found.Distance);
        return distance <= 2 && distance < best.Name.Length / 2.0 ? best : null;
    }

    /// <summary>The commands that clients offer.</summary>
    public static IReadOnlyList<BotCommand> Describe(BotTexts texts, bool forAdministrator) => [..
        from command in All
        where command.IsOffered && (forAdministrator || !command.IsForAdministrators)
        select new BotCommand(command.Name, texts.Describe(command.Name))];

    /// <summary>Letters to insert, delete or replace (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 3)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[^1];
    }
}

/// <summary>A command of the bot.</summary>
/// <param name="Name">What is typed after the slash: 1 to 32 of a to z, 0 to 9 and '_'.</param>
/// <param name="Handler">The type that handles it, a <see cref="ICommandHandler"/>; some handle a few related commands.</param>
internal sealed record CommandEntry(string Name, Type Handler)
{
    /// <summary>Whether only the bot's administrators may use it.</summary>
    public bool IsForAdministrators { get; init; }

    /// <summary>Whether the bot registers it with Telegram; clients offer /start by themselves.</summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>Whether it changes nothing, so that it counts in the middle of a message too.</summary>
    public bool IsHarmless { get; init; } = true;

    /// <summary>Whether a link to the bot may name it.</summary>
    public bool OpensByLink { get; init; } = true;
}
