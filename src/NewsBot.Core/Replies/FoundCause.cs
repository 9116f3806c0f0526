using System.Numerics;
using System.Text.RegularExpressions;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Replies;

/// <summary>
/// A cause without a word for a cause, which its own sentence marks as one: it tells of what was wrong, and those who look say so or it had come before. 'Inspectors had found
/// rust in the cables', 'A faulty update had stopped the servers'. English.
/// </summary>
internal static partial class FoundCause
{
    /// <summary>The share of the question's words that an article has to hold to tell of the event.</summary>
    private const double LeastOfEvent = 0.5;

    /// <summary>The weight from which a word of the question says what happened; 'today' does not.</summary>
    private const double LeastWeight = 0.3;

    /// <summary>UTF-16 units between the event and its cause: a sentence or two.</summary>
    private const int MostBetween = 200;

    /// <summary>So many marks make a cause: one alone stands in many sentences beside an event.</summary>
    private const int LeastMarks = 2;

    /// <summary>
    /// The cause with the sentence that tells of the event; null where no sentence has marks enough, and where the event's sentence or the first of the reply has a word for a
    /// cause: it says more than marks do.
    /// </summary>
    public static NearbyCause? Of(Question question, Composition composition)
    {
        if (composition.Chosen.Count == 0 || CharacterClasses.HasCyrillic(question.Text) || AsksForPurpose().IsMatch(question.Text))
            return null;
        var terms = question.Terms.Take(64).Index().Where(row => !CauseClause.IsOfCauses(row.Item.Text) && row.Item.Weight >= LeastWeight).ToList();
        var asked = MaskOf(terms);
        var names = MaskOf(terms.Where(row => row.Item.IsName));
        var told = ToldOf(composition, asked, names);
        if (told.Count == 0)
            return null;
        var happened = told.OrderByDescending(candidate => BitOperations.PopCount(candidate.Matched & asked)).ThenBy(candidate => candidate.Reading.Span.Start).First();
        if (BitOperations.PopCount(happened.Matched & asked) < LeastOfEvent * terms.Count || CauseClause.HasCause(happened.Reading.Text)
            || CauseClause.HasCause(composition.Chosen[0].Reading.Text))
            return null;

        // What a later article found takes the place of 'the cause is not known'.
        var unknown = told.Where(candidate => CauseClause.SaysUnknown(candidate.Reading.Text) && !AnotherEvent.IsTold(question, candidate))
            .Select(candidate => candidate.Reading.Revision.Article.PublishedAt).DefaultIfEmpty().Max();
        var best = told.Where(candidate => !IsOfEvent(candidate) && (IsNear(candidate, happened) || composition.Chosen.Take(2).Contains(candidate))
                && (!IsPronounLed(candidate.Reading.Text) || IsBehind(candidate, happened))
                && (unknown is null || candidate.Reading.Revision.Article.PublishedAt > unknown) && !AnotherEvent.IsTold(question, candidate))
            .Select(candidate => (Candidate: candidate, Marks: MarksOf(candidate.Reading.Text, IsBehind(candidate, happened))))
            .Where(row => row.Marks >= LeastMarks)
            .OrderByDescending(row => row.Marks).ThenByDescending(row => row.Candidate.Judgement?.Relevance ?? row.Candidate.Score).FirstOrDefault().Candidate;
        if (best is null)
            return null;
        var beside = told.Find(candidate => IsOfEvent(candidate) && candidate.Reading.Revision.RevisionId == best.Reading.Revision.RevisionId) ?? happened;
        return new NearbyCause(beside, best);

        // All that happened, in the question's words.
        bool IsOfEvent(SentenceCandidate candidate) => candidate == happened || ((asked & ~names) is var what && what != 0 && (candidate.Matched & what) == what);
    }

    /// <summary>The sentences of the articles that tell of what is asked about: those with most of its words, and those with all its names.</summary>
    private static List<SentenceCandidate> ToldOf(Composition composition, ulong asked, ulong names)
    {
        var least = LeastOfEvent * BitOperations.PopCount(asked);
        var most = composition.Read.Count == 0 ? 0 : composition.Read.Max(candidate => BitOperations.PopCount(candidate.MatchedNearby & asked));
        return most < least ? [] : [.. composition.Read.Where(candidate => BitOperations.PopCount(candidate.MatchedNearby & asked) is var held
            && (held == most || (names != 0 && (names & ~candidate.MatchedNearby) == 0 && held >= least)))];
    }

    /// <summary>'This time' and 'that week' stand for nothing.</summary>
    private static bool IsPronounLed(string text) => PronounLed.IsMatch(text) && !OfTime().IsMatch(text);

