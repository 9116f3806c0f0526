using System.Text.RegularExpressions;

namespace NewsBot.Core.Questions;

/// <summary>Takes greetings, thanks and courtesies off a question: they say nothing of its subject.</summary>
/// <remarks>Only where a question begins behind them: 'Hello Kitty' and 'Cheers' are subjects.</remarks>
public static partial class SocialWords
{
    private const int MostClosings = 4;

    /// <summary>So many words may be said before or behind a question without asking anything.</summary>
    private const int MostAddress = 16;

    // What a question begins with, in English, Ukrainian and Russian.
    private const string Asks =
        @"(?=(?:who(?:m|se)?|what|when|where|which|why|how|if|whether|in (?:which|what)|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
        + @"|and|but|tell me|any idea|i(?:'d|'m| am| was| would| want)|(?:may|might) i"
        + @"|хто|що|коли|де|чому|навіщо|як|скільки|наскільки|який|яка|яке|які|яким|якого|якої|якому|якій|чи|кого|кому|ким|чим|куди|звідки|доки|котр(?:ий|а|ого|ої)|розкаж(?:и|іть)"
        + @"|кто|что|когда|где|почему|зачем|как|сколько|насколько|какой|какая|какое|какие|каким|какого|какому|кем|чем|куда|откуда|котор(?:ый|ая|ого|ой)|расскаж(?:и|ите)"
        + @"|(?:в|во|у|на|до|з|зі|із|про|від|за|по|о|об|с|со|от|из|к) (?:як|кого|кому|ким|чого|чому|чим|чем|чём|що|что|как|ком|кем|котр|котор|скільк|скольк)\p{L}*)"
        + @"(?![\w’-])(?!['’](?!s\b|re\b|d\b)))";

    /// <summary>The question itself; the text as it is when it holds nothing else than such words.</summary>
    /// <param name="text">Any text.</param>
    public static string Without(string text)
    {
        var question = WithoutOpening(WithoutAddress(WithoutClosing(text.Trim())));

        // 'Thanks! Have a nice day 🙂'
        for (var closings = 0; closings < MostClosings && After().Match(question) is { Success: true, Length: > 0 } closing; closings++)
            question = question.Remove(closing.Index, closing.Length).Trim();
        return question.Any(char.IsLetterOrDigit) ? question : text;
    }

    /// <summary>Without sentences in front of a question that only greet, apologise or announce it: 'Hey there, hope you had a great weekend! Quick one: when …'.</summary>
    private static string WithoutAddress(string text)
    {
        foreach (Match begin in BehindMark().Matches(text))
        {
            var pieces = Mark().Split(text[..begin.Index]).Where(piece => piece.Any(char.IsLetterOrDigit)).ToList();
            if (pieces.Sum(WordsOf) <= MostAddress && pieces.TrueForAll(piece => Addressing().IsMatch(piece) && IsPlain(piece) && !HasName(piece)))
                return text[(begin.Index + begin.Length)..];
        }

        return text;
    }

    /// <summary>Without sentences behind a question that only thank or take leave: '? I need it for school. Thank you!'.</summary>
    private static string WithoutClosing(string text)
    {
        while (LastSentence().Match(text) is { Success: true } last && WordsOf(last.Groups["last"].Value) <= MostAddress && OnlyLeaves(last.Groups["last"].Value))
            text = text[..last.Groups["last"].Index].TrimEnd();
        return text;
    }

    /// <summary>Whether each part of it thanks, takes leave, says what the answer is for, or is a name. 'I mean the one in Hemble, thanks' says what is asked.</summary>
    private static bool OnlyLeaves(string text)
    {
        if (text.Any(char.IsAsciiDigit) || (Begins().IsMatch(text) && Leaving().Match(text) is not { Success: true, Index: 0 }))
            return false;
        var parts = Part().Split(text).Where(part => part.Any(char.IsLetter)).Select(part => part.Trim()).ToList();
        return parts.Exists(part => Leaving().IsMatch(part))
            && parts.TrueForAll(part => Leaving().IsMatch(part) || (Excuse().IsMatch(part) && !HasName(part)) || (part != parts[0] && Signature().IsMatch(part)));
    }

    private static int WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Whether it has no other words than people greet and announce a question with; 'hello kitty cafe' has.</summary>
    private static bool IsPlain(string piece) => Word().Matches(piece).All(word => Plain().IsMatch(word.ValueSpan) || Addressing().IsMatch(word.ValueSpan));

    /// <summary>Whether a capital stands inside of it: 'Hello Kitty'. The bot's own name is none.</summary>
    private static bool HasName(string piece) => Named().IsMatch(piece.Trim());

