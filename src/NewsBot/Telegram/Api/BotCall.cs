using System.Text.Json.Serialization;

namespace NewsBot.Telegram.Api;

/// <summary>Something for the service to do: a closed union.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SendMessage), "send")]
[JsonDerivedType(typeof(EditMessage), "edit")]
[JsonDerivedType(typeof(EditKeyboard), "keyboard")]
[JsonDerivedType(typeof(SendDocument), "document")]
[JsonDerivedType(typeof(ShowTyping), "typing")]
[JsonDerivedType(typeof(SendDraft), "draft")]
[JsonDerivedType(typeof(AnswerTap), "tap")]
[JsonDerivedType(typeof(AnswerInline), "inline")]
internal abstract record BotCall;

/// <summary>A call that does something in a chat.</summary>
/// <param name="ChatId">Which.</param>
internal abstract record ChatCall(long ChatId) : BotCall;

/// <summary>Sends a message.</summary>
/// <param name="ChatId">Where.</param>
/// <param name="Html">Telegram's HTML; 1 to 4096 UTF-16 units once parsed.</param>
internal sealed record SendMessage(long ChatId, string Html) : ChatCall(ChatId)
{
    /// <summary>The forum topic; null outside of one.</summary>
    public long? ThreadId { get; init; }

    /// <summary>The message that it replies to, if that is still there; null for none.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>The buttons below; empty for none.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Keyboard { get; init; } = [];

    /// <summary>The link whose preview is shown; null for no preview.</summary>
    public string? PreviewUrl { get; init; }
}

/// <summary>Changes the text and the buttons of one of the bot's messages.</summary>
/// <param name="ChatId">Where.</param>
/// <param name="MessageId">Which; 0 for the reply of the exchange that the call belongs to, known once that was sent.</param>
/// <param name="Html">As in <see cref="SendMessage"/>.</param>
internal sealed record EditMessage(long ChatId, long MessageId, string Html) : ChatCall(ChatId)
{
    /// <summary>The buttons below; empty for none.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Keyboard { get; init; } = [];

    /// <summary>The link whose preview is shown; null for no preview.</summary>
    public string? PreviewUrl { get; init; }
}

/// <summary>Changes the buttons of one of the bot's messages.</summary>
/// <param name="ChatId">Where.</param>
/// <param name="MessageId">Which.</param>
/// <param name="Keyboard">The buttons; empty for none.</param>
internal sealed record EditKeyboard(long ChatId, long MessageId, IReadOnlyList<IReadOnlyList<Button>> Keyboard) : ChatCall(ChatId);

/// <summary>Sends a text file.</summary>
/// <param name="ChatId">Where.</param>
/// <param name="FileName">As people see it.</param>
/// <param name="Content">Its text, sent as UTF-8.</param>
internal sealed record SendDocument(long ChatId, string FileName, string Content) : ChatCall(ChatId)
{
    /// <summary>The forum topic; null outside of one.</summary>
    public long? ThreadId { get; init; }

    /// <summary>Telegram's HTML below the file, at most 1024 units once parsed; null for none.</summary>
    public string? CaptionHtml { get; init; }
}

/// <summary>Shows for five seconds that the bot is writing.</summary>
/// <param name="ChatId">Where.</param>
/// <param name="ThreadId">The forum topic; null outside of one.</param>
internal sealed record ShowTyping(long ChatId, long? ThreadId) : ChatCall(ChatId);

/// <summary>Shows, in a private chat and for thirty seconds, a text that is still being written.</summary>
/// <param name="ChatId">Where.</param>
/// <param name="ThreadId">The topic; null outside of one.</param>
/// <param name="DraftId">Not 0; the same for each state of one text.</param>
/// <param name="Html">The text so far; empty to show that the bot is thinking.</param>
internal sealed record SendDraft(long ChatId, long? ThreadId, long DraftId, string Html) : ChatCall(ChatId);

/// <summary>Ends the waiting sign of a button that was tapped.</summary>
/// <param name="TapId">Of <see cref="ButtonTapped"/>.</param>
/// <param name="Text">Shown for a moment, at most 200 characters; null for nothing.</param>
internal sealed record AnswerTap(string TapId, string? Text) : BotCall;

/// <summary>Offers answers to a question typed in inline mode.</summary>
/// <param name="QueryId">Of <see cref="InlineAsked"/>.</param>
/// <param name="Results">At most 50; empty for none.</param>
/// <param name="CacheTime">How long the service may give the same answers again.</param>
internal sealed record AnswerInline(string QueryId, IReadOnlyList<InlineResult> Results, TimeSpan CacheTime) : BotCall;
