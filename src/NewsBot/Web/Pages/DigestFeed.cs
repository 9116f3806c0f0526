using NewsBot.Core.Answers;
using NewsBot.Core.Digests;
using NewsBot.Web.Access;

namespace NewsBot.Web.Pages;

/// <summary>A digest as a feed: an entry a story, which opens its first report in the reader.</summary>
/// <param name="links">The paths of articles.</param>
internal sealed class DigestFeed(ReaderLinks links)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/digest.atom";

    /// <summary>The feed.</summary>
    /// <param name="digest">Its stories may be none.</param>
    /// <param name="address">Where the pages are opened, without a slash at the end.</param>
    public AtomFeed Of(Digest digest, string address) => new(
        "NewsBot: the news of the last day", address + Path, address + "/digest", digest.To, [.. digest.Stories.Select(story => Entry(digest, story, address))]);

    private AtomEntry Entry(Digest digest, DigestStory story, string address)
    {
        List<Citation> cited = [.. story.Sentences.SelectMany(sentence => sentence.Citations).Distinct().Select(number => digest.Citations[number - 1])];
        return new AtomEntry(
            $"{address}{ReaderLinks.Folder}{Uri.EscapeDataString(story.ArticleIds[0])}",
            story.Headline,
            cited.Max(citation => citation.Revision.Article.PublishedAt) ?? digest.To,
            address + links.PathOf(cited[0]),
            string.Join(' ', story.Sentences.Select(sentence => sentence.Text)),
            story.Outlets);
    }
}
