using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>What a note of correction takes back and what it gives in its place, read with the sentences behind it: 'An earlier version said 12. It was 21.'</summary>
/// <param name="Span">The sentences of the note in its article.</param>
/// <param name="Wrong">The numbers that it takes back.</param>
/// <param name="Right">The numbers that it gives.</param>
/// <param name="Words">What it speaks of, without its numbers and without the words of correcting.</param>
internal sealed partial record CorrectionNote(TextSpan Span, IReadOnlyList<Quantity> Wrong, IReadOnlyList<Quantity> Right, IReadOnlySet<string> Words)
{
    /// <summary>How far behind the note the right number may stand.</summary>
    private const int Reach = 320;

    private const int MostFollowing = 2;

    /// <summary>
    /// Whether a sentence is a note by itself, or by the one behind or before it: 'We wrote 910. That was wrong: 190.', 'This story was amended. It previously said 910.'
    /// </summary>
    /// <param name="sentence">Any sentence.</param>
    /// <param name="before">The sentence before it; null at the start.</param>
    /// <param name="next">The sentence behind it; null at the end.</param>
    public static bool IsNote(SentenceReading sentence, SentenceReading? before, SentenceReading? next) =>
        NoteText.IsMatch(sentence.Text) || (before is not null && IsNoteBehind(sentence.Text, before.Text)) || IsTakenBack(sentence, next);

    /// <summary>'Correction. We wrote …', 'This story was amended. It said …'; 'Clarification. The strike ends on Friday.' is news.</summary>
    private static bool IsNoteBehind(string text, string before) =>
        (BareLabel().IsMatch(before) && (TellsOfTelling().IsMatch(text) || TakesBack().IsMatch(text))) || (NoteText.IsMatch(before) && ItSaid().IsMatch(text));

    /// <summary>Whether the sentence behind one takes it back.</summary>
    private static bool IsTakenBack(SentenceReading sentence, SentenceReading? next) =>
        next is not null
        && ((((TellsOfTelling().IsMatch(sentence.Text) && WasWrong().IsMatch(next.Text)) || (WeTold().IsMatch(sentence.Text) && GivesRight().IsMatch(next.Text))
                || (TellsOfTelling().IsMatch(sentence.Text) && CorrectionsTitle().IsMatch(sentence.Revision.Article.Title)))
            && AmountsOf(next).Count == 1 && AmountsOf(sentence).Count > 0 && !OfMore().IsMatch(next.Text))
            || IsRenamed(sentence, next));

    /// <summary>Whether a sentence of the report puts a wrong value aside: 'The builder is Barrow, not Harrow as an earlier version said.'</summary>
    /// <param name="sentence">A sentence that is no note.</param>
    /// <param name="before">The sentence before it; null at the start.</param>
    public static bool IsDenial(SentenceReading sentence, SentenceReading? before) =>
        PutRight.DeniedIn(sentence.Text) is not null && (AsTold().IsMatch(sentence.Text) || (before is not null && NoteText.IsMatch(before.Text)));

    /// <summary>'We called the director Peter Anders. He is Pelle Anders.'</summary>
    private static bool IsRenamed(SentenceReading sentence, SentenceReading next) =>
        WeNamed().Match(sentence.Text) is { Success: true } named && ItIs().IsMatch(next.Text)
        && NoteWords.In(sentence.Text[(named.Index + named.Length)..]) is { Count: > 0 } wrong
        && NoteWords.In(next.Text) is { Count: > 0 } right && wrong.Overlaps(right) && !right.IsSubsetOf(wrong);

