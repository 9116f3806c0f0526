using System.Globalization;
using System.Text;

namespace NewsBot.Core.Feeds;

/// <summary>Encodings by the names that feeds and servers give them.</summary>
internal static class FeedEncodings
{
    private const int MaxNameLength = 40;

    // Names beside those of IANA and of Windows, lower case, '_' and ' ' as '-'.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["u8"] = "utf-8",
        ["utf"] = "utf-8",
        ["utf8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["u16"] = "utf-16",
        ["utf16"] = "utf-16",
        ["utf-16-le"] = "utf-16le",
        ["utf-16-be"] = "utf-16be",
        ["u32"] = "utf-32",
        ["utf32"] = "utf-32",
        ["utf-32-le"] = "utf-32le",
        ["utf-32-be"] = "utf-32be",
        ["ucs-2"] = "utf-16",
        ["iso-10646-ucs-2"] = "utf-16",
        ["ucs-4"] = "utf-32",
        ["iso-10646-ucs-4"] = "utf-32",
        ["ascii"] = "us-ascii",
        ["646"] = "us-ascii",
        ["ansi-x3.4-1968"] = "us-ascii",
        ["latin"] = "iso-8859-1",
        ["latin-1"] = "iso-8859-1",
        ["latin1"] = "iso-8859-1",
        ["8859"] = "iso-8859-1",
        ["l1"] = "iso-8859-1",
        ["latin2"] = "iso-8859-2",
        ["latin-2"] = "iso-8859-2",
        ["l2"] = "iso-8859-2",
        ["latin5"] = "iso-8859-9",
        ["latin-5"] = "iso-8859-9",
        ["latin9"] = "iso-8859-15",
        ["latin-9"] = "iso-8859-15",
        ["cyrillic"] = "iso-8859-5",
        ["arabic"] = "iso-8859-6",
        ["greek"] = "iso-8859-7",
        ["hebrew"] = "iso-8859-8",
        ["iso-8859-8-i"] = "iso-8859-8",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["thai"] = "windows-874",
        ["gb2312"] = "gb18030",
        ["gb-2312-80"] = "gb18030",
        ["gb2312-80"] = "gb18030",
        ["euc-cn"] = "gb18030",
        ["euccn"] = "gb18030",
        ["chinese"] = "gb18030",
        ["gbk"] = "gb18030",
        ["936"] = "gb18030",
        ["cp936"] = "gb18030",
        ["ms936"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["hz"] = "hz-gb-2312",
        ["big5-hkscs"] = "big5",
        ["big5hkscs"] = "big5",
        ["cp950"] = "big5",
        ["sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["shiftjis"] = "shift_jis",
        ["s-jis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["ms-kanji"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["eucjp"] = "euc-jp",
        ["ujis"] = "euc-jp",
        ["x-euc-jp"] = "euc-jp",
        ["u-jis"] = "euc-jp",
        ["iso2022-jp"] = "iso-2022-jp",
        ["iso2022jp"] = "iso-2022-jp",
        ["iso2022-kr"] = "iso-2022-kr",
        ["iso2022kr"] = "iso-2022-kr",
        ["euckr"] = "euc-kr",
        ["ksc5601"] = "euc-kr",
        ["ks-c-5601"] = "euc-kr",
        ["ks-c-5601-1987"] = "euc-kr",
        ["ksx1001"] = "euc-kr",
        ["ks-x-1001"] = "euc-kr",
        ["korean"] = "euc-kr",
        ["uhc"] = "ks_c_5601-1987",
        ["cp949"] = "ks_c_5601-1987",
        ["ms949"] = "ks_c_5601-1987",
        ["windows-949"] = "ks_c_5601-1987",
        ["koi8"] = "koi8-r",
        ["koi8r"] = "koi8-r",
        ["koi8u"] = "koi8-u",
        ["macroman"] = "macintosh",
        ["mac-roman"] = "macintosh",
        ["mac"] = "macintosh",
        ["x-mac-roman"] = "macintosh",
        ["mac-cyrillic"] = "x-mac-cyrillic",
        ["maccyrillic"] = "x-mac-cyrillic",
        ["mac-greek"] = "x-mac-greek",
        ["macgreek"] = "x-mac-greek",
        ["mac-iceland"] = "x-mac-icelandic",
        ["maciceland"] = "x-mac-icelandic",
        ["mac-turkish"] = "x-mac-turkish",
        ["macturkish"] = "x-mac-turkish",
        ["mac-latin2"] = "x-mac-ce",
        ["maclatin2"] = "x-mac-ce",
        ["mac-centeuro"] = "x-mac-ce",
        ["maccentraleurope"] = "x-mac-ce",
        ["johab"] = "johab",
        ["cp1361"] = "johab",
    };

    /// <summary>Decodes strictly: bytes that are no text in it throw <see cref="DecoderFallbackException"/>. Null when nobody knows the name.</summary>
    public static Encoding? Named(string name)
    {
        var key = name.Trim().Trim('"', '\'').ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        if (key.Length is 0 or > MaxNameLength)
            return null;
        // IANA's long forms ('ISO_8859-1:1987') and short ones ('csISOLatin1').
        if (key.IndexOf(':', StringComparison.Ordinal) is var year and > 0)
            key = key[..year];
        if (Aliases.TryGetValue(key, out var alias))
            key = alias;
        switch (key)
        {
            case "utf-8":
                return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            case "utf-16" or "utf-16le":
                return new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
            case "utf-16be":
                return new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
            case "utf-32" or "utf-32le":
                return new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true);
            case "utf-32be":
                return new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true);
            // What calls itself Latin-1 is Windows-1252 (Encoding Standard, 4.2).
            case "iso-8859-1":
                return OfCodePage(1252);
        }

        return OfNumber(key) ?? OfName(key) ?? OfName(key.Replace('-', '_'));
    }

    /// <summary>Decodes strictly by a code page's number; null when it is unknown.</summary>
    private static Encoding? OfCodePage(int codePage)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? OfName(string name)
    {
        try
        {
            var known = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            // UTF-7 and its like are no encodings to trust.
            return known.CodePage == 65000 ? null : OfCodePage(known.CodePage);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>'cp1251', 'ibm850', 'windows1251', '437', 'iso8859-2', 'iso-ir-101' by their numbers.</summary>
    private static Encoding? OfNumber(string key)
    {
        var digits = key.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz-");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !key.StartsWith("iso8859-", StringComparison.Ordinal))
            return null;
        var word = key[..^digits.Length].Trim('-');
        return word switch
        {
            "iso8859" => OfName("iso-8859-" + key[8..]),
            "" or "cp" or "ibm" or "csibm" or "dos" => OfCodePage(number) ?? OfName("ibm" + number.ToString("000", CultureInfo.InvariantCulture)),
            "windows" or "win" or "x-cp" or "ms" => OfCodePage(number),
            _ => null,
        };
    }
}
