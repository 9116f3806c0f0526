using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>
/// Reads the notes that give what is right beside what was wrong: 'misstated the price; it is 60,000, not 40,000', 'amended to correct the price to 60,000, rather than 40,000'.
/// Such a note may be all that an article has of the right number.
/// </summary>
internal static partial class PutRight
{
    /// <summary>What a note takes back; empty where it only says what is right, null where it does not say what is right.</summary>
    /// <param name="note">A sentence for which <see cref="NoteText.IsMatch"/> holds.</param>
    public static TextSpan? WrongIn(string note)
    {
        if (Denied().Match(note) is { Success: true } denied)
            return Of(denied.Groups["wrong"]);
        if (Replaced().Match(note) is { Success: true } replaced)
            return Of(replaced.Groups["wrong"]);
        if (Followed().Match(note) is { Success: true } followed && TellsOfWrong().IsMatch(followed.Groups["wrong"].Value)
            && !TellsOfWrong().IsMatch(note.AsSpan(followed.Index + followed.Length)))
            return Of(followed.Groups["wrong"]);
        if (ToSayThat().Match(note) is { Success: true } said && !TellsOfWrong().IsMatch(note.AsSpan(said.Length)))
            return new TextSpan(0, said.Length);
        if (WrongThing().Match(note) is { Success: true } thing)
            return new TextSpan(0, thing.Length);
        return Labelled().Match(note) is { Success: true } label && !TellsOfWrong().IsMatch(note.AsSpan(label.Length)) ? new TextSpan(note.Length, note.Length) : null;
    }

    /// <summary>What a sentence behind a note puts aside: 'It rises to 6 crowns, not 9.' Null when it puts nothing aside.</summary>
    public static TextSpan? DeniedIn(string sentence) => Denied().Match(sentence) is { Success: true } denied ? Of(denied.Groups["wrong"]) : null;

    private static TextSpan Of(Group group) => new(group.Index, group.Index + group.Length);

    /// <summary>What follows 'not' or 'rather than' behind the right value, in the languages of <see cref="NoteText"/>.</summary>
    [GeneratedRegex(
        @"(?<=[\p{L}\p{N}%”""»)])(?:, ?(?:and )?not|,? (?:and not|rather than|instead of|as opposed to|und nicht|statt|anstatt|et non(?: pas)?|au lieu d[e']|y no|en lugar de"
        + @"|en vez de|e non|invece di"
        + @"|e não|em vez de|a nie|zamiast|а не|замість|вместо|en niet|och inte|og ikke)|, (?:nicht|no|non|pas|não|nie|niet|inte|ikke)) (?<wrong>[^;]{1,160})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Denied();

    /// <summary>'Corrects the price to 60,000 from 40,000', 'not 40,000 but 60,000': the wrong value has the right one beside it.</summary>
    [GeneratedRegex(
        @"\b(?:correct|chang|amend|fix|updat)\w* .{0,120}\bto \S[^;]{0,60}? (?<wrong>from [^;.]{1,60})"
        + @"|(?<!\w)(?:not|nicht|kein\w*|non|no|pas|nie|не) (?<wrong>[^,;.]{1,60}(?:(?<=\d)[.,]\d[^,;.]{0,40})?),? (?:but|sondern|mais|sino|ma|bensì|lecz|ale|tylko|а|mas sim) \S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Replaced();

    /// <summary>'… said that 12 were killed; it was 21': what follows the wrong value in the same sentence.</summary>
    [GeneratedRegex(
        @"^(?<wrong>[^;]*?\d[^;]*?)(?:; ?| [–—-] |, (?:but|in fact|however|whereas|when in fact|actually|а насправді|насправді|тоді як|але|на самом деле|тогда как|но|aber"
        + @"|tatsächlich|mais|pero|ma|ale) )"
        + @"(?=\D{0,80}\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Followed();

    /// <summary>'This article was updated to reflect that …': what follows is right.</summary>
    [GeneratedRegex(
        @"^[^.;]*?\b(?:corrected|updated|amended|changed|edited|revised)\b[^;]{0,60}? to (?:reflect|say|show|state|note|clarify|make (?:it )?clear|indicate)(?: the fact)? that\b ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ToSayThat();

    /// <summary>'The age of the boat was given wrongly: it is 600 years.' What follows the colon is right.</summary>
    [GeneratedRegex(
        @"^[^:]*\b(?:incorrect|wrong|mistaken|misstated|misspel|misidentif|erroneous|inaccurate|(?<!\bde )error|mistake)\w*\b[^:]{0,100}: (?=\S)"
        + @"|^[^;\d]*\b(?:incorrect|wrong|mistaken|misstate|misspel|misidentif|erroneous|inaccurate)\w*\b[^;\d]{0,100}; (?=(?:it|he|she|they|there|that|the|its|his|her|their)\b)"
        + @"|^[^:]*(?<!\w)(?:невірно|неправильно|помилково|хибно|неверно|неправильно|ошибочно|помилк\w*|ошибк\w*)(?!\w)[^:]{0,100}: (?=\S)"
        + @"|^[^:]*\b(?:falsch|fehler|irrtümlich|par erreur|à tort|erróneamente|erreur|(?<!\bde )error|błędnie|błąd|erroneamente|(?<!\bde )errore)\w*\b[^:]{0,100}: (?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WrongThing();

    /// <summary>The label of a correction, up to its colon.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:correct(?:ion|ed)|clarification|erratum|korrektur|berichtigung|richtigstellung|rectificatif|corrección|rectificación|correção|rettifica|errata corrige"
        + @"|sprostowanie|korekta"
        + @"|виправлення|виправлено|уточнення|исправление|исправлено|уточнение|поправка)[^:]{0,40}(?::\d\d[^:]{0,30})?:\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Labelled();

    /// <summary>Words that speak of what stood there before: with any of them, the sentence may give the wrong value alone.</summary>
    [GeneratedRegex(
        @"\b(?:earlier|previous|prior|original|initial|first|wrong|mistaken|erroneous|incorrect|inaccurate|false|misstate|misspel|misidentif|error|mistake|omitted|said|stated"
        + @"|gave|given|named|reported"
        + @"|wrote|written|described|called|referred|attributed|listed|not|früher|zunächst|ursprünglich|fälschlich|falsch|irrtüml|fehler|hieß|hatte|berichtet|geschrieben|nicht"
        + @"|kein"
        + @"|précédent|antérieur|initial|erreur|erroné|écri|indiqu|affirm|pas|anterior|previa|inicial|error|erróne|afirm|decía|dijo|dijimos|publicó|no|precedente|errore"
        + @"|erroneament|scritto|riportat|non"
        + @"|erro|wcześniej|poprzedni|pierwotn|błęd|podal|pisal|napisal|nie)"
        + @"|(?<!\w)(?:раніше|попередн|спочатку|первинн|помилк|помилял|хибн|неправильн|невірн|повідомля|писал|вказа|зазнача|йшлося|ранее|предыдущ|сначала|первоначальн|ошиб"
        + @"|неверн|сообщал|указа"
        + @"|говорил|не(?!\w))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TellsOfWrong();
}
