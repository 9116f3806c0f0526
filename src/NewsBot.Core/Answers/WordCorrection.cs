namespace NewsBot.Core.Answers;

/// <summary>A word of a question that was taken for a misspelling.</summary>
/// <param name="From">As it was typed.</param>
/// <param name="To">The word of the archive that was searched for instead, as an article writes it.</param>
public sealed record WordCorrection(string From, string To);
