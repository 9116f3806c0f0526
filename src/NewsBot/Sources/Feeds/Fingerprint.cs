using System.Security.Cryptography;

namespace NewsBot.Sources.Feeds;

/// <summary>Tells one copy of a feed from another.</summary>
internal static class Fingerprint
{
    /// <summary>The first 16 bytes of the SHA-256, as 32 lower-case hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
