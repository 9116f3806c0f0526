using NewsBot.Core.Digests;

namespace NewsBot.Digests;

/// <summary>Registers the making of digests.</summary>
internal static class DigestServices
{
    /// <summary>Adds the maker; it needs a store, and knows folders of feeds where something tells them.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services) => services.AddSingleton<IDigestMaker, DigestMaker>();
}
