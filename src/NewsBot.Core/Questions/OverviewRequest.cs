using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>A wish for an overview instead of one fact: the latest news, what happened, a summary, or keywords alone.</summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="Topic">What it is about, as it was typed; empty for <see cref="OverviewKind.Latest"/>, except where it names days.</param>
/// <param name="IsKeywords">Whether it is keywords alone, which may ask for a fact as well.</param>
public sealed partial record OverviewRequest(OverviewKind Kind, string Topic, bool IsKeywords = false)
{
    private const int MaxLength = 200;
    private const int MaxKeywords = 8;

    /// <summary>Words that ask for one fact where no question word does: 'gorbachev birthplace', 'death toll alabama tornado'.</summary>
    private static readonly FrozenSet<string> FactWords = (
        "number numbers amount total count price cost costs fee salary pay wage income gross net rate percentage percent share size length height weight speed distance "
        + "temperature magnitude age toll population turnout odds score result results record rank ranking date deadline year month day time hashtag name names birthplace "
        + "birthday nickname theme reward winner winners mayor chair chairman chief boss head president leader founder owner spokesperson spokesman spokeswoman scientist "
        + "reaction reason cause motive average exception capital meaning definition first last next only earliest latest oldest youngest most least best worst biggest "
        + "largest smallest highest lowest fastest hottest coldest busiest favorite favourite vote votes address phone").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that make keywords a sentence or a remark to the bot.</summary>
    private static readonly FrozenSet<string> NoKeywords = (
        "i i'm im you your me my we us he she it this that these those there here and but or so if whether by on must shall let let's please yes no not any more test testing "
        + "help stop start menu lol lmao wow hmm hm wich whos whats really sure maybe nothing something anything everything idiot stupid love hate bot newsbot again "
        + "else").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> AroundDays = "the of on in from for during since and to between until".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads a text; null when it wants no overview.</summary>
    /// <param name="text">Any text; one that asks for a fact, or that goes on from something said before, wants none.</param>
    public static OverviewRequest? Of(string text)
    {
        if (text.Length > MaxLength)
            return null;
        var asked = Social().Replace(text.Trim(), "").TrimEnd('?', '!', '.', ' ', '…');
        if (asked.Length == 0 || asked.Contains('?', StringComparison.Ordinal))
            return null;
        if (Latest().IsMatch(asked))
            return new OverviewRequest(OverviewKind.Latest, "");
        if (Days().Match(asked) is { Success: true } days && IsDays(days.Groups["x"].Value))
            return new OverviewRequest(OverviewKind.Latest, days.Groups["x"].Value);
        return About(asked, LatestOn(), OverviewKind.LatestOn) ?? About(asked, Happened(), OverviewKind.Happened) ?? About(asked, Summary(), OverviewKind.Summary)
            ?? About(asked, Suffix(), OverviewKind.Summary) ?? (AreKeywords(text, asked) ? new OverviewRequest(OverviewKind.Summary, asked, IsKeywords: true) : null);
    }

    private static OverviewRequest? About(string asked, Regex form, OverviewKind kind)
    {
        if (form.Match(asked) is not { Success: true } match)
            return null;
        var topic = match.Groups["x"].Value.Trim(' ', ',', ':', '-', '–', '—', '"', '“', '”');

        // 'Who said that these reports are fake news' asks for a person.
        var isWhole = match.Groups["x"].Index == 0 && Asks().IsMatch(topic);
        return !isWhole && IsTopic(topic) ? new OverviewRequest(kind, topic) : null;
    }

    /// <summary>Whether there is something to look for in it, and nothing that stands for something said before.</summary>
    private static bool IsTopic(string topic)
    {
        var words = WordsOf(topic);
        return words.Exists(word => !word.IsStopWord) && !Leaning().IsMatch(topic) && new References(topic).Found.Count == 0;
    }

    /// <summary>'Today', 'on Tuesday', 'last week': days and nothing else.</summary>
    private static bool IsDays(string text)
    {
        // Any day serves: only the words are looked at.
        var dates = DateFinder.Find(text, new TextSpan(0, text.Length), new DateOnly(2024, 1, 1));
        return dates.Count > 0 && WordsOf(text).TrueForAll(word => AroundDays.Contains(word.Text) || dates.Exists(date => date.Span.Contains(new TextSpan(word.Start, word.End))));
    }

