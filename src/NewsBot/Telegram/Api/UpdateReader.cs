using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Chat = NewsBot.Telegram.Api.Chat;

namespace NewsBot.Telegram.Api;

/// <summary>Reads updates with the package's types.</summary>
internal static class UpdateReader
{
    /// <summary>The update; <see cref="OtherUpdate"/> for what is not used or not readable but for its id; null when it has no id.</summary>
    public static BotUpdate? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("update_id", out var number)
            || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt64(out var id))
        {
            return null;
        }

        try
        {
            return Read(id, json.Deserialize<Update>(JsonBotAPI.Options)!) ?? new OtherUpdate(id);
        }
#pragma warning disable CA1031 // The package's converters throw what they like; an update that they cannot read must not hold up the next.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new OtherUpdate(id);
        }
    }

    private static BotUpdate? Read(long id, Update update) => update switch
    {
        { Message: { } post } when Message(post) is { } message => new MessageArrived(id, message, IsEdit: false),
        { EditedMessage: { } post } when Message(post) is { } message => new MessageArrived(id, message, IsEdit: true),
        { CallbackQuery: { Id: { } tap, From: { } from, Data: { } data } query } => new ButtonTapped(
            id, tap, Person(from), Chat(query.Message?.Chat), ThreadId(query.Message), query.Message?.Id ?? 0, data),
        { InlineQuery: { Id: { } query, From: { } from } inline } => new InlineAsked(id, query, Person(from), inline.Query ?? ""),
        { MyChatMember: { From: { } from, NewChatMember: { } member } change } when Chat(change.Chat) is { } chat =>
            new MembershipChanged(id, chat, Person(from), MayWrite(member)),
        _ => null,
    };

    private static IncomingMessage? Message(Message post) => Chat(post.Chat) is not { } chat ? null : new IncomingMessage(post.Id, chat)
    {
        ThreadId = ThreadId(post),
        SentAt = post.Date == default ? null : new DateTimeOffset(post.Date, TimeSpan.Zero),
        // What is written in the name of a chat comes with a stand-in account, the same for every such chat.
        Sender = post.SenderChat is null && post.From is { } from ? Person(from) : null,
        Text = post.Text ?? post.Caption,
        Entities = [.. ((post.Text is null ? post.CaptionEntities : post.Entities) ?? []).Select(Entity).OfType<TextEntity>()],
        ReplyTo = Replied(post.ReplyToMessage),
        ViaBotId = post.ViaBot?.Id,
        MigratedTo = post.MigrateToChatId,
    };

    /// <summary>Each message in a topic that replies to none is said to reply to the one that opened the topic.</summary>
    private static RepliedMessage? Replied(Message? post) => post is { ForumTopicCreated: null }
        ? new RepliedMessage(post.Id, post.SenderChat is null ? post.From?.Id : null, post.Text ?? post.Caption)
        : null;

    /// <summary>A thread that is no topic is a chain of replies, in which the bot has nothing to say apart; 1 is the General topic.</summary>
    private static long? ThreadId(Message? post) => post is { IsTopicMessage: true, MessageThreadId: { } thread and not 1 } ? thread : null;

    private static Chat? Chat(global::Telegram.Bot.Types.Chat? chat) => chat is null ? null : new Chat(chat.Id, Kind(chat), chat.Title);

    /// <summary>A kind that is not known yet: below 0 are rooms of many, in which the bot speaks only when spoken to.</summary>
    private static ChatKind Kind(global::Telegram.Bot.Types.Chat chat) => chat.Type switch
    {
        ChatType.Private => ChatKind.Private,
        ChatType.Group => ChatKind.Group,
        ChatType.Supergroup => ChatKind.Supergroup,
        ChatType.Channel => ChatKind.Channel,
        _ => chat.Id < 0 ? ChatKind.Supergroup : ChatKind.Private,
    };

    private static Person Person(User user) => new(user.Id, user.FirstName ?? "", user.LanguageCode, user.IsBot);

    private static TextEntity? Entity(MessageEntity entity) => entity.Type switch
    {
        MessageEntityType.BotCommand => new TextEntity(TextEntityKind.Command, entity.Offset, entity.Length, null),
        MessageEntityType.Mention => new TextEntity(TextEntityKind.Mention, entity.Offset, entity.Length, null),
        MessageEntityType.TextMention => new TextEntity(TextEntityKind.NamedMention, entity.Offset, entity.Length, entity.User?.Id),
        _ => null,
    };

    private static bool MayWrite(ChatMember member) => member switch
    {
        ChatMemberOwner or ChatMemberAdministrator or ChatMemberMember => true,
        ChatMemberRestricted restricted => restricted.IsMember,
        _ => false,
    };
}
