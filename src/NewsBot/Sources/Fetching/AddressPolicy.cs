using System.Net;
using System.Net.Sockets;

namespace NewsBot.Sources.Fetching;

/// <summary>Says which addresses of the network may be connected to: public ones, and those that the settings allow.</summary>
internal sealed class AddressPolicy
{
    private const int Nat64Prefix = 12;

    // IANA, IPv4 Special-Purpose Address Registry: whatever is not globally reachable; multicast and reserved; the relays of
    // 6to4 (RFC 7526). Azure's metadata are at an address that looks like a public one.
    private static readonly IPNetwork[] RefusedIPv4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("168.63.129.16/32"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    // Of IPv6 only global unicast is public (RFC 4291, section 2.4), without what IANA's registry takes out of it: protocol
    // assignments with Teredo, documentation, 6to4, the former 6bone.
    private static readonly IPNetwork PublicIPv6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] RefusedIPv6 =
    [
        IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3ffe::/16"),
        IPNetwork.Parse("3fff::/20"),
    ];

    // The well-known prefix of NAT64 (RFC 6052): how a network of IPv6 alone reaches IPv4.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    private readonly IPNetwork[] allowed;

    /// <summary>A policy.</summary>
    /// <param name="allowed">Addresses and CIDR blocks that are allowed though they are not public.</param>
    /// <exception cref="ArgumentException">One is neither.</exception>
    public AddressPolicy(IEnumerable<string> allowed) => this.allowed =
        [.. allowed.Select(text => ParseBlock(text) ?? throw new ArgumentException($"'{text}' is no address and no CIDR block.", nameof(allowed)))];

    /// <summary>The block that '10.1.2.0/24' or '10.1.2.3' stands for; null for anything else.</summary>
    public static IPNetwork? ParseBlock(string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
            return IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) : null;
        return IPNetwork.TryParse(text, out var block) ? block : null;
    }

    /// <summary>Whether an address may be connected to.</summary>
    public bool Allows(IPAddress address)
    {
        var plain = Plain(address);
        return Array.Exists(allowed, block => block.Contains(plain)) || IsPublic(plain);
    }

    /// <summary>An address of IPv4 that has the form of IPv6 ('::ffff:1.2.3.4') as what it is; any other as it is.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(RefusedIPv4, block => block.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        if (Nat64.Contains(address))
            return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(Nat64Prefix)));
        return PublicIPv6.Contains(address) && !Array.Exists(RefusedIPv6, block => block.Contains(address)) && !IsIsatap(address);
    }

    // RFC 5214, section 6.1: an interface identifier that stands for an address of IPv4, whatever the prefix.
    private static bool IsIsatap(IPAddress address) => address.GetAddressBytes().AsSpan(8, 4) is [0 or 2, 0, 0x5E, 0xFE];
}
