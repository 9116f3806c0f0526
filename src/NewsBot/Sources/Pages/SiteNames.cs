namespace NewsBot.Sources.Pages;

/// <summary>The ways in which a site may write its own name, to tell it from the words of a headline.</summary>
internal sealed class SiteNames
{
    private const int MinWordsLeft = 2;

    // Of a script without spaces, as wide as two words.
    private const int MinWidthLeft = 12;

    private static readonly string[] Separators = [" - ", " | ", " – ", " — ", " :: ", " · ", " • ", " // ", " » "];

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>Takes a name that the site has; null and names of a letter change nothing.</summary>
    public void Add(string? name)
    {
        var letters = Letters(name ?? "");
        if (letters.Length < 2)
            return;
        names.Add(letters);
        names.Add(letters.StartsWith("the", StringComparison.Ordinal) ? letters[3..] : $"the{letters}");
        names.Add($"{letters}news");
        names.Add($"{letters}com");
    }

    /// <summary>Takes the names that a host gives: 'news.example.co.uk' calls itself 'Example', 'Example News' or 'news.example'.</summary>
    public void AddHost(string? host)
    {
        Add(host);
        if (host is null)
            return;
        var bare = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        Add(bare);
        foreach (var label in bare.Split('.').Where(label => label.Length > 3))
        {
            Add(label);
            Add($"{label}.com");
        }
    }

    /// <summary>Whether a text is one of the names, however it is written.</summary>
    public bool Contains(string text) => names.Contains(Letters(text));

    /// <summary>Whether a part of a title is one of the names, or nothing.</summary>
    public bool IsSite(string part) => Letters(part) is var letters && (letters.Length == 0 || names.Contains(letters));

    /// <summary>The title without the site's name at its end ('… - The Gazette'); as it is where too little would be left.</summary>
    public string WithoutSuffix(string title)
    {
        // An aggregator puts the name behind a title that has it already.
        for (var left = WithoutLast(title); left != title; left = WithoutLast(title))
            title = left;
        return title;
    }

    private string WithoutLast(string title)
    {
        foreach (var separator in Separators)
        {
            // A name may have a separator itself: 'The Gazette - Business'.
            for (var at = title.LastIndexOf(separator, StringComparison.Ordinal); at > 0; at = title.LastIndexOf(separator, at - 1, StringComparison.Ordinal))
            {
                if (Contains(title[(at + separator.Length)..]) && title[..at].Trim() is var left && IsHeadline(left))
                    return left;
            }
        }

        return title;
    }

    // A headline of one word would hide behind the name of the site: 'Weather'.
    private static bool IsHeadline(string left) => left.Split(' ').Length >= MinWordsLeft || (PageBlock.IsOfDense(left) && PageBlock.WidthOf(left) >= MinWidthLeft);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
