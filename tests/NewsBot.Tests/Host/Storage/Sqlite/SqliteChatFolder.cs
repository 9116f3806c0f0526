using Dapper;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

/// <summary>An archive of a test's own, opened as often as it likes.</summary>
internal sealed class SqliteChatFolder : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<IDisposable> opened = [];

    public SqliteArchive Archive(TimeSpan? busyTimeout = null) =>
        new(Options.Create(new ArchiveOptions { Path = folder.Path })) { BusyTimeout = busyTimeout ?? TimeSpan.FromSeconds(30) };

    public ChatStorage Open(TimeProvider time)
    {
        var archive = Archive();
        var (readers, writes) = (new SqliteReaders(archive), new SqliteWriteQueue(archive));
        opened.AddRange([readers, writes]);
        return new ChatStorage(
            new SqliteInbox(readers, writes, time),
            new SqliteOutbox(readers, writes, time),
            new SqliteConversationStore(readers, writes),
            new SqliteWatchStore(readers, writes, time),
            new SqliteChatStore(readers, writes, time),
            new SqliteSubscriptionStore(readers, writes, time));
    }

    /// <summary>Every text in any column of any table; of a column that holds text as bytes, too.</summary>
    public IReadOnlyList<string> ReadAllTexts()
    {
        using var connection = Archive().Open();
        var texts = new List<string>();
        foreach (var table in connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            using var rows = connection.ExecuteReader($"SELECT * FROM \"{table}\"");
            while (rows.Read())
            {
                var values = Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue).ToList();
                texts.AddRange(values.OfType<string>());
                texts.AddRange(values.OfType<byte[]>().Select(System.Text.Encoding.UTF8.GetString));
            }
        }

        return texts;
    }

    /// <summary>How often some bytes are in the files of the archive, whether a row has them or not.</summary>
    public int Count(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var path in Directory.GetFiles(folder.Path))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            count += content.AsSpan().Count(bytes);
        }

        return count;
    }

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }
}
