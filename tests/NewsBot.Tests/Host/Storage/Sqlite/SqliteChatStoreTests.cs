using NewsBot.Chats;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteChatStoreTests : ChatStoreContract, IDisposable
{
    private const long Person = 4_242;

    private readonly SqliteChatFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task After_a_person_is_forgotten_no_file_has_a_word_of_that_person(int sentences)
    {
        var stop = TestContext.Current.CancellationToken;
        var storage = Open();
        for (var number = 1; number <= 40; number++)
        {
            // Long ones lie on pages of their own, which become free.
            var text = string.Concat(Enumerable.Repeat($"Where is the Quetzal of number {number}? ", sentences * number));
            await storage.Inbox.AddAsync([new StoredUpdate(number, Person, $$"""{"update_id":{{number}},"message":{"from":{"id":{{Person}}},"text":"{{text}}"} }""")], stop);
            await storage.Inbox.SetAsideAsync(number, "It failed.", stop);
        }

        Assert.True(folder.Count("Quetzal"u8) > 0);
        await storage.Chats.ForgetAsync(Person, stop);
        Assert.Equal(0, folder.Count("Quetzal"u8));
    }

    [Theory]
    [InlineData("""{"from":{"id":4242,"first_name":"Quetzal"},"text":"/forget"}""", Person, false)]
    [InlineData("""{"from":{"id":4242,"first_name":"Quetzal"},"text":"/forget"}""", Person, true)]
    [InlineData("""{"from":{"id":5},"text":"why?","reply_to_message":{"from":{"id":4242},"text":"Quetzal"}}""", 5, false)]
    [InlineData("""{"from":{"id":5},"text":"why?","reply_to_message":{"from":{"id":4242},"text":"Quetzal"}}""", 5, true)]
    public async Task What_waited_while_a_person_was_forgotten_is_in_no_file_once_it_is_handled(string message, long lane, bool fails)
    {
        var stop = TestContext.Current.CancellationToken;
        var storage = Open();
        await storage.Inbox.AddAsync([new StoredUpdate(1, lane, $$"""{"update_id":1,"message":{{message}} }""")], stop);
        await storage.Inbox.BeginAsync(1, stop);
        await storage.Chats.ForgetAsync(Person, stop);
        Assert.True(folder.Count("Quetzal"u8) > 0);
        if (fails)
            await storage.Inbox.SetAsideAsync(1, "It failed.", stop);
        else
            await storage.Inbox.CompleteAsync(1, UpdateResult.Nothing, stop);
        Assert.Equal(0, folder.Count("Quetzal"u8));
    }

    private protected override ChatStorage Open() => folder.Open(Time);

    protected override IReadOnlyList<string> ReadAllTexts() => folder.ReadAllTexts();
}
