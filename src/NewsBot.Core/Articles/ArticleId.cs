using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Core.Articles;

/// <summary>Makes the id of an article that came in without one.</summary>
public static class ArticleId
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>A short id, the same for the same address, and for the same text where there is no address.</summary>
    /// <param name="canonicalUrl">As <see cref="CanonicalUrl"/> gives it; null when there is none.</param>
    /// <param name="contentHash">As <see cref="ContentHash"/> gives it.</param>
    /// <returns>'a-' and 16 characters of [a-z2-7]: 80 bits of a SHA-256 in the Base32 of RFC 4648, in lower case.</returns>
    public static string From(string? canonicalUrl, string contentHash)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(canonicalUrl ?? contentHash), hash);
        Span<char> id = stackalloc char[18];
        id[0] = 'a';
        id[1] = '-';
        for (int bit = 0, i = 2; i < id.Length; i++, bit += 5)
        {
            var window = (hash[bit >> 3] << 8) | hash[(bit >> 3) + 1];
            id[i] = Alphabet[(window >> (11 - (bit & 7))) & 31];
        }

        return new string(id);
    }
}
