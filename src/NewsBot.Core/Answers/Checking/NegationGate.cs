using System.Buffers;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether a sentence denies what its passages state, states what they deny or still await, or speaks of all where they do not.</summary>
internal static class NegationGate
{
    /// <summary>How far a 'not' reaches, in words: 'has not yet been formally signed'.</summary>
    private const int Reach = 4;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,;:!?");

    private static readonly HashSet<string> Denials = Words(
        "not no never nor neither none nobody nothing without cannot n't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't "
        + "couldn't shouldn't hasn't haven't hadn't");

    /// <summary>The same without those that may deny a part of a statement only ('without a winner'), and verbs before what somebody says is not so.</summary>
    private static readonly HashSet<string> Disclaimers = [.. Denials.Except(["no", "without"]), "deny", "denies", "denied", "denying", "disputes", "disputed"];

    /// <summary>Words that deny by their meaning; they excuse a 'not' in the other text.</summary>
    private static readonly HashSet<string> Softer = Words(
        "fail fails failed failing failure refuse refuses refused refusing deny denies denied denying denial reject rejects rejected rejecting lack "
        + "lacks lacked lacking unless until "
        + "instead rather except only hardly barely few little stop stopped stops halt halted end ended avoid avoided prevent prevented prevents ban "
        + "banned bans block blocked unable "
        + "unclear unknown unlikely impossible missing absent false untrue dispute disputed disputes dismiss dismissed ignore ignored ignores "
        + "suspended suspend drop dropped cancel "
        + "cancelled canceled decline declined oppose opposed opposes against yet still need needs must remain remains await awaits awaiting pending "
        + "exclusively different less fewer lost lose");

    /// <summary>Words that say that all of something is meant.</summary>
    private static readonly HashSet<string> Universal = Words(
        "all every everyone everybody each entire entirely whole any always both unanimous unanimously full fully complete completely no "
        + "none nobody never total");

    private static readonly HashSet<string> Claims = Words("all every everyone everybody nobody none always never");

    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        var sentences = evidence.SelectMany(passage => passage.All).Where(sentence => sentence.Terms.Count > 0).ToList();
        var held = sentences.ConvertAll(sentence => said.Statement.Count(sentence.Reaches));
        var best = held.DefaultIfEmpty().Max();
        var near = sentences.Where((_, i) => held[i] > 0 && held[i] * 2 >= best).ToList();
        if (near.Count == 0)
            return null;
        var nearDenial = NearClause(said, Denials, sentences).ToList();
        foreach (var stem in said.Content.Where(stem => IsDenied(said, stem, Denials) && !nearDenial.Exists(sentence => HasDenial(sentence))))
        {
            var holders = near.Where(sentence => sentence.Content.Contains(stem)).ToList();
            if (holders.Count > 0 && holders.TrueForAll(sentence => !HasDenial(sentence) && !HasAny(sentence, Softer)))
                return Fault($"'{stem}' is not denied in the passage");
        }

