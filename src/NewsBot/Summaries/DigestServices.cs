using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Models;

namespace NewsBot.Summaries;

/// <summary>Registers the making of digests, and their calendar.</summary>
internal static class DigestServices
{
    /// <summary>Adds the maker, the calendar and the section 'Digests'; it needs a store, and uses folders of feeds and a language model where there are some.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddSettings<DigestOptions, DigestOptionsValidator>(DigestOptions.Section);
        services.AddSingleton<ZonePlaces>();
        services.AddSingleton<DigestCalendar>();
        services.AddSingleton<DigestMaker>();
        services.AddSingleton<LatestStories>();
        return services.AddSingleton<IDigestMaker>(provider =>
            provider.GetRequiredService<IOptions<DigestOptions>>().Value.Worded && provider.GetService<ILanguageModel>() is { } model
                && provider.GetRequiredService<IOptions<LlmOptions>>().Value.Verify == VerifyMode.Always
                ? new WordedDigestMaker(provider.GetRequiredService<DigestMaker>(), model, provider.GetRequiredService<ILogger<WordedDigestMaker>>())
                : provider.GetRequiredService<DigestMaker>());
    }
}
