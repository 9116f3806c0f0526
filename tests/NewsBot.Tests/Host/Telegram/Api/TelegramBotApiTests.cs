using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram.Api;

public sealed class TelegramBotApiTests : BotApiContract
{
    private protected override IBotApi Create(string token, Uri baseUrl, TimeSpan requestTimeout) => new TelegramBotApi(token, baseUrl, requestTimeout);
}
