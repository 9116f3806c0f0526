using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Stories;
using NewsBot.Web.Access;

namespace NewsBot.Telegram.Layout;

/// <summary>Stories in a list: the headline, and below it the outlets as links to their articles.</summary>
internal static class StoryLayout
{
    private const int MaxOutlets = 4;

    /// <summary>A story of a list.</summary>
    /// <param name="story">Which.</param>
    /// <param name="number">Its place, from 1.</param>
    /// <param name="texts">The language.</param>
    /// <param name="links">What an article opens.</param>
    public static MessageBlock Entry(Story story, int number, BotTexts texts, ReaderLinks links)
    {
        var headline = story.Articles.First(article => article.Title == story.Headline);
        List<TextRun> runs = [new TextRun($"{number}. "), new TextRun(ArticleLayout.Title(headline), TextStyle.Plain, links.Open(headline))];
        var outlets = Outlets(story, headline).ToList();
        foreach (var article in outlets.Take(MaxOutlets))
        {
            runs.Add(new TextRun(runs.Count == 2 ? "\n" : ", "));
            runs.Add(new TextRun(ArticleLayout.Outlet(article), TextStyle.Italic, links.Open(article)));
        }

        if (outlets.Count > MaxOutlets)
            runs.Add(new TextRun($" +{outlets.Count - MaxOutlets}", TextStyle.Italic));
        if (story.LastReport is { } last)
            runs.Add(new TextRun((runs.Count == 2 ? "\n" : " · ") + texts.Date(last), TextStyle.Italic));
        return new MessageBlock(runs);
    }

    /// <summary>The first article of each outlet, that of the headline before the others.</summary>
    private static IEnumerable<Article> Outlets(Story story, Article headline) => story.Articles
        .Prepend(headline)
        .Where(article => DisplayText.Line(article.Source).Length > 0)
        .DistinctBy(article => article.Source, StringComparer.OrdinalIgnoreCase);
}
