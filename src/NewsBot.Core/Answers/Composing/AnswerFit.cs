using System.Text.RegularExpressions;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>
/// Whether a sentence has the kind of thing that a question asks for, said of its subject. Where every sentence is on the subject, common words prove nothing.
/// </summary>
internal static partial class AnswerFit
{
    /// <summary>The longest stretch between a speaker's name and the verb: 'Stoltenberg, the secretary general, said'.</summary>
    private const int SpeakerReach = 60;

    /// <summary>The weight from which a word of the conversation still says what happened; 'this week' does not.</summary>
    private const double LeastWeight = 0.2;

    /// <summary>Whether the sentence may answer.</summary>
    public static bool Holds(Question question, SentenceCandidate candidate) => question.Kind switch
    {
        AnswerKind.Reason => GivesReason(question, candidate.Reading) || CyrillicCause.Answering(question, candidate) is not null,
        AnswerKind.Statement => IsSaid(question, candidate.Reading),
        AnswerKind.Age => candidate.Reading.Quantities.Exists(quantity => quantity.Kind == QuantityKind.Age)
            && IsOfPerson(question, candidate.Reading) && IsOf(question, candidate.Reading, candidate.Reading.Span),
        AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Duration or AnswerKind.Score or AnswerKind.Measure =>
            candidate.Spans.Any(span => span.Fit >= (question.Unit is null ? 0.8 : 1) && IsOf(question, candidate.Reading, ClauseOf(candidate.Reading, span.Span))),
        AnswerKind.Place when question.FocusTerm is null && !AsksWhatHappened(question) => false,
        AnswerKind.Date or AnswerKind.Place or AnswerKind.Person when question.FocusTerm is null || question.Kind == AnswerKind.Date =>
            HasFit(candidate, 1) && IsOf(question, candidate.Reading, candidate.Reading.Span),
        AnswerKind.Place or AnswerKind.Person or AnswerKind.Work or AnswerKind.Organisation => HasFit(candidate, 1),
        AnswerKind.Other when Said().IsMatch(question.Text) => IsSaid(question, candidate.Reading),
        AnswerKind.Definition => HasFit(candidate, 0.7),
        _ => IsOf(question, candidate.Reading, candidate.Reading.Span),
    };

    /// <summary>Whether a number or a person is asked for and none of the sentences speaks of the event asked about: any number and any name looks like an answer.</summary>
    public static bool Strays(Question question, IReadOnlyList<SentenceCandidate> chosen) =>
        question.Kind is AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Duration or AnswerKind.Score or AnswerKind.Measure or AnswerKind.Age
            or AnswerKind.Person or AnswerKind.Organisation
        && !TellOfEvent(question, chosen);

    /// <summary>Whether a cause is asked for and none of the sentences tells that the event happened at all.</summary>
    public static bool LacksEvent(Question question, IReadOnlyList<SentenceCandidate> chosen) =>
        question.Kind == AnswerKind.Reason && !TellOfEvent(question, chosen);

    private static bool TellOfEvent(Question question, IReadOnlyList<SentenceCandidate> chosen) =>
        chosen.Any(candidate => IsOf(question, candidate.Reading, candidate.Reading.Span));

    /// <summary>
    /// Whether yes or no is asked for and none of the sentences has a word of what is asked, related ones included: then they only tell of whom or what it is asked.
    /// </summary>
    public static bool IsBesideThePoint(Question question, IReadOnlyList<SentenceCandidate> chosen)
    {
        if (question.Kind != AnswerKind.Whether || !AsksWhatHappened(question))
            return false;
        var words = chosen.SelectMany(candidate => candidate.Reading.Terms).Where(word => !word.IsStopWord).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return !What(question).Exists(term => Has(words, term));
    }

    /// <summary>Whether a stretch of an article speaks of the event asked about: it has most of the words that say what happened, or related ones.</summary>
    public static bool IsOf(Question question, SentenceReading reading, TextSpan stretch)
    {
        var asked = What(question);
        var words = reading.Terms
            .Where(word => !word.IsStopWord && stretch.Contains(new TextSpan(word.Start, word.End)))
            .Select(word => word.Text)
            .ToHashSet(StringComparer.Ordinal);
        return 2 * asked.Count(term => Has(words, term)) > asked.Count;
    }

    /// <summary>Whether the question has more than a name: a sentence that says where something was does not tell where somebody is now.</summary>
    private static bool AsksWhatHappened(Question question) => What(question).Exists(term => !term.IsName);

    /// <summary>The words that say what happened: the question's own, else those of the conversation, else its names.</summary>
    private static List<QuestionTerm> What(Question question)
    {
        var words = question.Terms
            .Where(term => !term.IsName && term.Weight >= LeastWeight && term.Text != question.Unit && term.Text != question.FocusTerm && !Light().IsMatch(term.Text))
            .ToList();
        var own = words.FindAll(term => term.Span.Start >= question.ContextLength);
        return own.Count > 0 ? own : words.Count > 0 ? words : [.. question.Terms.Where(term => term.IsName)];
    }