    private static string WithoutOpening(string text)
    {
        var rest = Greetings().Replace(text, "");
        rest = CyrillicRequests().Replace(rest, "");
        return Begins().IsMatch(rest) ? Requests().Replace(rest, "") : text;
    }

    [GeneratedRegex(@"[.!,:;…–—-]+\s+(?:(?:а|і|и|й|та|but|and|so) )?" + Asks, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex BehindMark();

    // Behind a question mark, all that follows; else the last sentence.
    [GeneratedRegex(@"(?<=\?\s*)(?<last>[^?\s][^?]*)$|(?<=[\p{L}\p{N}][.!…]+\s+)(?<last>[^?.!…]+[.!…\s]*)$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LastSentence();

    [GeneratedRegex(@"[.!,:;…]+\s*|\s[–—-]\s", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[.!,;…\n]+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2}$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Signature();

    /// <summary>What the answer is for.</summary>
    [GeneratedRegex(
        @"^(?:i (?:really |just |only )?(?:need|want|ask|am asking) (?:it|this|that|an? |to know|for|because)|i['’]m asking|it(?:['’]s| is) for|(?:this|that) is for"
        + @"|for (?:my|our|a|school|work)(?!\p{L})"
        + @"|(?:мені|нам) (?:це )?(?:треба|потрібно|потрібна|цікаво)|це для|(?:мне|нам) (?:это )?(?:надо|нужно|интересно)|это для)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Excuse();

    /// <summary>Words of greeting, of asking a favour and of announcing a question.</summary>
    [GeneratedRegex(
        @"(?<![\w’-])(?:hi|hiya|hey|hello|hallo|yo|greetings|dear|good (?:day|morning|afternoon|evening)|(?:morning|evening|afternoon) all|please|pls|sorry|excuse me|quick one"
        + @"|(?:quick|small|short|one more|another) (?:one|thing|question)|one more thing|hope|thanks?|thank you|thx|bot|newsbot|i need your help|help me"
        + @"|(?:be )?(?:so )?kind)(?![\w’-])"
        + @"|(?<!\w)(?:прив[іе]т|віта[юн]|добр(?:ий|ого|ый|ое|идень|ивечір)|здрастуй|здравствуй|приветств|шановн|уважаем|перепрош|вибач|пробач|извин|прост[иі]т"
        + @"|будь(?:те)? ласк|будь"
        + @"|пожалуйст|прошу|просьб|проханн|дяку|спасиб|благодар|признател|вдячн|скаж|п[іо]дска[жз]|підкаж|поможи|допомож|цікав|интерес|питанн|запитанн|вопрос|друже"
        + @"|боте?(?!\w))\p{L}*",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Addressing();

    [GeneratedRegex(@"[\p{L}’'ʼ]+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Word();

    /// <summary>Words that say nothing of a subject beside a greeting; of Ukrainian and Russian ones the beginnings.</summary>
    [GeneratedRegex(
        @"^(?:an?|the|i|you|u|we|my|your|me|us|this|that|it|all|every(?:one|body)|guys|folks|team|friends?|mate|sir|madam|there|here|again|so|very|much|many|lots?|of|for|to|in|on"
        + @"|at|with|and|or|just|only|now|today|back|hop(?:e|ing)|ha(?:d|ve|s|ving)|is|are|am|be|been|do|doing|well|fine|ok|okay|good|great|nice|lovely|wonderful|kind|day|morning"
        + @"|afternoon|evening|night|weekend|week|time|one|more|another|quick|small|short|little|simple|questions?|things?|need|want|would|like|ask|help|bother(?:ing)?|disturb"
        + @"|trouble|first|long|excuse|i['’](?:m|d|ve)|you['’]re)$"
        + @"|^(?:(?:я|ти|ты|ви|вы|мен[іея]|мне|мені|ва[мс]|теб[ея]|тобі|на[мс]|[ву]сі|[ву]сім|все|всем|день|дня|ранок|ранку|вечор|веч[еоі]р|вечор[аи]|утр[оа]|ще|ещ[её]|тут"
        + @"|просто|дуже|очень|є|есть|маю|имею|б|бы|не|та|[ійиа]|але|но|це|это|пан[іе]?|за|до|[увзсо]|на|про|для|час[ау]?|времени|времен|дорог(?:[іи]|ие|ий|ой|ая))$"
        + @"|(?:допомож\p{L}*|допомогти|поможи\p{L}*|помочь|помогите|мож(?:еш|ете|ешь|на|но|ливо)|одн(?:е|и|і|у|о|ого|ому|им)|буд(?:у|еш|ете|ешь|ьте|ь)|справи|люб(?:і|ий|ые|ый)"
        + @"|здоров(?:енькі|і)?|ответ(?:а|ь|ьте|ите|ить)?|відпові(?:дь|ді|сти|дайте)|ласк(?:а|аві|авий|ава|аво)|ласочк\p{L}*)$"
        + @"|швидк|быстр|маленьк|невеличк|коротк|турбу|беспоко|потріб|нужн|знову|снова|щиро|наперед|заздалег|заранее|могл|сподіва|надеюс|гарн|хорош|чудов|колег)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Plain();

    /// <summary>Words of thanks and of leave.</summary>
    [GeneratedRegex(
        @"(?<![\w’-])(?:thanks|thank you|thx|(?:much|greatly|really|be|i['’]?d|i) (?:most |very |so )?appreciated?|(?:i['’]m|be) (?:very |so |most )?grateful"
        + @"|(?:best|kind|warm) (?:regards|wishes)|sincerely|goodbye|have a (?:\w+ )?(?:day|one|evening|weekend"
        + @"|night|time)|take care)(?![\w’-])"
        + @"|^(?:cheers|ta|bye|regards|yours)(?![\w’-])"
        + @"|(?<![\w’-])(?:cheers|regards|xx)\W*$"
        + @"|(?<!\w)(?:дяку|вдячн|спасиб|благодар|признател|повагою|уважением|побаченн|свидани|бувай|хай щастить|удач[іи]|всього (?:доброго|найкращого)"
        + @"|всего (?:доброго|хорошего|наилучшего)"
        + @"|гарн\p{L}+ (?:вам |тобі )?"
        + @"(?:дн|вечор|вихідн)|хорош\p{L}+ (?:вам )?(?:дн|вечер)|доброго (?:дн|вечор|здоров)|мирного (?:дн|неб|вечор|ранк)|бережіть|берегите)\p{L}*"
        + @"|^(?:будь ласка|пожалуйста)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\d|(?<=\p{L}['’]?\s)(?!News?[Bb]ot\b|Bot\b|I\b|Бот)\p{Lu}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Named();

    // Several patterns, since the compiler takes a tenth of a second for them as one.
    [GeneratedRegex(
        @"^(?>(?:"
        + @"(?:hi|hello|hey|hiya|howdy|yo|(?:evening|morning|afternoon)(?=[!,.])|good (?:morning|day|afternoon|evening)|greetings|dear"
        + @"|привіт(?:ик)?|вітаю|добрий (?:день|вечір|ранок)|доброго (?:дня|ранку|вечора|часу)|здрастуйте|привет|приветствую"
        + @"|здравствуй(?:те)?|добрый (?:день|вечер)|доброе утро|доброго времени суток"
        + @"|слава україні|моє шанування|моё почтение"
        + @"|hallo|guten (?:tag|morgen|abend)|bonjour|bonsoir|hola|buen[oa]s (?:días|tardes|noches)|ciao|buongiorno|cześć"
        + @"|dzień dobry|merhaba|selam)"
        + @"(?: (?:there|bot|newsbot|all|everyone|again|mate|guys|friend|team|sir"
        + @"|(?:(?:пане|шановн\p{L}*|любий|дорог\p{L}*|уважаем\p{L}*|многоуважаем\p{L}*) )?боте?|друже|всім|усім|шановн\p{L}*|всем|дорог\p{L}*|уважаем\p{L}*)(?![\p{L}’'-]))?"
        + @"|please|pls|plz|ok(?:ay)?|well|um+|so|(?:many |so many )?thanks(?: (?:a lot|so much|in advance|again))?"
        + @"|thank you(?: (?:very much|so much|in advance|again))?|sorry(?: to (?:bother|disturb) you)?|excuse me|(?:a |one |just a )?(?:quick |small )?question(?: for you)?"
        + @"|i(?: have|['’]ve(?: got)?) a (?:quick |small )?question(?: for you)?|i? ?hope (?:you(?: are|['’]re)(?: doing)? (?:well|fine|ok(?:ay)?)|all is well"
        + @"|this finds you well)"
        + @"|героям слава|цікаво(?=,)|интересно(?=,)|пане боте|шановний боте|уважаемый бот|(?:маю|є|у мене) (?:одне |швидке )?(?:питання|запитання)"
        + @"|(?:есть|у меня|имею) (?:один |быстрый )?вопрос"
        + @"|будь ласка|пожалуйста|(?:щиро |дуже |наперед |заздалегідь )?дякую(?: (?:наперед|заздалегідь|дуже))?|(?:большое |заранее )?спасибо(?: (?:заранее|большое))?"
        + @"|перепрошую|вибач(?:те|ай|айте)|извини(?:те)?|слухай(?:те)?|слушай(?:те)?"
        + @"|скаж(?:и|іть|ите)|п[ії]дкаж(?:и|іть)|подскаж(?:и|ите)"
        + @")[,.!:;–—-]*(?:\s+[–—-])?\s+)*",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Greetings();

    [GeneratedRegex("^" + Asks, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Begins();

    [GeneratedRegex(
        @"^(?:(?:i(?:'m| am| was) (?:just )?wondering if (?:you|anyone|someone) (?:happens? to )?(?:knows?|(?:could|can) tell me)|(?:can|could|would|will) (?:you|u"
        + @"|someone|anyone|somebody) (?:please |pls |maybe |kindly )?(?:tell me|say|explain to me|let me know|remind me)"
        + @"|(?:would|do) you mind (?:telling me|saying)|i(?: was|['’]m)? hop(?:e|ing) you (?:can|could) tell me"
        + @"|do (?:you|u) (?:happen to )?know|any idea|i(?:'d| would) (?:like|love) to know|i(?:'m| am| was) (?:just )?(?:wondering|curious|asking)|i want to know"
        + @"|(?:can|may|could|might) i (?:please )?(?:ask|know)|please tell me|i(?:'d| would) (?:like|love) to ask)[,:;–-]*\s+(?:please,? )?(?:(?:if|whether|about)\s+"
        + @"|(?<!\bsay\W+)(?=the\b)|" + Asks + @")"
        + @"|tell me[,:;–-]*\s+" + Asks + @")",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Requests();

    [GeneratedRegex(
        @"^(?:(?:чи )?(?:не )?(?:могли|міг|могла|можете|можеш|могли б|можете б) ?(?:б|би)? ?(?:ви|ти)? ?(?:мені |нам )?(?:будь ласка,? )?(?:сказати|підказати|пояснити"
        + @"|повідомити|розповісти)"
        + @"|(?:не )?(?:могли|мог|могла|можете|можешь) ?(?:бы|б|ли)? ?(?:вы|ты)? ?(?:мне |нам )?(?:пожалуйста,? )?(?:сказать|подсказать|объяснить|сообщить)"
        + @"|(?:я )?(?:хотів|хотіла|хочу|хотілося)(?: б| би)? (?:дізнатися|знати|спитати|запитати)|(?:я )?(?:хотел|хотела|хочу|хотелось)(?: бы)? (?:узнать|знать|спросить)"
        + @"|(?:чи )?(?:ви |ти )?(?:часом )?не (?:знаєте|знаєш)|(?:вы |ты )?(?:случайно )?не (?:знаете|знаешь)|мене цікавить|меня интересует|мені цікаво|мне интересно)"
        + @"[,:–-]*\s+" + Asks,
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CyrillicRequests();

    // 'Thanks' and 'cheers' go only behind a mark: in 'Did he say thank you?' they are what is asked about.
    [GeneratedRegex(
        @"(?:(?<=[\p{L}\p{N}""”’')])(?<!\b(?:say|says|said|saying|word|called|titled|song|album|film|mean|means|sang|wrote))"
        + @"\s+(?:please|pls|plz|thx|дякую|спасибо|будь ласка|пожалуйста)"
        + @"|(?<=[\p{L}\p{N}""”’')?])\s?(?:[,.!;–—-]|(?<=\?))[\s.!–—-]{0,3}"
        + @"(?:please|pls|plz|thx|cheers|ta|(?:many |so many )?thanks(?: (?:a lot|a million|so much|very much|in advance|again))?"
        + @"|thank you(?: (?:very much|so much|in advance|kindly|again))?|much appreciated"
        + @"|(?:(?:best|kind|kindest|warm|with best|with kind) regards|best wishes|yours(?: sincerely| truly)?|sincerely|з повагою|з найкращими побажаннями|с уважением"
        + @"|с наилучшими пожеланиями)"
        + @"(?:[,!.–—-]*\s+(?-i:\p{Lu})[\p{L}’'-]*\.?(?: (?-i:\p{Lu})[\p{L}’'-]*\.?){0,2})?"
        + @"|(?:best|kind) regards|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend)|bye|merci(?: d['’]avance| beaucoup)?"
        + @"|(?:vielen )?dank(?:e)?(?: im voraus)?|(?:muchas )?gracias|grazie|dzięki|teşekkürler"
        + @"|(?:щиро |дуже |наперед |заздалегідь )?дякую(?: (?:наперед|заздалегідь|дуже|за відповідь|за допомогу))?"
        + @"|(?:большое |заранее )?спасибо(?: (?:заранее|большое|за ответ|за помощь))?"
        + @"|гарного (?:дня|вечора)|хорошего (?:дня|вечера)|будь ласка|пожалуйста))(?=(?:[\s.!?:)]|🙏|🙂|😊|👋){0,8}$)(?:[\s.!:)]|🙏|🙂|😊|👋)*"
        + @"|(?<!\s)\s*(?::\)|;\)|🙏|🙂|😊|👋)+$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex After();
}
