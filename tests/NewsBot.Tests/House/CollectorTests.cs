using System.Text.Json;

namespace NewsBot.Tests.House;

/// <summary>How the build sets the garbage collector of the service.</summary>
public sealed class CollectorTests
{
    [Fact]
    public void The_collector_is_the_workstations_works_beside_the_program_and_saves_memory()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "newsbot.runtimeconfig.json")));
        var properties = file.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");

        Assert.Equal("False", properties.GetProperty("System.GC.Server").ToString());
        Assert.Equal("True", properties.GetProperty("System.GC.Concurrent").ToString());
        Assert.Equal("7", properties.GetProperty("System.GC.ConserveMemory").ToString());
    }
}
