using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Cli;
using NewsBot.Counts;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Models.Local;
using NewsBot.Sources;
using NewsBot.Sources.Fetching;
using NewsBot.Storage;
using NewsBot.Storage.Postgres;
using NewsBot.Storage.Sqlite;
using NewsBot.Summaries;
using NewsBot.Telegram;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dispatch;
using NewsBot.Web;
using NewsBot.Web.Access;

namespace NewsBot;

/// <summary>The whole of newsbot: its settings and the services of every room, put together here and nowhere else.</summary>
/// <remarks>The commands, the service and the tests start this very composition.</remarks>
/// <param name="settings">Settings over those of the file and the environment; the tests set addresses. Null for none.</param>
/// <param name="swap">Exchanges services at the end; the tests exchange the clock. Null for nothing.</param>
internal sealed class NewsBotApp(IEnumerable<KeyValuePair<string, string?>>? settings = null, Action<IServiceCollection>? swap = null) : IAppBuilder
{
    private const string Name = "newsbot";

    private static readonly SettingsSection[] Sections =
    [
        new(ArchiveOptions.Section, typeof(ArchiveOptions)),
        new(StorageOptions.Section, typeof(StorageOptions)),
        new(SourceOptions.Section, typeof(SourceOptions)),
        new(RetrievalOptions.Section, typeof(RetrievalOptions)),
        new(LlmOptions.Section, typeof(LlmOptions)),
        new(EmbeddingOptions.Section, typeof(EmbeddingOptions)),
        new(LocalModelOptions.Section, typeof(LocalModelOptions)),
        new(DigestOptions.Section, typeof(DigestOptions)),
        new(TelegramOptions.Section, typeof(TelegramOptions)),
        new(WebOptions.Section, typeof(WebOptions)),
        new(ServiceLog.Section, Options: null),
    ];

    public IHost BuildTool(string? archivePath, TextWriter log)
    {
        // Both hosts are built without the defaults: these watch files and read the working folder, and cost a start a tenth of a second.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = Name,
        });
        Compose(builder, archivePath);
        builder.Logging.SetMinimumLevel(LogLevel.None)
            .AddFilter("NewsBot", LogLevel.Warning)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.AI", LogLevel.None);
        builder.Services.AddSingleton<ILoggerProvider>(_ => new LineLogger(log, LogLevel.Warning));
        swap?.Invoke(builder.Services);
        var host = builder.Build();
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        return host;
    }

    public WebApplication BuildService(string? archivePath, TextWriter log, ServiceRoles roles = ServiceRoles.All)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = Name });
        Compose(builder, archivePath);
        ServiceLog.AddTo(builder.Logging, builder.Configuration, log);

        // What begins first ends last: leases are given back and counts are written when nothing else works any more.
        builder.Services.AddLeases(takesSlots: roles.HasFlag(ServiceRoles.Telegram)).AddPeriodic<DailyCounts>();
        if (roles.Answers())
            builder.Services.AddLocalModelLoading().AddIndexFollower().AddAnswerWarmUp();
        if (roles.HasFlag(ServiceRoles.Feeds))
            builder.Services.AddPeriodic<ArticleRetentionService>().AddFeedPoller().AddVectorBackfill();
        builder.Services
            .AddPeriodic<ManagedHeap>()
            .AddPeriodic<NativeHeap>()
            .AddTelegram(builder.Configuration, roles)
            .AddTelemetry(builder.Configuration)
            .AddWeb(builder.WebHost);
        swap?.Invoke(builder.Services);
        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.MapWeb(roles);
        if (roles.HasFlag(ServiceRoles.Telegram))
            app.MapTelegramWebhook();
        app.Urls.Add(app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Url);
        return app;
    }

    private void Compose(IHostApplicationBuilder builder, string? archivePath)
    {
        builder.Configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddUserSecrets(typeof(NewsBotApp).Assembly, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("NEWSBOT_")
            .AddInMemoryCollection(Telemetry.Variables);

        // systemd and the container name a folder of secrets there: a file a setting, such as 'Telegram__Token'.
        if (Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } secrets)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(secrets), optional: true);
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        if (archivePath is not null)
            builder.Configuration[$"{ArchiveOptions.Section}:{nameof(ArchiveOptions.Path)}"] = archivePath;
        SettingsSection.ThrowOnUnknown(builder.Configuration, Sections);

        _ = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() is { IsPostgres: true }
            ? builder.Services.AddPostgresStorage().AddSqliteSource()
            : builder.Services.AddSqliteStorage();
        builder.Services
            .AddHosting()
            .AddSingleton<DailyCounts>()
            .AddSources()
            .AddEmbeddings(builder.Configuration)
            .AddRetrieval(services => services.GetRequiredService<IOptions<ArchiveOptions>>().Value.Directory)
            .AddLanguageModel(builder.Configuration)
            .AddLocalModels(builder.Configuration)
            .AddAnswers()
            .AddDigests()
            .AddQueries()
            .AddSingleton<ArchiveOpening>();
    }
}
