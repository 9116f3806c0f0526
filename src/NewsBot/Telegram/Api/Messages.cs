using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Api;

/// <summary>What the bot asks about the package's chats and messages.</summary>
internal static class Messages
{
    /// <summary>Whether many people talk in the chat, so that the bot speaks only when it is spoken to. A chat of an unknown type is a group when its id is below 0.</summary>
    public static bool IsGroup(this Chat chat) => chat.Type switch
    {
        ChatType.Group or ChatType.Supergroup => true,
        ChatType.Private or ChatType.Channel => false,
        _ => chat.Id < 0,
    };

    /// <summary>The forum topic; null outside of one and in the General topic, whose number is 1.</summary>
    /// <remarks>A thread that is not a topic is a chain of replies, and part of the chat.</remarks>
    public static int? TopicId(this Message? message) => message is { IsTopicMessage: true, MessageThreadId: { } thread and not 1 } ? thread : null;

    /// <summary>The person who wrote the message; null when it was written in the name of a chat, which comes with a stand-in account.</summary>
    public static User? Author(this Message message) => message.SenderChat is null ? message.From : null;

    /// <summary>The text, or the caption of a picture or file; null when there is none.</summary>
    public static string? Words(this Message message) => message.Text ?? message.Caption;

    /// <summary>The message that this one replies to; null for none. Telegram gives each message in a topic the message that opened the topic, which is not a reply.</summary>
    public static Message? RepliedTo(this Message message) => message.ReplyToMessage is { ForumTopicCreated: null } replied ? replied : null;

    /// <summary>Whether the message replies to one that the account wrote.</summary>
    public static bool RepliesTo(this Message message, User user) => message.RepliedTo()?.Author()?.Id == user.Id;

    /// <summary>Whether the text names the account, by a mention that Telegram resolved.</summary>
    public static bool Mentions(this Message message, User user) =>
        ((message.Text is null ? message.CaptionEntities : message.Entities) ?? []).Any(entity => entity.Type == MessageEntityType.TextMention && entity.User?.Id == user.Id);

    /// <summary>Whether the member may write in the chat.</summary>
    public static bool MayWrite(this ChatMember member) => member switch
    {
        ChatMemberOwner or ChatMemberAdministrator or ChatMemberMember => true,
        ChatMemberRestricted restricted => restricted.IsMember,
        _ => false,
    };
}
