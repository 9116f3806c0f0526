using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NewsBot.Core.Articles;

/// <summary>A text that can be kept in less memory while nobody reads it. Equal when the texts are.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ArticleText(string text) : IEquatable<ArticleText>
{
    // The text, or its bytes in UTF-8.
    private volatile object held = text;

    /// <summary>The text. Once it is packed, each call unpacks it into a new string.</summary>
    public string Value => held as string ?? Encoding.UTF8.GetString((byte[])held);

    /// <summary>Keeps the text in UTF-8, which for Latin letters is half the memory, unless that would lose something: half a surrogate pair.</summary>
    public void Pack()
    {
        if (held is not string whole)
            return;
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(whole.Length));
        if (Utf8.FromUtf16(whole, buffer, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
            held = buffer.AsSpan(0, written).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    public bool Equals(ArticleText? other) => other is not null && Value == other.Value;

    public override bool Equals(object? obj) => Equals(obj as ArticleText);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
