using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Storage;

/// <summary>A line of the article log with what tells it from the same line of any other archive; a row of any database.</summary>
/// <param name="Id">The archive's own id, which tells archives apart.</param>
/// <param name="RevisionId">The revision that became current.</param>
/// <param name="ReplacedRevisionId">The revision that ceased to be current.</param>
/// <param name="ContentHash">The text of the revision. It and the next tell a restored backup that took another course from the archive that it is a copy of.</param>
/// <param name="IngestedAt">When the revision came in, in seconds since 1970.</param>
internal sealed record LogFingerprint(byte[] Id, long? RevisionId, long? ReplacedRevisionId, string? ContentHash, long? IngestedAt)
{
    /// <summary>The position of the line.</summary>
    public LogPosition At(long sequence)
    {
        var history = string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(Id)} {sequence} {RevisionId} {ReplacedRevisionId} {ContentHash} {IngestedAt}");
        return new LogPosition(sequence, new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(history)).AsSpan(0, 16)));
    }
}