    private static bool Has(HashSet<string> words, QuestionTerm term) => words.Contains(term.Text) || (!term.IsName && RelatedWords.Of(term.Text).Any(words.Contains));

    private static bool HasFit(SentenceCandidate candidate, double least) => candidate.Spans.Any(span => span.Fit >= least);

    /// <summary>Whether the sentence gives a reason for the event that is asked about, and not for something else.</summary>
    public static bool GivesReason(Question question, SentenceReading reading)
    {
        foreach (Match cue in ReasonCue().Matches(reading.Text))
        {
            var at = reading.Span.Start + cue.Index;

            // 'Because of the rain, the match ended': the explained event follows the reason.
            var isFirst = cue.Index < 3;
            var comma = isFirst ? reading.Text.IndexOf(',', cue.Index) : -1;
            var explained = cue.Groups["both"].Success ? reading.Span
                : isFirst ? comma < 0 ? default : new TextSpan(reading.Span.Start + comma, reading.Span.End)
                : new TextSpan(reading.Span.Start + ClauseStart(reading.Text, cue.Index), at);
            if (explained.Length > 0 && IsOf(question, reading, explained))
                return true;
        }

        return false;
    }

    /// <summary>The clause that a stretch stands in: 'fired three managers, according to two people' counts no two people fired.</summary>
    private static TextSpan ClauseOf(SentenceReading reading, TextSpan span)
    {
        var start = ClauseStart(reading.Text, span.Start - reading.Span.Start);
        var next = ClauseBorder().Match(reading.Text, span.End - reading.Span.Start);
        return new TextSpan(reading.Span.Start + start, next.Success ? reading.Span.Start + next.Index : reading.Span.End);
    }

    /// <summary>The start of the clause before a position; 'jailed, and he left, because' explains the leaving.</summary>
    private static int ClauseStart(string text, int end)
    {
        var start = 0;
        foreach (Match border in ClauseBorder().Matches(text[..end]))
        {
            // A comma just before the cue ends the clause, and does not begin it.
            if (border.Index + border.Length < end - 2)
                start = border.Index + border.Length;
        }

        return start;
    }

    /// <summary>The words that name whom a question about somebody's words asks about; empty for another question, and for a pronoun without a person.</summary>
    public static List<QuestionTerm> SpeakerOf(Question question) =>
        Said().Match(question.Text) is { Success: true } said ? TermsIn(question, said.Groups["speaker"]) : [];

    /// <summary>Whether the person asked about speaks in the sentence, and of the subject asked about.</summary>
    private static bool IsSaid(Question question, SentenceReading reading)
    {
        if (Said().Match(question.Text) is not { Success: true } said)
            return IsOf(question, reading, reading.Span);

        // A pronoun for an unknown person gives no words to look for.
        if (TermsIn(question, said.Groups["speaker"]) is not { Count: > 0 } speaker)
            return false;
        var topic = said.Groups["topic"];
        if (!IsSpeaker(speaker, reading))
            return false;
        if (string.IsNullOrWhiteSpace(topic.Value))
            return true;
        var about = TermsIn(question, topic);

        // 'What did she say about it' is about what the conversation was about.
        if (about.Count == 0)
            about = question.Terms.Where(term => term.Span.End <= said.Index && term.Weight >= LeastWeight && !Light().IsMatch(term.Text)).ToList();
        var words = reading.Terms.Where(word => !word.IsStopWord).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return about.Exists(term => Has(words, term));
    }

    private static List<QuestionTerm> TermsIn(Question question, Group group) =>
        [.. question.Terms.Where(term => term.Span.Start >= group.Index && term.Span.End <= group.Index + group.Length && !Light().IsMatch(term.Text))];

    /// <summary>Whether somebody speaks in a sentence, by name or as the 'he' of the sentence before.</summary>
    /// <param name="asked">The words that name the person.</param>
    /// <param name="reading">The sentence.</param>
    public static bool IsSpeaker(List<QuestionTerm> asked, SentenceReading reading) =>
        SpeakersIn(reading).Any(speaker => IsNamed(asked, reading, speaker.Name))
        || (SpeakingPronoun().IsMatch(reading.Text) && IsPersonBefore(asked, reading));

    /// <summary>
    /// Whether a sentence may be somebody's words, or tell of them: it names the person, or has a verb of saying, direct speech or a pronoun, and nobody else who speaks.
    /// </summary>
    /// <param name="asked">The words that name the person.</param>
    /// <param name="reading">The sentence.</param>
    public static bool MaySpeak(List<QuestionTerm> asked, SentenceReading reading) =>
        reading.Terms.Exists(word => asked.Exists(term => term.Text == word.Text))
        || (HeOrShe().IsMatch(reading.Text) && IsPersonBefore(asked, reading))
        || (!SpeakersIn(reading).Any(speaker => speaker.IsPlain) && (SpeechVerb().IsMatch(reading.Text) || DirectOrPronoun().IsMatch(reading.Text)));

    /// <summary>Whether the one person of the sentence before is meant: 'he said', 'she added'.</summary>
    private static bool IsPersonBefore(List<QuestionTerm> asked, SentenceReading reading) =>
        ReplySentence.PersonBefore(reading) is { } person && IsNamed(asked, person.Reading, person.Span);

