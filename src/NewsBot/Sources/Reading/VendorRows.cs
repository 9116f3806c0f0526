using System.Globalization;
using System.Text;

namespace NewsBot.Sources.Reading;

/// <summary>Decodes the rows of East Asian encodings that vendors and Hong Kong added, as the Encoding Standard has them and the base library has not.</summary>
internal static class VendorRows
{
    private const int Japanese = 932;
    private const int JapaneseUnix = 51932;
    private const int ChineseTraditional = 950;
    private const int ChineseSimplified = 54936;

    // Windows' sign of the euro, a byte by itself.
    private const byte Euro = 0x80;

    // Cells of a row of Shift_JIS; NEC's 360 kanji of IBM stand in IBM's own rows from the 29th cell on.
    private const int Cells = 188;
    private const int Kanji = 360;
    private const int FirstKanji = 28;

    // NEC's small Roman numerals, which IBM has first.
    private const int FirstNumeral = 362;
    private const int Numerals = 10;

    // ￢ ￤ ＇ ＂
    private static readonly (byte Lead, byte Trail)[] Signs = [(0x81, 0xCA), (0xFA, 0x55), (0xFA, 0x56), (0xFA, 0x57)];

    private static readonly Lazy<Dictionary<char, string>> HongKong = new(Load);

    /// <summary>The text of the bytes.</summary>
    /// <exception cref="DecoderFallbackException">The encoding is strict, and the bytes are not text in it.</exception>
    public static string Decode(Encoding encoding, ReadOnlySpan<byte> bytes) => encoding.CodePage switch
    {
        Japanese => encoding.GetString(WithoutNec(bytes)),
        JapaneseUnix when ToShiftJis(bytes) is { } shifted => Like(encoding).GetString(WithoutNec(shifted)),
        ChineseTraditional => WithHongKong(encoding.GetString(bytes)),
        ChineseSimplified when bytes.Contains(Euro) => encoding.GetString(WithoutWindowsEuro(bytes)),
        _ => encoding.GetString(bytes),
    };

    /// <summary>GB18030 with a euro sign of one byte written as its own of two.</summary>
    private static byte[] WithoutWindowsEuro(ReadOnlySpan<byte> bytes)
    {
        var found = new List<byte>(bytes.Length + 16);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == Euro)
            {
                found.AddRange([0xA2, 0xE3]);
                continue;
            }

            found.Add(bytes[i]);
            // A character of two bytes, or of four, whose second is a digit.
            if (bytes[i] > Euro && i + 1 < bytes.Length)
                found.Add(bytes[++i]);
        }

        return [.. found];
    }

    private static Encoding Like(Encoding encoding) =>
        CodePagesEncodingProvider.Instance.GetEncoding(Japanese, EncoderFallback.ExceptionFallback, encoding.DecoderFallback)!;

    /// <summary>Shift_JIS with NEC's rows of IBM's characters written as IBM's rows.</summary>
    private static byte[] WithoutNec(ReadOnlySpan<byte> bytes)
    {
        var found = bytes.ToArray();
        for (var i = 0; i + 1 < found.Length; i++)
        {
            if (found[i] is not ((>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC)))
                continue;
            if (found[i] is 0xED or 0xEE && found[i + 1] is >= 0x40 and <= 0xFC and not 0x7F)
                (found[i], found[i + 1]) = OfIbm(((found[i] - 0xED) * Cells) + CellOf(found[i + 1]), found[i], found[i + 1]);
            i++;
        }

        return found;
    }

    private static (byte Lead, byte Trail) OfIbm(int at, byte lead, byte trail) => at switch
    {
        < Kanji => At(at + FirstKanji),
        >= FirstNumeral and < FirstNumeral + Numerals => At(at - FirstNumeral),
        >= FirstNumeral + Numerals => Signs[at - FirstNumeral - Numerals],
        _ => (lead, trail),
    };

    private static (byte Lead, byte Trail) At(int cell) => ((byte)(0xFA + (cell / Cells)), TrailOf(cell % Cells));

    private static int CellOf(byte trail) => trail - (trail < 0x7F ? 0x40 : 0x41);

    private static byte TrailOf(int cell) => (byte)(cell + (cell < 0x3F ? 0x40 : 0x41));

    /// <summary>EUC-JP as Shift_JIS; null when it has rows that Shift_JIS has not, or is not EUC-JP.</summary>
    private static byte[]? ToShiftJis(ReadOnlySpan<byte> bytes)
    {
        var shifted = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var lead = bytes[i];
            if (lead < 0x80)
            {
                shifted.Add(lead);
                continue;
            }

            if (++i == bytes.Length || bytes[i] is < 0xA1 or 0xFF)
                return null;
            if (lead == 0x8E)
            {
                shifted.Add(bytes[i]);
                continue;
            }

            if (lead is < 0xA1 or 0xFF)
                return null;
            var row = lead - 0xA1;
            shifted.Add((byte)((row / 2) + (row < 62 ? 0x81 : 0xC1)));
            shifted.Add(TrailOf(((row % 2) * 94) + bytes[i] - 0xA1));
        }

        return [.. shifted];
    }

    private static string WithHongKong(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF'))
            return text;
        var found = new StringBuilder(text.Length);
        foreach (var c in text)
            found.Append(HongKong.Value.TryGetValue(c, out var own) ? own : c.ToString());
        return found.ToString();
    }

    private static Dictionary<char, string> Load()
    {
        using var stream = typeof(VendorRows).Assembly.GetManifestResourceStream("NewsBot.Sources.Reading.hong-kong-characters.txt")
            ?? throw new InvalidOperationException("The assembly lacks Hong Kong's characters.");
        using var reader = new StreamReader(stream);
        var characters = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
                continue;
            var space = line.IndexOf(' ');
            var at = int.Parse(line.AsSpan(0, space), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            for (var texts = StringInfo.GetTextElementEnumerator(line[(space + 1)..]); texts.MoveNext(); at++)
                characters[(char)at] = texts.GetTextElement();
        }

        return characters;
    }
}
