namespace NewsBot.Tests.Core.Duplicates;

/// <summary>Texts of made-up words, each its own, and copies of them as outlets make them.</summary>
internal static class NewsTexts
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "ren", "sta", "vo", "du", "pel", "gri", "ta", "nor", "bes", "fu", "lin", "zar"];

    /// <summary>A text of sentences of ten words; the same for the same seed.</summary>
    public static string Make(int seed, int words)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(1, words).Select(number => Word(random) + (number % 10 == 0 ? "." : "")));
    }

    /// <summary>The beginning of a text.</summary>
    public static string Cut(string text, double share)
    {
        var words = text.Split(' ');
        return string.Join(' ', words.Take((int)(words.Length * share)));
    }

    /// <summary>The text with every so-manieth word replaced.</summary>
    public static string Edit(string text, int every)
    {
        var random = new Random(every);
        return string.Join(' ', text.Split(' ').Select((word, index) => index % every == every - 1 ? Word(random) : word));
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
