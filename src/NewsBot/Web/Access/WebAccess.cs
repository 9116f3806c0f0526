using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace NewsBot.Web.Access;

/// <summary>Who may look: this machine, where no key is set; else whoever gives the key.</summary>
internal sealed class WebAccess(IOptions<WebOptions> options)
{
    // A proxy on this machine adds these, and speaks for other machines.
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>Whether a key is set, so that a visitor who gives none may be asked for it.</summary>
    public bool HasKey => options.Value.Key.Length > 0;

    /// <summary>Whether a request may be served.</summary>
    /// <remarks>
    /// The key comes as a bearer token, or as the password that a browser asks for. Without a key, the connection and the name in the request both have to be of this
    /// machine: a page of the web that makes its own name point here is refused.
    /// </remarks>
    public bool MayLook(HttpContext context) => HasKey ? IsKey(GivenKey(context.Request)) : IsLocal(context);

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLocalName(context.Request.Host.Host)
        && !Array.Exists(ForwardingHeaders, context.Request.Headers.ContainsKey);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>The key that a request gives; null when it gives none.</summary>
    private static string? GivenKey(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        if (given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return given["Bearer ".Length..].Trim();
        if (!given.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var encoded = given["Basic ".Length..].Trim();
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var count))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, count);
        return pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    // Hashes have one length, so the comparison tells nothing about the key's.
    private bool IsKey(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Key)));
}
