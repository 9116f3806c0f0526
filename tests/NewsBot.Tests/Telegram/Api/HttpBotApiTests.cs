using NewsBot.Core.Chats;
using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Telegram.Api;

public sealed class HttpBotApiTests : BotApiContract
{
    [Fact]
    public async Task Milliseconds_are_told_from_seconds()
    {
        Fake.Add(Parse("""{"message":{"message_id":5,"date":1700000000123,"chat":{"id":9,"type":"private"},"text":"hi"}}"""));
        var update = Assert.IsType<MessageArrived>(Assert.Single(await Api.GetUpdatesAsync(0, 1, TimeSpan.Zero, Stop)));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123), update.Message.SentAt);
    }

    [Fact]
    public async Task A_reply_without_end_is_cut_off()
    {
        Fake.FailNext("getMe", FakeBotApiFault.Reply(200, $$"""{"ok":true,"result":{"id":1,"username":"{{new string('x', 2 << 20)}}"} }"""));
        await FailsAsync(BotApiFailure.Unavailable, () => Api.GetMeAsync(Stop));
    }

    protected override IBotApi Create(string token, Uri baseUrl, TimeSpan requestTimeout) => new HttpBotApi(token, baseUrl, requestTimeout);
}
