using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Dispatch;

/// <summary>The settings of a chat as a message whose buttons change them.</summary>
internal static class SettingsMenu
{
    private const string Quotes = "quotes";
    private const string Preview = "preview";
    private const string Languages = "languages";
    private const string Back = "back";
    private const string Automatic = "auto";

    /// <summary>The settings.</summary>
    /// <param name="settings">What the chat chose.</param>
    /// <param name="subscription">Its daily summary; null when it never had one.</param>
    /// <param name="texts">The language.</param>
    public static LaidOutMessage Lay(ChatSettings settings, Subscription? subscription, BotTexts texts)
    {
        var language = BotLanguages.Find(settings.Language)?.LanguageName ?? texts.AutomaticLanguage;
        return LaidOutMessage.Titled(texts.SettingsTitle) with
        {
            Keyboard =
            [
                [Toggle(texts.QuotesSetting, Quotes, settings.ShowsQuotes)],
                [Toggle(texts.PreviewSetting, Preview, settings.ShowsPreview)],
                [Summary(subscription, texts)],
                [new ButtonData(ButtonAction.Set, Choice: Languages).Button("🌐 " + texts.LanguageSetting(language))],
            ],
        };
    }

    /// <summary>The choice of language.</summary>
    public static LaidOutMessage LayLanguages(ChatSettings settings, BotTexts texts) => LaidOutMessage.Titled(texts.LanguageTitle) with
    {
        Keyboard =
        [
            .. BotLanguages.All.Select(language => Choice(language.LanguageName, language.Language, settings.Language == language.Language)),
            Choice(texts.AutomaticLanguage, Automatic, settings.Language is null),
            [new ButtonData(ButtonAction.Set, Choice: Back).Button(texts.BackButton)],
        ],
    };

    /// <summary>What a tap changes; null when it changes nothing.</summary>
    public static Func<ChatSettings, ChatSettings>? ChangeBy(ButtonData tap) => (tap.Action, tap.Choice) switch
    {
        (ButtonAction.Set, Quotes) => settings => settings with { ShowsQuotes = !settings.ShowsQuotes },
        (ButtonAction.Set, Preview) => settings => settings with { ShowsPreview = !settings.ShowsPreview },
        (ButtonAction.Speak, Automatic) => settings => settings with { Language = null },
        (ButtonAction.Speak, var language) when BotLanguages.Find(language) is { } texts => settings => settings with { Language = texts.Language },
        _ => null,
    };

    /// <summary>The page that a tap leads to.</summary>
    public static LaidOutMessage After(ButtonData tap, ChatSettings settings, Subscription? subscription, BotTexts texts) =>
        tap is { Action: ButtonAction.Set, Choice: Languages } ? LayLanguages(settings, texts) : Lay(settings, subscription, texts);

    /// <summary>Whether a tap is one of these buttons.</summary>
    public static bool Knows(ButtonData tap) => ChangeBy(tap) is not null || tap is { Action: ButtonAction.Set, Choice: Languages or Back };

    private static InlineKeyboardButton Summary(Subscription? subscription, BotTexts texts) =>
        ButtonData.Summary(SummaryVerb.Home).Button(texts.Digests.ChatSetting(subscription is { State: SubscriptionState.Active } ? subscription.At : null));

    private static InlineKeyboardButton Toggle(string text, string choice, bool isOn) =>
        new ButtonData(ButtonAction.Set, Choice: choice).Button((isOn ? "✅ " : "▫️ ") + text);

    private static IReadOnlyList<InlineKeyboardButton> Choice(string text, string choice, bool isChosen) =>
        [new ButtonData(ButtonAction.Speak, Choice: choice).Button((isChosen ? "✅ " : "") + text)];
}
