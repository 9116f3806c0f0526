using System.Reflection;

namespace NewsBot.Tests.House;

/// <summary>Core is the engine: synchronous, on the base library alone.</summary>
public sealed class CoreTests
{
    private static readonly Type[] Asynchronous =
    [
        typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(IAsyncEnumerable<>), typeof(IAsyncEnumerator<>), typeof(CancellationToken),
        typeof(CancellationTokenSource),
    ];

    [Fact]
    public void Core_knows_the_base_library_only() => Rule.Holds(OutsideBaseLibrary(Assemblies.Core));

    [Fact]
    public void Control_the_host_knows_more_than_the_base_library()
    {
        Assert.Contains("Microsoft.Data.Sqlite", OutsideBaseLibrary(Assemblies.Host));
        Assert.Contains("Microsoft.Extensions.Options", OutsideBaseLibrary(Assemblies.Host));
    }

    [Fact]
    public void Core_is_synchronous() => Rule.Holds(NamingAsynchronous(Assemblies.Core.GetTypes()));

    [Fact]
    public void Control_asynchronous_members_and_code_are_found()
    {
        Assert.Equal([$"{typeof(ByMember).FullName} names CancellationToken"], NamingAsynchronous([typeof(ByMember)]));
        Assert.Equal([$"{typeof(ByCode).FullName} names Task"], NamingAsynchronous([typeof(ByCode)]));
        Assert.Empty(NamingAsynchronous([typeof(Neither)]));
    }

    private static List<string> OutsideBaseLibrary(Assembly assembly)
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !File.Exists(Path.Combine(folder, name + ".dll")))];
    }

    private static List<string> NamingAsynchronous(IEnumerable<Type> types) => [..
        from type in types
        from named in TypeReferences.Of(type)
        where Asynchronous.Contains(named.IsGenericType ? named.GetGenericTypeDefinition() : named)
        select $"{type.FullName} names {named.Name}"];

    private sealed class ByMember
    {
        public void Look(CancellationToken cancellationToken) => cancellationToken.ThrowIfCancellationRequested();
    }

    private sealed class ByCode
    {
        public bool Look() => Task.CompletedTask.IsCompleted;
    }

    private sealed class Neither
    {
        public bool Look() => Environment.HasShutdownStarted;
    }
}
