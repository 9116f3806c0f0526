namespace NewsBot.Core.Digests;

/// <summary>Finds numbers about one thing that changed, or in which reports differ.</summary>
internal static class FigureChanges
{
    public static QuotedPair? FindChange(WindowStory story) => null;

    public static QuotedPair? FindDifference(WindowStory story) => null;
}
