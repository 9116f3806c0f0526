using Microsoft.Extensions.Options;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Dialog;

/// <summary>Who may do what.</summary>
internal sealed class Access(IOptions<TelegramOptions> options, IBotApi api)
{
    // The account in whose name an administrator of a group writes who wants to stay unknown (Bot API, Message.from); nobody else can.
    private const long AnonymousAdministrator = 1087968824;

    // In whose name a channel writes in a group.
    private const long ChannelBot = 136817688;

    /// <summary>Whether a bot wrote, which is never answered: two that answer each other do not end.</summary>
    public static bool IsOtherBot(Person sender) => sender.IsBot && sender.Id is not AnonymousAdministrator and not ChannelBot;

    /// <summary>Whether the bot serves a chat.</summary>
    public bool IsAllowed(long chatId, long personId) =>
        options.Value.AllowedChats.Length == 0 || options.Value.AllowedChats.Contains(chatId) || IsBotAdministrator(personId);

    /// <summary>Whether a person administers the bot.</summary>
    public bool IsBotAdministrator(long personId) => options.Value.Administrators.Contains(personId);

    /// <summary>Whether a person may change a chat's settings: in private always; in a group its administrators.</summary>
    /// <exception cref="BotApiException">The service could not be asked.</exception>
    public async Task<bool> MayChangeSettingsAsync(Chat chat, long personId, CancellationToken cancellationToken) =>
        !chat.IsGroup || personId == AnonymousAdministrator || await api.IsAdministratorAsync(chat.Id, personId, cancellationToken);
}
