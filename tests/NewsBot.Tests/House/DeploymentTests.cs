using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsBot.Tests.House;

/// <summary>The files that newsbot is deployed with: the image, the two processes on PostgreSQL, the service of one machine.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string[] Files = ["Dockerfile", "compose.yaml", "eng/newsbot.service"];

    [Fact]
    public void They_name_settings_that_there_are()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.At("appsettings.json")));
        var named = Files.SelectMany(path => Setting().Matches(Read(path)).Select(match => (match.Groups[1].Value, match.Groups[2].Value))).Distinct().ToList();
        Assert.Contains(("Telegram", "Token"), named);
        Assert.Contains(("Archive", "Path"), named);
        Assert.All(
            named.Where(setting => file.RootElement.TryGetProperty(setting.Item1, out _)),
            setting => Assert.True(file.RootElement.GetProperty(setting.Item1).TryGetProperty(setting.Item2, out _), $"There is no setting {setting}."));
    }

    [Fact]
    public void The_image_is_made_of_official_ones_runs_without_rights_and_looks_after_its_health()
    {
        var lines = Read("Dockerfile").Split('\n');
        var images = lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, images.Count);
        Assert.All(images, image => Assert.StartsWith("FROM mcr.microsoft.com/dotnet/", image, StringComparison.Ordinal));
        Assert.Equal("USER $APP_UID", lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.Contains("/health/ready", Read("Dockerfile"), StringComparison.Ordinal);
        Assert.Contains("secrets", Read(".dockerignore").Split('\n'));
    }

    [Fact]
    public void Two_processes_start_when_the_database_does_each_with_a_folder_of_its_own()
    {
        using var text = new StringReader(Read("compose.yaml"));
        var stream = new YamlStream();
        stream.Load(new MergingParser(new Parser(text)));
        var root = (YamlMappingNode)stream.Documents.Single().RootNode;
        var services = (YamlMappingNode)root["services"];
        foreach (var name in (string[])["one", "two"])
        {
            var service = (YamlMappingNode)services[name];
            Assert.Equal("service_healthy", (string?)service["depends_on"]["db"]["condition"]);
            Assert.Equal("postgres", (string?)service["environment"]["NEWSBOT_Storage__Provider"]);
            Assert.Equal($"{name}:/data", (string?)service["volumes"][0]);
            Assert.All((YamlSequenceNode)service["secrets"], secret => Assert.Contains(secret, ((YamlMappingNode)root["secrets"]).Children.Keys));
            Assert.Contains(new YamlScalarNode(name), ((YamlMappingNode)root["volumes"]).Children.Keys);
        }

        Assert.Contains("pg_isready", ((YamlSequenceNode)services["db"]["healthcheck"]["test"]).Select(word => (string?)word));
    }

    [Fact]
    public void The_service_of_one_machine_has_few_rights()
    {
        var lines = Read("eng/newsbot.service").Split('\n');
        Assert.All(
            (string[])["User=newsbot", "ProtectSystem=strict", "NoNewPrivileges=yes", "MemoryMax=2500M", "LoadCredential=Telegram__Token:/etc/newsbot/Telegram__Token"],
            line => Assert.Contains(line, lines));
    }

    private static string Read(string path) => File.ReadAllText(RepositoryFiles.At(path));

    [GeneratedRegex(@"\b(?:NEWSBOT_)?([A-Z][A-Za-z]+)__([A-Z][A-Za-z]+)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
