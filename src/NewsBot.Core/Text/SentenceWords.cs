using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>The English words that tell a full stop after an abbreviation from one that ends a sentence.</summary>
internal static class SentenceWords
{
    /// <summary>The longest word of these lists is shorter.</summary>
    public const int MaxLength = 16;

    // A name follows these, never a new sentence.
    private static readonly Lookup Titles = Words("""
        Mr Mrs Ms Mx Dr Prof Gov Govs Sen Sens Rep Reps Gen Lt Col Capt Sgt Cpl Pvt Maj Adm Cmdr Brig Rev Hon Pres Supt Det Insp
        Messrs Mme Mlle Msgr Amb Atty Asst Dep Vice Const Ald Cllr Rt Maj Spc Pfc Cpt
        vs v approx cf ca viz e.g i.e E.g I.e
        """);

    // A number follows these, or else they are words.
    private static readonly Lookup Counters = Words("No no Nos nos Art Sec Ch Fig Figs Vol vol Vols p pp P c Op op Sect Par ft lb lbs oz hr hrs");

    // A sentence may end in these.
    private static readonly Lookup Endings = Words("""
        Inc Corp Ltd Bhd Co Cos LLC Bros Jr Sr Esq PLC Plc Intl Mfg Assn Dept dept Univ Ave Blvd Rd St Ste Mt Ft Pt Hwy Pkwy etc al est
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tues Thurs Thur
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ind Kan Kans Ky La Md Mich Minn Mo Mont Neb Nebr Nev Okla Ore Pa Penn Tenn Tex Va Vt
        Wash Wis Wyo Ont Que Yahoo Jeopardy
        """);

    private static readonly Lookup Starters = Words("""
        The A An In On At It He She They We I You This That These Those But And Or So If When While After Before As For From With By To
        Not His Her Their Our My Its Your There Here What Who Why How Where Which Whether Some Many Most More Much One Two Three Other
        Others Both All Any Each Every No Now Then Still However Meanwhile Since Until Although Though Despite During Under Over About
        Also Last Next Earlier Later Once Only Even Is Are Was Were Do Did Does Has Have Had Can Could Will Would Should
        According Because Yet Instead Officials Critics Experts Analysts Researchers Scientists People Investors Residents Additionally
        Moreover Nearly Almost Several Such Today Yesterday Just Another Through Between Among Following Within Without Nor Like
        Let Let's It's That's There's He's She's They're We're We've I'm I've Don't Unlike Nothing Everyone Nobody Perhaps Maybe Of Few
        It’s That’s There’s He’s She’s They’re We’re We’ve I’m I’ve Don’t Let’s
        """);

    private static readonly Lookup AfterClock = Words("""
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
        January February March April May June July August September October November December
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
        ET EST EDT PT PST PDT CT CST CDT MT MST MDT GMT BST UTC CET CEST EET EEST IST AEST AEDT JST KST HKT MSK WIB
        Eastern Pacific Central Mountain Local Greenwich Moscow Kyiv Beijing Christmas New
        """);

    private static readonly Lookup Speaking = Words(
        "said says asked asks told wrote added replied tweeted recalled exclaimed shouted answered joked wondered posted");

    private static readonly Lookup Domains = Words("com org net gov edu io tv ai app info biz uk eu ca au de fr ru cn jp ua js");

    // Words that want another after them: a line that ends in one goes on.
    private static readonly Lookup Leading = Words("the a an of and or but at from his her their its our my your very more than as into");

    /// <summary>What the word before a full stop is; no apostrophes, inner stops kept ("U.S", "Ph.D").</summary>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word) => word switch
    {
        [] => AbbreviationKind.None,
        "a.m" or "p.m" or "A.M" or "P.M" => AbbreviationKind.Clock,
        [var c] when char.IsUpper(c) => AbbreviationKind.Initial,
        _ when Titles.Contains(word) => AbbreviationKind.Title,
        _ when Counters.Contains(word) => AbbreviationKind.Counter,
        _ when Endings.Contains(word) => AbbreviationKind.Ending,
        [var c, '.', ..] when char.IsLetter(c) => AbbreviationKind.Ending,
        "Ph.D" or "Lt.Gov" => AbbreviationKind.Ending,
        _ => AbbreviationKind.None,
    };

    /// <summary>Whether sentences often begin with the word, so that it is not part of the name before it.</summary>
    public static bool IsStarter(ReadOnlySpan<char> word) => Starters.Contains(word);

    /// <summary>Whether the word goes on with a time of day: a day, a month, a time zone.</summary>
    public static bool GoesAfterClock(ReadOnlySpan<char> word) => AfterClock.Contains(word);

    /// <summary>Whether the word is a verb that names a speaker.</summary>
    public static bool IsSpeaking(ReadOnlySpan<char> word) => Speaking.Contains(word);

    /// <summary>Whether the word, lower-cased, ends host names.</summary>
    public static bool IsDomain(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[MaxLength];
        return word.Length <= MaxLength && Domains.Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    /// <summary>Whether a line that ends in this word must go on.</summary>
    public static bool WantsMore(ReadOnlySpan<char> word) => Leading.Contains(word);

    private static Lookup Words(string words) => new(words);

    private sealed class Lookup(string words)
    {
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set = words
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

        public bool Contains(ReadOnlySpan<char> word) => set.Contains(word);
    }
}
