namespace NewsBot.Telegram.Layout;

/// <summary>The languages that the bot speaks; one more is one more class in this list.</summary>
internal static class BotLanguages
{
    /// <summary>All of them; the first is spoken to people of any other language.</summary>
    public static IReadOnlyList<BotTexts> All { get; } = [new EnglishTexts(), new UkrainianTexts()];

    /// <summary>The texts for a language.</summary>
    /// <param name="tag">An IETF tag ('uk', 'en-GB'); null when not known.</param>
    public static BotTexts For(string? tag) => Find(tag) ?? All[0];

    /// <summary>The texts for a language; null when the bot does not speak it.</summary>
    public static BotTexts? Find(string? tag) => tag is null
        ? null
        : All.FirstOrDefault(texts => string.Equals(texts.Language, tag.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
