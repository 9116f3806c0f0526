using Microsoft.Extensions.Options;
using NewsBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dialog;

/// <summary>Who may do what.</summary>
internal sealed class Access(IOptions<TelegramOptions> options, BotApi api)
{
    // The account of a group's administrator who writes without a name (Bot API, Message.from). Nobody else can use it.
    private const long AnonymousAdministrator = 1087968824;

    // The account of a channel that writes in a group.
    private const long ChannelBot = 136817688;

    /// <summary>Whether another bot wrote. The bot never answers one: two bots that answer each other never stop.</summary>
    public static bool IsOtherBot(User sender) => sender.IsBot && sender.Id is not AnonymousAdministrator and not ChannelBot;

    /// <summary>Whether the bot serves a chat.</summary>
    public bool IsAllowed(long chatId, long personId) =>
        options.Value.AllowedChats.Length == 0 || options.Value.AllowedChats.Contains(chatId) || IsBotAdministrator(personId);

    /// <summary>Whether a person administers the bot.</summary>
    public bool IsBotAdministrator(long personId) => options.Value.Administrators.Contains(personId);

    /// <summary>Whether a person may change a chat's settings: in private always; in a group its administrators.</summary>
    /// <exception cref="BotApiException">The service could not be asked.</exception>
    public async Task<bool> MayChangeSettingsAsync(Chat chat, long personId, CancellationToken cancellationToken) =>
        !chat.IsGroup()
        || personId == AnonymousAdministrator
        || await api.SendAsync(new GetChatMemberRequest { ChatId = chat.Id, UserId = personId }, cancellationToken) is ChatMemberOwner or ChatMemberAdministrator;
}
