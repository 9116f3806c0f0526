using System.Net;

namespace NewsBot.Sources.Fetching;

/// <summary>Looks up the addresses of hosts.</summary>
internal interface INameResolver
{
    /// <summary>The addresses of a host, the one to be tried first at the front; empty when it has none.</summary>
    /// <param name="host">A name in ASCII, or whatever else stood in an address for one.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The name is not known, or could not be looked up.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>Asks the system.</summary>
internal sealed class SystemNameResolver : INameResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(host, cancellationToken);
}
