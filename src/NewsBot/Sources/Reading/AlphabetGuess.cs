using System.Text;

namespace NewsBot.Sources.Reading;

/// <summary>Tells by its letters in which encoding of one byte a letter a text is that names none, when its alphabet is not the Latin one.</summary>
internal static class AlphabetGuess
{
    private const int MaxBytes = 1 << 16;

    // In Western text accented letters stand alone; in other alphabets they stand beside each other.
    private const double MinJoined = 0.7;
    private const int MinLetters = 10;

    // The ten commonest letters make up three fifths of a text and more; the wrong encoding makes a fourth of them.
    private const double MinCommon = 0.5;

    private static readonly (string Name, string Common)[] Candidates =
    [
        ("windows-1251", "оаеинтсрвлі"), ("koi8-u", "оаеинтсрвлі"), ("cp866", "оаеинтсрвлі"), ("iso-8859-5", "оаеинтсрвлі"),
        ("windows-1253", "αοιετσνηυρςάόίέ"), ("windows-1255", "יוהלארתבשמ"), ("windows-1256", "اليمونرتبع"),
    ];

    /// <summary>The encoding, which is strict; null when the text is in Latin letters, or in none of those that are known here.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, MaxBytes)];
        if (!IsOtherAlphabet(bytes))
            return null;
        (Encoding? Encoding, double Share) best = default;
        foreach (var (name, common) in Candidates)
        {
            if (EncodingNames.Find(name) is { } encoding && ShareOfCommon(Text(encoding, bytes), common) is var share && share > best.Share)
                best = (encoding, share);
        }

        return best.Share >= MinCommon ? best.Encoding : null;
    }

    private static bool IsOtherAlphabet(ReadOnlySpan<byte> bytes)
    {
        var (high, joined) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            high++;
            if ((i > 0 && bytes[i - 1] >= 0x80) || (i + 1 < bytes.Length && bytes[i + 1] >= 0x80))
                joined++;
        }

        return high >= MinLetters && joined >= high * MinJoined;
    }

    private static string Text(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // No text in this encoding.
            return "";
        }
    }

    /// <summary>The share of the common letters, small ones, among all that is not ASCII: signs and capitals are of the wrong encoding mostly.</summary>
    private static double ShareOfCommon(string text, string common)
    {
        var (all, found) = (0, 0);
        foreach (var c in text)
        {
            if (c < 0x80)
                continue;
            all++;
            if (common.Contains(c, StringComparison.Ordinal))
                found++;
        }

        return all == 0 ? 0 : (double)found / all;
    }
}
