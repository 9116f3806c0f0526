namespace NewsBot.Core.Retrieval;

/// <summary>How common a term is in news at large, for archives too small to know.</summary>
public static class TermRarity
{
    /// <summary>How many passages of experience the table counts for.</summary>
    public const int PriorPassages = 5_000;

    /// <summary>The share of news passages that hold the term, above 0.</summary>
    /// <param name="term">Folded and stemmed.</param>
    public static double ShareOfPassages(string term) => 0.0001;
}
