using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Texts;

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
    long UpdateId, DateTimeOffset At, Chat Chat, long? ThreadId, long? MessageId, long PersonId, ChatSettings Settings, BotTexts Texts)
{
    /// <summary>Where the conversation goes on.</summary>
    public Place Place => new(Chat.Id, ThreadId);

    /// <summary>A message as the calls that send it.</summary>
    /// <param name="message">One or more pages.</param>
    /// <param name="exchangeId">The exchange whose reply its last page is; null when it is none.</param>
    public IReadOnlyList<NewOutboxMessage> Send(LaidOutMessage message, long? exchangeId = null) => [.. message.Pages.Select((page, i) =>
    {
        var isLast = i == message.Pages.Count - 1;
        return new NewOutboxMessage(
            new SendMessage(Chat.Id, page)
            {
                ThreadId = ThreadId,
                ReplyTo = i == 0 ? MessageId : null,
                Keyboard = isLast ? message.Keyboard : [],
                PreviewUrl = i == 0 ? message.PreviewUrl : null,
            },
            ExchangeId: isLast ? exchangeId : null);
    })];

    /// <summary>The message, and nothing else, follows.</summary>
    public Handled Say(LaidOutMessage message) => new(new UpdateOutcome { Calls = Send(message) });

    /// <summary>One plain sentence, and nothing else, follows.</summary>
    public Handled Say(string sentence) => Say(LaidOutMessage.Of(sentence));
}
