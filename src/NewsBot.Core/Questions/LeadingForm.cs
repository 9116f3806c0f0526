using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>
/// What a question asks for by the words that it begins with. They rule: 'what did she say about the man who', 'how do they count how many' have a second question
/// word, which belongs to what is asked about.
/// </summary>
internal static partial class LeadingForm
{
    /// <summary>How often a question may stand inside a question: 'do you know whether they know why'.</summary>
    private const int MaxDepth = 3;

    /// <summary>The type; null when the beginning does not decide.</summary>
    /// <param name="clause">The sentence that asks.</param>
    public static QuestionType? Of(string clause)
    {
        var text = clause.Trim();
        for (var depth = 0; depth < MaxDepth && Embedding().Match(text) is { Success: true } outer; depth++)
            text = text[outer.Length..];
        if (Polar().IsMatch(text))
            return Plain(AnswerKind.Whether);
        if (HowBegan().IsMatch(text))
            return Plain(AnswerKind.Reason);
        if (How().Match(text) is { Success: true } how)
            return Plain(how.Groups["come"].Success ? AnswerKind.Reason : Reacts().IsMatch(text) ? AnswerKind.Statement : AnswerKind.Manner);
        if (HowGreat().Match(text) is { Success: true } great)
            return Plain(great.Groups["money"].Success ? AnswerKind.Money : great.Groups["share"].Success ? AnswerKind.Percent
                : great.Groups["day"].Success ? AnswerKind.Date : AnswerKind.Measure);
        if (Where().Match(text) is { Success: true } where && (where.Groups["word"].Success || Gazetteer.Find(where.Groups["land"].ValueSpan).HasAny(GazetteerKinds.Places)))
            return new QuestionType(AnswerKind.Place, null, GazetteerKinds.Places, null, null);
        if (When().IsMatch(text))
            return Plain(AnswerKind.Date);
        if (Why().IsMatch(text))
            return Plain(AnswerKind.Reason);
        if (Said().Match(text) is { Success: true } said && !AsksPrice(text, said))
            return Plain(AnswerKind.Statement);
        if (HeadNoun.Of(text) is { } kind)
            return kind == AnswerKind.Place ? new QuestionType(kind, null, GazetteerKinds.Places, null, null) : Plain(kind);
        return DefinedTerm.Of(text) is { } subject ? new QuestionType(AnswerKind.Definition, null, GazetteerKind.None, null, subject) : null;
    }

    private static QuestionType Plain(AnswerKind kind) => new(kind, null, GazetteerKind.None, null, null);

    private static bool HasAny(this GazetteerKind kind, GazetteerKind wanted) => (kind & wanted) != GazetteerKind.None;

    /// <summary>'What did he say it cost' asks for the price.</summary>
    private static bool AsksPrice(string text, Match said) => Cost().IsMatch(text[(said.Index + said.Length)..]);

