using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Tells what an article says of itself from what it reports: its sources, its authors, its corrections. Such notes are no evidence.</summary>
internal static partial class NoteText
{
    /// <summary>What stood there before: 'earlier version', 'previous headline'.</summary>
    public const string Earlier = "(?:earlier|previous|prior|original|initial|first) (?:online |print |published )?(?:versions?|editions?|headlines?|captions?)";

    /// <summary>What made it wrong: 'editing error'.</summary>
    public const string Slip = "(?:editing|production|reporting|typing|typographical|translation|transcription|clerical|editorial|subediting) (?:error|mistake|slip)s?";

    private const string Work = "(?:story|article|report|post|headline|subheading|caption|piece|page|newsletter|review|obituary|graphic|chart|map|video|photo)";

    /// <summary>What a sentence puts aside for what it says itself, up to the words that tell whose it was: ', not 12'.</summary>
    private const string Denied = @",? (?:and )?not (?:[^,.;:]|(?<=\d)[,.](?=\d)){1,60},? ";

    // An aside stands near the beginning of its sentence.
    private const int LatestAside = 200;

    /// <summary>Whether a sentence is a note: 'Based on: …', 'Correction: …', 'This story has been updated', 'Reporting by …; editing by …'.</summary>
    /// <param name="sentence">One sentence.</param>
    public static bool IsMatch(string sentence) =>
        Label().IsMatch(sentence) || Version().IsMatch(sentence) || Mistake().IsMatch(sentence) || Foreign().IsMatch(sentence)
        || Aside().Match(sentence) is { Success: true, Index: <= LatestAside };

    /// <summary>What opens a note, up to its colon: 'Correction (3 June, 10:15):', 'Editor's note:', 'Sources:'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:based on|sources?|corrections?(?: \w+){0,3}"
        + @"|(?:correction|clarification|erratum)s?(?: and (?:correction|clarification)s?)?\s*[(,–—-][^:]{1,40}(?::\d\d[^:]{0,30})?"
        + @"|clarifications?|errat(?:um|a)|(?:an )?(?:editor|editors)['’]?s?['’]? note|(?:additional |with )?reporting(?: by)?"
        + @"|contribut(?:ing|ed by)|(?-i:[\p{Lu}\d])[^:.]{2,40} corrects)\s*:"
        + @"|(?:additional )?reporting by .{1,200}?[;,.] ?(?:editing|writing) by\b"
        + @"|corrects? (?:\w+ ){0,6}paragraphs?\b)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Label();

    /// <summary>What it or an earlier version of it said: 'An earlier version of this article gave …', 'This story originally reported …'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:this|our|the) " + Work + @" (?:has been|was|is being|will be|has since been) (?:since )?(?:updated|corrected|clarified|changed|amended|edited|revised)\b"
        + @"|(?:(?:in|on) )?(?:an|a|the|our|some)? ?" + Earlier
        + @" (?:of|on|in|for|to|accompanying) (?:this|the|our) " + Work + @"\b"
        + @"|(?:an|the|our|some)? ?(?:earlier|previous|prior|original) (?:online |print |published )?(?:versions?|editions?|headlines?|captions?|articles?)"
        + @" (?:said|stated|gave|misstated|misspel\w+|misidentified|incorrectly|wrongly|mistakenly|erroneously|reported)\b"
        + @"|this " + Work + @" (?:had |has )?(?:misstated|misspel\w+|misidentified|(?:originally|initially|previously|earlier|incorrectly|mistakenly|wrongly|erroneously)"
        + @" (?:said|stated|reported|gave|misstated|identified|described|referred|named|attributed|listed|called|contained|included|suggested|implied|used|appeared|ran))\b"
        + @"|this version (?:of [\w ]{1,30} )?(?:corrects|has been corrected|fixes|removes)\b)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Version();

