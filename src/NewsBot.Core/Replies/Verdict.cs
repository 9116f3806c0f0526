using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Replies;

/// <summary>Finds out whether a reply says yes or no to a question that asks for one of them; rather nothing than a wrong one. English.</summary>
internal static partial class Verdict
{
    /// <summary>The longest sentence that is read, in UTF-16 units: a longer one says more than one thing.</summary>
    private const int MaxLength = 220;

    /// <summary>Past forms that share no stem with the verb of a question.</summary>
    private static readonly FrozenDictionary<string, string> PastForms = (
        "become became begin began break broke bring brought build built buy bought catch caught choose chose come came draw drew drive drove fall fell fight "
        + "fought find found fly flew forbid forbade get got give gave go went grow grew hide hid hold held keep kept know knew lead led leave left lend lent lose lost make "
        + "made meet met pay paid ride rode ring rang rise rose run ran see saw seek sought sell sold send sent shoot shot sing sang sink sank speak spoke spend "
        + "spent stand stood steal stole strike struck swear swore swim swam take took teach taught tell told throw threw wear wore win won withdraw withdrew write wrote")
        .Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly TimeSpan Overtaken = TimeSpan.FromDays(1);

    /// <summary>
    /// True for yes, false for no, null when the reply does not say so plainly, its sentences contradict each other, or an article of it tells of a withdrawn claim.
    /// </summary>
    /// <param name="question">What was asked.</param>
    /// <param name="chosen">The sentences of the reply, best first.</param>
    public static bool? Of(Question question, IReadOnlyList<SentenceCandidate> chosen)
    {
        if (question.Kind != AnswerKind.Whether || question.ContextLength > 0 || Asked().Match(question.Text.Trim()) is not { Success: true } asked
            || Unfit().IsMatch(question.Text))
            return null;
        var said = chosen.Select(candidate => (Says: Says(question, asked, candidate.Reading), candidate.Reading.Revision.Article.PublishedAt)).ToList();
        if (said.Count == 0 || said[0].Says is not { } first)
            return null;

        // What was said and then withdrawn is neither.
        if (chosen.Any(candidate => Retractions.TellsOfOne(candidate.Reading.Revision.Article)))
            return null;

        // What a later article says may have changed.
        return said.Exists(other => other.Says == !first || (other.PublishedAt - said[0].PublishedAt) > Overtaken) ? null : first;
    }

    /// <summary>Whether one sentence states what is asked, with every word of it and nothing that makes it a plan, a doubt or somebody's claim.</summary>
    private static bool? Says(Question question, Match asked, SentenceReading reading)
    {
        var text = reading.Text.Replace('’', '\'');
        if (text.Length > MaxLength || Doubt().IsMatch(text))
            return null;
        var words = reading.Terms;
        var at = question.Terms.Select(term => (Term: term, Index: words.FindIndex(word => word.Text == term.Text || IsPast(reading, word, term.Span.In(question.Text))))).ToList();
        if (at.Count < 2 || at.Exists(row => row.Index < 0))
            return null;

        // The same order: 'Did A beat B' is not answered by 'B beat A'.
        for (var i = 1; i < at.Count; i++)
        {
            if (at[i].Index <= at[i - 1].Index)
                return null;
        }

        // Between the first word and the last lies what is said of the subject; a clause of its own there may say something else.
        var stretch = text[(words[at[0].Index].Start - reading.Span.Start)..(words[at[^1].Index].End - reading.Span.Start)];
        if (Border().IsMatch(stretch))
            return null;
        var will = Future().IsMatch(asked.Groups["aux"].Value);
        if (will != Future().IsMatch(stretch))
            return null;
        if (!Negation().IsMatch(text))
            return true;
        var isDenied = PlainNegation().IsMatch(stretch) || ThereIsNo().IsMatch(text[..(words[at[0].Index].Start - reading.Span.Start)]);
        return Negation().Count(text) == 1 && isDenied ? false : null;
    }

    private static bool IsPast(SentenceReading reading, Term word, string verb) =>
        PastForms.GetValueOrDefault(verb.ToLowerInvariant()) is { } past && past.Equals(reading.Body[word.Start..word.End], StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(?:and |but |so )?(?<aux>did|does|do|has|have|had|is|are|was|were|will|won't|would)\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Asked();

    /// <summary>Questions of degree, of time, with a choice or with a negation of their own.</summary>
    [GeneratedRegex(
        @"\b(?:or|not|no|never|only|all|every|any|anyone|anybody|ever|yet|already|still|again|first|most|more|less|better|than|because|if|also|too|even|really|just|would|likely"
        + @"|able|should)\b|n['’]t\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unfit();

    [GeneratedRegex(
        @"\b(?:could|may|might|would|should|can|must|if|whether|unless|perhaps|possibly|reportedly|allegedly|alleged|apparently|suspected|rumou?r\w*|claim\w*|accus\w*|plan\w*"
        + @"|hope\w*|want\w*|expect\w*|consider\w*|threaten\w*|propos\w*|urg\w*|ask\w*|intend\w*|try|trie[sd]|trying|attempt\w*|almost|nearly|fail\w*|refus\w*|den(?:y|ies|ied)"
        + @"|reject\w*|declin\w*|doubt\w*|unclear|unlikely|unable|stop\w*|prevent\w*|avoid\w*|false\w*|untrue|until|ahead of|before|said he|said she|said they|believe\w*"
        + @"|think\w*|thought|ready to|about to|set to|due to|likely|contrary|without|rather than|instead|used to|formerly|once)\b|\?",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Doubt();

    [GeneratedRegex(@"[,;:–—()""“”]|\b(?:who|which|that|when|while|after|although|though|but|as)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Border();

    [GeneratedRegex(@"\b(?:not|no|never|none|nobody|nothing|neither|nor|hardly|barely|cannot)\b|n't\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(?:did|does|do|has|have|had|is|are|was|were|will) not\b|\b(?:didn't|doesn't|don't|hasn't|haven't|hadn't|isn't|aren't|wasn't|weren't|won't)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PlainNegation();

    [GeneratedRegex(@"\bthere (?:is|are|was|were)(?: still| currently)? no(?: \w+)? $", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ThereIsNo();

    [GeneratedRegex(@"\b(?:will|won't)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Future();
}
