using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>An article that a <see cref="StoryGrouper"/> holds.</summary>
/// <param name="article">The first of those that share its text.</param>
/// <param name="textKey">The key of that text, see <see cref="CopyKey"/>.</param>
/// <param name="features">The features that it was counted with.</param>
internal sealed class GroupedArticle(Article article, string textKey, StoryFeature[] features)
{
    /// <summary>The first of those that share its text.</summary>
    public Article Article { get; } = article;

    /// <summary>The key of that text, see <see cref="CopyKey"/>.</summary>
    public string TextKey { get; } = textKey;

    /// <summary>The features that it was counted with.</summary>
    public StoryFeature[] Features { get; } = features;

    /// <summary>Later articles with the same text.</summary>
    public List<Article> Copies { get; } = [];

    /// <summary>The number of the group that it is in.</summary>
    public long Group { get; set; }
}
