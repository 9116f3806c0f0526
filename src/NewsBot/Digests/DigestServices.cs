using Microsoft.Extensions.Options;
using NewsBot.Core.Digests;

namespace NewsBot.Digests;

/// <summary>Registers the making of digests, and their calendar.</summary>
internal static class DigestServices
{
    /// <summary>Adds the maker, the calendar and the section 'Digests'; it needs a store, and knows folders of feeds where something tells them.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddOptions<DigestOptions>()
            .BindConfiguration(DigestOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsValidator>();
        services.AddSingleton<ZonePlaces>();
        services.AddSingleton<IDigestCalendar, DigestCalendar>();
        return services.AddSingleton<IDigestMaker, DigestMaker>();
    }
}
