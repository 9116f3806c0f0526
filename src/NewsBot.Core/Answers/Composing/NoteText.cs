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

    /// <summary>What was done wrongly, as an adverb.</summary>
    private const string Wrongly = "(?:originally|initially|previously|earlier|first|incorrectly|mistakenly|wrongly|erroneously|inaccurately)";

    private const string Told =
        "(?:said|stated|reported|wrote|written|given|gave|put|misstated|identified|described|referred|named|called|attributed|listed|published|suggested|implied|indicated)";

    /// <summary>What a sentence puts aside for what it says itself, up to the words that tell whose it was: ', not 12'.</summary>
    private const string Denied = @",? (?:and )?not (?:[^,.;:]|(?<=\d)[,.](?=\d)){1,60},? ";

    // An aside stands near the beginning of its sentence.
    private const int LatestAside = 200;

    /// <summary>Whether a sentence is a note: 'Based on: …', 'Correction: …', 'This story has been updated', 'Reporting by …; editing by …'.</summary>
    /// <param name="sentence">One sentence.</param>
    public static bool IsMatch(string sentence) =>
        Label().IsMatch(sentence) || Version().IsMatch(sentence) || Mistake().IsMatch(sentence) || Foreign().IsMatch(sentence)
        || Aside().Match(sentence) is { Success: true, Index: <= LatestAside } || Mention().Match(sentence) is { Success: true, Index: <= LatestAside };

    /// <summary>What opens a note, up to its colon: 'Correction (3 June, 10:15):', 'Editor's note:', 'Sources:'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:based on|sources?|correct(?:ion|ed)s?(?: \w+){0,3}"
        + @"|(?:correction|clarification|erratum)s?(?: and (?:correction|clarification)s?)?\s*[(,–—-][^:]{1,40}(?::\d\d[^:]{0,30})?"
        + @"|clarifications?|errat(?:um|a)|(?:an )?(?:editor|editors)['’]?s?['’]? note|(?:additional |with )?reporting(?: by)?"
        + @"|contribut(?:ing|ed by)|(?-i:[\p{Lu}\d])[^:.]{2,40} corrects)\s*:"
        + @"|(?:additional )?reporting by .{1,200}?[;,.] ?(?:editing|writing) by\b"
        + @"|corrects? (?:\w+ ){0,6}paragraphs?\b)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Label();

    /// <summary>What it or an earlier version of it said: 'An earlier version of this article gave …', 'This story originally reported …'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:the )?(?:headline|text|caption|lead|wording|figures?|numbers?)(?: and (?:the )?\w+)? (?:of|in|on) (?:this|our) " + Work
        + @" (?:has been|have been|was|were) (?:\w+ )?(?:updated|corrected|changed|amended|edited|revised)\b"
        + @"|(?:an|the) " + Slip + @" (?:in|on|of) (?:an|the|our) " + Earlier + @"\b"
        + @"|(?:this|our|the) " + Work + @" (?:has been|was|is being|will be|has since been) (?:since )?(?:updated|corrected|clarified|changed|amended|edited|revised)\b"
        + @"|(?:(?:in|on) )?(?:an|a|the|our|some)? ?" + Earlier
        + @" (?:of|on|in|for|to|accompanying) (?:this|the|our) " + Work + @"\b"
        + @"|(?:an|the|our|some)? ?(?:earlier|previous|prior|original) (?:online |print |published )?(?:versions?|editions?|headlines?|captions?|articles?)"
        + @" (?:said|stated|gave|misstated|misspel\w+|misidentified|incorrectly|wrongly|mistakenly|erroneously|reported)\b"
        + @"|this " + Work + @" (?:had |has )?(?:misstated|misspel\w+|misidentified|(?:originally|initially|previously|earlier|incorrectly|mistakenly|wrongly|erroneously)"
        + @" (?:said|stated|reported|gave|misstated|identified|described|referred|named|attributed|listed|called|contained|included|suggested|implied|used|appeared|ran))\b"
        + @"|this version (?:of [\w ]{1,30} )?(?:corrects|has been corrected|fixes|removes)\b)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Version();

    /// <summary>
    /// The same behind other words: 'For the record: an earlier version of this post …', 'A caption on an earlier version of this story …', 'a mistake in editing meant that …'.
    /// </summary>
    [GeneratedRegex(
        @"\b" + Earlier + @" (?:of|on|in|for|to|accompanying) (?:this|our) " + Work + @"\b"
        + @"|^[\W_]*(?:correct(?:ed|ion)|clarification|for the record|update[d]?|note)[^:]{0,40}(?::\d\d[^:]{0,20})?: (?:an?|the|this|our|we|in)\b.{0,40}?\b(?:" + Earlier + ""
        + @"|" + Wrongly + @"|misstated)\b"
        + @"|^(?![""“”«„‘'])(?:correction: )?we (?:(?:had|have) )?" + Wrongly + " " + Told + @"\b|^(?![""“”«„‘'])we had (?:" + Wrongly + " )?" + Told + @"\b"
        + @"|^(?![""“”«„‘'])we (?:\w+ )?" + Told + @"\b[^.]{0,160}\b(?:(?:that|this|which) (?:was|is) (?:wrong|incorrect|not (?:right|true|correct))|in error)\b"
        + @"|^(?:in fact, )?(?:an|the) (?:" + Slip + @"|error|mistake|typo)(?: in (?:editing|production|the editing))? (?:meant|led|resulted|caused|introduced"
        + @"|made)\b.{0,120}\b(?:this|our|an? earlier|the (?:headline|caption))\b"
        + @"|\b(?:due to|because of|owing to|as a result of|following|through) an? " + Slip + @"\b.{0,80}\b" + Work + @"\b"
        + @"|\b" + Work + @" (?:has (?:since )?been|was) (?:\w+ )?(?:updated|corrected|clarified|changed|amended|edited|revised) (?:on \w+ \w+(?: \d{4})? )?to (?:correct"
        + @"|reflect|clarify|make (?:it )?clear|remove"
        + @"|include|fix|show|state|say|give|add)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Mention();

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
        @"^[\W_]*(?:(?:hinweis|anmerkung|anm|aktualisierung|update|nota|note|ps|p\. ?s|примітка|примечание|uwaga|errata|erratum|avis|aviso)(?!\w)[^:]{0,30}?[:.]? )?"
        + @"(?:(?:(?:anmerkung|hinweis|anm\.) der redaktion|korrektur(?:hinweis)?|berichtigung|richtigstellung|transparenzhinweis"
        + @"|rectificatif|note de la rédaction|précision|mise à jour(?=[^:]{0,40}:\s*(?:contrairement|(?:dans )?une (?:première|précédente|version)|cet article|nous avi?ons))"
        + @"|corrección|fe de (?:erratas|errores)|rectificación"
        + @"|nota (?:del editor|de (?:la )?redacci[óo]n|do editor|da redação|della redazione)|correção|errata corrige|rettifica"
        + @"|sprostowanie|korekta|od redakcji|oprava|correctie|rectificatie|rättelse|rettelse|düzeltme"
        + @"|erratum|aclaración|poprawka|correctif|correction|nota de redacción|поправка|оновлення редакції"
        + @"|виправлення|виправлено|уточнення|спростування|від редакції|примітка редакції|исправление|исправлено|уточнение|опровержение|от редакции|примечание редакции)"
        + @"(?:\s*[(,–—-][^:]{1,40}|\s+(?:vom |du |del |del día |da |dal |z |z dnia |від |от |am |le )?\d[^:]{0,30}(?::\d\d[^:]{0,20})?)?\s*:"
        + @"|in (?:einer|der) (?:früheren|vorherigen|ersten|älteren|ursprünglichen|vorigen) (?:version|fassung)\b"
        + @"|(?:eine|die) (?:frühere|vorherige|erste|ältere|ursprüngliche) (?:version|fassung) (?:dieses|unseres|des) (?:artikels|textes|beitrags|berichts)\b"
        + @"|(?:dieser|der) (?:artikel|beitrag|text) (?:wurde|ist) (?:\w+ ){0,6}(?:korrigiert|aktualisiert|berichtigt|angepasst|geändert)"
        + @"|(?:zunächst|ursprünglich|zuvor|fälschlicherweise|irrtümlich) (?:hatten wir|hieß es (?:hier|an dieser stelle|im text|in diesem|in dem artikel))"
        + @"|wir hatten (?:\w+ )?(?:zunächst|zuvor|ursprünglich|fälschlich\w*|irrtümlich)"
        + @"|wir haben (?:den fehler|die stelle|das|dies|diese angabe|die angabe) (?:\w+ )?(?:korrigiert|berichtigt|geändert)|wir bitten,? (?:den|diesen|die) (?:fehler|irrtum"
        + @"|ungenauigkeit)"
        + @"|(?:dans )?une (?:première|précédente) version (?:de|du)\b|(?:dans )?une version (?:précédente|antérieure|initiale|ancienne) (?:de|du)\b"
        + @"|(?:dans )?(?:la|notre) (?:première|précédente) version (?:de (?:cet|notre|l['’]) ?article|du texte)\b"
        + @"|(?:cet article|ce texte|cet article) a été (?:modifié|corrigé|mis à jour|rectifié)"
        + @"|contrairement à ce que nous (?:avions|avons) (?:\w+ )?(?:écrit|indiqué|affirmé|annoncé)"
        + @"|(?:contrairement à ce que )?nous (?:avions|avons) (?:\w+ )?(?:écrit|indiqué|affirmé|annoncé) (?:par erreur|à tort|initialement|dans une)|cet article (?:indiquait"
        + @"|mentionnait|affirmait) (?:initialement|par erreur|à tort)"
        + @"|(?:en )?una? (?:primera )?versión (?:anterior|previa|inicial|original)?\s?de (?:este|esta|la (?:noticia|nota))\b|en una (?:primera|anterior) versión\b"
        + @"|(?:este (?:artículo|texto)|esta (?:noticia|nota|información)) (?:ha sido|fue|se ha) (?:corregid|actualizad|modificad)|(?:este artículo|esta noticia"
        + @"|esta nota) (?:decía|indicaba|señalaba|afirmaba)"
        + @"|(?:em )?uma versão (?:anterior|inicial) d|(?:esta reportagem|este texto|esta matéria) foi (?:corrigid|atualizad)|diferentemente do que (?:foi )?(?:informad|publicad)"
        + @"|(?:in )?(?:una|la|nella) (?:precedente|prima) versione (?:d|\w{0,3}abbiamo|avevamo|era)|(?:in )?una versione precedente (?:di questo|dell[ao’'] ?(?:articolo"
        + @"|notizia)|del (?:testo|pezzo))|(?:questo articolo|questo testo) è stato (?:corretto|aggiornato|modificato|rettificato)"
        + @"|(?:in precedenza|inizialmente|per errore) (?:avevamo|abbiamo) (?:scritto|riportato|indicato)|per un errore (?:di redazione|di battitura|redazionale)"
        + @"|(?:w|we) (?:wcześniejszej|poprzedniej|pierwotnej|pierwszej) wersji\b|(?:pierwotnie|wcześniej|początkowo|błędnie|omyłkowo) (?:błędnie )?(?:podaliśmy|pisaliśmy"
        + @"|napisaliśmy|informowaliśmy)"
        + @"|(?:tekst|artykuł) (?:został|zaktualizowano|poprawiono)(?: \w+){0,2}(?: zaktualizowany| poprawiony| skorygowany)?\b|in een eerdere versie\b"
        + @"|i en (?:tidigare|tidligere) (?:version|versjon)\b|haberin (?:önceki|ilk) (?:sürüm|hal)"
        + @"|(?:(?:у|в) )?(?:попередн|первинн|раніш|перш|початков|більш ранн)\w+ (?:версі|редакці)\w+,? (?:(?:цього|цієї|нашого|нашої) )?"
        + @"(?:новин|матеріал|статт|текст|публікац|замітк|повідомлен|помилк|було помилк|йшлося|ми\b)\w*|(?:раніше|спочатку|первісно) (?:(?:у|в) (?:цьому |цій |нашому "
        + @"|нашій )?(?:тексті|матеріалі|статті|новині|публікації)"
        + @"|(?:ми )?(?:помилково|писали|повідомляли))\b|(?:у|в) (?:тексті|матеріалі|статті|новині|публікації) (?:раніше|спочатку|помилково|було помилково)\b"
        + @"|(?:цю |цей )?(?:новину|текст|матеріал|статтю|публікацію) (?:було )?(?:оновлено|виправлено|відредаговано|уточнено|доповнено|змінено)\b|через (?:технічну "
        + @"|редакційну |друкарську )?помилку (?:в|у|редакц|журналіст|автор)"
        + @"|редакція (?:приносить|просить|перепрошує|вибачається)|ми (?:помилково|раніше|спочатку) (?:вказали|написали|повідомили|зазначили|повідомляли|писали)"
        + @"|(?:в )?(?:предыдущ|ранн|первоначальн|более ранн|перв)\w+ (?:версии|версия|редакции|редакция),? (?:(?:этого|этой|нашего|нашей) )?"
        + @"(?:новост|материал|стат|текст|публикац|заметк|сообщени|ошиб|говорилось|было ошиб|мы\b)\w*|(?:ранее|изначально|сначала|первоначально) (?:в (?:этом |этой "
        + @"|нашем )?(?:тексте|материале|статье|новости|публикации)"
        + @"|(?:мы )?(?:ошибочно|писали|сообщали))\b|в (?:тексте|материале|статье|новости|публикации) (?:ранее|сначала|ошибочно|была ошибка)\b"
        + @"|(?:текст|материал|новость|статья|заметка|публикация) (?:был[аи]? )?(?:обновл|исправл|уточн|измен|отредактир)\w+|из-за (?:технической |редакционной )?ошибки (?:в"
        + @"|редак|автор|журнал)"
        + @"|редакция (?:приносит|просит)|мы (?:ошибочно|ранее|сначала) (?:указали|написали|сообщили|писали|сообщали))",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Foreign();
}
