using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Tells Telegram which commands it offers: to everybody, and more of them to administrators in their own chats.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed partial class OfferedCommands(BotApi api, IOptions<TelegramOptions> options, ILogger<OfferedCommands> logger)
{
    // Administrators whose commands are not set; one who never wrote to the bot has no chat for which they could be.
    private readonly ConcurrentDictionary<long, bool> missing = [];

    /// <summary>Sets them all.</summary>
    /// <exception cref="BotApiException">The service failed; an administrator without a chat is no failure.</exception>
    public async Task SetAsync(CancellationToken cancellationToken)
    {
        foreach (var texts in BotLanguages.All)
            await api.SendAsync(Commands(texts, administrator: null), cancellationToken);
        foreach (var administrator in options.Value.Administrators)
            await TrySetAsync(administrator, cancellationToken);
    }

    /// <summary>Sets those of an administrator for whom they could not be set before, now that the person writes to the bot. A failure is logged.</summary>
    public async Task SetMissingAsync(long personId, CancellationToken cancellationToken)
    {
        if (!missing.ContainsKey(personId))
            return;
        try
        {
            await TrySetAsync(personId, cancellationToken);
        }
        catch (BotApiException failure)
        {
            NotSet(logger, personId, failure.Message);
        }
    }

    private async Task TrySetAsync(long administrator, CancellationToken cancellationToken)
    {
        missing[administrator] = true;
        try
        {
            foreach (var texts in BotLanguages.All)
                await api.SendAsync(Commands(texts, administrator), cancellationToken);
            missing.TryRemove(administrator, out _);
        }
        catch (BotApiException failure) when (failure.Failure is BotApiFailure.Rejected or BotApiFailure.Forbidden)
        {
            NotSet(logger, administrator, failure.Message);
        }
    }

    private static SetMyCommandsRequest Commands(BotTexts texts, long? administrator) => new()
    {
        Commands = CommandTable.Describe(texts, forAdministrator: administrator is not null),
        Scope = administrator is { } id ? new BotCommandScopeChat { ChatId = id } : new BotCommandScopeDefault(),

        // The first language is for people of every other.
        LanguageCode = texts == BotLanguages.All[0] ? null : texts.Language,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "The commands for administrator {PersonId} are offered once that person presses Start: {Problem}")]
    private static partial void NotSet(ILogger logger, long personId, string problem);
}
