using NewsBot.Core.Answers.Composing;
using NewsBot.Hosting;

namespace NewsBot.Models.Local;

/// <summary>Registers the models that run in this process.</summary>
internal static class LocalModelServices
{
    /// <summary>The folder beside the program that holds the models.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Adds the reader, unless the settings switch local models off.</summary>
    public static IServiceCollection AddLocalModels(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<LocalModelOptions>().BindConfiguration(LocalModelOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<ICheckup, LocalModelCheckup>();
        if (settings.GetValue($"{LocalModelOptions.Section}:{nameof(LocalModelOptions.Local)}", defaultValue: true))
            services.AddSingleton(_ => new LocalReader(Folder)).AddSingleton<IWindowReader>(provider => provider.GetRequiredService<LocalReader>());
        return services;
    }

    /// <summary>Adds the loading of the reader at the start of the service.</summary>
    public static IServiceCollection AddLocalModelLoading(this IServiceCollection services) => services.AddHostedService<LocalModelLoading>();
}
