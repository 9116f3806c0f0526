using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Glosses;

namespace NewsBot.Telegram.Layout;

/// <summary>The languages that the bot speaks; one more is one more class in this list.</summary>
internal static class BotLanguages
{
    /// <summary>All of them; the first is spoken to people of any other language.</summary>
    public static IReadOnlyList<BotTexts> All { get; } = [new EnglishTexts(), new UkrainianTexts()];

    /// <summary>The texts for a language.</summary>
    /// <param name="tag">An IETF tag ('uk', 'en-GB'); null when not known.</param>
    public static BotTexts For(string? tag) => Find(tag) ?? All[0];

    /// <summary>The language that a message is plainly written in, where its letters tell: 'uk'; null elsewhere, and for one word, which may be a place's name.</summary>
    /// <remarks>English words are typed by people of any language.</remarks>
    public static string? WrittenIn(string text) =>
        text.AsSpan().Trim().Contains(' ') && QuestionGloss.IsFor(text) && TextLanguage.Of(text) is { } tag && Find(tag) is not null ? tag : null;

    /// <summary>The texts for a language; null when the bot does not speak it.</summary>
    public static BotTexts? Find(string? tag) => tag is null
        ? null
        : All.FirstOrDefault(texts => string.Equals(texts.Language, tag.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
