using System.Reflection;

namespace NewsBot.Tests.House;

/// <summary>The rooms of docs/architecture.md.</summary>
internal static class Rooms
{
    /// <summary>What the document calls the room of Program and NewsBotApp.</summary>
    public const string Root = "(root)";

    private const string Document = "docs/architecture.md";

    /// <summary>Every room, the lowest first.</summary>
    public static IReadOnlyList<string> InOrder { get; } = [.. DocumentTable.Rows(Document, "## Rooms").Select(row => row[0].Trim('`'))];

    /// <summary>The rooms in which each package is used; empty for every room.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OfPackages { get; } = DocumentTable.Rows(Document, "## Packages")
        .ToDictionary(row => row[0].Trim('`'), row => DocumentTable.Codes(row[1]));

    /// <summary>The room of a type; null for what a generator puts elsewhere.</summary>
    public static string? Of(Type type)
    {
        if (type.Assembly == Assemblies.Core)
            return Below(type, "NewsBot.Core") is { } room ? "Core/" + room : null;
        var outer = type;
        while (outer.DeclaringType is { } around)
            outer = around;
        if (outer.Name.StartsWith('<'))
            return null;
        return outer.Namespace is null or "NewsBot" ? Root : Below(type, "NewsBot");
    }

    /// <summary>The room of a folder of src, as 'src/NewsBot/Cli'.</summary>
    public static string OfFolder(string folder)
    {
        var parts = folder.Split('/');
        var room = string.Join('/', parts[2..]);
        return parts[1] == "NewsBot.Core" ? "Core/" + room : room.Length == 0 ? Root : room;
    }

    /// <summary>Whether a room is another one or lies in its folder.</summary>
    public static bool IsWithin(string room, string outer) => room == outer || room.StartsWith(outer + "/", StringComparison.Ordinal);

    private static string? Below(Type type, string project) =>
        type.Namespace?.StartsWith(project + ".", StringComparison.Ordinal) == true ? type.Namespace[(project.Length + 1)..].Replace('.', '/') : null;
}
