using Microsoft.Extensions.Options;
using NewsBot.Core.Digests;

namespace NewsBot.Digests;

/// <summary>Registers the calendar of the daily summaries.</summary>
internal static class CalendarServices
{
    /// <summary>Adds the calendar and the section 'Digests'.</summary>
    public static IServiceCollection AddDigestCalendar(this IServiceCollection services)
    {
        services.AddOptions<DigestOptions>()
            .BindConfiguration(DigestOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsValidator>();
        services.AddSingleton<ZonePlaces>();
        services.AddSingleton<IDigestCalendar, DigestCalendar>();
        return services;
    }
}