    /// <summary>A few words without a question: 'istanbul talks'.</summary>
    private static bool AreKeywords(string text, string asked)
    {
        if (text.TrimEnd().EndsWith('?') || asked.Contains('_', StringComparison.Ordinal) || asked.EndsWith(':') || Asks().IsMatch(asked))
            return false;
        var words = WordsOf(asked);
        if (words.Count is 0 or > MaxKeywords || !IsTopic(asked) || !words.Exists(word => !word.IsStopWord && char.IsLetter(asked[word.Start])))
            return false;
        return words.TrueForAll(word => new TextSpan(word.Start, word.End).In(asked) is var plain && !FactWords.Contains(plain) && !NoKeywords.Contains(plain));
    }

    private static List<Term> WordsOf(string text)
    {
        var words = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(text, words);
        return words;
    }

    // What comes before and behind a wish and is no part of it.
    [GeneratedRegex(
        @"^(?:(?:hi|hello|hey|please|pls|ok|okay|so|and|привіт|вітаю|добрий день|будь ласка)(?: (?:there|bot|newsbot|again))?[ ,.!:–-]+)*"
        + @"(?:(?:can|could|would|will) you (?:please )?(?=(?:tell|give|show|summar|sum|brief)))?|(?:[ ,]+(?:please|pls|plz|thanks|thank you|будь ласка))+[ .!?]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Social();

    [GeneratedRegex(
        @"^(?:(?:what(?:['’]?s| is| are)|is there|are there|do you have|have you got|got|tell me|give me|show me|summari[sz]e|sum up|(?:a |the )?(?:quick "
        + @"|short )?summary of|i want) )?"
        + @"(?:(?:the|any|some|me|us|all|of|more|a|quick) )*(?:(?:latest|newest|recent|top|main|current|biggest|important|breaking|world|hot|good|today['’]?s"
        + @"|yesterday['’]?s) )*"
        + @"(?:news|headlines?|(?<=(?:latest|newest|top|main|biggest|important|today['’]?s) )stories|(?<=(?:latest|any|recent) )updates?)"
        + @"(?: (?:right now|now|at the moment|today|tonight|of today|of the day|from today|for today|this morning|this evening|for me|so far|there|overview|summary|digest))*$"
        + @"|^what(?:['’]?s| is) (?:new|the latest|up|happening|going on)(?: (?:in the (?:world|news)|around the world|right now|now|today|at the moment|these days|lately))*$"
        + @"|^what (?:else )?(?:do|can) you (?:know|have|tell me|tell)(?: (?:today|now|about the news))?$|^what (?:has |have )?(?:just "
        + @"|recently )?happened(?: (?:recently|lately|in the world|in the news|so far))+$"
        + @"|^what did i miss$|^what should i know$|^catch me up$|^in the news$|^the latest$"
        + @"|^(?:(?:які|які є|дай|покажи|розкажи|розкажи мені|є|підсумуй|скажи) )?(?:(?:якісь|останні|свіжі|головні|важливі|сьогоднішні"
        + @"|нові) )*новини(?: (?:сьогодні|на сьогодні|дня|за сьогодні|зараз|є))?$"
        + @"|^що (?:нового|чути|нового чути)(?: (?:сьогодні|у світі|в світі|в новинах|зараз))?$|^що (?:ти )?знаєш$|^що (?:відбувається|діється|сталося"
        + @"|трапилося) (?:у світі|в світі|зараз)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Latest();

    [GeneratedRegex(
        @"^(?:what (?:has |have )?(?:just )?(?:happened|was going on|was new|went on)|what(?:['’]?s| is) (?:new|happening|going on)"
        + @"|(?:(?:what(?:['’]?s| was| were| is)|tell me|give me|show me|summari[sz]e) )?(?:the )?(?:(?:latest|top|main|biggest) )?(?:news|headlines|stories))"
        + @"(?: (?:on|in|of|from|during|for|since))? (?<x>.{3,60})$"
        + @"|^(?:що (?:сталося|відбулося|трапилося|було|нового)|(?:(?:головні|останні) )?новини)(?: (?:за|від))? (?<x>.{3,60})$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Days();

    [GeneratedRegex(
        @"^(?:(?:what(?:['’]?s| is| are)|is there|are there|do you have|have you got|got|tell me|give me|show me) )?(?:(?:the|any|some|me|us|more"
        + @"|all) )*(?:(?:latest|newest|recent|top|current|breaking) )*"
        + @"(?:(?:news|headlines|stories|updates?|developments)|(?<=latest )|(?<=what(?:['’]?s| is) )new) ?(?:on|about|from|of|with|in|for|regarding"
        + @"|concerning) (?<x>.{2,120})$"
        + @"|^(?<x>.{2,100}?),? (?:latest(?: news)?|news|latest updates?|updates?|headlines)$"
        + @"|^(?:(?:які|дай|покажи|розкажи|є) )?(?:(?:якісь|останні|свіжі|головні|нові) )*новини (?:про|щодо|з|із|зі|в|у) (?<x>.{2,120})$|^що нового (?:про"
        + @"|щодо|з|із|зі|в|у|на) (?<x>.{2,120})$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LatestOn();

    [GeneratedRegex(
        @"^(?:what(?:ever)? (?:just |else |has |have |actually |exactly )*(?:happene?d|been happening|went wrong|went on|became)"
        + @"|what(?:['’]?s| is| was) (?:going on|happening|(?:the latest|up)(?= (?:in|at|with|on|between|about) )))"
        + @"(?: (?:to|in|at|with|on|during|between|of|near|after|over|about))* (?<x>.{2,150})$"
        + @"|^(?<x>[^?]{4,120}?),? (?:what happened|what(?:['’]?s| is| was) (?:going on|happening))(?: there)?$"
        + @"|^що (?:сталося|відбулося|трапилося|відбувається|діється|було)(?: (?:з|із|зі|у|в|на|під час|між|біля|після))? (?<x>.{2,150})$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Happened();

    [GeneratedRegex(
        @"^(?:tl;?dr|summari[sz]e|sum up|brief me on|catch me up on|tell me (?:more )?about|tell me what happened (?:to|in|at|with|on|during|between)"
        + @"|main (?:points|findings) of"
        + @"|(?:(?:give|show) me |can i get )?(?:a |an |the )?(?:(?:short|quick|brief) )?(?:summary|overview|recap) (?:of|on|about)|what(?:['’]?s"
        + @"| is) the (?:story|situation|deal) (?:with|of|about|behind))"
        + @"[: ]+(?<x>.{2,150})$|^what(?:['’]?s| is| are| was) (?<x>[^?]{4,120}?) (?:all )?about$"
        + @"|^(?:розкажи|розкажіть|підсумуй|підсумуйте)(?: мені)?(?: про)? (?<x>.{2,150})$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Summary();

    [GeneratedRegex(
        @"^(?<x>.{3,150}?),? (?:tl;?dr|summary|recap|overview|(?:the )?short version|summed up|sum up|in (?:short|brief|a nutshell|one or two sentences"
        + @"|two sentences)|tell me about it)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Suffix();

    /// <summary>'Him in June', 'the day before that': somebody or something said before.</summary>
    [GeneratedRegex(
        @"^(?:he|him|her|hers|she|it|its|they|them|their|there)\b|\b(?:him|her|it|them|there|that|this|these|those)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Leaning();

    [GeneratedRegex(
        @"\b(?:who|whom|whose|what|when|where|which|why|how|did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|if|whether|am|be"
        + @"|been)(?:['’]?(?:s|re|d|ll))?\b"
        + @"|\b(?:хто|що|коли|де|чому|як|скільки|який|яка|яке|які|чи|кого|кому|куди|звідки"
        + @"|кто|что|когда|где|почему|зачем|как|сколько|какой|какая|какое|какие|ли|кем|чем|ким|чим|куда|откуда|навіщо)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Asks();
}

/// <summary>What kind of overview is wanted.</summary>
public enum OverviewKind
{
    /// <summary>The news of the newest days, or of the days named, whatever it is about.</summary>
    Latest,

    /// <summary>What is newest on a topic.</summary>
    LatestOn,

    /// <summary>What happened to somebody or something.</summary>
    Happened,

    /// <summary>A topic in short.</summary>
    Summary,
}
