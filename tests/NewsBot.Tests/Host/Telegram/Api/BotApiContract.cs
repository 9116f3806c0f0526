using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>What every client of the Bot API does; one thin class per client.</summary>
public abstract partial class BotApiContract : IAsyncLifetime
{
    protected const long Ann = 4_503_599_627_370_001; // 52 bits.
    protected const long Group = -1_001_234_567_890;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(20);

    private readonly List<IDisposable> clients = [];
    private FakeBotApi? fake;
    private IBotApi? api;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected FakeBotApi Fake => fake!;

    private protected IBotApi Api => api!;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeBotApi.StartAsync(Stop);
        api = Open(Fake.Token, Fake.BaseUrl, RequestTimeout);
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await Fake.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client of its own; the suite disposes it.</summary>
    private protected abstract IBotApi Create(string token, Uri baseUrl, TimeSpan requestTimeout);

    private protected IBotApi Open(string token, Uri baseUrl, TimeSpan requestTimeout)
    {
        var client = Create(token, baseUrl, requestTimeout);
        clients.Add((IDisposable)client);
        return client;
    }

    private protected static async Task<BotApiException> FailsAsync(BotApiFailure failure, Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<BotApiException>(call);
        Assert.Equal(failure, exception.Failure);
        return exception;
    }

    private async Task<T> NextAsync<T>()
        where T : BotUpdate
    {
        var updates = await Api.GetUpdatesAsync(0, 100, TimeSpan.FromSeconds(20), Stop);
        return Assert.IsType<T>(updates[^1]);
    }
}
