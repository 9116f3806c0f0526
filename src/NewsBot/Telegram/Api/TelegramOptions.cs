using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsBot.Core.Questions;
using NewsBot.Hosting;

namespace NewsBot.Telegram.Api;

/// <summary>The bot's account and how it behaves; the configuration section 'Telegram'.</summary>
internal sealed class TelegramOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Telegram";

    /// <summary>The token that @BotFather gave; empty (the default) to run without Telegram.</summary>
    public string Token { get; set; } = "";

    /// <summary>The Bot API server, http or https; Telegram's by default.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>How long a request may take, 1 to 300 seconds; 30 by default.</summary>
    [SettingRange(1, 300)]
    public int RequestSeconds { get; set; } = 30;

    /// <summary>How updates are delivered.</summary>
    [ValidateObjectMembers]
    public WebhookOptions Webhook { get; set; } = new();

    /// <summary>Chats handled at the same time, 1 to 256; 16 by default.</summary>
    [SettingRange(1, 256)]
    public int Workers { get; set; } = 16;

    /// <summary>Limits of sending and asking.</summary>
    [ValidateObjectMembers]
    public LimitOptions Limits { get; set; } = new();

    /// <summary>The numbers of the chats that may use the bot; empty (the default) for all.</summary>
    public long[] AllowedChats { get; set; } = [];

    /// <summary>The numbers of the people who administer the bot; empty by default.</summary>
    public long[] Administrators { get; set; } = [];

    /// <summary>The longest question that is read, 1 to 2000 UTF-16 units; 500 by default.</summary>
    [SettingRange(1, QuestionAnalyzer.MaxLength)]
    public int MaxQuestionLength { get; set; } = 500;

    /// <summary>For how many days exchanges are kept, 1 to 3650; 90 by default.</summary>
    [SettingRange(1, 3650)]
    public int ConversationDays { get; set; } = 90;

    /// <summary>For how many days a question waits for coverage, 1 to 3650; 90 by default.</summary>
    [SettingRange(1, 3650)]
    public int WatchDays { get; set; } = 90;

    /// <summary>How many questions of one person wait for coverage, 0 to 1000; 20 by default.</summary>
    [SettingRange(0, 1000)]
    public int WatchesPerPerson { get; set; } = 20;

    /// <summary>Whether the bot runs.</summary>
    public bool IsOn => Token.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Token.Length > 0 && !BotToken.IsToken(Token))
            yield return new ValidationResult("Telegram:Token is no bot token; @BotFather gives one like 123456:ABC-DEF.");
        if (!IsAddress(BaseUrl))
            yield return new ValidationResult("Telegram:BaseUrl takes an http or https address.");
    }

    /// <summary>Whether a text is an http or https address.</summary>
    internal static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}

/// <summary>The configuration section 'Telegram:Webhook'.</summary>
internal sealed class WebhookOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Telegram:Webhook";

    /// <summary>The https address at which Telegram reaches this process; empty (the default) for long polling.</summary>
    public string Url { get; set; } = "";

    /// <summary>1 to 256 of A to Z, a to z, 0 to 9, '_' and '-'; empty (the default) for one made from the token.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Deliveries at the same time, 1 to 100; 40 by default.</summary>
    [SettingRange(1, 100)]
    public int MaxConnections { get; set; } = 40;

    /// <summary>Whether updates come by webhook.</summary>
    public bool IsOn => Url.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !TelegramOptions.IsAddress(Url))
            yield return new ValidationResult("Telegram:Webhook:Url takes an https address, or stays empty for long polling.");
        if (Secret.Length > 256 || !Secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            yield return new ValidationResult("Telegram:Webhook:Secret takes 1 to 256 of A to Z, a to z, 0 to 9, '_' and '-'.");
    }
}

/// <summary>The configuration section 'Telegram:Limits'; 0 switches a limit off.</summary>
internal sealed class LimitOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Telegram:Limits";

    /// <summary>Messages a second into one chat, on average, 0 to 1,000; 1 by default. A few may follow at once.</summary>
    [SettingRange(0, 1000)]
    public double PerChatPerSecond { get; set; } = 1;

    /// <summary>Messages a minute into one group, 0 to 10,000; 20 by default.</summary>
    [SettingRange(0, 10_000)]
    public int PerGroupPerMinute { get; set; } = 20;

    /// <summary>Messages a second over all chats, 0 to 10,000; 30 by default.</summary>
    [SettingRange(0, 10_000)]
    public double PerSecond { get; set; } = 30;

    /// <summary>Questions a minute of one person, 0 to 10,000; 30 by default.</summary>
    [SettingRange(0, 10_000)]
    public int QuestionsPerMinute { get; set; } = 30;
}

/// <summary>Refuses values out of range.</summary>
[OptionsValidator]
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>;