    /// <summary>The names of those who speak in a sentence, and whether it is plain that they do: in 'the Ohio firm said' it is the firm.</summary>
    private static IEnumerable<(TextSpan Name, bool IsPlain)> SpeakersIn(SentenceReading reading)
    {
        foreach (Match verb in SpeechVerb().Matches(reading.Text))
        {
            var at = reading.Span.Start + verb.Index;
            var end = at + verb.Length;

            // 'Zelensky of Ukraine said': the name behind a preposition is not the speaker's.
            var before = reading.Names.LastOrDefault(name => name.Span.End <= at && !AfterPreposition().IsMatch(reading.Body[reading.Span.Start..name.Span.Start])).Span;
            var between = before.Length > 0 ? reading.Body[before.End..at] : "";
            if (before.Length > 0 && between.Length <= SpeakerReach && !OtherSpeaker().IsMatch(between))
                yield return (before, between.AsSpan().Trim() is [] or [',', ..]);
            var after = reading.Names.FirstOrDefault(name => name.Span.Start >= end && name.Span.Start <= end + 2).Span;
            if (after.Length > 0 && Quoted().IsMatch(reading.Body[reading.Span.Start..at]))
                yield return (after, true);
        }
    }

    /// <summary>Whether a name is the one asked for: its last word is.</summary>
    private static bool IsNamed(List<QuestionTerm> asked, SentenceReading reading, TextSpan name)
    {
        var words = reading.Terms.FindAll(word => name.Contains(new TextSpan(word.Start, word.End)));
        return words.Count > 0 && asked.Exists(term => term.Text == words[^1].Text);
    }

    private static bool IsOfPerson(Question question, SentenceReading reading)
    {
        var names = question.Terms.Where(term => term.IsName && term.Span.Start >= question.ContextLength).ToList();
        return names.Count == 0 || names.Exists(term => reading.Terms.Exists(word => word.Text == term.Text));
    }

    [GeneratedRegex(
        @"\bwhat(?: else| exactly)? (?:did|does|do|has|have|had|is|was|will) (?<speaker>[^?.!]{1,80}?) (?:(?:have|had) to )?(?:say|said|saying|claim|warn|announce|declare"
        + @"|promise|tell|told|expect|threaten|demand|accuse|call for|think|tweet|write|wrote|predict|argue|admit|describe|suggest)\w*\b(?<topic>[^?.!]*)(?=[?.!]|$)",
        RegexOptions.IgnoreCase | RegexOptions.RightToLeft, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Said();

    [GeneratedRegex(
        @"\b(?:said|says|saying|told|tells|telling|stated|states|warned|warns|added|adds|noted|notes|claimed|claims|announced|declared|insisted"
        + @"|argued|stressed|predicted|promised|vowed|wrote|tweeted|posted|suggested|acknowledged|admitted|denied|urged|threatened|explained"
        + @"|confirmed)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SpeechVerb();

    [GeneratedRegex(@"\b(?:he|she|who|they|that|which|and|but|as|while|when)\b|[.;“”""]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OtherSpeaker();

    [GeneratedRegex(
        @"[“”""«»„]|''|\b(?:I|we|my|our|us|me|he|she|they|his|her|their)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex DirectOrPronoun();

    [GeneratedRegex(@"\b(?:he|she)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HeOrShe();

    [GeneratedRegex(@"\b(?:to|with|of|by|for|from|about|against|on|at|told|than|like)\s+(?:[\p{L}.’'-]+\s+){0,2}$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AfterPreposition();

    [GeneratedRegex(@"[”"",]\s*$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"^(?:he|she) (?:also |later |then )?(?:said|says|told|stated|warned|added|noted|claimed|announced|declared|insisted|argued|stressed"
        + @"|predicted|promised|vowed|wrote|tweeted|posted|suggested|admitted|denied|urged|threatened|explained|confirmed)\b"
        + @"|[,”""] (?:he|she) (?:said|says|added|wrote|told)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SpeakingPronoun();

    [GeneratedRegex(
        @"\b(?:because|due to|owing to|thanks to|as a result of|in order to|so that|citing|on the grounds?|to protest|in protest"
        + @"|(?:anger|outrage|protests?|concerns?|dispute|row|criticism|backlash|fears) over|accused of|for (?:his|her|their|its|having|\w+ing))\b"
        + @"|,\s+since\b"
        + @"|\b(?<both>blam(?:es?|ed|ing)|caused (?:by|the|a)|(?:the|a|main|one) reasons?|prompted (?:by|the)|triggered by|motivated by|motive"
        + @"|trac(?:es?|ed|ing) [^,.;]{0,60}?to)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ReasonCue();

    [GeneratedRegex(@"[,;:–—]\s+(?:and|but|while|as|which|who|that)?\b|\b(?:saying|said) that\b|\band that\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ClauseBorder();

    [GeneratedRegex(
        @"^(?:happen|now|peopl|person|year|day|time|place|thing|mani|much|long|old|exact|go|get|do|say|said|els|more|other|new|week)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Light();
}
