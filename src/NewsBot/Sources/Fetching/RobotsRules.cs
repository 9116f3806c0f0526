using System.Globalization;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Fetching;

/// <summary>The rules of a robots.txt for one robot (RFC 9309).</summary>
/// <remarks>Immutable; safe for concurrent use.</remarks>
internal sealed class RobotsRules
{
    /// <summary>How much of a robots.txt has to be read, in bytes: 500 KiB (RFC 9309, section 2.5).</summary>
    public const int MaxBytes = 500 * 1024;

    private const string Everybody = "*";

    private readonly IReadOnlyList<Rule> rules;

    private RobotsRules(IReadOnlyList<Rule> rules, TimeSpan? crawlDelay)
    {
        (this.rules, CrawlDelay) = (rules, crawlDelay);
        Chars = rules.Sum(rule => rule.Pattern.Length);
    }

    /// <summary>Everything is allowed.</summary>
    public static RobotsRules AllowAll { get; } = new([], crawlDelay: null);

    /// <summary>The time that is asked for between two requests ('Crawl-delay', in seconds; no part of the RFC); null when none is.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Size of the rules in UTF-16 units, for whoever keeps many.</summary>
    public int Chars { get; }

    /// <summary>Reads a robots.txt; lines that are not rules are passed over.</summary>
    /// <param name="text">The file; a byte order mark does not count.</param>
    /// <param name="product">The robot's name; letters, '-' and '_'. Upper and lower case are the same.</param>
    /// <returns>The rules of every group for that robot; where it has none, those of every group for all ('*').</returns>
    public static RobotsRules Parse(string text, string product)
    {
        var own = new Group();
        var everybody = new Group();
        var (forOwn, forEverybody, namesAgents) = (false, false, false);
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            var content = line.IndexOf('#') is >= 0 and var comment ? line[..comment] : line;
            var colon = content.IndexOf(':');
            if (colon < 0)
                continue;
            var key = content[..colon].Trim();
            var value = content[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // Lines in a row name the robots of one group; the first after a rule begins another.
                if (!namesAgents)
                    (forOwn, forEverybody) = (false, false);
                namesAgents = true;
                forOwn |= ProductOf(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                forEverybody |= value is Everybody;
                own.IsNamed |= forOwn;
            }
            else if (key.Equals("allow", StringComparison.OrdinalIgnoreCase) || key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                namesAgents = false;
                if (value.Length > 0 && (forOwn || forEverybody))
                    Add(own, everybody, Rule.From(value.ToString(), isAllowed: key.Length == "allow".Length));
            }
            else if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
            {
                namesAgents = false;
                var delay = Seconds(value);
                own.Delay = forOwn ? delay ?? own.Delay : own.Delay;
                everybody.Delay = forEverybody ? delay ?? everybody.Delay : everybody.Delay;
            }
        }

        var chosen = own.IsNamed ? own : everybody;
        return new RobotsRules(chosen.Rules, chosen.Delay);

        void Add(Group first, Group second, Rule rule)
        {
            if (forOwn)
                first.Rules.Add(rule);
            if (forEverybody)
                second.Rules.Add(rule);
        }
    }

    /// <summary>Whether a page may be fetched: the longest rule that fits decides, of equally long ones the one that allows.</summary>
    /// <param name="pathAndQuery">Begins with '/'; percent-encoded or not.</param>
    public bool Allows(string pathAndQuery)
    {
        var path = CanonicalUrl.PercentEncode(pathAndQuery);
        if (path is "/robots.txt")
            return true;
        Rule? decisive = null;
        foreach (var rule in rules)
        {
            if (decisive is { } best && (rule.Length < best.Length || (rule.Length == best.Length && best.IsAllowed)))
                continue;
            if (rule.Fits(path))
                decisive = rule;
        }

        return decisive?.IsAllowed ?? true;
    }

    /// <summary>The name at the front of 'NewsBot/1.0'.</summary>
    private static ReadOnlySpan<char> ProductOf(ReadOnlySpan<char> agent)
    {
        var length = 0;
        while (length < agent.Length && (char.IsAsciiLetter(agent[length]) || agent[length] is '-' or '_'))
            length++;
        return agent[..length];
    }

    private static TimeSpan? Seconds(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds))
            : null;

    private sealed class Group
    {
        public bool IsNamed { get; set; }

        public List<Rule> Rules { get; } = [];

        public TimeSpan? Delay { get; set; }
    }

    /// <summary>A path's beginning; '*' stands for any characters, '$' at its end for the path's end.</summary>
    private readonly record struct Rule(string Pattern, bool IsAllowed, int Length, bool IsAnchored)
    {
        public static Rule From(string value, bool isAllowed)
        {
            var isAnchored = value.EndsWith('$');
            var pattern = CanonicalUrl.PercentEncode(isAnchored ? value[..^1] : value);
            return new Rule(pattern, isAllowed, pattern.Length + (isAnchored ? 1 : 0), isAnchored);
        }

        public bool Fits(string path)
        {
            var rest = path.AsSpan();
            var isFirst = true;
            var remaining = Pattern.AsSpan();
            while (true)
            {
                var star = remaining.IndexOf('*');
                var part = star < 0 ? remaining : remaining[..star];

                // Each part is taken where it comes first, which leaves the most to those that follow; the last of an anchored rule, at the end.
                var isLast = star < 0;
                var at = isFirst ? (rest.StartsWith(part) ? 0 : -1)
                    : isLast && IsAnchored ? (rest.EndsWith(part) ? rest.Length - part.Length : -1)
                    : rest.IndexOf(part);
                if (at < 0)
                    return false;
                rest = rest[(at + part.Length)..];
                if (isLast)
                    return !IsAnchored || rest.IsEmpty;
                remaining = remaining[(star + 1)..];
                isFirst = false;
            }
        }
    }
}
