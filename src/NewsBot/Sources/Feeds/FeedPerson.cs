namespace NewsBot.Sources.Feeds;

/// <summary>Who wrote something, out of the ways in which feeds write a name and an address of mail in one text.</summary>
internal static class FeedPerson
{
    private static readonly char[] Around = ['(', ')', '<', '>', '[', ']', ',', ';', ':', '-', '"', ' ', '\t', '\n', '\u00A0'];

    /// <summary>The name and the address of mail in 'mail (name)', 'name (mail)', 'name &lt;mail&gt;' or one of them alone; null for what is missing.</summary>
    public static (string? Name, string? Mail) Read(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return (null, null);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return (text, null);
        var start = at;
        while (start > 0 && IsMailPart(text[start - 1]))
            start--;
        var end = at + 1;
        while (end < text.Length && IsMailPart(text[end]))
            end++;
        while (end > at && text[end - 1] is '.')
            end--;
        var mail = text[start..end];
        // '@handle' is a name, and so is what has no domain.
        if (start == at || mail.AsSpan(mail.IndexOf('@', StringComparison.Ordinal)).IndexOf('.') < 0)
            return (text, null);
        var before = text[..start].Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).TrimEnd(Around).TrimStart(' ', '"', '<');
        var after = text[end..].Trim(Around);
        var name = before.Length > 0 && after.Length > 0 ? $"{before} {after}" : before + after;
        return (Balanced(name), mail);
    }

    private static string? Balanced(string name) =>
        name.Length == 0 ? null
        : name.Contains('(', StringComparison.Ordinal) && !name.Contains(')', StringComparison.Ordinal) ? name + ")"
        : name;

    private static bool IsMailPart(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '\'' or '~' or '@' or '&' or '!' or '$' or '#' or '*' or '=';
}
