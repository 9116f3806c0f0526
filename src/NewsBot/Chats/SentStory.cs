using NewsBot.Core.Answers;
using NewsBot.Core.Questions;

namespace NewsBot.Chats;

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
