namespace NewsBot.Core.Answers.Checking;

/// <summary>A cited passage in the form in which a sentence's claims are looked up.</summary>
internal sealed class PassageClaims
{
    private readonly string folded;
    private readonly Lazy<string> foldedBody;

    /// <param name="passage">The quote with its surroundings.</param>
    /// <param name="body">The whole article, read only for words in brackets and for the fuller form of a name.</param>
    public PassageClaims(string passage, string body)
    {
        var words = ClaimText.Read(passage);
        folded = Join(words);
        foldedBody = new Lazy<string>(() => Join(ClaimText.Read(body)));
        Numbers = ClaimNumbers.In(words, countLoneOne: true).Concat(ClaimNumbers.PairsIn(words)).ToHashSet(StringComparer.Ordinal);
        Units = ClaimNumbers.UnitsIn(passage, words).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The passage's numbers by value: '5 million' is '5000000'; scores and days of a month as pairs too.</summary>
    public IReadOnlySet<string> Numbers { get; }

    /// <summary>Signs of currencies and of percent, however they are written.</summary>
    public IReadOnlySet<string> Units { get; }

    /// <summary>Whether the words, cut off at either end or not, stand in the passage one after the other.</summary>
    public bool Holds(string text) => folded.Contains(Join(ClaimText.Read(text)).Trim(), StringComparison.Ordinal);

    /// <summary>Whether the words, at least one, stand in the article one after the other.</summary>
    public bool BodyHolds(string text) => foldedBody.Value.Contains(Join(ClaimText.Read(text)), StringComparison.Ordinal);

    /// <summary>Whether the passage has the name, or its last word while the article has the whole.</summary>
    public bool HoldsName(string[] name)
    {
        var whole = " " + string.Join(' ', name) + " ";
        return folded.Contains(whole, StringComparison.Ordinal)
            || (name.Length > 1 && folded.Contains($" {name[^1]} ", StringComparison.Ordinal)
                && foldedBody.Value.Contains(whole, StringComparison.Ordinal));
    }

    private static string Join(List<ClaimWord> words) => " " + string.Join(' ', words.Select(word => word.Folded)) + " ";
}
