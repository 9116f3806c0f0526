using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dialog;

/// <summary>Who says something, where, and how the bot speaks there.</summary>
/// <param name="UpdateId">The update's.</param>
/// <param name="At">What 'now' is for it.</param>
/// <param name="Chat">Where.</param>
/// <param name="ThreadId">The forum topic; null outside of one.</param>
/// <param name="MessageId">The message that the bot replies to; null for none.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Settings">What the chat chose.</param>
/// <param name="Texts">The language.</param>
internal sealed record ChatContext(
    long UpdateId, DateTimeOffset At, Chat Chat, int? ThreadId, int? MessageId, long PersonId, ChatSettings Settings, BotTexts Texts)
{
    /// <summary>Where the conversation goes on.</summary>
    public Place Place => new(Chat.Id, ThreadId);

    /// <summary>A message as the outbox takes it.</summary>
    /// <param name="message">One or more pages.</param>
    /// <param name="exchangeId">The exchange whose reply its last page is; null when it is none.</param>
    public IReadOnlyList<NewOutboxMessage> Send(LaidOutMessage message, long? exchangeId = null) => [.. message.Pages.Select((page, i) =>
    {
        var isLast = i == message.Pages.Count - 1;
        return BotRequests.Message(Chat.Id, ThreadId, page, isLast ? message.Keyboard : [], i == 0 ? message.PreviewUrl : null, i == 0 ? MessageId : null)
            .ToOutbox(exchangeId: isLast ? exchangeId : null);
    })];

    /// <summary>The result that sends the message, and nothing else.</summary>
    public UpdateResult Say(LaidOutMessage message) => new() { Messages = Send(message) };

    /// <summary>The result that sends one plain sentence, and nothing else.</summary>
    public UpdateResult Say(string sentence) => Say(LaidOutMessage.Of(sentence));
}
