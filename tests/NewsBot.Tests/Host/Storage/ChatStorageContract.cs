using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What the contracts of the chat side share.</summary>
public abstract class ChatStorageContract
{
    protected const long Anna = 101;
    protected const long Bohdan = 102;
    protected const long Group = -200;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected ManualTime Time { get; } = new();

    /// <summary>What people and files may hold; a store gives it back as it was.</summary>
    public static TheoryData<string> HostileTexts =>
        ["", "'; DROP TABLE updates; --", "\"$id\" ?1 @x :y", "a\0b", "\r\n\t\u0001\u007f\u2028", "Привіт, світе", "<b>&amp;</b>", string.Concat(Enumerable.Repeat("😀", 4096))];

    /// <summary>A store of the test's own; each call opens the same one anew, as another process would: the ones before are neither closed nor told.</summary>
    private protected abstract ChatStorage Open();

    /// <summary>Every text that lies in any table of the store.</summary>
    protected abstract IReadOnlyList<string> ReadAllTexts();

    private protected static Person Person(long id) => new(id, $"Name {id}", "uk", false);

    private protected static MessageArrived Message(long id, long chat, string text, long sender = Anna) => new(
        id,
        new IncomingMessage(id + 1000, new Chat(chat, chat < 0 ? ChatKind.Group : ChatKind.Private, chat < 0 ? "Title" : null)) { Sender = Person(sender), Text = text },
        false);

    private protected static NewOutboxMessage Call(long chat, string text, MessagePurpose purpose = MessagePurpose.Answer, long? exchange = null) => new(new SendMessage(chat, text), purpose, exchange);

    private protected Exchange Exchange(long id, long chat, string question = "Who?", long person = Anna, long? thread = null) => new(id, new Place(chat, thread), person)
    {
        Question = question,
        AskedAs = question,
        AskedAt = Time.Now,
        QuestionMessageId = id + 1000,
        Answer = "Nobody.",
        IsSupported = true,
    };

    /// <summary>An update comes in and is handled.</summary>
    private protected static async Task<IReadOnlyList<OutboxMessage>> Handle(ChatStorage storage, long id, UpdateOutcome outcome)
    {
        Assert.Single(await storage.Inbox.AddAsync([new OtherUpdate(id)], Stop));
        return await storage.Inbox.CompleteAsync(id, outcome, Stop);
    }

    private protected static Task<IReadOnlyList<OutboxMessage>> Keep(ChatStorage storage, Exchange exchange) =>
        Handle(storage, exchange.Id, new UpdateOutcome { Exchange = exchange });

    private protected static void AssertSame(Exchange expected, Exchange? found)
    {
        Assert.NotNull(found);
        Assert.Equal(expected.Citations, found.Citations);
        Assert.Equal(expected.ArticleIds, found.ArticleIds);
        Assert.Equal(expected, found with { Citations = expected.Citations, ArticleIds = expected.ArticleIds });
    }
}
