using System.Collections.Frozen;
using System.Text;
using UtfUnknown;

namespace NewsBot.Sources.Reading;

/// <summary>Tells by its bytes in which East Asian encoding a text is that names none.</summary>
internal static class EastAsianGuess
{
    private const int MaxBytes = 1 << 16;

    // A headline of some ten characters gets this much; Western text is likelier to be Western then.
    private const float MinConfidence = 0.5f;

    // What else the detector knows, the letters tell better, or nobody writes any more.
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "shift-jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr", "cp949");

    /// <summary>The encoding, which is strict; null when the text is in none of those.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes) =>
        CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, MaxBytes)].ToArray()).Detected is { Confidence: >= MinConfidence } found
            && Names.Contains(found.EncodingName)
            ? EncodingNames.Find(found.EncodingName)
            : null;
}
