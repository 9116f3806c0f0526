namespace NewsBot.Core.Articles;

/// <summary>Tells whether two outlets are one, written as a name or as a host: 'The Coast Daily' and 'coastdaily.com'.</summary>
public sealed class OutletName : IEqualityComparer<string>
{
    // 'example.co.uk' is called by the label before these two.
    private static readonly string[] SecondLevels = ["co", "com", "org", "net", "gov", "edu", "ac"];

    private OutletName()
    {
    }

    /// <summary>Compares outlets.</summary>
    public static OutletName Comparer { get; } = new();

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) =>
        string.Equals(x, y, StringComparison.OrdinalIgnoreCase) || (x is not null && y is not null && Key(x) is { Length: > 0 } key && key == Key(y));

    /// <inheritdoc/>
    public int GetHashCode(string obj) => Key(obj).GetHashCode(StringComparison.Ordinal);

    /// <summary>Its letters and digits in lower case, without 'The'; of a host, those of its own label. Empty for a name without any.</summary>
    public static string Key(string outlet)
    {
        var name = outlet.Trim();
        if (!name.Contains(' ', StringComparison.Ordinal) && name.Trim('.').Contains('.', StringComparison.Ordinal))
        {
            var labels = name.Trim('.').Split('.');
            var last = labels.Length - 2;
            if (last > 0 && SecondLevels.Contains(labels[last], StringComparer.OrdinalIgnoreCase))
                last--;
            name = labels[last];
        }

        var letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.StartsWith("the", StringComparison.Ordinal) && letters.Length > 6 ? letters[3..] : letters;
    }
}
