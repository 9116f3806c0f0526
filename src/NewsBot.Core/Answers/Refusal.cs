using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers;

/// <summary>The reason for no answer, as facts that any language can word.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Name">For <see cref="RefusalKind.NameMissing"/> the name as the question has it; null for every other kind.</param>
public sealed record Refusal(RefusalKind Kind, string? Name = null)
{
    private const string Help = "I answer questions about the news in this archive; ask, for example, who said what, when something happened, or how many were hurt.";

    /// <summary>The reason in English, one or two plain sentences.</summary>
    public string Sentence => Kind switch
    {
        RefusalKind.NothingFound => "The archive has nothing on this.",
        RefusalKind.NameMissing => $"The archive does not say: what comes nearest does not mention {Name}.",
        RefusalKind.NotSaid => "The archive does not say: there is coverage that comes near, but nothing in it answers the question.",
        RefusalKind.NothingMore => "The archive has nothing more on this.",
        RefusalKind.FailedCheck => "What was found did not stand up to a comparison with its sources, so there is no answer.",
        RefusalKind.Empty => "The question is empty. " + Help,
        RefusalKind.NoWords => Help,
        RefusalKind.NoSubject => "That names nothing to look for. " + Help,
        RefusalKind.Greeting => "Hello! " + Help,
        RefusalKind.Thanks => "You are welcome. " + Help,
        RefusalKind.NoNewsQuestion => "That is no question about news. " + Help,
        _ => throw new InvalidOperationException($"There is no sentence for {Kind}."),
    };
}
