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

    /// <summary>Who wrote the message: a person; or the group or channel in whose name somebody wrote, under its own number, which is below 0.</summary>
    /// <remarks>
    /// The Bot API puts a stand-in account before such a message, the same for all groups. A post that Telegram copied from the linked channel was written by nobody here.
    /// </remarks>
    /// <returns>Null when nobody here wrote it, or another bot did: two bots that answer each other never stop.</returns>
    public static User? Author(this Message message) => message switch
    {
        { IsAutomaticForward: true } => null,
        { SenderChat: { Id: < 0 } chat } => new User { Id = chat.Id, FirstName = chat.Title ?? "" },
        { From.IsBot: true } => null,
        _ => message.From,
    };

    /// <summary>The text, or the caption of a picture or file; null when there is none.</summary>
    public static string? Words(this Message message) => message.Text ?? message.Caption;

    /// <summary>The message that this one replies to; null for none. Telegram gives each message in a topic the message that opened the topic, which is not a reply.</summary>
    public static Message? RepliedTo(this Message message) => message.ReplyToMessage is { ForumTopicCreated: null } replied ? replied : null;

    /// <summary>Whether the message replies to one that the account wrote.</summary>
    public static bool RepliesTo(this Message message, User user) => message.RepliedTo() is { SenderChat: null } replied && replied.From?.Id == user.Id;

    /// <summary>What the message is about: the part that it quotes, also of a message in another chat; else the words of the message that it replies to.</summary>
    /// <returns>Null for nothing.</returns>
    public static string? Quoted(this Message message) => message.Quote?.Text is { Length: > 0 } quote ? quote : message.RepliedTo()?.Words();

    /// <summary>Whether somebody wrote or sent something, so that the message is more than a notice of Telegram's: a pinned message, a new member, a gift.</summary>
    /// <remarks>The kinds of content are named, not the kinds of notices: there are more of these with each version of the Bot API.</remarks>
    public static bool HasContent(this Message message) => message.Words() is not null || message is
    { Animation: not null } or { Audio: not null } or { Checklist: not null } or { Contact: not null } or { Dice: not null } or { Document: not null }
        or { Game: not null } or { Invoice: not null } or { LivePhoto: not null } or { Location: not null } or { PaidMedia: not null } or { Photo: not null }
        or { Poll: not null } or { RichMessage: not null } or { Sticker: not null } or { Story: not null } or { Venue: not null } or { Video: not null }
        or { VideoNote: not null } or { Voice: not null };

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
