using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether a sentence tells as a fact what its passages only report as alleged, believed, possible, planned or tied to a condition.</summary>
/// <remarks>
/// A word of doubt rules the words behind it, up to the next clause; at the end of a sentence ('…, police claim') it rules those before it. The sentence falls only when each
/// passage sentence that is near to it has all that both share under such a word, and the sentence has none of its own.
/// </remarks>
internal static partial class AllegationGate
{
    /// <summary>The least share of a statement, names left out, that a sentence of the passage has.</summary>
    private const double LeastShare = 0.6;

    /// <summary>A sentence of the passage that shares nearly as much as the best one may be the one that is meant.</summary>
    private const double Rival = 0.75;

    /// <summary>The least words, names among them, that both share.</summary>
    private const int LeastShared = 2;

    /// <summary>One of so many words behind a word of doubt is the sentence's.</summary>
    private const int MostBefore = 2;

    /// <summary>The most words between whoever does it and the word of doubt.</summary>
    private const int MostDoing = 6;

    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        if (Own().IsMatch(said.Text))
            return null;
        var statement = said.Statement;
        var telling = statement.Where(stem => !said.NameStems.Contains(stem)).ToHashSet(StringComparer.Ordinal);
        var sentences = evidence.SelectMany(passage => passage.All)
            .Select(sentence => (Sentence: sentence, Held: telling.Count(sentence.Holds))).Where(one => one.Held > 0).ToList();
        if (sentences.Count == 0 || sentences.Max(one => one.Held) is var best && best < LeastShare * telling.Count)
            return null;
        var near = sentences.FindAll(one => one.Held >= Rival * best).ConvertAll(one => one.Sentence);
        if (near.TrueForAll(sentence => statement.Count(sentence.Holds) < LeastShared))
            return null;
        return near.TrueForAll(sentence => IsRuled(sentence, telling, Doubts())) ? Fault("it is told as a fact, and only alleged, believed or possible in the passage")
            : !ToCome().IsMatch(said.Text) && near.TrueForAll(sentence => IsRuled(sentence, telling, Plans()) || IsRuled(sentence, telling, Doubts()))
                ? Fault("it is told as a fact, and only planned or wished for in the passage")
            : near.TrueForAll(sentence => IsConditional(sentence, telling)) ? Fault("the passage ties it to a condition") : null;
    }

    private static SentenceFault Fault(string why) => new(FaultKind.Certainty, why);

    /// <summary>Whether all places of the words that both share stand under one of these words, the first of them directly behind it.</summary>
    private static bool IsRuled(GateText sentence, HashSet<string> telling, Regex words)
    {
        var places = sentence.Terms.Where(term => telling.Contains(term.Text)).ToList();
        var scopes = words.Matches(sentence.Text).Select(word => Scope(sentence, word)).Where(scope => IsFirstShared(sentence, telling, scope)).ToList();
        return places.Count > 0 && scopes.Count > 0 && places.TrueForAll(place => scopes.Exists(scope =>
            (place.Start >= scope.From && place.End <= scope.To) || IsDoer(sentence, telling, place, scope)));
    }

    /// <summary>'The council' of 'the council plans to': a word in the run of shared words before the word of doubt.</summary>
    private static bool IsDoer(GateText sentence, HashSet<string> telling, Term place, (int From, int To, int Word) scope)
    {
        if (place.End > scope.Word || Noun().IsMatch(sentence.Text[scope.Word..scope.From]) || sentence.Text.AsSpan(place.End, scope.Word - place.End).IndexOfAny(",;:–—") >= 0)
            return false;
        var between = sentence.Terms.Where(term => term.Start > place.Start && term.End <= scope.Word).ToList();
        return between.Count <= MostDoing && between.TrueForAll(term => term.IsStopWord || telling.Contains(term.Text) || sentence.NameStems.Contains(term.Text));
    }

    /// <summary>'Plans to open a school': the sentence must be about the opening, or it tells something else of the school.</summary>
    private static bool IsFirstShared(GateText sentence, HashSet<string> telling, (int From, int To, int Word) scope) =>
        sentence.Terms.Where(term => term.Start >= scope.From && term.End <= scope.To && !term.IsStopWord && !sentence.NameStems.Contains(term.Text))
            .Take(MostBefore).Any(term => telling.Contains(term.Text));

    private static (int From, int To, int Word) Scope(GateText sentence, Match word)
    {
        var (text, behind) = (sentence.Text, word.Index + word.Length);
        var next = ClauseEnd().Match(text, behind);
        var end = next.Success ? next.Index : text.Length;
        if (LastWords().IsMatch(text[behind..]) && Trailing().IsMatch(text[..word.Index]))
            return (0, text.LastIndexOf(',', word.Index), 0);

        // An adverb rules its clause on both sides.
        return word.Value.EndsWith("ly", StringComparison.OrdinalIgnoreCase) ? (text.LastIndexOfAny([',', ';'], word.Index) + 1, end, 0) : (behind, end, word.Index);
    }

    /// <summary>Whether the words that both share stand beside a condition, and none of them in it: 'it will close if nobody pays'.</summary>
    private static bool IsConditional(GateText sentence, HashSet<string> telling)
    {
        if (Condition().Match(sentence.Text) is not { Success: true } condition || !Certain().IsMatch(sentence.Text))
            return false;
        var opens = condition.Index == 0;
        var comma = opens ? sentence.Text.IndexOf(',', StringComparison.Ordinal) : -1;
        if (opens && comma < 0)
            return false;
        var places = sentence.Terms.Where(term => telling.Contains(term.Text)).ToList();
        return places.Count > 0 && places.TrueForAll(term => opens ? term.Start > comma : term.End <= condition.Index);
    }

    /// <summary>What a sentence says of its own doubt, or of who says so. 'May' with a capital is the month, and 'States' a country.</summary>
    [GeneratedRegex(
        @"\b(?:alleg(?:e[sd]?|ing|edly|ations?)|accus(?:e[sd]?|ing|ers?|ations?)|claim(?:s|ed|ing|ants?)?|suspect(?:s|ed|ing)?|suspicio(?:ns?|us|usly)"
        + @"|charg(?:e[sd]?|ing)|indict\w*|den(?:y|ies|ied|ying|ials?)|rumou?r(?:s|ed)?|purport(?:s|ed|edly|ing)?|report(?:ed|edly|s? (?:say|said|suggest)\w*)"
        + @"|supposed(?:ly)?|apparent(?:ly)?|said|says?|saying|told|tells?|stated|stating|(?-i:states)(?= (?:that|the|it|he|she|they|there)\b|[:,]|\W*$)|according"
        + @"|believ(?:e[sd]?|ing|ers?)|th(?:inks?|ought)|fear(?:s|ed|ing)?|suggest(?:s|ed|ing|ions?)?|appears?|appeared|seem(?:s|ed|ing|ingly)?|speculat\w*|hint(?:s|ed|ing)?"
        + @"|unconfirmed|insist\w*|argu(?:e[sd]?|ing)|warn(?:s|ed|ings?)?|blam(?:e[sd]?|ing)|call(?:s|ed)?|view(?:s|ed|ing)?|considers?|(?-i:might|may)|could|would|if|unless"
        + @"|possibl[ey]|perhaps|maybe|likely|potential(?:ly)?|can|doubt\w*|question(?:s|ed|ing|able)?|investigat\w*|whether|conspir\w*|theor(?:y|ies)|complain\w*|lawsuits?"
        + @"|sued|sues|tr(?:ial|ied)|predict\w*|estimat\w*|note[sd]?|describ\w*|announc(?:e[sd]?|ing|ements?)|confirm\w*|acknowledg\w*|admit\w*|declar\w*|explain\w*"
        + @"|anticipat\w*|expect(?:s|ed|ing|ations?)?|asked|plan(?:s|ned|ning)?|propos(?:e[sd]?|ing|als?)|add(?:s|ed)|writes?|wrote|tweet(?:s|ed|ing)?|post(?:s|ed)"
        + @"|mean(?:s|t)?)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Own();

    [GeneratedRegex(
        @"\b(?:alleg(?:e[sd]?|ing|edly|ations?)|accus(?:e[sd]?|ing|ations?)|claim(?:s|ed|ing)?|(?:is|are|was|were|been) suspected|suspects? (?:that|of)|suspicions?|on suspicion"
        + @"|charg(?:e[sd]?|ing) (?:[\w'’.-]+ ){0,4}?with|den(?:y|ies|ied|ying)|rumou?r(?:s|ed)?|purport(?:s|ed|edly)|reportedly|supposedly|speculat(?:e[sd]?|ion)"
        + @"|unconfirmed|unproven|unverified|believes?|believed|thinks?|fears?|feared|appear(?:s|ed)? to|seem(?:s|ed)? to|(?-i:may|might|could)|possibl[ey]"
        + @"|perhaps|potentially)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Doubts();

    [GeneratedRegex(
        @"\b(?:(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|hop(?:e[sd]?|ing)|aim(?:s|ed|ing)?|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|threaten(?:s|ed|ing)?|vow(?:s|ed)?"
        + @"|promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|expect(?:s|ed)?|likely|due|set|about|ready|urg(?:e[sd]?|ing)|try|tries|tried|trying|offer(?:s|ed)?|fail(?:s|ed)?"
        + @"|refus(?:e[sd]?|ing)) (?:[\w'’.-]+ ){0,3}?to|consider(?:s|ed|ing)?|propos(?:e[sd]?|ing|als?)|call(?:s|ed|ing)? (?:for|on)|plans? for)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Plans();

    /// <summary>What says that it is still to come, or wished for. 'Will' with a capital is a name.</summary>
    [GeneratedRegex(
        @"\b(?:(?-i:will)|would|shall|should|must|ought|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intent(?:ions?)?|hop(?:e[sd]?|ing)|aim(?:s|ed|ing)?|want(?:s|ed|ing)?"
        + @"|seek(?:s|ing)?|sought|threat(?:s|en|ens|ened|ening)?|vow(?:s|ed|ing)?|promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|expect(?:s|ed|ing|ations?)?|due|set to|ready"
        + @"|prepar(?:e[sd]?|ing|ations?)|urg(?:e[sd]?|ing)|tr(?:y|ies|ied|ying)|offer(?:s|ed|ing)?|fail(?:s|ed|ing|ures?)?|refus(?:e[sd]?|ing|als?)"
        + @"|consider(?:s|ed|ing|ation)?|propos(?:e[sd]?|ing|als?)|demand(?:s|ed|ing)?|need(?:s|ed|ing)?|requir(?:e[sd]?|ing|ements?)|going to|(?:is|are) (?:to|\w+ing)|to be"
        + @"|wish(?:es|ed|ing)?|decid(?:e[sd]?|ing)|agree(?:s|d|ing|ments?)?|look(?:s|ed|ing)?|upcoming|next|future|soon|scheduled|tomorrow|target(?:s|ed|ing)?|goals?"
        + @"|push(?:e[sd]|ing)?|efforts?|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|recommend(?:s|ed|ing|ations?)?|advi[sc](?:e[sd]?|ing)|order(?:s|ed|ing)?|not|n['’]t)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ToCome();

    [GeneratedRegex(
        @"(?<!\b(?:ask|asks|asked|asking|see|know|knows|say|decide|determine|wonder|unclear|check|as|even|what|and|or|tell|sure) )\b(?:if(?! not\b)|unless"
        + @"|provided that|on condition that"
        + @"|as long as|only when|only after)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(?-i:will|would|can|could|may|might|must|shall|should)\b|['’]ll\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Certain();

    [GeneratedRegex(
        @"[;:–—]|,\s*(?:who|which|whose|where|while|whereas|but|although|though|and|when)\b|\b(?:but|while|whereas|although|after which)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ClauseEnd();

    /// <summary>A word of doubt that is a thing, which somebody may have filed or heard.</summary>
    [GeneratedRegex(@"(?:tions?|cions?|claims|claim|proposals?|rumou?rs?)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Noun();

    [GeneratedRegex(@"^(?!\s+(?:that|of|to)\b)\W*(?:\w+\W*){0,3}$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LastWords();

    /// <summary>A comma and whoever says so: '…, two of the guards ' before 'claim'.</summary>
    [GeneratedRegex(@",[”""]?\s+(?:[\w'’.-]+\s+){1,7}$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Trailing();
}