    /// <summary>Whether a sentence stands a few sentences behind another one: in long articles, what stands further away tells of something else.</summary>
    private static bool IsNear(SentenceCandidate candidate, SentenceCandidate other) =>
        candidate.Reading.Revision.RevisionId == other.Reading.Revision.RevisionId && candidate.Reading.Span.Start >= other.Reading.Span.End
        && candidate.Reading.Span.Start - other.Reading.Span.End <= MostBetween;

    /// <summary>Whether a sentence follows another one in its article.</summary>
    private static bool IsBehind(SentenceCandidate candidate, SentenceCandidate other) =>
        candidate.Reading.Revision.RevisionId == other.Reading.Revision.RevisionId && candidate.Reading.Span.Start >= other.Reading.Span.End
        && string.IsNullOrWhiteSpace(candidate.Reading.Body[other.Reading.Span.End..candidate.Reading.Span.Start]);

    /// <summary>The sentence of the event's articles that says that nobody knows the cause; null when there is none.</summary>
    /// <param name="question">A question for a cause.</param>
    /// <param name="composition">A reply that gives none.</param>
    public static SentenceCandidate? NotKnown(Question question, Composition composition)
    {
        if (composition.Chosen is not [var first, ..])
            return null;
        var said = composition.Read.Where(candidate => candidate.Reading.Revision.RevisionId == first.Reading.Revision.RevisionId
            && CauseClause.SaysUnknown(candidate.Reading.Text) && NotKnownCause().IsMatch(candidate.Reading.Text) && !AnotherEvent.IsTold(question, candidate)
            && !EarlierYear.IsOf(candidate.Reading));
        return said.FirstOrDefault(candidate => !IsPronounLed(candidate.Reading.Text));
    }

    private static ulong MaskOf(IEnumerable<(int Index, QuestionTerm Item)> rows) => rows.Aggregate(0UL, (all, row) => all | (1UL << row.Index));

    /// <summary>What in a sentence speaks for a cause; 0 where it tells of help, of what is to come or that nothing was found.</summary>
    private static int MarksOf(string text, bool isBehindEvent)
    {
        if (IsNone().IsMatch(text))
            return 0;
        var looked = Looked().IsMatch(text) ? 2 : 0;
        var before = Before().Match(text) is { Success: true } had && !Help().IsMatch(had.Groups["verb"].Value) && !IsHelped().IsMatch(text) ? 1 : 0;
        if (before > 0 && !text.Contains(" had ", StringComparison.Ordinal) && !Fault().IsMatch(text))
            before = 0;
        var fault = Fault().IsMatch(text) || (looked + before > 0 && Harm().IsMatch(text)) || FoundIn().IsMatch(text) ? 1 : 0;

        // 'The industry had evolved' came before, and nothing was wrong.
        return looked + fault == 0 ? 0 : looked + before + fault + (isBehindEvent ? 1 : 0) + (fault > 0 && Knows().IsMatch(text) ? 1 : 0);
    }

