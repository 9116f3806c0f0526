using Microsoft.Extensions.Configuration;
using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

/// <summary>What is said of settings that cannot be read.</summary>
public sealed class CommandHostTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_settings_file_that_is_no_JSON_is_told_with_its_line()
    {
        var path = Path.Combine(folder.Path, "appsettings.json");
        File.WriteAllText(path, "{\n  \"Archive\": {\n    \"Path\": \"data\"\n    \"KeepDays\": 3\n  }\n}\n");
        var failure = Assert.ThrowsAny<Exception>(() => new ConfigurationBuilder().AddJsonFile(path).Build());
        var reason = CommandHost.ReasonOf(failure);
        Assert.Contains(path, reason, StringComparison.Ordinal);
        Assert.Contains("Line 4, character 5: ", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePositionInLine", reason, StringComparison.Ordinal);
    }
}
