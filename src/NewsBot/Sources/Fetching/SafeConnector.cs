using System.Net;
using System.Net.Sockets;

namespace NewsBot.Sources.Fetching;

/// <summary>Connects to hosts whose every address is allowed, and to no other.</summary>
/// <remarks>
/// A name is looked up once for a connection, and the connection is made to an address that was checked: a name that
/// changes its answer in between gains nothing. Every request goes through here, those after a redirect too; a
/// connection that is used again was checked when it was made, for the same host.
/// </remarks>
internal sealed class SafeConnector(INameResolver resolver, AddressPolicy policy, TimeProvider time)
{
    private const int MaxTried = 4;
    private static readonly TimeSpan TimeForOne = TimeSpan.FromSeconds(5);
    private static readonly HttpRequestOptionsKey<bool> HasConnected = new("NewsBot.HasConnected");

    /// <summary>Opens a connection; what <see cref="SocketsHttpHandler.ConnectCallback"/> calls.</summary>
    /// <exception cref="AddressRefusedException">One of the host's addresses is not allowed.</exception>
    /// <exception cref="SocketException">The name is not known, or nothing can be connected to.</exception>
    /// <exception cref="IOException">The request had a connection of its own already, and that one broke.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // The handler sends a request again, three times at once, when a server ends the connection without a word; a server that does so is left in peace.
        var options = context.InitialRequestMessage.Options;
        if (options.TryGetValue(HasConnected, out _))
            throw new IOException("The server ended the connection without a reply.");
        options.Set(HasConnected, true);
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IReadOnlyList<IPAddress> found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        var addresses = found.Select(AddressPolicy.Plain).ToList();
        if (addresses.Count == 0)
            throw new SocketException((int)SocketError.HostNotFound);

        // A name with one private address among public ones is refused as a whole.
        if (!addresses.All(policy.Allows))
            throw new AddressRefusedException();
        SocketException? failure = null;
        foreach (var address in addresses.Take(MaxTried))
        {
            try
            {
                return await ConnectAsync(new IPEndPoint(address, port), cancellationToken);
            }
            catch (SocketException failed)
            {
                failure = failed;
            }
        }

        throw failure!;
    }

    private async Task<NetworkStream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeForOne, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
#pragma warning disable CA2000 // The stream owns the socket; where there is none, it is disposed below.
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(endPoint, either.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A connection was not even tried, since the host has an address that is not allowed.</summary>
internal sealed class AddressRefusedException() : Exception("The address is private or reserved.");
