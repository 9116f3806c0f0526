using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NewsBot.Telegram;

/// <summary>Asks the Bot API who the bot is, whether somebody else takes its updates, and what time it is there.</summary>
internal sealed class TelegramCheckup(IOptions<TelegramOptions> options, IOptions<ArchiveOptions> archive, TimeProvider time, BotApi? api = null) : ICheckup
{
    private const string Part = "telegram";

    private const string OwnBot = "If another program uses this bot, give each its own: /newbot to @BotFather makes one.";

    // Long enough that another program, whose request is broken off by ours, asks again and breaks off ours.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RecentError = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (api is null)
            return [Finding.Off(Part, "There is no token: write /newbot to @BotFather in Telegram, and put the token that it gives into NEWSBOT_Telegram__Token.")];
        try
        {
            var me = await api.GetMeAsync(cancellationToken);
            var found = await FindConflictAsync(await api.SendAsync(new GetWebhookInfoRequest(), cancellationToken), cancellationToken);
            var ok = Finding.Ok(Part, $"The bot is @{me.Username}, {(options.Value.Webhook.IsOn ? "by webhook" : "by long polling")}.");
            return [found ?? ok, .. await FindClockAsync(cancellationToken)];
        }
        catch (BotApiException failure) when (failure.Failure == BotApiFailure.Unauthorized)
        {
            return [Finding.Mend(Part, BotFault.WrongToken)];
        }
        catch (BotApiException failure)
        {
            return [Finding.Mend(Part, $"{failure.Message} Check that {options.Value.BaseUrl} can be reached from here.")];
        }
    }

    /// <summary>What keeps updates from arriving here; null when nothing does.</summary>
    private async Task<Finding?> FindConflictAsync(WebhookInfo now, CancellationToken cancellationToken)
    {
        // The path of a webhook may be a secret.
        var (mine, set) = (options.Value.Webhook, Uri.TryCreate(now.Url, UriKind.Absolute, out var uri) ? uri.Host : null);
        var isMine = mine.IsOn && now.Url == mine.Url;
        if (isMine && now is { LastErrorMessage: { Length: > 0 } error, LastErrorDate: { } at } && time.GetUtcNow().UtcDateTime - at < RecentError)
            return Finding.Mend(Part, $"Telegram cannot deliver to Telegram:Webhook:Url: {error}. Check the proxy before Web:Url and its certificate.");
        if (set is not null && !isMine)
        {
            return Finding.Mend(
                Part, $"Updates go to a webhook at {set} that the settings do not name. 'newsbot serve' {(mine.IsOn ? "changes" : "removes")} it at its start. {OwnBot}");
        }

        return mine.IsOn || ArchiveFolder.IsServed(archive.Value.Directory) ? null : await FindPollerAsync(cancellationToken);
    }

    private async Task<Finding?> FindPollerAsync(CancellationToken cancellationToken)
    {
        try
        {
            // From 0 on: nothing is confirmed, so nothing is lost.
            await api!.GetUpdatesAsync(offset: 0, limit: 1, Wait, cancellationToken);
            return null;
        }
        catch (BotApiException failure) when (failure.Failure == BotApiFailure.Conflict)
        {
            return Finding.Mend(Part, $"Another program asks Telegram for the updates of this bot, so each gets only some. Stop it. {OwnBot}");
        }
    }

    /// <summary>A clock that is wrong by more than a minute, by the Bot API's.</summary>
    private async Task<IReadOnlyList<Finding>> FindClockAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.RequestSeconds));
        try
        {
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            using var http = new HttpClient(handler, disposeHandler: false);
            using var reply = await http.GetAsync(new Uri(options.Value.BaseUrl), HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var ahead = time.GetUtcNow() - (reply.Headers.Date ?? time.GetUtcNow());
            if (ahead.Duration() <= Tolerance)
                return [];
            var side = ahead > TimeSpan.Zero ? "ahead" : "behind";
            var told = string.Create(CultureInfo.InvariantCulture, $"It is {ahead.Duration().TotalMinutes:0} minutes {side}, by Telegram's.");
            return [Finding.Mend("clock", told + " Set the machine's clock, best by a time service.")];
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Its methods answered; the time is not worth a complaint.
            return [];
        }
    }
}
