using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Hosting;

namespace NewsBot.Web.Access;

/// <summary>Looks whether the address of the pages is free, and whether those may look who are meant to.</summary>
internal sealed class WebCheckup(IOptions<WebOptions> options, IOptions<ArchiveOptions> archive) : ICheckup
{
    private const string Part = "web";

    public Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([Examine()]);

    private Finding Examine()
    {
        var (web, address) = (options.Value, BindingAddress.Parse(options.Value.Url));
        var isLocal = IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)
            ? IPAddress.IsLoopback(ip)
            : address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        if (web.Key.Length == 0 && !isLocal)
        {
            return Finding.Mend(
                Part, $"{web.Url} is open to other machines, and without Web:Key the pages refuse all of them. Set Web:Key, or let Web:Url be of this machine: 127.0.0.1.");
        }

        if (web.Key.Length == 0 && web.PublicBaseUrl.Length > 0)
            return Finding.Mend(Part, "Web:PublicBaseUrl is set and Web:Key is not, so the pages open on this machine alone. Set Web:Key to open them to others.");
        if (ArchiveFolder.IsServed(archive.Value.Directory))
            return Finding.Ok(Part, $"'newsbot serve' runs on this archive.");
        if (address.Port != 0 && IsTaken(isLocal ? ip ?? IPAddress.Loopback : IPAddress.Any, address.Port))
            return Finding.Mend(Part, $"Another program listens at {web.Url}. Stop it, or choose another port in Web:Url.");
        return Finding.Ok(Part, web.Key.Length > 0
            ? $"{web.Url} is free, and opens to whoever gives the key."
            : $"{web.Url} is free, and opens to this machine alone, since Web:Key is not set.");
    }

    private static bool IsTaken(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }
}
