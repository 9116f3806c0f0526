using Microsoft.Extensions.Options;
using NewsBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dialog;

/// <summary>Who may do what.</summary>
internal sealed class Access(IOptions<TelegramOptions> options, BotApi api)
{
    /// <summary>Whether the writer is a group's administrator who writes without a name: in the name of the group itself, which nobody else can do.</summary>
    public static bool IsAnonymousAdministrator(Chat chat, long personId) => chat.IsGroup() && personId == chat.Id;

    /// <summary>Whether the bot serves a chat.</summary>
    public bool IsAllowed(long chatId, long personId) =>
        options.Value.AllowedChats.Length == 0 || options.Value.AllowedChats.Contains(chatId) || IsBotAdministrator(personId);

    /// <summary>Whether a person administers the bot.</summary>
    public bool IsBotAdministrator(long personId) => options.Value.Administrators.Contains(personId);

    /// <summary>Whether a person may change a chat's settings: in private always; in a group its administrators, who may be anonymous.</summary>
    /// <remarks>A channel that writes in a group is no administrator.</remarks>
    /// <exception cref="BotApiException">The service could not be asked.</exception>
    public async Task<bool> MayChangeSettingsAsync(Chat chat, long personId, CancellationToken cancellationToken) =>
        !chat.IsGroup()
        || IsAnonymousAdministrator(chat, personId)
        || (personId > 0 && await api.SendAsync(new GetChatMemberRequest { ChatId = chat.Id, UserId = personId }, cancellationToken) is ChatMemberOwner or ChatMemberAdministrator);
}
