using Microsoft.Extensions.Options;
using NewsBot.Core.Questions;

namespace NewsBot.Telegram.Api;

/// <summary>The bot's account and how it behaves; the configuration section 'Telegram'.</summary>
internal sealed class TelegramOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Telegram";

    /// <summary>The token that @BotFather gave; empty (the default) to run without Telegram.</summary>
    public string Token { get; set; } = "";

    /// <summary>The Bot API server, http or https; Telegram's by default.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>How long a request may take, 1 to 300 seconds; 30 by default.</summary>
    public int RequestSeconds { get; set; } = 30;

    /// <summary>How updates are delivered.</summary>
    public WebhookOptions Webhook { get; set; } = new();

    /// <summary>Chats handled at the same time, 1 to 256; 16 by default.</summary>
    public int Workers { get; set; } = 16;

    /// <summary>Limits of sending and asking.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>The numbers of the chats that may use the bot; empty (the default) for all.</summary>
    public long[] AllowedChats { get; set; } = [];

    /// <summary>The numbers of the people who administer the bot; empty by default.</summary>
    public long[] Administrators { get; set; } = [];

    /// <summary>The longest question that is read, 1 to 2000 UTF-16 units; 500 by default.</summary>
    public int MaxQuestionLength { get; set; } = 500;

    /// <summary>For how many days exchanges are kept, 1 to 3650; 90 by default.</summary>
    public int ConversationDays { get; set; } = 90;

    /// <summary>For how many days a question waits for coverage, 1 to 3650; 90 by default.</summary>
    public int WatchDays { get; set; } = 90;

    /// <summary>How many questions of one person wait for coverage, 0 to 1000; 20 by default.</summary>
    public int WatchesPerPerson { get; set; } = 20;

    /// <summary>Whether the bot runs.</summary>
    public bool IsOn => Token.Length > 0;
}

/// <summary>The configuration section 'Telegram:Webhook'.</summary>
internal sealed class WebhookOptions
{
    /// <summary>The https address at which Telegram reaches this process; empty (the default) for long polling.</summary>
    public string Url { get; set; } = "";

    /// <summary>1 to 256 of A to Z, a to z, 0 to 9, '_' and '-'; empty (the default) for one made from the token.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Deliveries at the same time, 1 to 100; 40 by default.</summary>
    public int MaxConnections { get; set; } = 40;

    /// <summary>Whether updates come by webhook.</summary>
    public bool IsOn => Url.Length > 0;
}

/// <summary>The configuration section 'Telegram:Limits'; 0 switches a limit off.</summary>
internal sealed class LimitOptions
{
    /// <summary>Messages a second into one chat, on average; 1 by default. A few may follow at once.</summary>
    public double PerChatPerSecond { get; set; } = 1;

    /// <summary>Messages a minute into one group; 20 by default.</summary>
    public int PerGroupPerMinute { get; set; } = 20;

    /// <summary>Messages a second over all chats; 30 by default.</summary>
    public double PerSecond { get; set; } = 30;

    /// <summary>Questions a minute of one person; 30 by default.</summary>
    public int QuestionsPerMinute { get; set; } = 30;
}

/// <summary>Refuses values out of range.</summary>
internal sealed class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        List<string> failures = [];
        if (options.Token.Length > 0 && !BotToken.IsToken(options.Token))
            failures.Add("Telegram:Token is no bot token; @BotFather gives one like 123456:ABC-DEF.");
        if (!IsAddress(options.BaseUrl, Uri.UriSchemeHttp, Uri.UriSchemeHttps))
            failures.Add("Telegram:BaseUrl takes an http or https address.");
        if (options.Webhook.Url.Length > 0 && !IsAddress(options.Webhook.Url, Uri.UriSchemeHttp, Uri.UriSchemeHttps))
            failures.Add("Telegram:Webhook:Url takes an https address, or stays empty for long polling.");
        if (options.Webhook.Secret.Length > 256 || !options.Webhook.Secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            failures.Add("Telegram:Webhook:Secret takes 1 to 256 of A to Z, a to z, 0 to 9, '_' and '-'.");
        Check(failures, "Telegram:Webhook:MaxConnections", options.Webhook.MaxConnections, 1, 100);
        Check(failures, "Telegram:RequestSeconds", options.RequestSeconds, 1, 300);
        Check(failures, "Telegram:Workers", options.Workers, 1, 256);
        Check(failures, "Telegram:MaxQuestionLength", options.MaxQuestionLength, 1, QuestionAnalyzer.MaxLength);
        Check(failures, "Telegram:ConversationDays", options.ConversationDays, 1, 3650);
        Check(failures, "Telegram:WatchDays", options.WatchDays, 1, 3650);
        Check(failures, "Telegram:WatchesPerPerson", options.WatchesPerPerson, 0, 1000);
        Check(failures, "Telegram:Limits:PerChatPerSecond", options.Limits.PerChatPerSecond, 0, 1000);
        Check(failures, "Telegram:Limits:PerGroupPerMinute", options.Limits.PerGroupPerMinute, 0, 10_000);
        Check(failures, "Telegram:Limits:PerSecond", options.Limits.PerSecond, 0, 10_000);
        Check(failures, "Telegram:Limits:QuestionsPerMinute", options.Limits.QuestionsPerMinute, 0, 10_000);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(List<string> failures, string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            failures.Add($"{name} is {value}; it takes a number from {least} to {most}.");
    }

    private static bool IsAddress(string text, params string[] schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme);
}