    /// <summary>What went wrong in it: 'Due to an editing error …', 'We regret the error', 'In Tuesday's paper we said …'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:we apologi[sz]e|our apologies|apolog(?:y|ies)|sorry|we got it wrong|update|corrected|note)(?: [^:.]{1,30})?: ?)?"
        + @"(?:(?:due to|because of|owing to|through) (?:an? )?" + Slip + @"\b"
        + @"|(?:due to|because of|owing to) (?:incorrect|wrong|erroneous|inaccurate) information\b.{0,120}\b(?:was|were) (?:given|said|stated|reported|described|misstated)\b"
        + @"|(?:we |the (?:\w+ ){1,4})(?:regrets?|apologi[sz]es? for) (?:the|this|any|our) (?:error|mistake|confusion)s?\b"
        + @"|we are happy to (?:correct|clarify|make (?:this|that|it) clear)\b"
        + @"|in (?:our|the|\w+['’]s|\w+ \w+['’]s) (?:\w+ ){0,3}?(?:paper|edition|article|report|story|issue)\b"
        + @".{0,40}?\bwe (?:\w+ly )?(?:said|stated|reported|wrote|gave|misstated)\b)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Mistake();

    /// <summary>
    /// What a sentence says in passing: 'as we first reported', 'as stated in an earlier version'.
    /// Not 'The toll is 15, not 12 as we reported': that gives what is right, and first.
    /// </summary>
    [GeneratedRegex(
        @"(?<!" + Denied + @")\b(?:as we (?:\w+ly |first )?(?:reported|published|wrote)"
        + @"|(?:stated|reported|published|said|given) (?:earlier )?in (?:an|the) (?:earlier|previous|original) (?:version|article))\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Aside();

    /// <summary>The same in the languages that news are read in beside English.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:(?:anmerkung|hinweis|anm\.) der redaktion|korrektur(?:hinweis)?|berichtigung|richtigstellung|transparenzhinweis"
        + @"|rectificatif|note de la rédaction|précision"
        + @"|corrección|fe de (?:erratas|errores)|rectificación"
        + @"|nota (?:del editor|de (?:la )?redacci[óo]n|do editor|da redação|della redazione)|correção|errata corrige|rettifica"
        + @"|sprostowanie|korekta|od redakcji|oprava|correctie|rectificatie|rättelse|rettelse|düzeltme"
        + @"|виправлення|виправлено|уточнення|спростування|від редакції|примітка редакції|исправление|исправлено|уточнение|опровержение|от редакции|примечание редакции)"
        + @"(?:\s*[(,–—-][^:]{1,40}|\s+(?:vom |du |del |del día |da |dal |z |z dnia |від |от |am |le )?\d[^:]{0,30}(?::\d\d[^:]{0,20})?)?\s*:"
        + @"|in (?:einer|der) (?:früheren|vorherigen|ersten|älteren|ursprünglichen) (?:version|fassung)\b"
        + @"|(?:dieser|der) (?:artikel|beitrag|text) wurde (?:\w+ ){0,4}(?:korrigiert|aktualisiert|berichtigt)"
        + @"|(?:dans )?une (?:première|précédente) version (?:de|du)\b|une version (?:précédente|antérieure|initiale) (?:de|du)\b|cet article a été (?:modifié|corrigé|mis à jour)"
        + @"|(?:en )?una (?:primera )?versión (?:anterior|previa|inicial|original)?\s?de (?:este|esta)\b|(?:este artículo|esta noticia) (?:ha sido|fue) (?:corregid|actualizad)"
        + @"|(?:em )?uma versão anterior d|(?:in )?una (?:precedente|prima) versione d|(?:w|we) (?:wcześniejszej|poprzedniej|pierwotnej|pierwszej) wersji\b|in een eerdere versie\b"
        + @"|i en (?:tidigare|tidligere) (?:version|versjon)\b|haberin (?:önceki|ilk) (?:sürüm|hal)"
        + @"|(?:у|в) (?:попередній|первинній|ранішій|першій|початковій) версії\b|раніше (?:у|в) (?:цьому |цій )?(?:тексті|матеріалі|статті|новині)\b"
        + @"|в (?:предыдущей|ранней|первоначальной|более ранней|первой) версии\b|ранее в (?:этом )?(?:тексте|материале|статье)\b)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Foreign();
}
