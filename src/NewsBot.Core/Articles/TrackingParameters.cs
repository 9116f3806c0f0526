using System.Collections.Frozen;

namespace NewsBot.Core.Articles;

/// <summary>Tells the parameters of an address that say where its reader came from, from those that name the document.</summary>
/// <param name="host">In lower case, without 'www.'.</param>
/// <param name="path">In canonical spelling, from its first slash, or empty.</param>
/// <remarks>
/// Some names always track. Others are judged by what stands in them, by their value, and by whether the path names a document without them: then a campaign, a channel or a way of
/// sharing can only track, and where the path is a whole headline, so does a mere switch. What nothing tells of stays: an article with two addresses is found by its text, but of
/// two articles with one address the first is lost. The lists are in tracking-parameters.txt beside this file.
/// </remarks>
internal sealed class TrackingParameters(string host, string path)
{
    // 'pool-closed-until-friday' is a headline.
    private const int MinHyphens = 3;

    // Parts of this length are found in names without a mark between the words.
    private const int MinPart = 7;

    // 'sf106500452=1', by which a service of posts in social networks counts.
    private const int MinPostDigits = 6;

    private const string Clid = "clid";

    // 'rss2' is RSS.
    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly Dictionary<string, string[]> Lists = Load();

    private static readonly FrozenSet<string> Always = Set("always");
    private static readonly FrozenSet<string> Numbered = Set("numbered");
    private static readonly FrozenSet<string> ByWord = Set("word");
    private static readonly FrozenSet<string> Strong = Set("strong");
    private static readonly FrozenSet<string> Weak = Set("weak");
    private static readonly FrozenSet<string> Channels = Set("channel");
    private static readonly FrozenSet<string> BesideChannels = Set("beside");
    private static readonly FrozenSet<string> Switches = Set("switch");
    private static readonly FrozenSet<string> Called = Set("called");
    private static readonly FrozenSet<string> Documents = Set("document");
    private static readonly FrozenSet<string> Generic = Set("generic");
    private static readonly string[] Beginnings = Lists["beginning"];

    /// <summary>Parameters that track, or ask for another edition of the document, by name and value together.</summary>
    private static readonly FrozenSet<string> Pairs = FrozenSet.ToFrozenSet(
        [
            "output=amp", "outputtype=amp", "stream=top",
            .. from name in (string[])["from", "ref", "source", "src", "s"] from way in Lists["way"] select $"{name}={way}",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] ScriptEndings = [".php", ".asp", ".aspx", ".jsp", ".cgi", ".pl", ".do", ".dll"];

    private readonly string[] ofHost = OfHost(host);
    private readonly bool namesDocument = NamesDocument(path);
    private readonly bool isHeadline = LastPart(path).ToString().Count(c => c is '-' or '_') >= MinHyphens;

    /// <summary>Whether the parameter says nothing of the document.</summary>
    /// <param name="name">Not empty, as it stands in the address.</param>
    /// <param name="value">The same; empty where there is none.</param>
    public bool Contains(string name, string value)
    {
        if (Always.Contains(name) || Pairs.Contains($"{name}={value}") || ofHost.Contains(name, StringComparer.OrdinalIgnoreCase)
            || Array.Exists(Beginnings, beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)))
            return true;
        var isNumber = IsNumber(value);
        if (Numbered.Contains(name) && (namesDocument || !isNumber))
            return true;
        if (!namesDocument)
            return false;
        return ByWord.Contains(name) || Strong.Contains(name)
            ? !isNumber
            : !Documents.Contains(name) && (HasPart(name, isNumber) || IsPostNumber(name) || IsChannel(value) || (isHeadline && Switches.Contains(value)));
    }

    /// <summary>Whether one of the words of a name tells that it tracks.</summary>
    private static bool HasPart(string name, bool isNumber)
    {
        if (name.EndsWith(Clid, StringComparison.OrdinalIgnoreCase)
            || Strong.Any(part => part.Length >= MinPart && part.Length < name.Length && name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            return true;
        var words = Words(name);
        return words.Count > 1 && (words.Exists(Strong.Contains) || (!isNumber && words.Exists(Weak.Contains) && !words.Exists(Called.Contains)));
    }

    /// <summary>The words of a name, between marks and before capitals: 'act', 'Source'.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsAsciiLetterOrDigit(name[i]) && !(i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1])))
                continue;
            if (i > start)
                words.Add(name[start..i]);
            start = i < name.Length && char.IsAsciiLetterOrDigit(name[i]) ? i : i + 1;
        }

        return words;
    }

    /// <summary>Whether a value is a channel, and nothing but words that stand beside one: 'rss-news'; 'twitter-fined' is a headline.</summary>
    private static bool IsChannel(string value)
    {
        var words = Words(Uri.UnescapeDataString(value).ToLowerInvariant()).ConvertAll(word => word.TrimEnd(Digits));
        return words.Exists(Channels.Contains) && words.TrueForAll(word => Channels.Contains(word) || BesideChannels.Contains(word) || word.Length == 0);
    }

    private static bool IsPostNumber(string name) =>
        name.StartsWith("sf", StringComparison.OrdinalIgnoreCase) && name.Length - "sf".Length >= MinPostDigits && IsNumber(name.AsSpan("sf".Length));

    private static bool IsNumber(ReadOnlySpan<char> value) => value.Length > 0 && !value.ContainsAnyExceptInRange('0', '9');

    private static ReadOnlySpan<char> LastPart(string path) => path.AsSpan(path.LastIndexOf('/') + 1);

    /// <summary>Whether the last part of a path names one document: 'pier-opens', '20413', 'pool.html', 'pool'; not 'story', 'full-story' or 'read.php'.</summary>
    private static bool NamesDocument(string path)
    {
        var last = LastPart(path).ToString();
        if (Words(last) is { Count: > 1 } words && words.TrueForAll(Generic.Contains))
            return false;
        if (last.AsSpan().ContainsAny('-', '_') || last.AsSpan().ContainsAnyInRange('0', '9'))
            return !Array.Exists(ScriptEndings, ending => last.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var dot = last.LastIndexOf('.');
        var name = dot > 0 ? last[..dot] : last;
        return name.Length > 2 && !Generic.Contains(name) && !Array.Exists(ScriptEndings, ending => last.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The names that track on a host or the site above it: 'author.substack.com'.</summary>
    private static string[] OfHost(string host)
    {
        for (var at = 0; at >= 0; at = host.IndexOf('.', at) is var dot and >= 0 ? dot + 1 : -1)
        {
            if (Lists.TryGetValue($"@{host[at..]}", out var names))
                return names;
        }

        return [];
    }

    private static FrozenSet<string> Set(string name) => Lists[name].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string[]> Load()
    {
        using var stream = typeof(TrackingParameters).Assembly.GetManifestResourceStream("NewsBot.Core.Articles.tracking-parameters.txt")
            ?? throw new InvalidOperationException("The assembly lacks its list of parameters.");
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(": ", 2) is [[not '#', ..] name, var words])
                lists[name] = [.. lists.GetValueOrDefault(name, []), .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }

        return lists;
    }
}
