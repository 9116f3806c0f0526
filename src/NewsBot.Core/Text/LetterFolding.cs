using System.Text;

namespace NewsBot.Core.Text;

/// <summary>Single letters without case, accents and presentation forms.</summary>
/// <remarks>
/// The tables hold, for each lower-case letter of a block, the letter that Unicode's compatibility decomposition
/// starts with, or for letters that do not decompose (ø, ł, đ) the one they are written as in plain English; '-'
/// stands for a letter that stays.
/// </remarks>
public static class LetterFolding
{
    private const char LatinStart = '\u00AA';
    private const string Latin =
        "a----------μ----o-------------------------------------aaaaaa-ceeeeiiiidnooooo-ouuuuy-y-a-a-a-c-c"
        + "-c-c-d-d-e-e-e-e-e-g-g-g-g-h-h-i-i-i-iii---j-kk-l-l-l---l-n-n-n--n-o-o-o---r-r-r-s-s-s-s-t-t-t-u"
        + "-u-u-u-u-u-w-y--z-z-zsb--b----c---d-----f------kl---n--o---p-----t-t--u---y-z-------------------"
        + "----a-i-o-u-u-u-u-u--a-a-æ-g-g-k-o-o-ʒj----g---n-a-æ-o-a-a-e-e-i-i-o-o-r-r-u-u-s-t---h-d---z-a-e"
        + "-o-o-o-o-ylntj----c--sz------e-j-q-r-y---bo-dd-e-e----g-------i---------n---------------------tu"
        + "-v--------------------";

    private const char GreekStart = '\u0370';
    private const string Greek =
        "----ʹ---------------------------ι---------------------------αεηιυ-----------------σ-------ιυουω-"
        + "βθυυυφπ-------------------------κρσ--ε----------";

    private const char CyrillicStart = '\u0400';
    private const string Cyrillic =
        "---------------------------------------------------------и----------------------ее-г---і----киу-"
        + "-----------------------ѵ------------------------------------------------------------------------"
        + "--ж--------------а-а---е---ә-ж-з---и-и-о---ө-э-у-у-у-ч---ы------";

    private const char LatinAdditionalStart = '\u1E00';
    private const string LatinAdditional =
        "-a-b-b-b-c-d-d-d-d-d-e-e-e-e-e-f-g-h-h-h-h-h-i-i-k-k-k-l-l-l-l-m-m-m-n-n-n-n-o-o-o-o-p-p-r-r-r-r"
        + "-s-s-s-s-s-t-t-t-t-u-u-u-u-u-v-v-w-w-w-w-w-x-x-y-z-z-zhtwy-sss---a-a-a-a-a-a-a-a-a-a-a-a-e-e-e-e"
        + "-e-e-e-e-i-i-o-o-o-o-o-o-o-o-o-o-o-o-u-u-u-u-u-u-u-y-y-y-y-----y";

    private const char GreekExtendedStart = '\u1F00';
    private const string GreekExtended =
        "αααααααα--------εεεεεε----------ηηηηηηηη--------ιιιιιιιι--------οοοοοο----------υυυυυυυυ--------"
        + "ωωωωωωωω--------ααεεηηιιοουυωω--αααααααα--------ηηηηηηηη--------ωωωωωωωω--------ααααα-αα------ι-"
        + "--ηηη-ηη--------ιιιι--ιι--------υυυυρρυυ----------ωωω-ωω--------";

    /// <summary>The fold of a unit that is no surrogate, at most four units; empty for what is not seen or only an accent.</summary>
    /// <param name="c">Any UTF-16 unit except half of a pair.</param>
    /// <param name="buffer">At least four units; the result may lie in it.</param>
    public static ReadOnlySpan<char> Fold(char c, Span<char> buffer)
    {
        if (IsDropped(c))
            return [];
        if (c is >= '\uFF01' and <= '\uFF5E')
            c = (char)(c - 0xFEE0);
        c = char.ToLowerInvariant(c);
        c = InTable(c, Latin, LatinStart) ?? InTable(c, LatinAdditional, LatinAdditionalStart) ?? InTable(c, Greek, GreekStart)
            ?? InTable(c, Cyrillic, CyrillicStart) ?? InTable(c, GreekExtended, GreekExtendedStart) ?? c;
        if (InLetters(c) is { } letters)
            return letters;
        buffer[0] = c is >= '0' and <= '9' ? c : DigitOf(c) ?? c;
        return buffer[..1];
    }

    /// <summary>The fold of a code point past U+FFFF: styled mathematical letters and digits become plain, others lower case.</summary>
    public static ReadOnlySpan<char> Fold(Rune rune, Span<char> buffer)
    {
        // U+1D400 starts 13 alphabets of 26 upper- and 26 lower-case letters, U+1D7CE five rows of ten digits.
        var value = rune.Value;
        if (value is >= 0x1D400 and < 0x1D400 + (13 * 52))
            buffer[0] = (char)('a' + ((value - 0x1D400) % 26));
        else if (value is >= 0x1D7CE and < 0x1D7CE + 50)
            buffer[0] = (char)('0' + ((value - 0x1D7CE) % 10));
        else
            return buffer[..Rune.ToLowerInvariant(rune).EncodeToUtf16(buffer)];
        return buffer[..1];
    }

    private static char? InTable(char c, string table, char start) =>
        (uint)(c - start) < (uint)table.Length && table[c - start] != '-' ? table[c - start] : null;

    private static bool IsDropped(char c) => c is
        '\u00AD' or '\uFEFF' or '\u2060' or (>= '\u200B' and <= '\u200F') // soft hyphen, marks without width
        or (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') // accents
        or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFE20' and <= '\uFE2F')
        or (>= '\u0483' and <= '\u0489') // Church Slavonic titlos
        or (>= '\u0591' and <= '\u05BD') or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' or '\u05C7' // Hebrew points
        or (>= '\u064B' and <= '\u065F') or '\u0670' or '\u0640'; // Arabic vowels, lengthening

    private static string? InLetters(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        'ŀ' => "l",
        'ŉ' => "n",
        'ǆ' or 'ǅ' or 'ǳ' or 'ǲ' => "dz",
        'ǉ' or 'ǈ' => "lj",
        'ǌ' or 'ǋ' => "nj",
        'ẚ' => "a",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        'ⅰ' => "i",
        'ⅱ' => "ii",
        'ⅲ' => "iii",
        'ⅳ' => "iv",
        'ⅴ' => "v",
        'ⅵ' => "vi",
        'ⅶ' => "vii",
        'ⅷ' => "viii",
        'ⅸ' => "ix",
        'ⅹ' => "x",
        'ⅺ' => "xi",
        'ⅻ' => "xii",
        'ⅼ' => "l",
        'ⅽ' => "c",
        'ⅾ' => "d",
        'ⅿ' => "m",
        '\u2019' or '\u02BC' => "'",
        _ => null,
    };

    private static char? DigitOf(char c) => c switch
    {
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        '\u2070' or (>= '\u2074' and <= '\u2079') => (char)('0' + (c - '\u2070')),
        >= '\u2080' and <= '\u2089' => (char)('0' + (c - '\u2080')),
        _ when char.IsDigit(c) => (char)('0' + (int)char.GetNumericValue(c)),
        _ => null,
    };
}
