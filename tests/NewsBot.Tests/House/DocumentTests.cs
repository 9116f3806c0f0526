using System.CommandLine;
using System.Text.Json;
using NewsBot.Cli;

namespace NewsBot.Tests.House;

/// <summary>The documents list what there is: rooms, settings, commands.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void Each_folder_of_src_has_a_line_and_each_line_a_folder() =>
        Assert.Equal(Folders().Order(StringComparer.Ordinal), Rooms.InOrder.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_setting_has_a_line_and_each_line_a_setting() =>
        Assert.Equal(Settings().Order(StringComparer.Ordinal), ListedSettings(DocumentTable.Rows("docs/settings.md", "# Settings")).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_command_has_a_line_and_each_line_a_command() =>
        Assert.Equal(Commands().Order(StringComparer.Ordinal), ListedCommands(DocumentTable.Rows("docs/commands.md", "# Commands")).Order(StringComparer.Ordinal));

    [Fact]
    public void Control_lines_are_read_with_their_short_forms()
    {
        Assert.Equal(["Web:Url", "Telegram:Limits:A", "Telegram:Limits:B"], ListedSettings([["`Web:Url`"], ["`Telegram:Limits:A`, `:B`"]]));
        Assert.Equal(["ask", "feeds pause", "feeds resume"], ListedCommands([["`ask [--json] \"QUESTION\"`"], ["`feeds pause FEED`, `resume FEED`"]]));
    }

    [Fact]
    public void Control_there_are_folders_settings_and_commands_to_list()
    {
        Assert.Contains("Core/Answers/Composing", Folders());
        Assert.Contains("Telegram:Webhook:Url", Settings());
        Assert.Contains("Sources:AllowedPrivateAddresses", Settings());
        Assert.Contains("feeds import", Commands());
    }

    private static HashSet<string> Folders() =>
        [.. RepositoryFiles.Sources("src").Select(path => Rooms.OfFolder(path[..path.LastIndexOf('/')]))];

    private static List<string> Settings()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.At("appsettings.json")));
        return [.. Keys(file.RootElement, "")];
    }

    private static IEnumerable<string> Keys(JsonElement section, string prefix) => section.EnumerateObject().SelectMany(key =>
        key.Value.ValueKind == JsonValueKind.Object ? Keys(key.Value, $"{prefix}{key.Name}:") : [prefix + key.Name]);

    private static List<string> Commands() => [.. Leaves(CommandLine.CreateRoot(new NewsBotApp()), "")];

    private static IEnumerable<string> Leaves(Command command, string prefix) => command.Subcommands.SelectMany(one =>
        one.Subcommands.Count > 0 ? Leaves(one, $"{prefix}{one.Name} ") : [prefix + one.Name]);

    /// <summary>The settings that a table lists; ':B' after 'A:C' stands for 'A:B'.</summary>
    private static List<string> ListedSettings(IEnumerable<IReadOnlyList<string>> rows) => [..
        from row in rows
        let codes = DocumentTable.Codes(row[0])
        from code in codes
        select code.StartsWith(':') ? codes[0][..codes[0].LastIndexOf(':')] + code : code];

    /// <summary>The commands that a table lists; 'resume' after 'feeds pause' stands for 'feeds resume'.</summary>
    private static List<string> ListedCommands(IEnumerable<IReadOnlyList<string>> rows) => [..
        from row in rows
        let commands = DocumentTable.Codes(row[0]).Select(Words).ToList()
        from command in commands
        select string.Join(' ', command.Count < commands[0].Count ? [.. commands[0][..^1], .. command] : command)];

    private static List<string> Words(string code) => [.. code.Split(' ').TakeWhile(word => word.All(char.IsAsciiLetterLower))];
}
