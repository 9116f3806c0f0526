namespace NewsBot.Core.Digests;

/// <summary>Makes digests of what the archive holds.</summary>
public interface IDigestMaker
{
    /// <summary>Makes one; the same request on the same archive gives the same digest.</summary>
    /// <exception cref="Articles.ArchiveException">The store failed.</exception>
    Task<Digest> MakeAsync(DigestRequest request, CancellationToken cancellationToken);
}
