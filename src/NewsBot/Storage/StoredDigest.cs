using System.Security.Cryptography;
using System.Text;
using NewsBot.Chats;

namespace NewsBot.Storage;

/// <summary>A row of the table 'digests'.</summary>
internal sealed record StoredDigest(long EndedAt, string Stories)
{
    /// <summary>Equal for equal digests, which are kept once.</summary>
    /// <param name="end">The end of its window, as it is kept.</param>
    /// <param name="stories">Its stories, as they are kept.</param>
    public static byte[] HashOf(long end, string stories) => SHA256.HashData(Encoding.UTF8.GetBytes($"{end} {stories}"));

    public SentDigest ToDigest() => new(StoredInstant.Instant(EndedAt), StoredJson.ReadStories(Stories));
}
