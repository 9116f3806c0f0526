using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

/// <summary>An archive of a test's own with its articles and vectors, opened as often as it likes.</summary>
internal sealed class SqliteVectorFolder : IDisposable
{
    private readonly SqliteChatFolder folder = new();
    private readonly List<IDisposable> opened = [];

    public (SqliteArticleStore Articles, SqliteVectorStore Vectors) Open()
    {
        var archive = folder.Archive();
        var (articles, readers, writes) = (new SqliteArticleStore(archive, TimeProvider.System), new SqliteReaders(archive), new SqliteWriteQueue(archive));
        opened.AddRange([articles, readers, writes]);
        return (articles, new SqliteVectorStore(readers, writes));
    }

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }
}
