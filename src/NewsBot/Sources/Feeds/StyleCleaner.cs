namespace NewsBot.Sources.Feeds;

/// <summary>Takes out of an inline style what loads, runs or moves something over the page.</summary>
internal static class StyleCleaner
{
    // 'expression(' ran scripts, '\' and comments hide words from a check, 'url(' and '@import' load.
    private static readonly string[] Dangerous = ["\\", "/*", "expression", "javascript", "vbscript", "url(", "url (", "@", "<", "behavior", "-moz-binding", "&#"];

    /// <summary>The very same text when all of it is harmless; else its harmless declarations ('color: red; width: 2em;'); null when none is.</summary>
    public static string? Clean(string style)
    {
        // A reference for a quotation mark is common in names of fonts and harmless.
        var plain = style.Replace("&quot;", "'", StringComparison.Ordinal);
        var kept = new List<string>();
        var isChanged = false;
        foreach (var declaration in plain.Split(';'))
        {
            if (string.IsNullOrWhiteSpace(declaration))
                continue;
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            var property = colon < 0 ? "" : declaration[..colon].Trim();
            var value = colon < 0 ? "" : declaration[(colon + 1)..].Trim();
            if (value.Length > 0 && IsHarmless(property, value))
                kept.Add($"{property}: {value};");
            else
                isChanged = true;
        }

        return !isChanged ? style : kept.Count > 0 ? string.Join(' ', kept) : null;
    }

    private static bool IsHarmless(string property, string value) =>
        (HtmlAllowed.Properties.Contains(property) || Array.Exists(HtmlAllowed.PropertyFamilies, family => property.StartsWith(family, StringComparison.OrdinalIgnoreCase)))
        && !Array.Exists(Dangerous, danger => value.Contains(danger, StringComparison.OrdinalIgnoreCase));
}
