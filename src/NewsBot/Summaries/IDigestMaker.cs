using NewsBot.Core.Digests;
using NewsBot.Hosting;

namespace NewsBot.Summaries;

/// <summary>Makes digests of what the archive holds.</summary>
internal interface IDigestMaker
{
    /// <summary>Makes one; the same request on the same archive gives the same digest.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<Digest> MakeAsync(DigestRequest request, CancellationToken cancellationToken);
}
