using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Core.Duplicates;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteDuplicateStoreTests : DuplicateStoreContract, IDisposable
{
    private readonly SqliteChatFolder folder = new();
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }

    [Fact]
    public async Task An_archive_from_before_is_read_beside_what_comes_in()
    {
        var text = NewsTexts.Make(1, 200);
        var others = Enumerable.Range(0, 300).Select(number => Article($"n{number}", NewsTexts.Make(number + 10, 70)));
        await Open().Articles.AddAsync([Article("a", text), Article("b", text + " And more.", "Daily"), .. others], Stop);
        using (var session = new SqliteSession(folder.Archive().Open))
        {
            session.Run("DELETE FROM duplicates");
            session.Run("INSERT INTO unread_texts (revision_id) SELECT current_revision FROM articles");
        }

        Assert.Equal([null], await GroupsAsync("a"));
        var store = Open().Articles;
        await store.AddAsync([Article("new", NewsTexts.Make(3, 200))], Stop);
        Assert.NotNull(Assert.Single(await GroupsAsync("n299")));
        Assert.Equal([null], await GroupsAsync("a"));
        await store.AddAsync([Article("newer", NewsTexts.Make(4, 200))], Stop);
        await store.AddAsync([Article("c", text + " Told again.", "Evening")], Stop);
        Assert.Single((await GroupsAsync("a", "b", "c")).Distinct());
        using var after = new SqliteSession(folder.Archive().Open);
        Assert.Equal((0, 305), (after.Number("SELECT count(*) FROM unread_texts"), after.Number("SELECT count(*) FROM duplicates")));
    }

    private protected override (IArticleStore Articles, IDuplicateStore Duplicates) Open()
    {
        var store = new SqliteArticleStore(folder.Archive(), TimeProvider.System);
        var readers = new SqliteReaders(folder.Archive());
        opened.AddRange([store, readers]);
        return (store, new SqliteDuplicateStore(readers));
    }
}
