namespace NewsBot.Chats;

/// <summary>The stories of a digest, kept once for all chats that got the same one.</summary>
/// <param name="End">The end of its window, UTC.</param>
/// <param name="Stories">In its order; empty when there was no news.</param>
internal sealed record SentDigest(DateTimeOffset End, IReadOnlyList<SentStory> Stories)
{
    /// <summary>The ids of the articles of all stories: the first of each, then the second of each, and so on, so that the beginning is about every story.</summary>
    public IReadOnlyList<string> ArticleIds =>
    [..
        Stories.SelectMany(story => story.ArticleIds.Select((id, rank) => (Id: id, Rank: rank))).OrderBy(article => article.Rank).Select(article => article.Id).Distinct(StringComparer.Ordinal)
    ];
}
