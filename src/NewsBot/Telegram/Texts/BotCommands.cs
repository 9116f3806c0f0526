using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Texts;

/// <summary>The commands as they are typed and offered.</summary>
internal static class BotCommands
{
    private static readonly BotCommand[] ForAdministrators = [BotCommand.Stats, BotCommand.Feeds, BotCommand.Ingest];

    /// <summary>What is typed after the slash.</summary>
    public static string NameOf(BotCommand command) => command.ToString().ToLowerInvariant();

    /// <summary>The command of this name, in any case; null when there is none.</summary>
    public static BotCommand? Find(string name)
    {
        foreach (var command in Enum.GetValues<BotCommand>())
        {
            if (string.Equals(NameOf(command), name, StringComparison.OrdinalIgnoreCase))
                return command;
        }

        return null;
    }

    /// <summary>The command whose name comes nearest to what was typed; null when none is near.</summary>
    public static BotCommand? FindNearest(string name)
    {
        var (best, distance) = Enum.GetValues<BotCommand>()
            .Where(command => !IsForAdministrators(command))
            .Select(command => (Command: command, Distance: Distance(NameOf(command), name.ToLowerInvariant())))
            .MinBy(found => found.Distance);
        return distance <= 2 && distance < NameOf(best).Length / 2.0 ? best : null;
    }

    /// <summary>Whether only the bot's administrators may use it.</summary>
    public static bool IsForAdministrators(BotCommand command) => ForAdministrators.Contains(command);

    /// <summary>What clients offer; /start they offer by themselves.</summary>
    public static IReadOnlyList<CommandDescription> Describe(BotTexts texts, bool forAdministrator) => [..
        from command in Enum.GetValues<BotCommand>()
        where command != BotCommand.Start && (forAdministrator || !IsForAdministrators(command))
        select new CommandDescription(NameOf(command), texts.Describe(command))];

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
