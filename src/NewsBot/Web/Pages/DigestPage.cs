using NewsBot.Core.Digests;
using NewsBot.Core.Display;
using NewsBot.Web.Access;

namespace NewsBot.Web.Pages;

/// <summary>The page of the news of a window of time.</summary>
internal sealed class DigestPage(ReaderLinks links)
{
    /// <summary>The page.</summary>
    public Html Write(Digest digest)
    {
        var marks = new SourceMarks(links, digest.Citations);
        var stories = digest.Stories.Select(story => Told(story, marks));
        return PageShell.Page("The last day · NewsBot", Html.Of(
            $"""
            <div class="column digest">
            <h1>The last day</h1>
            <p class="lead">{Count(digest)}</p>
            {stories}
            <p class="quiet"><a href="{DigestFeed.Path}">Follow it as a feed</a></p>
            </div>

            """), "/digest");
    }

    private static string Count(Digest digest) => digest.Stories.Count == 0
        ? "Nothing new reached the archive in the last 24 hours."
        : $"{Count(digest.ArticleCount, "article")} of {Count(digest.OutletCount, "outlet")}, in short.";

    private static string Count(int count, string thing) => $"{count:N0} {thing}{(count == 1 ? "" : "s")}";

    private static Html Told(DigestStory story, SourceMarks marks) => Html.Of(
        $"""
        <section class="story"><h2 dir="auto">{DisplayText.Line(story.Headline)}{Html.When(!story.IsNew, () => Html.Of($" <small>developing</small>"))}</h2>
        <p class="said">{story.Sentences.Select(marks.Sentence)}</p>
        {Pair("It was", "now", story.Changed, marks)}{Pair("Reports differ:", "and", story.Differs, marks)}
        <p class="origin">{string.Join(", ", story.Outlets.Select(outlet => DisplayText.Line(outlet)))}</p></section>

        """);

    private static Html Pair(string lead, string between, DigestChange? change, SourceMarks marks)
    {
        if (change is null)
            return Html.Empty;
        var one = Html.Of($"<q>{DisplayText.Line(change.Was)}</q>{marks.Of(change.Before)}");
        var other = Html.Of($"<q>{DisplayText.Line(change.Is)}</q>{marks.Of(change.Now)}");
        return Html.Of($"<p class=\"quiet\">{lead} {one}, {between} {other}</p>\n");
    }
}
