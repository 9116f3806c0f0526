using NewsBot.Chats;
using NewsBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>The client of the Bot API against a service that behaves as Telegram does, and worse.</summary>
public sealed partial class BotApiTests : IAsyncLifetime
{
    private const long Ann = 4_503_599_627_370_001; // 52 bits.
    private const long Group = -1_001_234_567_890;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(20);

    private readonly List<IDisposable> clients = [];
    private FakeBotApi? fake;
    private BotApi? api;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FakeBotApi Fake => fake!;

    private BotApi Api => api!;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeBotApi.StartAsync(Stop);
        api = Open(Fake.Token, Fake.BaseUrl, RequestTimeout);
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        api?.Dispose();
        await Fake.DisposeAsync();
    }

    /// <summary>A client of its own; the suite disposes it.</summary>
    private BotApi Open(string token, Uri baseUrl, TimeSpan requestTimeout)
    {
        var client = new BotApi(new BotToken(token), baseUrl, requestTimeout);
        clients.Add(client);
        return client;
    }

    private Task<long?> SendAsync(
        long chatId, string html, long? thread = null, long? replyTo = null, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>>? keyboard = null, string? previewUrl = null) =>
        Api.SendAsync(BotRequests.Message(chatId, (int?)thread, html, keyboard, previewUrl, (int?)replyTo).ToJson(), Stop);

    private Task<long?> EditAsync(long chatId, long messageId, string html, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>>? keyboard = null, string? previewUrl = null) =>
        Api.SendAsync(BotRequests.Edit(chatId, (int)messageId, html, keyboard, previewUrl).ToJson(), Stop);

    private Task<long?> EditKeyboardAsync(long chatId, long messageId, params InlineKeyboardButton[] row) =>
        Api.SendAsync(BotRequests.EditKeyboard(chatId, (int)messageId, row.Length == 0 ? [] : [row]).ToJson(), Stop);

    private Task<long?> AnswerTapAsync(string tapId, string? text) =>
        Api.SendAsync(new AnswerCallbackQueryRequest { CallbackQueryId = tapId, Text = text }.ToJson(), Stop);

    private static InlineKeyboardButton Button(string text, string data) => InlineKeyboardButton.WithCallbackData(text, data);

    private static async Task<BotApiException> FailsAsync(BotApiFailure failure, Func<Task> request)
    {
        var exception = await Assert.ThrowsAsync<BotApiException>(request);
        Assert.Equal(failure, exception.Failure);
        return exception;
    }

    private async Task<StoredUpdate> NextStoredAsync() => (await Api.GetUpdatesAsync(0, 100, TimeSpan.FromSeconds(20), Stop))[^1];

    private async Task<Update> NextAsync() => UpdateReader.Parse((await NextStoredAsync()).Json)!;

    private async Task<Message> NextMessageAsync() => (await NextAsync()).Message!;
}
