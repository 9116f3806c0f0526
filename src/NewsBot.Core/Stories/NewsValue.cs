using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>Tells reports of events from the rest of a feed: puzzles, horoscopes, offers, newsletters, listings, comment.</summary>
/// <remarks>English. A title may always say of an event what these patterns say of none; so they look for set phrases, not for subjects.</remarks>
public static partial class NewsValue
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int TimeoutMilliseconds = 60_000;

    /// <summary>How much an article counts as news.</summary>
    /// <param name="article">Judged by its title and by the sections that its address names.</param>
    /// <returns>0 for an article that reports no event and belongs in no digest, 0.5 for comment, reviews, live pages and advice, 1 for the rest.</returns>
    public static double Of(Article article)
    {
        var path = PathOf(article.Url);
        if (Pastime().IsMatch(article.Title) || Offer().IsMatch(article.Title) || Listing().IsMatch(article.Title) || EmptySection().IsMatch(path))
            return 0;
        return Comment().IsMatch(article.Title) || Advice().IsMatch(article.Title) || CommentSection().IsMatch(path) ? 0.5 : 1;
    }

    /// <summary>The address from its path on, without the query.</summary>
    private static ReadOnlySpan<char> PathOf(string? url)
    {
        var address = url.AsSpan();
        var host = address.IndexOf("://", StringComparison.Ordinal);
        if (host < 0)
            return [];
        address = address[(host + 3)..];
        var path = address.IndexOf('/');
        if (path < 0)
            return [];
        address = address[path..];
        var query = address.IndexOfAny('?', '#');
        return query < 0 ? address : address[..query];
    }

    [GeneratedRegex(
        @"\b(horoscopes?|zodiac|crosswords?|sudoku|wordle|quordle|nerdle|heardle|spelling bee answers?|connections (puzzle |hints?|answers?)"
        + @"|(puzzle|game) (hints?|answers?)|hints?,? (and|&) answers?|(news|weekly|daily|weekend|trivia|pub|the) quiz\b"
        + @"|quiz( of the (day|week|month|year)|:)|brain ?teasers?|(winning )?lottery numbers|powerball (numbers|jackpot)"
        + @"|(cartoon|photos?|picture|word|joke|quote|recipe)s? of the (day|week))\b",
        Options, TimeoutMilliseconds)]
    private static partial Regex Pastime();

    [GeneratedRegex(
        @"\b(sponsored|advertorial|paid (post|content)|partner content|promo codes?|coupons?|discount codes?|voucher codes?|gift guides?"
        + @"|(best|early|top|hot|today'?s|daily) ([\w'-]+ ){0,4}deals?|deals? (of the (day|week)|under \$)"
        + @"|(is|are|now|just|for|at|get|save|up to|drops? to) (only )?[$£€]?\d+%? off|save (up to )?[$£€]\d+|prime (day|big deal days?)"
        + @"|black friday|cyber monday|on sale (now|for|at)|lowest price|all-time low price|cheapest|where (to|you can) (buy|pre-?order)"
        + @"|how to pre-?order|pre-?orders? (guide|deals)|is hiring|(\d+|the) best ([\w'&-]+ ){1,6}(of|for|in) 20\d\d"
        + @"|best [\w'&-]+( [\w'&-]+){0,5} (of|for|in) 20\d\d)\b|[$£€]\d[\d,.]* off\b|\d+% off\b|(^|\W)#?ad:",
        Options, TimeoutMilliseconds)]
    private static partial Regex Offer();

    [GeneratedRegex(
        @"\bnewsletter\b"
        + @"|\b(morning|evening|daily|weekly|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)('s)? (briefing|report|roundup"
        + @"|round-up|digest|headlines|news ?wrap|edition)( ?[:—–|-]|\W*$)"
        + @"|^(first ?ft|first thing|the papers|today in |this week in |what'?s on|corrections?\b|in brief|news in brief)|\| first thing$"
        + @"|\b(how to watch|what time is|when is it and|tv (guide|channel|schedule|listings)|live ?stream (details|info)"
        + @"|what to watch (tonight|this)|full schedule|start time|box office preview|weather forecast for|obituaries for|mugshots of the"
        + @"|(photos|pictures|news|stories) of the (week|day))\b|^(more|untitled|video|watch|read more)\W*(&raquo;|»)?\W*$",
        Options, TimeoutMilliseconds)]
    private static partial Regex Listing();

    [GeneratedRegex(
        @"^(opinion|editorial|comment|analysis|column|letters?|review|podcast|video|watch|photos?|explainer|explained|live|live updates|timeline"
        + @"|interview)( ?[:|—–-])"
        + @"|\b(podcast|live ?blog|live updates?|as it happened|in pictures|in photos|in charts|review|editorial|watch live|the view on"
        + @"|guardian view on|letters to the editor)\b\W*(\||$)|\| [\p{L}.'’-]+( [\p{L}.'’-]+){1,4}$"
        + @"|[–—-] (live|live updates|podcast|video|review|in pictures)( .{0,24})?$|^(?-i:[A-Z][A-Z .'’-]{6,40}): ",
        Options, TimeoutMilliseconds)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^(how to|here'?s (how|what|why)|here’s (how|what|why)|what (to know|we know|you need)|everything (you|we)|why you should"
        + @"|(\d+|three|four|five|six|seven|eight|nine|ten) (\w+ ){0,4}(ways|things|tips|tricks|reasons|features|apps|best|takeaways|questions"
        + @"|recipes)|what to expect|fact-?check(ing)?|the best|best|top \d+)\b"
        + @"|\b(recipes?|hands-on|tips and tricks|what (to|you need to) know|what we know( so far)?|everything (announced|we know|you need to know)"
        + @"|ranked|buying guide|beginner'?s guide|walkthrough|endings guide)\b",
        Options, TimeoutMilliseconds)]
    private static partial Regex Advice();

    [GeneratedRegex(
        @"/(horoscopes?|astrology|crosswords?|puzzles?(-and-games)?|games-and-puzzles|quizz?(es)?|deals?|coupons?|shopping|sponsored"
        + @"|sponsor-content|advertorial|brandvoice|paid-?(post|content)|partner-content|newsletters?|lottery|obituar(y|ies)|recipes?)/", Options, TimeoutMilliseconds)]
    private static partial Regex EmptySection();

    [GeneratedRegex(
        @"/(opinions?|commentisfree|comment|editorials?|letters|columns?|columnists|podcasts?|audio|reviews?|live-?blogs?|live|blogs?|how-to"
        + @"|advice|lifestyle|life-style|video|videos|gallery|picture)/", Options, TimeoutMilliseconds)]
    private static partial Regex CommentSection();
}
