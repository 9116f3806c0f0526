using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Core.Articles;

/// <summary>The fingerprint that two copies of one text share.</summary>
public static class ContentHash
{
    /// <summary>The first 16 bytes of the SHA-256 of the text's UTF-8, as 32 lower-case hexadecimal digits.</summary>
    /// <param name="text">Runs of white space count as one space, at the ends as nothing.</param>
    public static string Of(string text)
    {
        var chars = ArrayPool<char>.Shared.Rent(text.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var written = Encoding.UTF8.GetBytes(chars.AsSpan(0, Collapse(text, chars)), bytes);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes.AsSpan(0, written), hash);
            return Convert.ToHexStringLower(hash[..16]);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static int Collapse(string text, char[] target)
    {
        var length = 0;
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = length > 0;
                continue;
            }

            if (space)
                target[length++] = ' ';
            space = false;
            target[length++] = c;
        }

        return length;
    }
}
