using NewsBot.Core.Answers;
using NewsBot.Core.Questions;

namespace NewsBot.Chats;

/// <summary>The stories of a digest, kept once for all chats that got the same one.</summary>
/// <param name="End">The end of its window, UTC.</param>
/// <param name="Stories">In its order; empty when there was no news.</param>
internal sealed record SentDigest(DateTimeOffset End, IReadOnlyList<SentStory> Stories)
{
    /// <summary>The ids of the articles of all stories: the first of each, then the second of each, and so on, so that the beginning is about every story.</summary>
    public IReadOnlyList<string> ArticleIds =>
    [
        .. Stories.SelectMany(story => story.ArticleIds.Select((id, rank) => (Id: id, Rank: rank)))
            .OrderBy(article => article.Rank)
            .Select(article => article.Id)
            .Distinct(StringComparer.Ordinal),
    ];
}

/// <summary>A story of a digest that was sent.</summary>
/// <param name="Headline">As the digest showed it.</param>
/// <param name="Text">Its sentences, without marks.</param>
internal sealed record SentStory(string Headline, string Text)
{
    /// <summary>What the sentences cite.</summary>
    public IReadOnlyList<CitedPassage> Citations { get; init; } = [];

    /// <summary>All its articles, in the order of publication.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

    /// <summary>Its outlets, in the order of their first reports.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];
}
