using System.Numerics;
using System.Text.RegularExpressions;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Replies;

/// <summary>
/// A cause that stands beside its event without a word for a cause: 'The bridge was closed on Wednesday. Inspectors had found rust in its cables.'
/// </summary>
/// <param name="Event">The sentence that tells what happened.</param>
/// <param name="Cause">The sentence of the same article that tells why, as far as the reader can tell.</param>
/// <param name="Short">The cause to stand in front; null where only the reader takes the sentence for one.</param>
internal sealed partial record NearbyCause(SentenceCandidate Event, SentenceCandidate Cause, TextSpan? Short)
{
    /// <summary>How much more than any other sentence of the article the reader has to think of the cause, in log-odds, for it to stand in front.</summary>
    private const double LeastLead = 0.5;

    /// <summary>The share of the question's words that a sentence has to hold to tell of the event.</summary>
    private const double LeastOfEvent = 0.5;

    /// <summary>What the share of the question's words in the title counts beside what the reader thinks.</summary>
    private const double WeightOfTitle = 2;

    /// <summary>The cause; null without a reader, where no article tells of the event, and where it says that the cause is not known.</summary>
    /// <remarks>Where it is not asked what caused an accident, only a cause that may stand in front: the composer knows better than this rule why people did something.</remarks>
    public static NearbyCause? Of(Question question, Composition composition)
    {
        var terms = question.Terms.Count(term => !CauseClause.IsOfCauses(term.Text));
        var told = composition.Read.Where(candidate => candidate.Judgement is not null && IsOfEvent(candidate)).ToList();
        if (told.Count == 0 || composition.Chosen.Count == 0)
            return null;

        // Of two fires, the articles that hold most of the question tell of the one that is asked about.
        var most = told.Max(candidate => BitOperations.PopCount(candidate.MatchedNearby));
        var events = composition.Read.Where(candidate => BitOperations.PopCount(candidate.MatchedNearby) == most).ToList();
        var sentences = composition.Read.Where(candidate => events.Exists(other => IsBeside(other, candidate))).ToList();
        if (sentences.Exists(candidate => CauseClause.SaysUnknown(candidate.Reading.Text)))
            return null;
        var beside = sentences.Where(candidate => candidate.Judgement is not null && !IsOfEvent(candidate)).OrderByDescending(Relevance).ToList();
        if (beside is not [var best, ..])
            return null;
        var isOfAccident = AsksForAccident().IsMatch(question.Text) || CharacterClasses.HasCyrillic(question.Text);
        if (!isOfAccident && !IsBeside(composition.Chosen[0], best))
            return null;
        var leads = beside.Count == 1 || Relevance(best) >= Relevance(beside[1]) + LeastLead;
        var shortAnswer = leads ? ShortOf(question, best.Reading) : null;
        return shortAnswer is null && !isOfAccident ? null : new NearbyCause(told.Find(other => IsBeside(other, best)) ?? told[0], best, shortAnswer);

        bool IsOfEvent(SentenceCandidate candidate) => BitOperations.PopCount(candidate.Matched) >= LeastOfEvent * terms;
    }

    /// <summary>The reply with the event in front and its cause behind it.</summary>
    public Composition InFront(Composition composition)
    {
        List<Citation> front = [new(1, Event.Reading.Revision, Event.Reading.Span), new(2, Cause.Reading.Revision, Cause.Reading.Span)];
        var candidate = composition.Candidate;
        var rest = candidate.Sentences.SelectMany(sentence => sentence.Citations.Select(number => candidate.Citations[number - 1]))
            .Where(citation => !front.Exists(other => other.Revision.RevisionId == citation.Revision.RevisionId && other.Span.Overlaps(citation.Span)));
        var length = 0;
        List<Citation> citations = [.. front.Concat(rest).TakeWhile(citation => (length += citation.Span.Length + 1) <= ExtractiveComposer.MaxLength)
            .Take(ExtractiveComposer.MaxSentences)];
        return composition with
        {
            Candidate = candidate with
            {
                Sentences = [.. citations.Index().Select(row => new AnswerSentence(ReplySentence.OneLine(row.Item.Quote), [row.Index + 1]))],
                Citations = [.. citations.Index().Select(row => row.Item with { Number = row.Index + 1 })],
            },
            LeadSentences = Math.Min(front.Count, citations.Count),
            UnsureSentences = Math.Min(front.Count, citations.Count),
            CandidateShort = Short is { } cause ? ReplySentence.OneLine(cause.In(Cause.Reading.Body)).TrimEnd('.', ',', ' ') : null,
            ShortConfidence = Short is null ? 0 : 1,
            LacksCause = Short is null,
        };
    }

