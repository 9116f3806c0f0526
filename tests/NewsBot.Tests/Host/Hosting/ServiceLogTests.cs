using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Hosting;

/// <summary>What the service's log takes from whom.</summary>
public sealed class ServiceLogTests
{
    [Theory]
    [InlineData("NewsBot.Archive.IndexFollower", null, LogLevel.Information, true)]
    [InlineData("NewsBot.Archive.IndexFollower", null, LogLevel.Debug, false)]
    [InlineData("NewsBot.Archive.IndexFollower", "Warning", LogLevel.Information, false)]
    [InlineData("NewsBot.Archive.IndexFollower", "Debug", LogLevel.Debug, true)]
    [InlineData("answer", null, LogLevel.Information, false)]
    [InlineData("answer", null, LogLevel.Warning, true)]
    [InlineData("Microsoft.Hosting.Lifetime", null, LogLevel.Information, false)]
    [InlineData("Microsoft.Extensions.AI.LoggingChatClient", "Trace", LogLevel.Error, false)]
    public void A_category_is_logged_from_its_level_on(string category, string? level, LogLevel of, bool isLogged)
    {
        Assert.Equal(isLogged, Log(category, of, ("Logging:LogLevel:Default", level)).Contains("It happened.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'")]
    [InlineData("yyyy", "yyyy")]
    public void A_line_of_JSON_has_its_time(string? setting, string format)
    {
        var line = Log("NewsBot", LogLevel.Information, ("Logging:Console:FormatterName", "json"), ("Logging:Console:FormatterOptions:TimestampFormat", setting));

        Assert.True(DateTime.TryParseExact((string?)JsonNode.Parse(line)!["Timestamp"], format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _), line);
    }

    private static string Log(string category, LogLevel of, params (string Key, string? Value)[] values)
    {
        using var written = new StringWriter();
        var given = values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Key, value.Value));
        var settings = new ConfigurationBuilder().AddInMemoryCollection(given).Build();
        using (var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging(builder => ServiceLog.AddTo(builder, settings, written)).BuildServiceProvider())
        {
#pragma warning disable CA1848, CA1873 // A line of a test.
            services.GetRequiredService<ILoggerFactory>().CreateLogger(category).Log(of, "It happened.");
#pragma warning restore CA1848, CA1873
        }

        return written.ToString();
    }
}
