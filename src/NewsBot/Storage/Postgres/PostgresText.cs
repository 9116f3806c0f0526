namespace NewsBot.Storage.Postgres;

/// <summary>Text as PostgreSQL keeps it.</summary>
internal static class PostgresText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text, as long as it was: U+FFFD takes the place of NUL and of halves of a surrogate pair, which UTF-8 in PostgreSQL cannot hold.</summary>
    public static string Clean(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var clean = text.ToCharArray();
        for (var index = 0; index < clean.Length; index++)
        {
            if (index + 1 < clean.Length && char.IsSurrogatePair(clean[index], clean[index + 1]))
                index++;
            else if (clean[index] == '\0' || char.IsSurrogate(clean[index]))
                clean[index] = Replacement;
        }

        return new string(clean);
    }

    /// <inheritdoc cref="Clean"/>
    public static string? CleanOrNull(string? text) => text is null ? null : Clean(text);
}