    /// <summary>'What for', 'why did he say': what somebody wants stands behind other words.</summary>
    [GeneratedRegex(@"^(?:what .{1,80} for\W*$|why (?:did|does|do|is|was|has) \S+(?: \S+)? (?:say|saying|said|think|want|ask|call|like|love|hate)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsksForPurpose();

    /// <summary>'The cause of the fire is not yet known'; 'an unknown man' is none.</summary>
    [GeneratedRegex(
        @"\b(?:causes?|reasons?|motives?|what (?:caused|started|happened|led)|why|how)\b.{0,80}\b(?:not|un|no|being|under|still|yet)|\binvestigat\w+ (?:the cause|what|why|how)\b"
        + @"|\b(?:not|n['’]t|no) .{0,40}\b(?:cause|reason|motive|what caused|why|how)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NotKnownCause();

    [GeneratedRegex(@"^(?:this|that) (?:time|week|year|month|morning|evening|night|day)\b", RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OfTime();

    /// <summary>What breaks things and what stops people, seldom a consequence.</summary>
    [GeneratedRegex(
        @"\b(?:faults?|faulty|defect\w*|burst|cracks?|cracked|rusty|rusted|corro\w+|worn|rotten|rotting|leaked|leaking|leaky|overheat\w*|overload\w*|short[- ]circuit\w*"
        + @"|sparks?|malfunction\w*|failures?|failed|errors?|mistakes?|clogged|jammed|loose|unsecured|snapped|gave way|weakened|missing (?:from|in)"
        + @"|ice|icy|fog|gales?|strong winds?|high winds?|lightning|drought|frost|heatwave|heat wave|heavy (?:rain|snow)|bird|birds|mice|rats|algae"
        + @"|walked out|on strike|shortages?|lack(?:s|ed)? of|too (?:few|little|many|much|fast|heavy|old|low|high)"
        + @"|not (?:been )?(?:closed|locked|secured|checked|maintained|repaired|paid|switched off|tested)|locked|unpaid|overdue"
        + @"|asleep|distracted|speeding|drunk|braked|lost control|skidded|virus|bacteria|salmonella|norovirus|legionella|toxic|poison\w*|mould|mold|asbestos|arsenic"
        + @"|arthritis|tumou?r|heart attack|bankrupt\w*|halved|fraud|brib\w+|corrupt\w*|scandal|accus\w+|unsafe|not safe|discarded|unattended|left (?:on|open|unlocked)"
        + @"|caught fire|set (?:light|fire) to|ignited|hack\w*|malware|cut through|severed|ruptur\w*)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Fault();

    /// <summary>What is a cause as often as a consequence.</summary>
    [GeneratedRegex(
        @"\b(?:broken|broke|block(?:ed|age|ages)|missing|contaminat\w+|ill|sick|injured|wounded|disease|infection|cancer|debts?|losses|damaged?|collapsed|landslide"
        + @"|flood(?:s|ed|ing)?|threat\w*)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Harm();

    /// <summary>'Mice were found in the kitchen'.</summary>
    [GeneratedRegex(
        @"^(?!.*\b(?:survivors?|victims?|alive|dead|m[ae]n|wom[ae]n|child(?:ren)?|boys?|girls?|people|persons?|hikers?|passengers?|sailors?|miners?|wreck\w*|remains)\b)"
        + @".*\b(?:was|were|had been) (?:found|discovered|detected) (?:in|on|under|at|near|inside)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex FoundIn();

    /// <summary>'All passengers had been rescued': what was done with people who were there.</summary>
    [GeneratedRegex(
        @"\b(?:passengers|residents|guests|people|workers|pupils|children|families|neighbours|neighbors|visitors|crew|staff|drivers|students|patients|everyone|everybody"
        + @"|spectators|fans|tenants"
        + @"|customers|sailors|tourists|others)(?: \w+){0,2} (?:had|have|has) (?:all |already )?(?:been|gone|left|waited|slept|eaten|fled)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IsHelped();

    /// <summary>Those who look, and that they found something.</summary>
    [GeneratedRegex(
        @"\b(?:investigators?|investigations?|inspectors?|inspections?|experts?|engineers?|technicians?|mechanics?|divers|detectives|prosecutors?|coroner|autopsy|inquiry"
        + @"|inquest|audit(?:ors?)?"
        + @"|(?:laboratory |blood |water )?tests?|analys[ie]s|samples?|checks?|examin\w+|recorders?|surveyors?|geologists?|scientists?|researchers?|doctors|vets?|police"
        + @"|firefighters?"
        + @"|fire (?:brigade|service|department|chief|officers?)|(?:accident|safety) (?:board|agency|body|bureau|authority))"
        + @" (?:\w+ )?(?:had |have |has |later |now |also )?(?:found|find|discovered|detected|showed|shown|show|revealed|established|identified|traced|concluded|determined"
        + @"|suspects?|believes?)\b(?! (?:no|nothing|out)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Looked();

    /// <summary>What had come before.</summary>
    [GeneratedRegex(@"\b(?:had|have|has)(?: (?:not|already|also|just|long|recently|been|since|suddenly|\w+ly))* (?<verb>\w+)", RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Before();

    /// <summary>What is done for people in trouble, and what people do anyway.</summary>
    [GeneratedRegex(
        @"^(?:rescued|saved|evacuated|taken|brought|warned|told|asked|urged|planned|hoped|wanted|expected|announced|said|called|gone|left|come|arrived|begun|started"
        + @"|returned|heard|seen|visited|won"
        + @"|played|opened|celebrated|lived|worked|become|bought|built|sold|to|a|an|the|no|more|less|about|some|all|two|three|four|five|six|been|promised|offered|reached"
        + @"|spread|put|died|killed"
        + @"|hurt|sent|waited|reopened|resumed|closed|cost|made|taken|risen|fallen(?! ill)|doubled|helped|thanked|travelled|gathered|apologi[sz]ed|appealed|denied|agreed"
        + @"|signed|paid)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Help();

    /// <summary>Somebody says it who is no witness: 'the brewery said', 'according to the police'.</summary>
    [GeneratedRegex(
        @"(?:^|, )(?:(?:the|its|an?) )?(?:[\w’'-]+ ){1,4}(?:said|says|say|added|confirmed|explained|reported|believes?)\b|\baccording to\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Knows();

    /// <summary>What is to come, what was not found, and who was helped.</summary>
    [GeneratedRegex(
        @"\b(?:will|would|could|might|may|should|rul(?:e|es|ed|ing) out|no (?:sign|signs|evidence|trace|fault|faults|cause)|nobody|no one|reopen\w*|repaired|is to be|are to be"
        + @"|hospital with|in hospital|taken to|treated|bod(?:y|ies)|search(?:ed|ing)? for|arrested|charged)\b|^(?:no|some|many|critics)\b|\?[”""’']?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IsNone();
}