    [GeneratedRegex(
        @"^(?:(?:do|does|did|can|could|would|will) (?:you|u|we|they|i|any(?:one|body)|some(?:one|body)|police|officials|experts|scientists|doctors)"
        + @" (?:already |even |actually |really |please |yet )?(?:know|remember|tell (?:me|us)|say|explain|guess)"
        + @"|any (?:idea|word|news)(?: on| about)?|remind me|tell (?:me|us)|i (?:wonder|forgot|forget)) (?:exactly )?"
        + @"(?=(?:who|whom|whose|when|where|which|what|why|how)\b)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Embedding();

    [GeneratedRegex(
        @"^(?:(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|shall|must|may|might)(?:n['’]?t)?\s"
        + @"|(?:is|was) it true\b|is it (?:a )?(?:fact|correct|right)\b|true or false\b|(?:do|does) (?:we|they|you|anyone) (?:even )?know (?:if|whether)\b|whether\b)"
        + @"(?!.{0,120}[:?]\s*\w)(?!.{0,300}\bin (?:which|what)\b)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Polar();

    [GeneratedRegex(
        @"^how(?: exactly| actually| else)?(?:['’]?s|['’]re| is| are| was| were| did| does| do| will| would| can| could| should| might| may| must| has| have| had| to"
        + @"| about)\b|^how(?<come> come)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex How();

    /// <summary>'How did the fire start' asks for the cause; how a protest or a career started is told.</summary>
    [GeneratedRegex(
        @"^how (?:did|does|do|could) (?:\S+ ){0,5}?(?:fires?|wildfires?|blazes?|explosions?|blasts?|crash|crashes|collisions?|accidents?|derailments?|collapses?|floods?"
        + @"|leaks?|spills?|blackouts?|outages?|avalanches?|landslides?)\b.{0,60}\b(?:starts?|began|begin|happen|occur|come about|break out)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HowBegan();

    [GeneratedRegex(
        @"^how (?:did|does|do|has|have|is|are) .{1,80}\b(?:react|reacted|reacting|respond|responded|responding|describe|described)\b"
        + @"|^how (?:did|does|do) .{1,80}\bfeel (?:about|on)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Reacts();

    [GeneratedRegex(
        @"^(?:and |so )?how (?:(?<money>expensive|costly|pricey|pricy|cheap|rich|wealthy)|(?<share>likely|probable|effective|full)|(?<day>soon|late|early)"
        + @"|(?:low|strong|thick|small|short|powerful|intense))\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HowGreat();

    [GeneratedRegex(
        @"^(?:from |to )?(?<word>where(?:abouts)?(?:['’]?s)?)\b(?! (?:there|it) )"
        + @"|^(?:in |on )?(?:which|what) (?:parts?|corners?|bits?|areas?|regions?|ends?) of (?:the )?(?<land>[\p{L}-]+)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Where();

    [GeneratedRegex(
        @"^(?:since |until )?when(?:['’]?s| exactly)?(?: is| are| was| were| did| does| do| will| would| can| could| should| may| might| must| has| have| had)\b|^when['’]?s\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex When();

    [GeneratedRegex(
        @"^(?:but |so |and )?why(?:['’]?s)?\b|^for what reason\b"
        + @"|^what(?: has|['’]s|s)? (?:caused|causes|prompted|prompts|led to|leads to|triggered|sparked|started|drove|explains)\b"
        + @"|^what(?:['’]?s| is| was| are| were) (?:the )?(?:main |real |official |exact |most likely )?"
        + @"(?:reasons?|causes?|motives?|causing|driving|behind|prompting)\b(?!.{0,40}['’]?s name)"
        + @"|^what (?:made|makes) (?:\S+ ){1,6}(?:so|to|\w+)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Why();

    [GeneratedRegex(
        @"^(?:and |so |but )?what(?: exactly| else)? (?:(?:did|does|do|has|have|had|will|would) (?:\S+ ){1,9}?(?:(?:have|had) to )?(?:say|said|tell|told|claim|claimed|warn|warned"
        + @"|announce|announced|declare|declared|promise|promised|think|tweet|tweeted|write|wrote|written|call|called|predict|predicted|argue|argued|admit|admitted"
        + @"|compare|describe|described|comment|complain|suggest|suggested|threaten|threatened|accuse|accused|demand|demanded|expect|call for)\b"
        + @"|(?:is|was|are|were) (?!an? )(?:\S+ ){1,6}?(?:saying|claiming|warning (?:about|of|that|against)|telling|announcing|predicting|promising|arguing"
        + @"|threatening|demanding|grumbling|complaining)\b)"
        + @"|^what(?:['’]?s| is| was| are| were) .{1,50}?['’]?s (?:reaction|response|comments?|views?|opinion|take|advice|argument|message|complaint|joke)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Said();

    [GeneratedRegex(@"^(?! (?:about|on)\b).{0,60}\b(?:cost|costs|worth|price)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Cost();
}
