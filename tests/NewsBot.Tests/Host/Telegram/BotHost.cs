using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Sources.Ingest;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>The whole service over the seeds, as <see cref="NewsBotApp"/> puts it together, with the fake Bot API behind it.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly TempFolder data;
    private readonly WebApplication service;

    private BotHost(TempFolder data, WebApplication service, FakeBotApi telegram) => (this.data, this.service, Telegram) = (data, service, telegram);

    public FakeBotApi Telegram { get; }

    public IServiceProvider Services => service.Services;

    /// <summary>Starts the bot; it has told who it is and polls when this returns.</summary>
    /// <param name="settings">Below 'Telegram:', or in full as 'Web:Key'; limits are off and the fake's address and token are set unless given.</param>
    public static Task<BotHost> StartAsync(
        CancellationToken cancellationToken, IQuestionAnswerer? answerer = null, params (string Key, string Value)[] settings) =>
        StartAsync((_, _) => { }, answerer, settings, cancellationToken);

    /// <summary>Starts the bot over an archive that is there already.</summary>
    /// <param name="prepare">Fills the archive's folder and the fake before the bot starts.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static Task<BotHost> StartAsync(Action<string, FakeBotApi> prepare, CancellationToken cancellationToken) => StartAsync(prepare, answerer: null, [], cancellationToken);

    /// <summary>Starts the bot over what is prepared, with settings as above.</summary>
    /// <param name="prepare">Fills the archive's folder and the fake before the bot starts.</param>
    public static async Task<BotHost> StartAsync(
        Action<string, FakeBotApi> prepare, IQuestionAnswerer? answerer, (string Key, string Value)[] settings, CancellationToken cancellationToken)
    {
        var telegram = await FakeBotApi.StartAsync(cancellationToken);
        var folder = new TempFolder();
        prepare(folder.Path, telegram);
        Dictionary<string, string?> addresses = new()
        {
            ["Telegram:Token"] = telegram.Token,
            ["Telegram:BaseUrl"] = telegram.BaseUrl.ToString(),
            ["Telegram:Limits:PerChatPerSecond"] = "0",
            ["Telegram:Limits:PerGroupPerMinute"] = "0",
            ["Telegram:Limits:PerSecond"] = "0",
            ["Web:Url"] = "http://127.0.0.1:0",
        };
        foreach (var (key, value) in settings)
            addresses[key.StartsWith("Web:", StringComparison.Ordinal) ? key : "Telegram:" + key] = value;
        var app = new NewsBotApp(addresses, services =>
        {
            if (answerer is not null)
                services.Replace(ServiceDescriptor.Singleton(answerer));
        });
        var host = app.BuildService(folder.Path, TextWriter.Null);
        await host.Services.GetRequiredService<ArticleIngestor>().IngestAsync([RepositoryFiles.At("seeds")], progress: null, _ => { }, cancellationToken);
        await host.Services.GetRequiredService<ArchiveIndex>().UpdateAsync(onProgress: null, cancellationToken);
        await host.StartAsync(cancellationToken);
        var bot = new BotHost(folder, host, telegram);
        await telegram.WaitUntilAsync(() => telegram.IsPolled);
        return bot;
    }

    /// <summary>The bot's messages in a chat, once there are as many.</summary>
    public async Task<IReadOnlyList<FakeBotApiMessage>> MessagesAsync(long chatId, int count)
    {
        await Telegram.WaitUntilAsync(() => Telegram.BotMessages(chatId).Count >= count);
        return Telegram.BotMessages(chatId);
    }

    /// <summary>Somebody writes in private; gives the bot's next message.</summary>
    public async Task<FakeBotApiMessage> AskAsync(long personId, string text, string? language = "en", long? replyTo = null)
    {
        var before = Telegram.Requests.Any(request => request.ChatId == personId) ? Telegram.BotMessages(personId).Count : 0;
        Telegram.Says(personId, text, language, replyTo: replyTo);
        return (await MessagesAsync(personId, before + 1))[before];
    }

    /// <summary>Somebody taps a button of the latest message that has it, and the message turns to another page.</summary>
    public async Task<FakeBotApiMessage> TapAsync(long personId, long chatId, string button)
    {
        var message = Telegram.BotMessages(chatId).Last(message => message.Keyboard.SelectMany(row => row).Any(one => one.Text == button));
        Telegram.TapsButton(personId, chatId, button);
        FakeBotApiMessage Now() => Telegram.BotMessages(chatId).Single(one => one.Id == message.Id);
        await Telegram.WaitUntilAsync(() => Now().Edits > message.Edits);
        return Now();
    }

    public async Task AddArticleAsync(string title, string body, CancellationToken cancellationToken)
    {
        await Services.GetRequiredService<IArticleStore>().AddAsync(
            [new Article { Id = title, Title = title, Body = body, PublishedAt = TimeProvider.System.GetUtcNow() }], cancellationToken);
        await Services.GetRequiredService<ArchiveIndex>().UpdateAsync(onProgress: null, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await service.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        await Telegram.DisposeAsync();
        data.Dispose();
    }
}