    /// <summary>Reads a note.</summary>
    /// <param name="note">A sentence for which <see cref="IsNote"/> holds.</param>
    public static CorrectionNote Of(SentenceReading note)
    {
        var isTakenBack = IsTakenBack(note, Following(note).FirstOrDefault());
        var (taken, takesBack) = (PutRight.WrongIn(note.Text), isTakenBack || TakesBack().IsMatch(note.Text));
        // 'Not 123,000 as we said (4 November, page 7)': what stands behind is no value.
        var stretch = taken is { Start: > 0 } aside ? UpToItsEnd(note.Text, aside) : taken;
        var (wrong, right) = taken is null && !takesBack ? ([], []) : Split(note, stretch, takesBack);
        var words = WordsOf(note);
        var end = note.Span.End;
        if (right.Count == 0 && takesBack)
        {
            foreach (var next in Following(note))
            {
                var (denied, given) = Split(next, PutRight.DeniedIn(next.Text), takesBack: false);
                if ((!isTakenBack && NoteText.IsMatch(next.Text)) || (given.Count != 1 && denied.Count == 0)
                    || !(isTakenBack || Goes().IsMatch(next.Text) || WordsOf(next).Any(words.Contains)))
                    continue;
                (end, right) = (next.Span.End, given);
                if (wrong.Count == 0)
                    wrong = denied;
                words.UnionWith(WordsOf(next));
                break;
            }
        }

        // 'We called him Peter Anders. He is Pelle Anders.'
        if (Following(note).FirstOrDefault() is { } renamed && IsRenamed(note, renamed))
            end = renamed.Span.End;
        var takenBack = TakenBackBy(note, taken);

        // 'We gave 2029 as the year. It is 2031.'
        if (end == note.Span.End && takesBack && !takenBack.IsEmpty && Following(note).FirstOrDefault() is { } other && !NoteText.IsMatch(other.Text)
            && Goes().IsMatch(other.Text) && NoteWords.In(other.Text).Except(NoteWords.In(note.Text)).Any(word => char.IsAsciiDigit(word[0])))
            end = other.Span.End;
        return new CorrectionNote(new TextSpan(note.Span.Start, end), wrong, right, words) { TakenBack = takenBack };
    }

    /// <summary>The names, days and words that it takes back: 'Harrow' of 'Barrow Homes, not Harrow Homes'.</summary>
    public required TakenBackWords TakenBack { get; init; }

    /// <summary>Whether a stem only says that something is corrected.</summary>
    public static bool IsOfCorrecting(string stem) => OfCorrecting().IsMatch(stem);

    private static TakenBackWords TakenBackBy(SentenceReading note, TextSpan? taken)
    {
        var text = note.Text;
        var denied = PutRight.DeniedIn(text) is { } aside ? UpToItsEnd(text, aside) : (TextSpan?)null;
        if (taken is { Length: > 0, Start: var start } stretch)
        {
            // 'The name of the director was given wrongly as Peter: it is Pelle.' What stands before is of both.
            if (start == 0)
            {
                var before = text[..stretch.End];
                start = Telling().Matches(before).Concat(As().Matches(before)).Select(match => match.Index + match.Length).DefaultIfEmpty(stretch.End).Max();
            }

            var value = UpToItsEnd(text, stretch with { Start = start });
            var wrong = NoteWords.In(value.In(text));
            wrong.ExceptWith(NoteWords.In(text.Remove(value.Start, value.Length)));
            return new TakenBackWords(note, wrong, new TextSpan(0, start), denied, isRenaming: false);
        }

        // 'Gave the start as 11 December': the number of the day tells it from another one.
        var telling = Telling().Match(text);
        if (TakesBack().IsMatch(text) && (telling.Success || ToldLast().IsMatch(text))
            && note.Dates.FindAll(date => date.Span.Start >= note.Span.Start + telling.Index) is [var day])
        {
            var tokens = NoteWords.In(day.Span.In(note.Body));
            return new TakenBackWords(
                note, tokens.Any(word => char.IsAsciiDigit(word[0])) ? tokens.Where(word => char.IsAsciiDigit(word[0])) : tokens,
                new TextSpan(telling.Index + telling.Length, Math.Max(telling.Index + telling.Length, day.Span.Start - note.Span.Start)), denied, isRenaming: false);
        }

        if (Following(note).FirstOrDefault() is not { } next || !IsRenamed(note, next))
            return new TakenBackWords(note, [], new TextSpan(0, 0), denied, isRenaming: false);
        var named = WeNamed().Match(text);
        var words = NoteWords.In(text[(named.Index + named.Length)..]);
        words.ExceptWith(NoteWords.In(next.Text));
        return new TakenBackWords(note, words, new TextSpan(0, named.Index), denied, isRenaming: true);
    }

