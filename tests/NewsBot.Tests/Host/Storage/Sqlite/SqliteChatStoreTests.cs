namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteChatStoreTests : ChatStoreContract, IDisposable
{
    private readonly SqliteChatFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override ChatStorage Open() => folder.Open(Time);

    protected override IReadOnlyList<string> ReadAllTexts() => folder.ReadAllTexts();
}
