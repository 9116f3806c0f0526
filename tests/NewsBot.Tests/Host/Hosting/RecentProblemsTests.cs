using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Hosting;

/// <summary>What is kept of the log in memory.</summary>
public sealed class RecentProblemsTests
{
    [Fact]
    public void The_newest_warnings_and_errors_are_kept_and_no_more_than_a_few()
    {
        using var services = Log();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("NewsBot.Test");
        var problems = services.GetRequiredService<RecentProblems>();
#pragma warning disable CA1848, CA1873, CA2254 // Lines of a test.
        log.LogInformation("All is well.");
        for (var i = 1; i <= RecentProblems.Capacity + 1; i++)
            log.LogWarning($"Problem {i}.");
        log.LogError(new InvalidOperationException("what somebody wrote"), new string('x', 10_000));
#pragma warning restore CA1848, CA1873, CA2254
        var kept = problems.Read();
        Assert.Equal(RecentProblems.Capacity, kept.Count);
        Assert.True(kept[0].IsError);
        Assert.InRange(kept[0].Text.Length, 100, 600);
        Assert.Equal("Problem 51.", kept[1].Text);
        Assert.False(kept[1].IsError);
        Assert.Equal("Problem 3.", kept[^1].Text);
    }

    [Fact]
    public void What_the_settings_leave_out_of_the_log_is_not_kept_and_of_an_exception_the_type_alone()
    {
        using var services = Log(("Logging:LogLevel:Default", "Error"));
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("NewsBot.Test");
#pragma warning disable CA1848, CA1873 // Lines of a test.
        log.LogWarning("A warning.");
        log.LogError(new InvalidOperationException("what somebody wrote"), "It broke.");
#pragma warning restore CA1848, CA1873
#pragma warning disable CA1848, CA1873 // A line of a test.
        services.GetRequiredService<ILoggerFactory>().CreateLogger("answer").LogError("A prompt failed.");
#pragma warning restore CA1848, CA1873
        Assert.Equal("It broke. (InvalidOperationException)", Assert.Single(services.GetRequiredService<RecentProblems>().Read()).Text);
    }

    private static ServiceProvider Log(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
        return new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging(builder => ServiceLog.AddTo(builder, configuration, TextWriter.Null)).BuildServiceProvider();
    }
}
