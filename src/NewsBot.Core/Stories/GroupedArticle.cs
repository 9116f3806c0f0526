using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>An article that a <see cref="StoryGrouper"/> holds.</summary>
/// <param name="article">The first of those that share its text.</param>
/// <param name="textKey">What <see cref="CopyKey"/> knows that text by.</param>
/// <param name="features">What it was counted with.</param>
internal sealed class GroupedArticle(Article article, string textKey, StoryFeature[] features)
{
    /// <summary>The first of those that share its text.</summary>
    public Article Article { get; } = article;

    /// <summary>What <see cref="CopyKey"/> knows that text by.</summary>
    public string TextKey { get; } = textKey;

    /// <summary>What it was counted with.</summary>
    public StoryFeature[] Features { get; } = features;

    /// <summary>Later articles with the same text.</summary>
    public List<Article> Copies { get; } = [];

    /// <summary>The number of the group that it is in.</summary>
    public long Group { get; set; }
}
