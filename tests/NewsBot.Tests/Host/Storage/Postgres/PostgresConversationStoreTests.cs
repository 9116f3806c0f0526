namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresConversationStoreTests : ConversationStoreContract, IDisposable
{
    private readonly PostgresChatDatabase database = new();

    public void Dispose() => database.Dispose();

    private protected override ChatStorage Open() => database.Open(Time);

    protected override string Kept(string text) => PostgresChatDatabase.Kept(text);

    protected override IReadOnlyList<string> ReadAllTexts() => database.ReadAllTexts();
}
