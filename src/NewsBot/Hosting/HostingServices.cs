using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NewsBot.Hosting;

/// <summary>Registers what every room of the host uses: the clock, the store's pipeline, settings and periodic work.</summary>
internal static class HostingServices
{
    /// <summary>Adds the clock, and says what a bug outside of periodic work does.</summary>
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StorePipeline>();
        services.AddSingleton(provider => new Leases(provider.GetService<ILeaseStore>() is not null, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ServiceHealth>();
        services.AddSingleton<ICheckup, VariableCheckup>();

        // Periodic work never fails. What else fails in the background is the bot itself: without it the service looks healthy and answers nobody, so the process ends
        // with an exit code and whoever supervises it starts it again.
        services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.StopHost);
        return services;
    }

    /// <summary>Adds what keeps this process's part of a database that several processes share; nothing where one process has all.</summary>
    /// <param name="services">What it is added to.</param>
    /// <param name="takesSlots">Whether this process takes a share of the chats.</param>
    public static IServiceCollection AddLeases(this IServiceCollection services, bool takesSlots)
    {
        if (services.All(service => service.ServiceType != typeof(ILeaseStore)))
            return services;
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LeaseKeeper>(provider, takesSlots));
        return services.AddHostedService(provider => provider.GetRequiredService<LeaseKeeper>());
    }

    /// <summary>Adds the options that a section of the settings sets; a wrong value stops the process at its start with a sentence.</summary>
    public static IServiceCollection AddSettings<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
    }

    /// <summary>Adds work that runs from the start of the service to its end, one <see cref="Periodic"/> for each.</summary>
    public static IServiceCollection AddPeriodic<TWork>(this IServiceCollection services)
        where TWork : class, IPeriodicWork
    {
        services.TryAddSingleton<TWork>();
        return services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<Periodic>(provider, provider.GetRequiredService<TWork>()));
    }
}
