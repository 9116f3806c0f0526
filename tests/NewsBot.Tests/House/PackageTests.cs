using System.Xml.Linq;

namespace NewsBot.Tests.House;

/// <summary>A package is used in one room.</summary>
public sealed class PackageTests
{
    [Fact]
    public void Each_package_of_the_host_has_a_line_and_each_line_a_package()
    {
        var packages = XDocument.Load(RepositoryFiles.At("src/NewsBot/NewsBot.csproj")).Descendants("PackageReference").Select(one => one.Attribute("Include")!.Value);
        Assert.Equal(packages.Order(StringComparer.Ordinal), Rooms.OfPackages.Keys.Order(StringComparer.Ordinal));
        Assert.All(Rooms.OfPackages.Values.SelectMany(rooms => rooms), room => Assert.Contains(Rooms.InOrder, one => Rooms.IsWithin(one, room)));
    }

    [Fact]
    public void A_package_is_used_in_its_room_only() => Rule.Holds(UsedElsewhere(Rooms.OfPackages));

    [Fact]
    public void Control_a_package_that_is_used_in_another_room_is_found()
    {
        var found = UsedElsewhere(new Dictionary<string, IReadOnlyList<string>>
        {
            ["Telegram.Bot"] = ["Web"],
            ["System.CommandLine"] = ["Cli/Evaluation"],
            ["Microsoft.SemanticKernel"] = ["Cli", "Telegram"],
        });
        Assert.Contains(found, line => line.StartsWith("Telegram.Bot: NewsBot.Telegram.", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("System.CommandLine: NewsBot.Cli.AskCommand", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("Microsoft.SemanticKernel: NewsBot.Models.", StringComparison.Ordinal));
    }

    private static List<string> UsedElsewhere(IReadOnlyDictionary<string, IReadOnlyList<string>> rooms) => [..
        (from type in Assemblies.Host.GetTypes()
         where Rooms.Of(type) is not null
         from named in TypeReferences.Of(type)
         where PackageOf(named.Assembly.GetName().Name!, rooms.Keys) is { } package && rooms[package] is [_, ..] allowed
             && !allowed.Any(room => Rooms.IsWithin(Rooms.Of(type)!, room))
         select $"{PackageOf(named.Assembly.GetName().Name!, rooms.Keys)}: {type.FullName} names {named.FullName}").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The package that an assembly comes with: the one with the longest name that the assembly's begins with, or the only one with the same first word.</summary>
    private static string? PackageOf(string assembly, IEnumerable<string> packages)
    {
        var all = packages.ToList();
        return all.Where(package => assembly == package || assembly.StartsWith(package + ".", StringComparison.Ordinal)).MaxBy(package => package.Length)
            ?? (FirstWord(assembly) is "Microsoft" or "System" ? null : all.SingleOrDefault(package => FirstWord(package) == FirstWord(assembly)));
    }

    private static string FirstWord(string name) => name.Split('.')[0];
}
