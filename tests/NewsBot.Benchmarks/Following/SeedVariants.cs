using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Benchmarks.Following;

/// <summary>Any number of articles made from the seeds: each has other names than the one before, and one word that is its own.</summary>
internal sealed class SeedVariants
{
    private const string Vowels = "aeiou";

    private readonly string[] bodies = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), "*.md").Order(StringComparer.Ordinal).Select(BodyOf)];
    private readonly string run = Letters(Environment.ProcessId);

    /// <summary>The word that only the article with this number has.</summary>
    public string WordOf(int number) => $"zq{run}x{Letters(number)}q";

    /// <summary>The article's id.</summary>
    public string IdOf(int number) => $"follow-{run}-{number}";

    /// <summary>The article with this number, published now.</summary>
    public Article Make(int number, DateTimeOffset now)
    {
        var body = Rename(bodies[number % bodies.Length], number / bodies.Length);
        return new Article
        {
            Id = IdOf(number),
            Title = $"{body[..body.IndexOf('.', StringComparison.Ordinal)]}, {WordOf(number)} reports",
            Source = "Example Wire",
            PublishedAt = now,
            Body = $"{body}\n\nThe report comes from {WordOf(number)} and its {number} readers.",
        };
    }

    /// <summary>Moves the vowels of words that begin with a capital letter: places and people get other names, of the same length.</summary>
    private static string Rename(string text, int turn)
    {
        var renamed = new StringBuilder(text);
        var isName = false;
        for (var i = 0; i < renamed.Length; i++)
        {
            var letter = renamed[i];
            isName = char.IsAsciiLetter(letter) && (i > 0 && char.IsLetter(renamed[i - 1]) ? isName : char.IsAsciiLetterUpper(letter));
            if (isName && Vowels.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var vowel)
                renamed[i] = Vowels[(vowel + (turn >> (i % 7))) % Vowels.Length];
        }

        return renamed.ToString();
    }

    private static string BodyOf(string file)
    {
        var text = File.ReadAllText(file);
        return text[(text.IndexOf("\n---", StringComparison.Ordinal) + 4)..].Trim();
    }

    private static string Letters(int number)
    {
        var letters = new StringBuilder();
        for (; number > 0 || letters.Length == 0; number /= 20)
            letters.Append("bcdfghjklmnprstvwxyz"[number % 20]);
        return letters.ToString();
    }
}
