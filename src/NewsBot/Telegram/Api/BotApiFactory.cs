using NewsBot.Core.Chats;

namespace NewsBot.Telegram.Api;

/// <summary>Chooses the client of the Bot API that this build has (docs/decisions/0002).</summary>
internal static class BotApiFactory
{
    /// <summary>A client for one bot; disposable, and nothing is called yet.</summary>
    /// <param name="token">The bot's, as @BotFather gives it out.</param>
    /// <param name="baseUrl">Where the Bot API is, with the path before '/bot' if there is one.</param>
    /// <param name="requestTimeout">For a whole call; what a long poll waits for comes on top.</param>
    /// <exception cref="ArgumentException">The token or the address has the wrong form.</exception>
    public static IBotApi Create(string token, Uri baseUrl, TimeSpan requestTimeout) =>
#if FULL_FEED
        new TelegramBot.TelegramBotApi(token, baseUrl, requestTimeout);
#else
        new HttpBotApi(token, baseUrl, requestTimeout);
#endif
}
