using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Summaries;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Dispatch;
using NewsBot.Telegram.Notices;
using NewsBot.Telegram.Sending;
using NewsBot.Telegram.Subscriptions;

namespace NewsBot.Telegram;

/// <summary>Registers the bot in Telegram.</summary>
internal static class TelegramServices
{
    private const int QueueCapacity = 20_000;

    /// <summary>Adds the bot when the settings have a token, else its settings only. It needs a store, an index, an answerer, a maker of digests and their calendar.</summary>
    /// <param name="services">What it is added to.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="roles">What of the bot works in this process.</param>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration settings, ServiceRoles roles)
    {
        services.AddSettings<TelegramOptions, TelegramOptionsValidator>(TelegramOptions.Section);
        services.AddSingleton<ICheckup, TelegramCheckup>();
        if (string.IsNullOrEmpty(settings[$"{TelegramOptions.Section}:{nameof(TelegramOptions.Token)}"]))
            return services;

        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<TelegramOptions>>().Value;
            return new BotApi(new BotToken(options.Token), new Uri(options.BaseUrl), TimeSpan.FromSeconds(options.RequestSeconds));
        });
        services.AddSingleton<BotFault>();
        services.AddSingleton<BotApiPipeline>();
        services.AddSingleton<BotSession>();
        services.AddSingleton<SendingHealth>();
        services.AddSingleton<MessageDelivery>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<LiveReplies>();
        services.AddSingleton(_ => new LaneQueue(QueueCapacity));
        services.AddSingleton(provider => new QueueLength("updates", () => provider.GetRequiredService<LaneQueue>().Count));
        services.AddSingleton(provider => new QueueLength("messages", () => provider.GetRequiredService<OutboxSender>().Waiting));
        services.AddSingleton<UpdateIntake>();
        services.AddSingleton<UpdatePoller>();
        services.AddSingleton<UpdateWorkers>();
        services.AddSingleton<SlotFollower>();
        services.AddSingleton<Access>();
        services.AddSingleton<AskingRate>();
        services.AddSingleton<QuestionHandler>();
        services.AddSingleton<SharedDigests>();
        services.AddSingleton<TopicIdeas>();
        services.AddSingleton<SubscriptionMenu>();
        services.AddSingleton<SubscriptionChoices>();
        services.AddSingleton<SubscriptionPages>();
        foreach (var handler in CommandTable.All.Select(command => command.Handler).Concat(TapDispatcher.Handlers.Values).Distinct())
            services.AddSingleton(handler);
        services.AddSingleton<OfferedCommands>();
        services.AddSingleton<CommandDispatcher>();
        services.AddSingleton<Albums>();
        services.AddSingleton<MessageHandler>();
        services.AddSingleton<TapDispatcher>();
        services.AddSingleton<InlineHandler>();
        services.AddSingleton<UpdateHandler>();
        if (roles.HasFlag(ServiceRoles.Telegram))
        {
            services.AddHostedService<TelegramService>();
            services.AddPeriodic<RetentionService>();
            services.AddHealthChecks().AddCheck<TelegramHealth>("telegram");
        }

        return roles.HasFlag(ServiceRoles.Digests)
            ? services.AddPeriodic<DigestService>().AddPeriodic<WatchService>().AddPeriodic<FeedNoticeService>()
            : services;
    }
}
