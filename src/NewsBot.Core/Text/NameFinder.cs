namespace NewsBot.Core.Text;

/// <summary>Finds names by their capitals, their words and their neighbours; no model, no list of all names.</summary>
public static class NameFinder
{
    /// <summary>The names in a sentence, in order, without overlap.</summary>
    /// <param name="text">The text; never changed.</param>
    /// <param name="sentence">The sentence; its first word is capitalised anyway, and so tells little.</param>
    /// <returns>
    /// Longest sequences of capitalised words with their inner particles. In a headline whose words are mostly
    /// capitalised, only what the gazetteer knows. Months and weekdays are not names.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The sentence does not lie in the text.</exception>
    /// <remarks>Linear in the sentence's length. English.</remarks>
    public static List<NameMention> Find(string text, TextSpan sentence)
    {
        var known = Gazetteer.Scan(text, sentence);
        return new NameReader(text, sentence, known).Read();
    }
}
