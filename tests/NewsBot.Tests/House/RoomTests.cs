using NewsBot.Cli;

namespace NewsBot.Tests.House;

/// <summary>Rooms stand in an order, and a type names its own room and lower ones only.</summary>
public sealed class RoomTests
{
    [Fact]
    public void A_type_names_its_own_room_and_lower_ones() => Rule.Holds(NamedAbove(Assemblies.Types, Rooms.InOrder));

    [Fact]
    public void Control_with_the_table_reversed_types_that_name_higher_rooms_are_found()
    {
        var found = NamedAbove(Assemblies.Types, [.. Rooms.InOrder.Reverse()]);
        Assert.Contains("Cli: NewsBot.Cli.AskCommand names NewsBot.Answering.AskedQuestion of Answering", found);
        Assert.Contains(found, line => line.StartsWith("Core/Answers/Composing: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Control_a_type_of_a_room_without_a_line_is_found() =>
        Assert.Contains(NamedAbove([typeof(AskCommand)], []), line => line.StartsWith("Cli is not in the table", StringComparison.Ordinal));

    [Fact]
    public void Storage_is_named_by_the_composition_only() => Rule.Holds(NamingStorage(Assemblies.Types.Where(type => type != typeof(NewsBotApp))));

    [Fact]
    public void Control_the_composition_names_storage() => Assert.NotEmpty(NamingStorage([typeof(NewsBotApp)]));

    private static List<string> NamedAbove(IEnumerable<Type> types, IReadOnlyList<string> order)
    {
        var height = order.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (Rooms.Of(type) is not { } room)
                continue;
            if (!height.TryGetValue(room, out var own))
            {
                found.Add($"{room} is not in the table");
                continue;
            }

            foreach (var named in TypeReferences.Of(type).Where(named => named.Assembly == Assemblies.Core || named.Assembly == Assemblies.Host))
            {
                if (Rooms.Of(named) is { } other && height.GetValueOrDefault(other, int.MaxValue) > own)
                    found.Add($"{room}: {Outer(type)} names {Outer(named)} of {other}");
            }
        }

        return [.. found];
    }

    private static List<string> NamingStorage(IEnumerable<Type> types) => [..
        from type in types
        where Rooms.Of(type) is { } room && !Rooms.IsWithin(room, "Storage")
        from named in TypeReferences.Of(type)
        where Rooms.Of(named) is { } other && named.Assembly == Assemblies.Host && Rooms.IsWithin(other, "Storage")
        select $"{type.FullName} names {named.FullName}"];

    /// <summary>The type that is written in the file: closures and state machines lie inside of it.</summary>
    private static string? Outer(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.IsGenericType ? type.GetGenericTypeDefinition().FullName : type.FullName;
    }
}
