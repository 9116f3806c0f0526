using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Guesses the language of a question by its letters and its commonest words.</summary>
/// <remarks>The guess decides only whether a language model is asked to translate; a text in an unknown language stays as it is.</remarks>
public static class TextLanguage
{
    /// <summary>The languages' names for prompts, by two-letter code.</summary>
    private static readonly Dictionary<string, (string Name, HashSet<string> Words)> Known = new(StringComparer.Ordinal)
    {
        ["en"] = ("English", Words("the what when who where why how which is are was were did does do has have of in on at to for and said with about from")),
        ["uk"] = ("Ukrainian", Words("що коли хто де чому як який яка які скільки чи це та у в на з до про за і й від для був була були є")),
        ["ru"] = ("Russian", Words("что когда кто где почему как какой какая какие сколько это и в на с к о за от для был была были есть")),
        ["de"] = ("German", Words("was wann wer wo warum wie welche welcher welches der die das ist sind war hat haben und in den dem von mit über nicht ein eine")),
        ["fr"] = ("French", Words("que quand qui où pourquoi comment quel quelle quels le la les est sont était a ont et dans du des de un une sur pour")),
        ["es"] = ("Spanish", Words("qué cuándo quién dónde por cómo cuál cuántos el la los las es son fue ha han y en de del un una sobre para")),
        ["it"] = ("Italian", Words("che cosa quando chi dove perché come quale quanti il lo la gli le è sono era ha hanno e di del della un una su per")),
        ["pt"] = ("Portuguese", Words("que quando quem onde porque como qual quantos o a os as é são foi tem e em do da de um uma sobre para")),
        ["pl"] = ("Polish", Words("co kiedy kto gdzie dlaczego jak który która ile czy to jest są był była i w na z do o za od dla się nie")),
    };

    /// <summary>The two-letter code; null when it is not plain.</summary>
    public static string? Of(string text)
    {
        var terms = new List<TextSpan>();
        Tokenizer.Tokenize(text, terms);
        var words = terms.ConvertAll(span => span.In(text).ToLowerInvariant());
        if (words.Count == 0)
            return null;
        var letters = words.SelectMany(word => word).Where(char.IsLetter).ToList();
        var cyrillic = letters.Count(c => c is >= '\u0400' and <= '\u04ff');
        if (cyrillic * 2 > letters.Count)
            return letters.Exists(c => c is 'і' or 'ї' or 'є' or 'ґ') ? "uk" : letters.Exists(c => c is 'ы' or 'э' or 'ё' or 'ъ') ? "ru" : Best(words, "uk", "ru");
        return letters.TrueForAll(c => c < '\u0250') ? Best(words, [.. Known.Keys.Where(code => code is not ("uk" or "ru"))]) : null;
    }

    /// <summary>The language's name in English; null when the code is not listed here.</summary>
    public static string? NameOf(string code) => Known.TryGetValue(code, out var language) ? language.Name : null;

    /// <summary>The language with most of its common words in the text; null when no one has more than every other.</summary>
    private static string? Best(List<string> words, params IReadOnlyList<string> codes)
    {
        var ranked = codes.Select(code => (Code: code, Count: words.Count(Known[code].Words.Contains))).OrderByDescending(row => row.Count).Take(2).ToList();
        return ranked[0].Count > ranked[1].Count ? ranked[0].Code : null;
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
