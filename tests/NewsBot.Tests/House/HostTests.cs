using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Telegram;

namespace NewsBot.Tests.House;

/// <summary>How the host is put together.</summary>
public sealed partial class HostTests
{
    private const string Composition = "src/NewsBot/NewsBotApp.cs";

    private static readonly string[] SourceFolders = ["src", "tests"];

    [Fact]
    public void Types_of_the_host_are_internal() => Assert.Empty(PublicTypes(Assemblies.Host));

    [Fact]
    public void Control_public_types_are_found() => Assert.Contains(typeof(Article), PublicTypes(Assemblies.Core));

    [Fact]
    public void Background_work_goes_through_Periodic() =>
        Assert.Equal([typeof(LeaseKeeper), typeof(Periodic), typeof(TelegramService)], BackgroundServices(Assemblies.Types));

    [Fact]
    public void Control_another_background_service_is_found() => Assert.Equal([typeof(OneMore)], BackgroundServices([typeof(OneMore), typeof(HostTests)]));

    [Fact]
    public void The_rooms_are_put_together_in_one_file() =>
        Rule.Holds(RepositoryFiles.Sources(SourceFolders).SelectMany(path => Registrations(path, File.ReadAllText(RepositoryFiles.At(path)))));

    [Fact]
    public void Control_a_registration_elsewhere_is_found()
    {
        Assert.Equal(["a.cs calls AddTelegram"], Registrations("a.cs", $"services.{nameof(TelegramServices.AddTelegram)}(settings).AddSingleton<A>();"));
        Assert.NotEmpty(Registrations("a.cs", File.ReadAllText(RepositoryFiles.At(Composition))));
    }

    private static List<Type> PublicTypes(Assembly assembly) => [.. assembly.GetExportedTypes().Where(type => type.Name != "Program")];

    private static List<Type> BackgroundServices(IEnumerable<Type> types) =>
        [.. types.Where(type => type.IsSubclassOf(typeof(BackgroundService))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    private static IEnumerable<string> Registrations(string path, string text) =>
        path == Composition ? [] : Call().Matches(text).Select(match => match.Groups[1].Value).Where(RoomRegistrations().Contains).Select(name => $"{path} calls {name}");

    /// <summary>What the rooms add to the services; the generic ones are the helpers with which they do it.</summary>
    private static HashSet<string> RoomRegistrations() => [..
        from type in Assemblies.Host.GetTypes()
        where type is { IsAbstract: true, IsSealed: true } && Rooms.Of(type) is not null
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where !method.IsGenericMethod && method.Name.StartsWith("Add", StringComparison.Ordinal) && method.GetParameters() is [{ } first, ..]
            && first.ParameterType == typeof(IServiceCollection)
        select method.Name];

    [GeneratedRegex(@"\.(Add\w+)\(", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Call();

    private sealed class OneMore : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }
}