    private static bool IsBeside(SentenceCandidate told, SentenceCandidate other) => other.Reading.Revision.RevisionId == told.Reading.Revision.RevisionId;

    private static double Relevance(SentenceCandidate candidate) =>
        candidate.Judgement!.Value.Relevance + (WeightOfTitle * candidate.Features[(int)SentenceFeature.Title]);

    /// <summary>What was found or is believed, what had happened before, what somebody wants: the sentence without those who say so.</summary>
    private static TextSpan? ShortOf(Question question, SentenceReading reading)
    {
        var text = reading.Text;
        if (CharacterClasses.HasCyrillic(text) || Past().IsMatch(text))
            return null;
        if (Believed().Match(text) is { Success: true } believed)
            return reading.InBody(new TextSpan(believed.Groups["cause"].Index, believed.Groups["cause"].Index + believed.Groups["cause"].Length));
        if (!(HadHappened().IsMatch(text) && Told().IsMatch(text)) && !(Wants().IsMatch(text) && !AsksForAccident().IsMatch(question.Text)))
            return null;
        var end = Attribution().Match(text) is { Success: true } attribution ? attribution.Index : text.Length;
        return reading.InBody(new TextSpan(0, end));
    }

    [GeneratedRegex(
        @"^(?:\p{L}+ ){0,5}?(?:believes?|suspects?|thinks?|concluded|established|found|said|says?|reported) that (?<cause>[^;.]{8,160}?)(?=[.;]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Believed();

    // 'Had gone home' and 'had been at work' only tell where somebody was.
    [GeneratedRegex(
        @"\b(?:had|has|have)(?:n['’]t| not| also| accidentally| apparently| probably)? (?!been (?:at|in|on|to)\b|gone\b|left\b|come\b|planned\b|hoped\b|expected\b"
        + @"|wanted\b|said\b|told\b|called\b)"
        + @"(?:\w+(?:ed|en|wn|un)|cut|found|set|lost|burst|struck|hit|caught|come loose|fallen|built|made|put|sunk|worn|leapt|left open|gone wrong|shut|spread|split|bent|led)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HadHappened();

    /// <summary>Who knows: 'inspectors had found', '…, the fire chief said'.</summary>
    [GeneratedRegex(
        @"\b(?:investigat|inspect|inquir|police|prosecut|chief|officer|official|operator|engineer|expert|ministry|office|authorit|company|council|agency|brigade|spokes"
        + @"|railway|doctor|coroner|inquest|report|manager|director|club|union|mayor)\w*\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Told();

    [GeneratedRegex(
        @"^(?:he|she|they|it|(?:the )?\p{L}+) (?:wants?|wanted|needs?|needed|wished|wishes|hopes|hoped|(?:could|can) no longer|no longer wants?|feels?|felt) (?:to )?\w+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Wants();

    [GeneratedRegex(
        @",\s(?:(?:a|an|the|his|her|its|their)\s)?[^,.;]{2,70}\b(?:said|says|found|told|reported|added|wrote|explained|established|confirmed)\b[^,;]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"\b(?:caus|led to|trigger|spark)\w*\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsksForAccident();

    /// <summary>Of another time: 'a fire had burned it in 1912'.</summary>
    [GeneratedRegex(
        @"\b(?:(?:1[0-9]|20)\d\d|last (?:year|month)|years? (?:ago|earlier|before)|previously)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Past();
}