        if (HasDenial(said) && near.Concat(nearDenial).All(sentence => !HasDenial(sentence) && !HasAny(sentence, Softer) && !HasOpposite(sentence)))
            return Fault("it denies what the passage does not deny");
        if (!HasDenial(said) && !HasAny(said, Softer) && FindStated(said, near, sentences) is { } stated)
            return Fault(stated);
        return FindAll(said, [.. near, .. NearClause(said, Claims, sentences)]);
    }

    /// <summary>The sentences that have most of a clause with one of these words: the rest of the sentence may be taken from another one.</summary>
    private static IEnumerable<GateText> NearClause(GateText said, HashSet<string> words, List<GateText> sentences) =>
        Enumerable.Range(0, said.Terms.Count).Where(i => words.Contains(said.Word(i))).SelectMany(i =>
        {
            var clause = said.Clause(new TextSpan(said.Terms[i].Start, said.Terms[i].End));
            var most = sentences.Max(sentence => clause.Count(sentence.Reaches));
            return most == 0 ? [] : sentences.Where(sentence => clause.Count(sentence.Reaches) == most);
        });

    private static SentenceFault Fault(string why) => new(FaultKind.Negation, why);

    /// <summary>A word that every near sentence denies or still awaits, and the sentence states.</summary>
    private static string? FindStated(GateText said, List<GateText> near, List<GateText> all)
    {
        var related = near.FindAll(sentence => said.Statement.Count(sentence.Reaches) > 1);
        foreach (var stem in said.Statement.Where(stem => related.Exists(sentence => sentence.Content.Contains(stem))))
        {
            var holders = all.Where(sentence => sentence.Content.Contains(stem)).ToList();
            if (holders.Count > 0 && holders.TrueForAll(sentence => IsDenied(sentence, stem, Disclaimers)))
                return $"'{stem}' is denied in the passage";
            if (holders.Count > 0 && !AwaitingText.IsMatch(said.Text) && holders.TrueForAll(sentence => IsAwaited(sentence, stem)))
                return $"'{stem}' is still to come in the passage";
        }

        return null;
    }

    private static SentenceFault? FindAll(GateText said, List<GateText> near)
    {
        for (var i = 0; i < said.Terms.Count; i++)
        {
            if (Claims.Contains(said.Word(i)) && !near.Exists(sentence => HasAny(sentence, Universal)))
                return Fault($"the passage does not say '{said.Word(i)}'");
        }

        return null;
    }

    private static bool HasDenial(GateText text) => Enumerable.Range(0, text.Terms.Count).Any(i => Denials.Contains(text.Word(i)) && !IsBound(text, i));

    /// <summary>'No fewer than', 'not more than': a bound of a number, and no denial.</summary>
    private static bool IsBound(GateText text, int i) =>
        text.Word(i) is "no" or "not" && i + 1 < text.Terms.Count && text.Word(i + 1) is "fewer" or "less" or "more" or "later" or "sooner";

    private static bool HasAny(GateText text, HashSet<string> words) => Enumerable.Range(0, text.Terms.Count).Any(i => words.Contains(text.Word(i)));

    /// <summary>Whether it has a word with 'un-', 'in-', 'non-' or 'dis-' before it, which denies as well as 'not' does.</summary>
    private static bool HasOpposite(GateText text) => Enumerable.Range(0, text.Terms.Count).Any(i =>
        text.Word(i) is { Length: > 5 } word && (word.StartsWith("un", StringComparison.Ordinal) || word.StartsWith("non", StringComparison.Ordinal)
            || word.StartsWith("in", StringComparison.Ordinal) || word.StartsWith("im", StringComparison.Ordinal) || word.StartsWith("dis", StringComparison.Ordinal)));

    /// <summary>Whether a word stands under one of these words at each of its places.</summary>
    private static bool IsDenied(GateText text, string stem, HashSet<string> words)
    {
        var places = Enumerable.Range(0, text.Terms.Count).Where(i => text.Terms[i].Text == stem).ToList();
        return places.Count > 0 && places.TrueForAll(place => IsUnder(text, place, words));
    }

    private static bool IsUnder(GateText text, int place, HashSet<string> words)
    {
        for (var i = place - 1; i >= Math.Max(0, place - Reach); i--)
        {
            // A new clause begins: the words before it no longer apply.
            if (text.Text.AsSpan(text.Terms[i].End, text.Terms[i + 1].Start - text.Terms[i].End).ContainsAny(ClauseEnds))
                return false;
            if (text.Word(i) is "but" or "and" or "although" or "because")
                return false;
            if (words.Contains(text.Word(i)))
                return !IsBound(text, i) && (text.Word(i) != "not" || i + 1 >= text.Terms.Count || text.Word(i + 1) is not "only");
        }

        return false;
    }

    /// <summary>'Still has to verify', 'will need confirmation', 'yet to decide', 'awaits approval' before the word, in its clause.</summary>
    private static bool IsAwaited(GateText text, string stem)
    {
        var places = Enumerable.Range(0, text.Terms.Count).Where(i => text.Terms[i].Text == stem).ToList();
        return places.Count > 0 && places.TrueForAll(place =>
        {
            var first = Math.Max(0, place - Reach);
            return first < place && AwaitingText.IsMatch(text.Text[text.Terms[first].Start..text.Terms[place].Start]);
        });
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
