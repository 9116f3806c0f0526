using System.Text.Json;
using NewsBot.Core.Chats;

namespace NewsBot.Telegram.Api;

/// <summary>Reads updates in the Bot API's form.</summary>
internal static class UpdateReader
{
    /// <summary>Above this a Unix time is one of milliseconds, which some servers send: in seconds it would be the year 5138.</summary>
    private const long PlainlyMilliseconds = 100_000_000_000;

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
            return Read(id, json.Deserialize(BotApiJson.Default.UpdateJson)!) ?? new OtherUpdate(id);
        }
        catch (JsonException)
        {
            return new OtherUpdate(id);
        }
    }

    private static BotUpdate? Read(long id, UpdateJson update) => update switch
    {
        { Message: { } post } when Message(post) is { } message => new MessageArrived(id, message, IsEdit: false),
        { EditedMessage: { } post } when Message(post) is { } message => new MessageArrived(id, message, IsEdit: true),
        { CallbackQuery: { Id: { } tap, From: { } from, Data: { } data } query } => new ButtonTapped(
            id, tap, Person(from), Chat(query.Message?.Chat), ThreadId(query.Message), query.Message?.MessageId ?? 0, data),
        { InlineQuery: { Id: { } query, From: { } from } inline } => new InlineAsked(id, query, Person(from), inline.Query ?? ""),
        { MyChatMember: { From: { } from, NewChatMember: { } member } change } when Chat(change.Chat) is { } chat =>
            new MembershipChanged(id, chat, Person(from), MayWrite(member)),
        _ => null,
    };

    private static IncomingMessage? Message(UpdateJson.Post post)
    {
        if (post.MessageId is not { } id || Chat(post.Chat) is not { } chat)
            return null;
        return new IncomingMessage(id, chat)
        {
            ThreadId = ThreadId(post),
            SentAt = Instant(post.Date),
            // What is written in the name of a chat comes with a stand-in account, the same for every such chat.
            Sender = post.SenderChat is null && post.From is { } from ? Person(from) : null,
            Text = post.Text ?? post.Caption,
            Entities = [.. ((post.Text is null ? post.CaptionEntities : post.Entities) ?? []).Select(Entity).OfType<TextEntity>()],
            ReplyTo = Replied(post.ReplyToMessage),
            ViaBotId = post.ViaBot?.Id,
            MigratedTo = post.MigrateToChatId,
        };
    }

    /// <summary>Each message in a topic that replies to none is said to reply to the one that opened the topic.</summary>
    private static RepliedMessage? Replied(UpdateJson.Post? post) =>
        post is { MessageId: { } id, ForumTopicCreated.ValueKind: JsonValueKind.Undefined }
            ? new RepliedMessage(id, post.SenderChat is null ? post.From?.Id : null, post.Text ?? post.Caption)
            : null;

    /// <summary>A thread that is no topic is a chain of replies, in which the bot has nothing to say apart; 1 is the General topic.</summary>
    private static long? ThreadId(UpdateJson.Post? post) => post is { IsTopicMessage: true, MessageThreadId: { } thread and not 1 } ? thread : null;

    private static Chat? Chat(UpdateJson.Room? room) => room is null ? null : new Chat(room.Id, Kind(room), room.Title);

    /// <summary>A kind that is not known yet: below 0 are rooms of many, in which the bot speaks only when spoken to.</summary>
    private static ChatKind Kind(UpdateJson.Room room) => room.Type switch
    {
        "private" => ChatKind.Private,
        "group" => ChatKind.Group,
        "supergroup" => ChatKind.Supergroup,
        "channel" => ChatKind.Channel,
        _ => room.Id < 0 ? ChatKind.Supergroup : ChatKind.Private,
    };

    private static Person Person(UpdateJson.User user) => new(user.Id, user.FirstName ?? "", user.LanguageCode, user.IsBot ?? false);

    private static TextEntity? Entity(UpdateJson.Entity entity) => entity.Type switch
    {
        "bot_command" => new TextEntity(TextEntityKind.Command, entity.Offset, entity.Length, null),
        "mention" => new TextEntity(TextEntityKind.Mention, entity.Offset, entity.Length, null),
        "text_mention" => new TextEntity(TextEntityKind.NamedMention, entity.Offset, entity.Length, entity.User?.Id),
        _ => null,
    };

    private static bool MayWrite(UpdateJson.Member member) => member.Status switch
    {
        "creator" or "administrator" or "member" => true,
        "restricted" => member.IsMember ?? false,
        _ => false,
    };

    private static DateTimeOffset? Instant(JsonElement date)
    {
        if (date.ValueKind != JsonValueKind.Number || !date.TryGetInt64(out var time) || time <= 0)
            return null;
        if (time <= PlainlyMilliseconds)
            return DateTimeOffset.FromUnixTimeSeconds(time);
        return time <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;
    }
}
