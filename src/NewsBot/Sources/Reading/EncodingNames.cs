using System.Globalization;
using System.Text;

namespace NewsBot.Sources.Reading;

/// <summary>Encodings by the names that feeds, pages and servers give them.</summary>
internal static class EncodingNames
{
    private const int MaxNameLength = 40;

    // By the name's letters and digits alone, lower case: 'ISO_8859-15' is 'iso885915'. What is called GB 2312 is its
    // superset, and so on (Encoding Standard, 4.2); the newer Japanese sets are read as what they extend.
    private static readonly Dictionary<string, string> Aliases = ByAlias(
        ("utf-8", "u8 utf utf8 utf8ucs2 unicode11utf8 csutf8 unicode20utf8 xunicode20utf8"),
        ("utf-16", "u16 utf16 ucs2 iso10646ucs2 csunicode unicode unicodefffe utf16u"),
        ("utf-16le", "utf16le utf16littleendian unicodelittleunmarked"),
        ("utf-16be", "utf16be utf16bigendian unicodebigunmarked"),
        ("utf-32", "u32 utf32 ucs4 iso10646ucs4"),
        ("utf-32le", "utf32le"),
        ("utf-32be", "utf32be"),
        ("us-ascii", "ascii usascii 646 us iso646us iso646irv ansix341968 ansix341986 csascii isoir6 cp367 ibm367"),
        ("iso-8859-1", "latin latin1 l1 8859 iso88591 isoir100 csisolatin1 cp819 ibm819 819"),
        ("iso-8859-2", "latin2 l2 isoir101 csisolatin2"),
        ("iso-8859-3", "latin3 l3 isoir109 csisolatin3"),
        ("iso-8859-4", "latin4 l4 isoir110 csisolatin4"),
        ("iso-8859-5", "cyrillic isoir144 csisolatincyrillic"),
        ("iso-8859-6", "arabic asmo708 ecma114 isoir127 csisolatinarabic csiso88596e csiso88596i iso88596e iso88596i"),
        ("iso-8859-7", "greek greek8 elot928 ecma118 isoir126 csisolatingreek suneugreek"),
        ("iso-8859-8", "hebrew isoir138 csisolatinhebrew iso88598i iso88598e logical visual csiso88598e csiso88598i"),
        ("windows-1254", "iso88599 iso885991989 latin5 l5 isoir148 csisolatin5"),
        ("iso-8859-10", "iso885910 isoir157 csisolatin6 latin6 l6"),
        ("iso-8859-13", "latin7 l7"),
        ("iso-8859-14", "iso885914 isoir199 latin8 l8"),
        ("iso-8859-16", "iso885916 isoir226 latin10 l10"),
        ("iso-8859-15", "latin9 l9 csisolatin9"),
        ("windows-874", "iso885911 tis620 tis6200 tis62025290 tis62025291 thai isoir166 dos874"),
        ("gb18030", "gb180302000 gb2312 gb23121980 gb231280 eucgb2312cn euccn chinese csiso58gb231280 isoir58 csgb2312 gbk xgbk 936 cp936 ms936 windows936 xmacsimpchinese"),
        ("hz-gb-2312", "hz hzgb hzgb2312"),
        ("big5", "big5tw csbig5 cnbig5 xxbig5 big5hkscs hkscs 950 cp950 ms950 xmactradchinese"),
        ("shift_jis", "shiftjis sjis sjis2004 shiftjis2004 sjisx0213 shiftjisx0213 csshiftjis mskanji cswindows31j windows31j xsjis xmacjapanese 932 cp932 ms932"),
        ("euc-jp", "eucjp ujis xeucjp eucjis2004 eucjisx0213 eucjp2004 jisx0213 cseucpkdfmtjapanese"),
        ("iso-2022-jp", "iso2022jp iso2022jp1 iso2022jp2 iso2022jp2004 iso2022jp3 iso2022jpext csiso2022jp"),
        ("iso-2022-kr", "iso2022kr csiso2022kr"),
        ("ks_c_5601-1987", "euckr korean ksc5601 ksc56011987 ksx1001 ksc5636 windows949 xmackorean uhc 949 cp949 ms949 cseuckr isoir149"),
        ("johab", "johab cp1361 ms1361 1361"),
        ("koi8-r", "koi8 koi8r cskoi8r koi"),
        ("koi8-u", "koi8u koi8ru"),
        ("windows-1251", "ptcp154 pt154 cp154 csptcp154 cyrillicasian kz1048 rk1048 strk10482002"),
        ("cp866", "ruscii cp1125 ibm1125 1125 cp866u"),
        ("macintosh", "mac macroman xmacroman macintosh csmacintosh"),
        ("x-mac-cyrillic", "maccyrillic xmaccyrillic xmacukrainian"),
        ("x-mac-greek", "macgreek xmacgreek"),
        ("x-mac-icelandic", "maciceland maciclandic xmacicelandic"),
        ("x-mac-turkish", "macturkish xmacturkish"),
        ("x-mac-ce", "maclatin2 maccentraleurope maccenteuro xmacce"),
        ("cp437", "cspc8codepage437"),
        ("cp775", "cspc775baltic"),
        ("cp850", "cspc850multilingual"),
        ("cp852", "cspcp852"),
        ("cp862", "cspc862latinhebrew"),
        ("cp869", "cpgr"),
        ("cp861", "cpis"));

    /// <summary>The encoding of that name; null for an unknown one. It is strict: bytes that are not text in it throw <see cref="DecoderFallbackException"/>.</summary>
    public static Encoding? Find(string name)
    {
        if (name.Length is 0 or > MaxNameLength)
            return null;
        var key = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        switch (Aliases.GetValueOrDefault(key, key))
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
            // A text that calls itself Latin-1 is in Windows-1252.
            case "iso-8859-1":
                return OfCodePage(1252);
            case var known:
                return LatinTable.Find(known) ?? OfNumber(known) ?? OfName(known) ?? OfName(name);
        }
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
            return OfCodePage((CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)).CodePage);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            // UTF-7 is among these: it is not to be trusted.
            return null;
        }
    }

    /// <summary>'cp1251', 'ibm850', 'windows1251', '437', 'iso88592', 'iso885921987' by their numbers.</summary>
    private static Encoding? OfNumber(string key)
    {
        const string Iso = "iso8859";
        if (key.StartsWith(Iso, StringComparison.Ordinal))
        {
            var part = key[Iso.Length..];
            // The year of the standard may follow.
            var name = "iso-8859-" + (part.Length > 4 ? part[..^4] : part);
            return LatinTable.Find(name) ?? OfName(name);
        }

        var digits = key.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return key[..^digits.Length] is "" or "cp" or "xcp" or "ibm" or "csibm" or "dos" or "windows" or "win" or "ms"
            ? OfCodePage(number) ?? OfName("ibm" + number.ToString("000", CultureInfo.InvariantCulture))
            : null;
    }

    private static Dictionary<string, string> ByAlias(params (string Name, string Aliases)[] names)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, aliases) in names)
        {
            foreach (var alias in aliases.Split(' '))
                found.Add(alias, name);
        }

        return found;
    }
}
