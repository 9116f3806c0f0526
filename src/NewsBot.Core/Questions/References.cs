using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>Finds the words of a question that refer to something outside it.</summary>
/// <remarks>
/// A pronoun that is the subject of the whole question ('when did she resign') has nothing before it to stand for; one elsewhere is free when nothing
/// before it fits, or when it is an object of the only clause, which can never stand for that clause's subject ('what did the president say about him').
/// </remarks>
internal sealed partial class References
{
    /// <summary>A longer question has names and nouns of its own.</summary>
    private const int MaxWords = 14;

    private const int MaxWordsOfOneClause = 9;

    private static readonly FrozenSet<string> Inverting = (
            "is are was were did does do has have had will would can could should may might must shall isn't aren't wasn't weren't didn't "
            + "doesn't don't hasn't haven't hadn't won't wouldn't can't couldn't").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Determiners =
        "the a an some any every each no all both many most two three four five several".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Subordinating =
        "that when while after before because if as said says say since until although though whether who which".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Prepositions =
        "about of to for with from by on in at against after before between around behind over under without towards toward into like near off"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly string text;
    private readonly List<Term> words = [];
    private readonly List<NameMention> names = [];
    private readonly List<Reference> found = [];

    public References(string text)
    {
        this.text = text;
        TermAnalyzer.OfThisThread.Analyze(text, words);
        if (words.Count is 0 or > MaxWords)
            return;
        foreach (var sentence in SentenceSplitter.Split(text))
            names.AddRange(NameFinder.Find(text, sentence));
        for (var i = 0; i < words.Count; i++)
        {
            if (At(i) is { } reference)
                found.Add(reference);
        }
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<Reference> Found => found;

    /// <summary>Whether it says so little that it must be a follow-up: 'who won?', 'which country?', 'what was the reason?'.</summary>
    /// <param name="hasOpener">Whether it began with 'and' or the like.</param>
    public bool IsElliptical(bool hasOpener)
    {
        if (words.Count is > 0 and <= 8 && OtherOne().IsMatch(text))
            return true;

        // 'And what did the French bring them?': the word that joins and the pronoun together leave no doubt.
        if (hasOpener && words.Count is > 0 and <= MaxWords && !Moment().IsMatch(text) && !Expletive().IsMatch(text) && Pronoun().IsMatch(text))
            return true;
        if (IsOfTheStory(hasOpener))
            return true;
        if (words.Count is 0 or > 8 || names.Count > 0 || !Asks().IsMatch(text) || words.Exists(word => IsKnownName(word) || char.IsAsciiDigit(text[word.Start])))
            return false;
        if (Relational().IsMatch(text))
            return true;
        if (Moment().IsMatch(text) || (Definition().IsMatch(text) && !TheOne().IsMatch(text)))
            return false;
        if (TheOne().IsMatch(text))
            return true;
        var content = words.Count(word => !word.IsStopWord && !Light().IsMatch(word.Text));
        var hasNounPhrase = words.Exists(word => word.Text is "the" or "a" or "an");
        return hasOpener ? content <= 2 : words.Count <= 5 && content <= 1 && !hasNounPhrase;
    }

    /// <summary>
    /// Whether it names nothing and speaks of something as known: 'who was driving the van?', 'have other universities done that too?', 'how many got out alive?'.
    /// </summary>
    private bool IsOfTheStory(bool hasOpener) =>
        words.Count is > 1 and <= MaxWordsOfOneClause && names.Count == 0 && (Asks().IsMatch(text) || Too().IsMatch(text))
        && !words.Exists(word => IsKnownName(word) || char.IsAsciiDigit(text[word.Start]))
        && !Moment().IsMatch(text) && !General().IsMatch(text)
        && (KnownThing().IsMatch(text) || Too().IsMatch(text) || UpTo().IsMatch(text) || (hasOpener && words.Count <= 4));

    private Reference? At(int i)
    {
        var span = new TextSpan(words[i].Start, words[i].End);
        switch (words[i].Text)
        {
            case "he" or "she":
                return IsFree(i, ReferenceKind.Person) ? new Reference(ReferenceKind.Person, Name(span), words[i].Text == "she") : null;
            case "him" or "himself" or "herself":
                return words[i].Text == "him" && IsFreeObject(i, ReferenceKind.Person) ? new Reference(ReferenceKind.Person, span, IsFemale: false) : null;
            case "his" or "hers":
                return IsFreeOwner(i, ReferenceKind.Person) ? new Reference(ReferenceKind.Person, span, words[i].Text == "hers", IsPossessive: true) : null;
            case "her":
                return IsBeforeNoun(i)
                    ? IsFreeOwner(i, ReferenceKind.Person) ? new Reference(ReferenceKind.Person, span, IsFemale: true, IsPossessive: true) : null
                    : IsFreeObject(i, ReferenceKind.Person) ? new Reference(ReferenceKind.Person, span, IsFemale: true) : null;
            case "they":
                return IsFree(i, ReferenceKind.Group) ? new Reference(ReferenceKind.Group, Name(span)) : null;
            case "them":
                return IsFreeObject(i, ReferenceKind.Group) ? new Reference(ReferenceKind.Group, span) : null;
            case "their":
                return IsFreeOwner(i, ReferenceKind.Group) ? new Reference(ReferenceKind.Group, span, IsPossessive: true) : null;
            case "it":
                return i > 0 && !Expletive().IsMatch(text) && (IsSubject(i) ? IsFree(i, ReferenceKind.Thing) : IsFreeObject(i, ReferenceKind.Thing))
                    ? new Reference(ReferenceKind.Thing, Name(span)) : null;
            case "its":
                return IsFreeOwner(i, ReferenceKind.Thing) ? new Reference(ReferenceKind.Thing, span, IsPossessive: true) : null;
            case "there":
                return IsFreePlace(i) ? new Reference(ReferenceKind.Place, span) : null;
            case "then":
                return IsLast(i) && i > 1 ? new Reference(ReferenceKind.Time, span) : null;
            case "this" or "that" or "these" or "those":
                return Demonstrative(i, span);
            default:
                return null;
        }
    }

    /// <summary>'It's' and 'he's' stand for the first part alone.</summary>
    private TextSpan Name(TextSpan span)
    {
        var apostrophe = span.In(text).IndexOfAny(['\'', '’']);
        return apostrophe > 0 ? new TextSpan(span.Start, span.Start + apostrophe) : span;
    }

    private bool IsSubject(int i) => i == 0 || (i > 0 && Inverting.Contains(words[i - 1].Text)) || (i > 0 && words[i - 1].Text == "there")
        || (i + 1 < words.Count && Inverting.Contains(words[i + 1].Text));

    private bool IsInverted(int i) => i > 0 && Inverting.Contains(words[i - 1].Text);

    private bool IsLast(int i) => i == words.Count - 1;

    private bool IsFree(int i, ReferenceKind kind)
    {
        // The subject of the question itself: only a clause before it can have what it stands for.
        if (IsInverted(i) || i == 0)
        {
            var earlier = text[..words[Math.Max(0, i - 1)].Start];
            return earlier.AsSpan().IndexOfAny(",.:;") >= 0 ? !Fits(i, kind)
                : !AndAsks().IsMatch(earlier) || words.Take(i).All(word => word.IsStopWord);
        }

        return !Fits(i, kind) && !HasNameAfter(i, kind);
    }

    private bool IsFreeObject(int i, ReferenceKind kind)
    {
        if (!IsLast(i) && !words[i + 1].IsStopWord && words[i].Text is not ("him" or "them" or "it"))
            return false;
        return !Fits(i, kind) ? !HasNameAfter(i, kind) : IsOneClause() && i > 1 && FitsSubjectOnly(i, kind);
    }

    private bool IsFreeOwner(int i, ReferenceKind kind) => !Fits(i, kind) && !HasNameAfter(i, kind);

    private bool IsOneClause() =>
        words.Count <= MaxWordsOfOneClause && text.AsSpan().IndexOfAny(",;:") < 0
        && !words.Skip(1).Any(word => Subordinating.Contains(word.Text));

    /// <summary>Of the words before, only the subject of the one clause fits.</summary>
    private bool FitsSubjectOnly(int i, ReferenceKind kind)
    {
        var namesBefore = names.Count(name => name.Span.End <= words[i].Start && Fits(name.Kind, kind));
        var phrases = Enumerable.Range(0, i).Count(at => IsPhraseHead(at, i, kind));
        return namesBefore + phrases <= 1;
    }

    /// <summary>Whether anything before a word can be what it stands for.</summary>
    private bool Fits(int i, ReferenceKind kind) =>
        names.Exists(name => name.Span.End <= words[i].Start && Fits(name.Kind, kind))
        || Enumerable.Range(0, i).Any(at => IsPhraseHead(at, i, kind) || IsKnownBefore(at, kind));

    private bool HasNameAfter(int i, ReferenceKind kind) => names.Exists(name => name.Span.Start > words[i].Start && Fits(name.Kind, kind));

    private static bool Fits(NameKind name, ReferenceKind kind) => kind switch
    {
        ReferenceKind.Person => name is NameKind.Person or NameKind.Other,
        ReferenceKind.Group => name is not (NameKind.Work or NameKind.Event),
        ReferenceKind.Place => name is NameKind.Place or NameKind.Organisation or NameKind.Event or NameKind.Other,
        _ => name is not (NameKind.Person or NameKind.Nationality),
    };

    /// <summary>A name in small letters.</summary>
    private bool IsKnownBefore(int at, ReferenceKind kind)
    {
        if (words[at].IsStopWord || names.Exists(name => name.Span.Overlaps(new TextSpan(words[at].Start, words[at].End))))
            return false;
        var known = Gazetteer.Find(text.AsSpan(words[at].Start, words[at].End - words[at].Start));
        const GazetteerKind bodies = GazetteerKinds.Actors;
        return kind switch
        {
            ReferenceKind.Person => (known & GazetteerKind.Surname) != GazetteerKind.None,
            ReferenceKind.Group => (known & (bodies | GazetteerKind.Nationality)) != GazetteerKind.None,
            _ => (known & bodies) != GazetteerKind.None,
        };
    }

    /// <summary>Whether a noun phrase that begins at a word can be meant: 'the film', 'which country', 'how many people', the subject of 'do cats purr'.</summary>
    private bool IsPhraseHead(int at, int before, ReferenceKind kind)
    {
        var word = words[at].Text;
        if (word is "who" or "whose" or "someone" or "somebody" or "anyone" or "anybody")
            return kind is ReferenceKind.Person or ReferenceKind.Group && (words.Count > 6 || names.Count > 0);
        var begins = Determiners.Contains(word) || word is "which" or "what" or "whose" or "his" or "her" or "their" or "its" or "this" or "these" or "those" or "that"
            || (Inverting.Contains(word) && at > 0);
        if (!begins || at + 1 >= before)
            return false;
        var noun = at + 1;
        while (noun < before && noun < at + 4 && Determiners.Contains(words[noun].Text))
            noun++;
        if (noun >= before || words[noun].IsStopWord)
            return false;

        // 'Who was killed': a verb, no subject.
        if (Inverting.Contains(word) && (text[words[noun].Start..words[noun].End].EndsWith("ed", StringComparison.Ordinal) || words[0].Text is "who" or "what" && at == 1))
            return false;
        var end = noun;
        while (end + 1 < before && end < noun + 3 && !words[end + 1].IsStopWord)
            end++;
        var isPerson = Enumerable.Range(noun, end - noun + 1).Any(IsPersonNoun);
        return kind switch
        {
            // 'Which pop icon', 'which head of state': a longer question speaks of a person by any noun.
            ReferenceKind.Person => isPerson || (word is "which" or "what" && words.Count >= MaxWordsOfOneClause),
            ReferenceKind.Group => true,
            _ => !isPerson,
        };
    }

    private bool IsPersonNoun(int i)
    {
        var noun = text.AsSpan(words[i].Start, words[i].End - words[i].Start);
        return (Gazetteer.Find(noun) & (GazetteerKind.Occupation | GazetteerKind.Family | GazetteerKind.Title)) != GazetteerKind.None || PersonNoun().IsMatch(noun);
    }

    private bool IsBeforeNoun(int i) => !IsLast(i) && !words[i + 1].IsStopWord;

    private bool IsKnownName(Term word)
    {
        if (word.IsStopWord)
            return false;
        const GazetteerKind proper = GazetteerKinds.Lands
            | GazetteerKind.Surname | GazetteerKind.Holiday | GazetteerKind.SportsTeam | GazetteerKind.Agency | GazetteerKind.TechCompany | GazetteerKind.Nationality;
        return (Gazetteer.Find(text.AsSpan(word.Start, word.End - word.Start)) & proper) != GazetteerKind.None;
    }

    /// <summary>'How many died there', not 'is there' and 'there are'.</summary>
    private bool IsFreePlace(int i)
    {
        if (i == 0 || Inverting.Contains(words[i - 1].Text) || (!IsLast(i) && (Inverting.Contains(words[i + 1].Text) || words[i + 1].Text is "be" or "been")))
            return false;
        return !names.Exists(name => name.Kind == NameKind.Place) && !IsKnownPlace(i) && words.Count <= 10;
    }

    private bool IsKnownPlace(int before) =>
        words.Take(before).Any(word => !word.IsStopWord
            && (Gazetteer.Find(text.AsSpan(word.Start, word.End - word.Start)) & (GazetteerKind.Country | GazetteerKind.City | GazetteerKind.UsState)) != GazetteerKind.None);

    /// <summary>'Did that happen', 'who said this', 'about that', 'on that day'; not 'this week' and 'the man that'.</summary>
    private Reference? Demonstrative(int i, TextSpan span)
    {
        if (words.Count > MaxWordsOfOneClause || Expletive().IsMatch(text))
            return null;
        var next = IsLast(i) ? "" : text[words[i + 1].Start..words[i + 1].End].ToLowerInvariant();
        if (next is "week" or "weekend" or "month" or "year" or "spring" or "summer" or "fall" or "autumn" or "winter" or "season" or "past" or "morning" or "century")
            return null;
        var isAfterPreposition = i > 0 && Prepositions.Contains(words[i - 1].Text);
        var isTime = next is "day" or "time" or "night" or "point" && (isAfterPreposition || i > 0);
        if (isTime && IsLast(i + 1))
            return new Reference(ReferenceKind.Time, new TextSpan(span.Start, words[i + 1].End));
        if (names.Exists(name => name.Span.End <= span.Start && name.Kind != NameKind.Person) && !IsLast(i))
            return null;
        if (IsLast(i))
            return i > 0 && !Fits(i, ReferenceKind.Thing) ? new Reference(ReferenceKind.Thing, span) : isAfterPreposition ? new Reference(ReferenceKind.Thing, span) : null;
        if (IsInverted(i) && names.Count == 0)
            return new Reference(ReferenceKind.Thing, words[i + 1].IsStopWord || IsPredicate(i + 1) ? span : new TextSpan(span.Start, span.Start));
        return isAfterPreposition && words[i].Text is not "this" && !words[i + 1].IsStopWord && names.Count == 0
            ? new Reference(ReferenceKind.Thing, new TextSpan(span.Start, span.Start)) : null;
    }

    private bool IsPredicate(int i) => words[i].Text is "happen" or "true" or "mean" or "matter" or "work" || IsLast(i);

    [GeneratedRegex(
        @"\bit (?:\w+ )?(?:take|takes|took|taken|cost (?:to|for)|rain|raining|snow|snowing|seem|seems|appear|appears)\b"
        + @"|\b(?:is|was|be|are)n?'?t? it (?:\w+ )?(?:true|false|possible|likely|unlikely|legal|illegal|safe|ok|okay|normal|important|necessary|hard"
        + @"|easy|difficult|better|best|worth|rare|common|correct|wrong|right|fair|good|bad|expected|known|clear|dangerous|allowed|too \w+"
        + @"|called when|like) (?:that|to|for|if|when|in|on|at)\b"
        + @"|\bit (?:is|was|'s|’s|will be|would be) (?:\w+ )?(?:true|false|possible|likely|legal|safe|raining|snowing|cold|hot|clear|known)\b"
        + @"|\bit(?:'s|’s) (?:true|possible|raining|snowing)\b|\bwhat (?:time|day|date|year) is it\b|\b(?:is|was) it that\b"
        + @"|\bis it (?:raining|snowing|sunny|cold|hot|warm|dark|christmas)\b|\bwhat (?:is|was|does) it (?:\w+ )?like to\b"
        + @"|\bdoes it mean (?:to|when|if|that)\b|\bmake it\b|\b(?:call|called|calling|calls) it (?:quits|a day)\b|\bmade it to\b"
        + @"|\bis this the (?:first|end)\b|\bis that (?:true )?that\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Expletive();

    [GeneratedRegex(@"\b(?:he|she|him|her|they|them|their|it|its|his|that|those|there)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pronoun();

    [GeneratedRegex(
        @"\bthe (?!same\b|most\b|best\b|worst\b|biggest\b|largest\b|first\b)\p{L}{3,}|^how many (?:\p{Ll}+ )?(?:got|were|was|are|have|had|died|survived|made|did|will)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex KnownThing();

    /// <summary>What needs no story before it: 'the world', 'the president', 'what is the meaning of'.</summary>
    [GeneratedRegex(
        @"\bthe (?:world|pope|king|queen|president|prime|time|date|day|economy|government|election|war|weather|moon|sun|internet|meaning|capital|news|stock|markets?"
        + @"|price of|cost of|population|us|uk|eu|un|nba|nfl|mlb|nhl|wnba|fda|cdc|fed|fbi|cia|super|oscars?|grammys?|olympics|white|supreme|senate|house|congress|covid|pandemic)\b"
        + @"|^(?:who|what)(?:['’]?s| is| are| was| were) \S+[ ?]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex General();

    [GeneratedRegex(@"\b(?:too|as well|either|instead|afterwards)[ ?.!]*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Too();

    [GeneratedRegex(@"^(?:up|until|since|by|for|from|to|at) (?:to )?(?:what|which|how|when)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UpTo();

    [GeneratedRegex(@"\band (?:who|whom|what|which|when|where|why|how)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AndAsks();

    [GeneratedRegex(
        @"^(?:person|people|man|men|woman|women|boy|girl|child|children|players?|stars?|members?|leaders?|officials?|suspects?|victims?|winners?"
        + @"|candidates?|celebrit(?:y|ies)|couple|students?|workers?|residents?|guys?)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PersonNoun();

    [GeneratedRegex(
        @"^(?:(?:for|in|by|with|from|at|on|of|to|against) (?:which|what|whom|whose|how)|who|whom|whose|what|which|when|where|why|how|was|were|is"
        + @"|are|did|has|have|had|any)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"^(?:what|who|when|where|how (?:many|much)|which) (?:is|are|was|were|'s|did|will be) (?:the |his |her |their )?(?:final |official |main "
        + @"|exact )?(?:reasons?|results?|score|outcome|winner|loser|cause|motive|costs?|price|location|death toll|toll|details|verdict|response"
        + @"|reaction|consequences?|goal|purpose|sentence|charges?|victims?|suspects?|damage|total|plan|difference|problem|other one|others)[ ?.!]*$"
        + @"|^(?:what|why|how) (?:happened|not|so)(?: (?:next|then|after|afterwards|before|exactly))?[ ?.!]*$"
        + @"|^(?:was|were|is|are) (?:any(?:one|body)|any people|there any(?: \w+)?)"
        + @"(?: (?:else|hurt|injured|killed|arrested|dead|left|other))*[ ?.!]*$|^any (?:\w+)[ ?.!]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Relational();

    [GeneratedRegex(@"\b(?:the (?:other|second|first|last|next)|an?other) ones?\b|\b(?:who|what|where|when|how) else\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OtherOne();

    [GeneratedRegex(@"^(?:who|what)(?: is|'s|’s| are| was| were) (?!the\b)[\p{L}-]+(?: [\p{L}-]+)?[ ?.!]*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"^(?:who|what|where|when|how)(?: is|'s|’s| are| was| were) the (?!pope\b|king\b|queen\b|president\b|time\b|date\b|day\b"
        + @"|economy\b)[\p{L}-]+[ ?.!]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TheOne();

    [GeneratedRegex(@"\b(?:today|tonight|now|week|news|latest|recently|weather|happening|going on|headlines)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^(?:peopl|person|happen|year|day|month|time|place|mani|much|long|old|exact|go|get|do)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Light();
}
