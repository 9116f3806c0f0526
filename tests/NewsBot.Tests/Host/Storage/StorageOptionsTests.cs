using NewsBot.Cli;
using NewsBot.Tests.Host.Cli;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What is said of settings that name no database.</summary>
public sealed class StorageOptionsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("mongodb", "", "'sqlite' or 'postgres'")]
    [InlineData("postgres", "", "Storage:ConnectionString says how the PostgreSQL server is reached; Storage:Provider is 'postgres' and it is empty.\n")]
    [InlineData("Postgres", "Host=db;Pasword=secret-word", "cannot be read")]
    [InlineData("postgres", "Database=a;Password=secret-word", "names no host")]
    public async Task A_wrong_setting_is_told_in_one_sentence_without_its_password(string provider, string connection, string said)
    {
        var run = await CommandRun.OfAsync(
            new NewsBotApp([new("Storage:Provider", provider), new("Storage:ConnectionString", connection)]), ["migrate", "--data", folder.Path]);
        run.OneSentence(ExitCode.Failed);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_is_copied_into_PostgreSQL_only()
    {
        var run = await CommandRun.OfAsync(new NewsBotApp(), ["migrate", "--from", "sqlite:elsewhere", "--data", folder.Path]);
        Assert.Contains("set Storage:Provider to 'postgres'", run.OneSentence(ExitCode.Failed), StringComparison.Ordinal);
    }
}
