using System.Reflection;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.House;

/// <summary>The two projects of src, compiled.</summary>
internal static class Assemblies
{
    public static Assembly Core { get; } = typeof(Article).Assembly;

    public static Assembly Host { get; } = typeof(NewsBotApp).Assembly;

    /// <summary>Every type of both.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. Core.GetTypes(), .. Host.GetTypes()];
}
