using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteArticleStoreTests : ArticleStoreContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<SqliteArticleStore> stores = [];

    public void Dispose()
    {
        stores.ForEach(store => store.Dispose());
        folder.Dispose();
    }

    private protected override IArticleStore Open()
    {
        var archive = new SqliteArchive(Options.Create(new ArchiveOptions { Path = folder.Path }));
        stores.Add(new SqliteArticleStore(archive, TimeProvider.System));
        return stores[^1];
    }
}
