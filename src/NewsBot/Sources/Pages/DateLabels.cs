using System.Text.RegularExpressions;

namespace NewsBot.Sources.Pages;

/// <summary>Finds in a line what tells its date, and from its label which of two is that of publication: 'Updated 5 June 2025 | Published 2 June 2025'.</summary>
internal static partial class DateLabels
{
    private static readonly char[] Separators = ['|', '·', '•', '\n'];

    // The beginnings of labels, in the languages of most pages.
    private static readonly string[] Changes =
    [
        "updated", "last updated", "last modified", "modified", "оновлено", "останнє оновлення", "обновлено", "aktualisiert", "zuletzt", "mis à jour", "actualizado",
        "aggiornato", "aktualizacja", "zaktualizowano", "atualizado", "güncellen", "güncelleme", "son güncelleme",
        "bijgewerkt", "aktualizováno", "päivitetty", "oppdatert", "opdateret", "uppdaterad",
        "수정", "업데이트", "更新", "修改",
    ];

    private static readonly string[] Publications =
    [
        "first published", "published", "posted", "опубліковано", "опубликовано", "veröffentlicht", "erstellt", "publié", "publicado", "pubblicato", "opublikowano",
        "dodano", "utworzono", "yayınlan", "yayımlan", "yayın tarihi", "eklenme", "oluşturulma",
        "gepubliceerd", "geplaatst", "publikováno", "julkaistu", "publisert", "publiceret", "publicerad", "입력", "등록", "发布", "發布", "公開", "掲載",
    ];

    /// <summary>Whether the text begins with a word for a change.</summary>
    public static bool OpensChange(string text) => Array.Exists(Changes, label => text.AsSpan().TrimStart().StartsWith(label, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the text begins with a word for its author: 'By', 'Von', 'Автор:'.</summary>
    public static bool OpensAuthor(string text) => AuthorFirst().IsMatch(text);

    /// <summary>Whether a date of publication and one of a change are both labelled.</summary>
    public static bool HasBoth(string text) => FirstOf(Publications, text) >= 0 && FirstOf(Changes, text) >= 0;

    /// <summary>The text without the date that is labelled as the one of a change, where another stands beside it.</summary>
    public static string WithoutChange(string text)
    {
        var change = FirstOf(Changes, text);
        var published = FirstOf(Publications, text);
        if (change < 0)
            return text;
        if (published >= 0)
            return (change > published ? text[published..change] : text[published..]).TrimEnd(' ', '.');
        // '2 June 2025, updated 5 June 2025'
        return text.AsSpan(0, change).IndexOfAnyInRange('0', '9') >= 0 ? text[..change] : text;
    }

    /// <summary>What may be the date of a line: all of it, what stands before its author ('2 June 2025 by Ann Lee'), and its parts ('Ann Lee | 2 June 2025').</summary>
    public static IEnumerable<string> Readings(string text)
    {
        yield return text;
        if (Author().Match(text) is { Success: true } author)
            yield return text[..author.Index];
        foreach (var part in text.Split(Separators, StringSplitOptions.TrimEntries))
        {
            if (part.Any(char.IsDigit))
                yield return part;
        }
    }

    private static int FirstOf(string[] labels, string text)
    {
        var first = -1;
        foreach (var label in labels)
        {
            if (text.IndexOf(label, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (first < 0 || at < first))
                first = at;
        }

        return first;
    }

    [GeneratedRegex(
        @"^\s*(?:written by|by|von|par|por|di|de|door|av|af|przez|autor\w*:?|author:?|автор\w*:?|text:|текст:) (?=\p{Lu})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AuthorFirst();

    [GeneratedRegex(@"(?<=\d[\w:]*,?) (?:by|von|par|por|di|da|de|door|av|af|przez|автор:?|від) (?=\p{Lu})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Author();
}