    /// <summary>The value alone: 'not Harrow Homes, as the mayor of Hemble said on Monday'.</summary>
    private static TextSpan UpToItsEnd(string text, TextSpan stretch) =>
        Behind().Match(text, stretch.Start, stretch.Length) is { Success: true } behind ? stretch with { End = behind.Index } : stretch;

    /// <summary>The words that say what a sentence speaks of; its numbers and their units are not among them.</summary>
    public static HashSet<string> WordsOf(SentenceReading reading) => reading.Terms
        .Where(term => !term.IsStopWord && !OfCorrecting().IsMatch(term.Text)
            && !reading.Quantities.Exists(quantity => term.Start < quantity.Span.End && term.End > quantity.Span.Start))
        .Select(term => term.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The amounts of a sentence: 'the second' is none, nor is the day of a month.</summary>
    public static List<Quantity> AmountsOf(SentenceReading reading) =>
        reading.Quantities.FindAll(quantity => quantity.Kind != QuantityKind.Ordinal && !reading.Dates.Exists(date => date.Span.Overlaps(quantity.Span)));

    /// <summary>Where a sentence does not tell which of two numbers is wrong, neither is taken for it.</summary>
    private static (List<Quantity> Wrong, List<Quantity> Right) Split(SentenceReading reading, TextSpan? taken, bool takesBack)
    {
        var amounts = AmountsOf(reading);
        if (taken is not { } stretch)
        {
            // 'An article (page 4) said that 48 …': what was told stands behind the verb.
            if (takesBack && amounts.Count > 1 && Telling().Match(reading.Text) is { Success: true } telling)
                amounts = amounts.FindAll(quantity => quantity.Span.Start >= reading.Span.Start + telling.Index);
            return takesBack ? (amounts.Count == 1 ? amounts : [], []) : ([], amounts);
        }

        var wrong = amounts.FindAll(quantity => reading.InBody(stretch).Overlaps(quantity.Span));
        return (wrong, [.. amounts.Except(wrong)]);
    }

    private static IEnumerable<SentenceReading> Following(SentenceReading note)
    {
        var rest = new TextSpan(note.Span.End, Math.Min(note.Body.Length, note.Span.End + Reach));
        return SentenceSplitter.Split(note.Body, rest).Where(span => span.End < rest.End || rest.End == note.Body.Length).Take(MostFollowing).Select(note.At);
    }

    /// <summary>A sentence of somebody's words, by which the next one can take them back.</summary>
    [GeneratedRegex(
        @"^(?![""“”«„‘']).*\b(?:said|say|says|wrote|reported|gave|stated|put|told|published|listed|claimed|estimated)\b"
        + @"|^(?![""“”«„‘']).*(?<!\w)(?:писал|написал|повідомил|повідомлял|сообщил|сообщал|вказал|указал|зазначил|сказал|йшлося|говорилось)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TellsOfTelling();

    [GeneratedRegex(@",(?!\d)|[;:(]| (?:as|who|which|when|while|because|wie|comme|como|come|jak|як|как)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Behind();

    [GeneratedRegex(@" (?:as|als|comme|como|come|jako|як|как) ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex As();

    [GeneratedRegex(
        @"\b(?:said|stated|reported|wrote|gave|given|put|called|listed|indiqu\w+|hieß|stand|decía|indicaba)\b|(?<!\w)(?:йшлося|вказ|зазнач|повідомл|писал|сообщ|указ"
        + @"|говорил|написал)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Telling();

    /// <summary>Where the verb stands behind what was told: 'haben wir 2029 genannt'.</summary>
    [GeneratedRegex(
        @"\b(?:genannt|angegeben|geschrieben|gemeldet|berichtet|vermeldet|behauptet)(?: haben| hatten| worden)?\W*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ToldLast();

    /// <summary>'That was wrong: …', 'We got that wrong: …'; not what somebody else holds: 'That is wrong, the union said'.</summary>
    [GeneratedRegex(
        @"^(?!.*\b(?:said|says|argued|insisted|according|told)\b)[\W_]*(?:(?:but|in fact|sorry),? )?(?:(?:that|this|it|which|both|the (?:figure|number|sum|price|date|total"
        + @"|amount)) (?:was|is|were) "
        + @"(?:\w+ly )?(?:wrong|incorrect|inaccurate|mistaken|(?:not|n['’]t) (?:right|true|correct|accurate)|an? (?:\w+ )?(?:error|mistake|slip|typo))|(?:that|this"
        + @"|it) (?:wasn|isn)['’]t (?:right|true|correct)"
        + @"|we (?:got|had) (?:that|this|it|the \w+) wrong|we were (?:wrong|mistaken)|(?:our|my) (?:mistake|error)\b)"
        + @"|^(?:це|ця (?:цифра|інформація)|цей показник|це число) (?:була |було |є )?(?:помилк|неправд|не так|невірн|неправильн|хибн)\p{L}*|^(?:ми|мы) (?:помилилися|ошиблись)"
        + @"|^(?:это|эта (?:цифра|информация)|это число) (?:была |было )?(?:ошибк|неправд|не так|неверн|неправильн)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WasWrong();

    /// <summary>What the paper said itself, on an earlier day: 'Our report on Tuesday said …', 'On Monday we wrote …'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:on|in|last|yesterday|earlier)\b[^,.;]{0,60}?,? )?(?:we|our (?:\w+ ){0,2}?(?:report|story|article|headline|caption|newsletter|item|piece|post|edition)"
        + @"(?: (?:on|of|in|from|last|about|yesterday)\b[^.;]{0,60}?)?) (?:(?:had|have|wrongly|incorrectly|mistakenly) )?(?:said|stated|reported|wrote|written|gave|given|put"
        + @"|published)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WeTold();

    [GeneratedRegex(
        @"\bas (?:(?:an? |the |our |this )(?:earlier |previous |first |original )?(?:version|edition|headline|article|story|report|caption)"
        + @"|(?:we |was |were )?(?:had |have |been )?(?:originally |previously |first |earlier |initially |wrongly |incorrectly )?(?:said|stated|reported|given|wrote|published"
        + @"|announced))\b"
        + @"|(?<!\w)(?:як (?:ми )?(?:раніше |спочатку |помилково )?(?:повідомля|писа|зазнача|вказ|йшлося)|как (?:мы )?(?:ранее |сначала |ошибочно )?(?:сообща|писа|указ|говорил))"
        + @"|\b(?:contrairement à ce que|anders als (?:\w+ )?(?:berichtet|gemeldet)|wie (?:wir )?(?:zunächst|zuvor|ursprünglich|irrtümlich)|como (?:se )?(?:publicamos"
        + @"|publicó|dijimos))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsTold();

    /// <summary>A line that only says that a correction follows.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:an? |our )?(?:corrections?|clarifications?|correction notice|errat(?:um|a)|korrektur|berichtigung|richtigstellung|rectificatif|correctif"
        + @"|corrección|fe de (?:erratas"
        + @"|errores)|errata corrige|rettifica|sprostowanie|korekta|виправлення|виправлено|уточнення|спростування|исправление|исправлено|уточнение|поправка|опровержение))"
        + @"(?: ?[(,–—-][^.:]{1,40})?[\W_]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex BareLabel();

    /// <summary>The title of a column of corrections; 'Corrections officers strike' is news.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:our )?(?:corrections?|clarifications?|apolog(?:y|ies)|errat(?:um|a)|for the record"
        + @"|виправлення|уточнення|спростування|исправлени[ея]|уточнени[ея]|опровержени[ея]"
        + @"|korrektur(?:en)?|berichtigung(?:en)?|rectificatifs?|fe de err\w+)"
        + @"(?:(?:,| and| &| та| і| и| und| et) (?:our )?(?:corrections?|clarifications?|apologies|уточнення|уточнения))*"
        + @"(?: (?:for|of|on|from|від|за|от|vom|du|del) (?=\w*\d|\w+day\b|january|february|march|april|may|june|july|august"
        + @"|september|october|november|december)[^:]*)?(?:\W*$|\s*[:|(–—-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CorrectionsTitle();

    /// <summary>What the paper called somebody; 'the victim was named as Anna Holm' is news.</summary>
    [GeneratedRegex(
        @"^(?![""“”«„‘'])(?!.*\b(?:said|says|told|added)\b)(?:[\W_]*we|.*\b(?:reports?|stor(?:y|ies)|articles?|headlines?|captions?|reviews?|items?|pieces?|newsletters?"
        + @"|obituar(?:y|ies)"
        + @"|editions?|papers?|columns?)\b.*? (?:we|was|were)) (?:\w+ly )?(?:called|named|identified|identified as|gave|given as|described|described as|referred to)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WeNamed();

    [GeneratedRegex(
        @"^[\W_]*(?:in fact,? )?(?:he|she|it|they|(?:his|her|its|their|the)(?: \w+){1,3}) (?:is|was|are|were|should)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ItIs();

    /// <summary>'In fact, another 300 go next year' takes nothing back.</summary>
    [GeneratedRegex(@"\b(?:another|more|further|additional|also)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OfMore();

    [GeneratedRegex(
        @"^[\W_]*(?:the (?:correct |right |actual |true |real )?(?:figure|number|sum|price|date|total|amount|year|toll|answer) (?:is|was|should (?:have been|be))"
        + @"|it should (?:have been|be)"
        + @"|in fact|actually|in reality)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex GivesRight();

    /// <summary>Behind a note, 'it' is the article: 'It previously stated that …'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:it|the (?:story|article|report|post|headline)) (?:had |has )?(?:originally|initially|previously|earlier|first|incorrectly|mistakenly|wrongly|erroneously) "
        + @"(?:said|stated|reported|gave|misstated|identified|described|referred|named|attributed|listed|called|put)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ItSaid();

    /// <summary>How the sentence behind a note goes on with it: 'It was …', 'The correct figure is …', 'In fact …'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:it|they|there|this|that|the (?:correct|right|actual|true|real) |in fact|actually|in reality|насправді|правильн|на самом деле|верн|der korrekte|richtig"
        + @"|tatsächlich|en réalité|en realidad)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Goes();

    [GeneratedRegex(
        "^(?:correct|version|articl|stori|report|post|earlier|previous|prior|origin|wrong|wrongli|incorrect|incorrectli|misstat"
        + "|error|edit|note|editor|clarif|updat|amend|figur|number|said|say|gave|give|given|first|fact|text|headlin|caption|chang|reflect|show|state|wrote|name|call"
        + "|верс|текст|виправлен|уточнен|попередн|насправд|повідомля|раніш|зовут|звати)$",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OfCorrecting();

    /// <summary>Of a note: it gives what was wrong, and not only what is right.</summary>
    [GeneratedRegex(
        @"\b(?:" + NoteText.Earlier + "|" + NoteText.Slip + @"|misstated|(?:incorrect|wrong|mistaken|erroneous|original|initial|previous)ly|in error|incorrect information"
        + @"|we (?:had |have )?(?:earlier|first) (?:said|stated|reported|wrote|written|gave|given|put)|(?:earlier|first) (?:said|stated|reported|gave)"
        + @"|we had (?:\w+ly )?(?:said|stated|reported|written|given|put))\b"
        + @"|\b(?:früheren|vorherigen|ursprünglichen) (?:version|fassung)\b|\bversion (?:précédente|antérieure|initiale)\b|\bversión (?:anterior|previa|inicial|original)\b"
        + @"|\b(?:попередній|первинній|ранішій|предыдущей|ранней|первоначальной) верс(?:ії|ии)\b|(?<!\w)(?:помилково|ошибочно)(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TakesBack();
}
