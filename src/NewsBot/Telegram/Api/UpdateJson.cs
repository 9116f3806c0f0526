using System.Text.Json;

namespace NewsBot.Telegram.Api;

/// <summary>The Bot API's Update as far as the bot reads it; anything may be missing. Names and meanings are the Bot API's.</summary>
internal sealed record UpdateJson(
    UpdateJson.Post? Message,
    UpdateJson.Post? EditedMessage,
    UpdateJson.Tap? CallbackQuery,
    UpdateJson.Inline? InlineQuery,
    UpdateJson.MemberChange? MyChatMember)
{
    /// <summary>A Message, or an InaccessibleMessage, which has no more than its chat and id.</summary>
    /// <param name="Date">Unix time in seconds; read by hand, since a wrong one spoils nothing else.</param>
    internal sealed record Post(
        long? MessageId,
        long? MessageThreadId,
        bool? IsTopicMessage,
        JsonElement Date,
        Room? Chat,
        User? From,
        Room? SenderChat,
        User? ViaBot,
        string? Text,
        IReadOnlyList<Entity>? Entities,
        string? Caption,
        IReadOnlyList<Entity>? CaptionEntities,
        Post? ReplyToMessage,
        JsonElement ForumTopicCreated,
        long? MigrateToChatId);

    /// <summary>A Chat.</summary>
    internal sealed record Room(long Id, string? Type, string? Title);

    /// <summary>A User.</summary>
    internal sealed record User(long Id, bool? IsBot, string? FirstName, string? Username, string? LanguageCode);

    /// <summary>A MessageEntity.</summary>
    internal sealed record Entity(string? Type, int Offset, int Length, User? User);

    /// <summary>A CallbackQuery.</summary>
    internal sealed record Tap(string? Id, User? From, Post? Message, string? Data);

    /// <summary>An InlineQuery.</summary>
    internal sealed record Inline(string? Id, User? From, string? Query);

    /// <summary>A ChatMemberUpdated.</summary>
    internal sealed record MemberChange(Room? Chat, User? From, Member? NewChatMember);

    /// <summary>A ChatMember.</summary>
    internal sealed record Member(string? Status, bool? IsMember);
}
