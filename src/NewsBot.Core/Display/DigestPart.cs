using NewsBot.Core.Answers;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Display;

/// <summary>A line of a digest, without its wording in a language; the layout has the words.</summary>
public abstract record DigestPart
{
    private DigestPart()
    {
    }

    /// <summary>A story's headline; its other parts follow.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Text">The headline on one line.</param>
    /// <param name="IsNew">Whether the story began in the window and no earlier digest had it; otherwise it is marked as developing.</param>
    public sealed record Headline(int Number, string Text, bool IsNew) : DigestPart;

    /// <summary>A sentence of a story, word for word.</summary>
    /// <param name="Text">On one line.</param>
    /// <param name="Sources">What it rests on, at least one.</param>
    public sealed record Sentence(string Text, IReadOnlyList<Citation> Sources) : DigestPart;

    /// <summary>A number that changed: 'was 12, now 15'.</summary>
    public sealed record Change(FigureReport Before, FigureReport Now) : DigestPart;

    /// <summary>A number in which independent reports differ.</summary>
    public sealed record Difference(FigureReport One, FigureReport Other) : DigestPart;

    /// <summary>The outlets that report the story, in the order of the first reports; never empty.</summary>
    public sealed record Outlets(IReadOnlyList<OutletLink> Links) : DigestPart;

    /// <summary>The counts behind the digest; the last part.</summary>
    public sealed record Closing(int ArticleCount, int OutletCount) : DigestPart;

    /// <summary>A number with the sentence that says it.</summary>
    /// <param name="Figure">Word for word out of the sentence: '12'.</param>
    /// <param name="Text">The sentence on one line.</param>
    /// <param name="Sources">What it rests on, at least one.</param>
    public sealed record FigureReport(string Figure, string Text, IReadOnlyList<Citation> Sources);

    /// <summary>An outlet.</summary>
    /// <param name="Name">As its articles name it, on one line.</param>
    /// <param name="Url">The address of its first report; null when that has none.</param>
    public sealed record OutletLink(string Name, string? Url);
}
