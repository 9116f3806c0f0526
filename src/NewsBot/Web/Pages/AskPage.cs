using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;
using NewsBot.Core.Stories;
using NewsBot.Web.Access;

namespace NewsBot.Web.Pages;

/// <summary>The page to ask on: a form that needs no script, the answer with its sources beside it, the latest stories.</summary>
internal sealed class AskPage(ReaderLinks links)
{
    private const int MostStories = 8;
    private const int MostOutlets = 4;

    /// <summary>The page.</summary>
    public Html Write(AskedPage page, IReadOnlyList<Story> stories)
    {
        if (page.Reply is not { } reply)
            return PageShell.Page("NewsBot", Html.Of($"{Opening(page)}{Latest(stories, page.HasLastDay)}"), "/");
        return PageShell.Page($"{DisplayText.Line(page.Question)} · NewsBot", Answered(page, reply), "/");
    }

    private static Html Opening(AskedPage page) => Html.Of(
        $"""
        <section class="hero">
        <h1>Ask the news</h1>
        <p class="lead">Answers come from the articles of this archive alone. Every sentence opens the place that it rests on.</p>
        {Notice(page)}
        {Form(page.Question, after: null, "Your question", isFirst: true)}
        </section>

        """);

    private Html Answered(AskedPage page, Reply reply) => Html.Of(
        $"""
        {Earlier(page)}
        <div class="answered">
        <section class="answer" aria-labelledby="asked">
        <h1 id="asked" dir="auto">{DisplayText.Line(page.Question)}</h1>
        {Notice(page)}
        {Understood(page.Question, reply)}
        {Searched(reply.Answer)}
        {Said(reply)}
        </section>
        {Sources(reply.Answer)}
        <section class="next" aria-label="The next question">
        {Form("", page.Id, reply.Answer.Tier == AnswerTier.None ? "Ask in other words" : "Ask on", isFirst: false)}
        <p><a href="/">Begin a new conversation</a></p>
        {Follow(page, reply.Question)}
        </section>
        </div>

        """);

    /// <summary>
    /// The way to the feed of the question; none for what is no question about news. What stands alone is followed as it was typed: a word that the archive does not know
    /// yet, and that another one was read for, may come.
    /// </summary>
    private Html Follow(AskedPage page, Question question)
    {
        var text = (page.Before.Count == 0 ? page.Question : question.Text).Trim();
        return Html.When(
            question.OffTopic is null && text.Length is > 0 and <= QuestionAnalyzer.MaxLength,
            () => Html.Of($"<p><a href=\"{links.PathOfWatch(text)}\">Follow this question as a feed</a></p>"));
    }

    private static Html Form(string question, string? after, string label, bool isFirst) => Html.Of(
        $"""
        <form class="ask" action="/" method="get" role="search">
        <label for="q">{label}</label>
        <div class="field">
        <input id="q" name="q" type="text" value="{question}" maxlength="{QuestionAnalyzer.MaxLength}" required autocomplete="off" dir="auto"{Focus(isFirst)}>
        {Html.When(after is not null, () => Html.Of($"<input type=\"hidden\" name=\"after\" value=\"{after}\">"))}
        <button type="submit">Ask</button>
        </div>
        </form>
        """);

    private static Html Focus(bool isFirst) => Html.When(isFirst, () => Html.Of($" autofocus"));

    private static Html Notice(AskedPage page) => Html.When(page.Notice is not null, () => Html.Of($"<p class=\"notice\">{page.Notice}</p>"));

    /// <summary>What was asked before, oldest first; folded, so that the answer stands at the top.</summary>
    private static Html Earlier(AskedPage page) => Html.When(page.Before.Count > 0, () =>
    {
        var turns = page.Before.Reverse().Select(turn => Html.Of(
            $"<li><p class=\"earlier-question\" dir=\"auto\">{DisplayText.Line(turn.Question)}</p><p dir=\"auto\">{DisplayText.Line(turn.Turn.Answer)}</p></li>\n"));
        return Html.Of($"<details class=\"earlier\"><summary>Asked before in this conversation ({page.Before.Count})</summary><ol>{turns}</ol></details>");
    });

    private static Html Understood(string question, Reply reply)
    {
        var understood = DisplayText.Line(reply.Question.Text);
        return Html.When(
            reply.Answer.SearchedAs is null && understood.Length > 0 && !understood.Equals(DisplayText.Line(question), StringComparison.OrdinalIgnoreCase),
            () => Html.Of($"<p class=\"quiet\">Understood as: <q dir=\"auto\">{understood}</q></p>"));
    }

    private static Html Searched(Answer answer) => AnswerText.Searched(answer) is { } searched ? Html.Of($"<p class=\"quiet\">{searched}</p>") : Html.Empty;

    private Html Said(Reply reply)
    {
        var answer = reply.Answer;
        var marks = new SourceMarks(links, answer.Citations);
        switch (answer.Tier)
        {
            case AnswerTier.Sure:
                var first = Html.When(DisplayText.Line(answer.Short).Length > 0, () => Html.Of($"<p class=\"short\" dir=\"auto\">{DisplayText.Line(answer.Short)}</p>"));
                var newest = Html.When(answer.NewestOf is not null, () => Html.Of($"<p class=\"quiet\">{AnswerText.NewestOf(answer)}</p>"));
                var sentences = answer.Sentences.Select(marks.Sentence);
                var said = answer.IsOverview
                    ? Html.Of($"<ul class=\"said\">{sentences.Select(sentence => Html.Of($"<li>{sentence}</li>"))}</ul>")
                    : Html.Of($"<p class=\"said\">{sentences}</p>");
                var mark = Html.When(answer.IsUnverified, () => Html.Of($"<p class=\"unsure\">{AnswerText.Unverified}</p>"));
                return Html.Of($"{mark}{newest}{first}{said}");

            case AnswerTier.Unsure:
                var quotations = answer.Sentences.Select(sentence => Html.Of(
                    $"<blockquote dir=\"auto\"><p>{DisplayText.Line(sentence.Text)}{marks.Of(sentence)}</p></blockquote>"));
                return Html.Of($"<p class=\"unsure\">{AnswerText.Unsure}</p>{quotations}");

            default:
                return Html.Of($"<p class=\"refusal\">{DisplayText.Line(answer.Reason)}</p>");
        }
    }

    /// <summary>The sources of an answer, or the coverage nearest to a question without one.</summary>
    private Html Sources(Answer answer)
    {
        if (answer.Tier != AnswerTier.None)
        {
            var used = answer.Sentences.SelectMany(sentence => sentence.Citations).ToHashSet();
            var sources = answer.Citations.Where(citation => used.Contains(citation.Number)).Select(Source);
            return Html.Of($"<aside class=\"sources\" aria-label=\"Sources\"><h2>Sources</h2><ol class=\"cards\">{sources}</ol></aside>");
        }

        return Html.When(answer.Nearest.Count > 0, () => Html.Of(
            $"""
            <aside class="sources" aria-label="Nearest coverage"><h2>What comes nearest</h2>
            <ul class="list">{answer.Nearest.Select(revision => Entry(revision.Article))}</ul></aside>
            """));
    }

    private Html Source(Citation citation) => Html.Of(
        $"""
        <li class="card"><span class="number" aria-hidden="true">{citation.Number}</span>
        <blockquote dir="auto">{DisplayText.Line(citation.Quote)}</blockquote>
        <a href="{links.PathOf(citation)}" dir="auto">{DisplayText.Line(citation.Revision.Article.Title)}</a>
        {PageShell.Origin(citation.Revision.Article)}</li>

        """);

    private Html Entry(Article article) =>
        Html.Of($"<li><a href=\"{links.PathOf(article.Id)}\" dir=\"auto\">{DisplayText.Line(article.Title)}</a>{PageShell.Origin(article)}</li>\n");

    private Html Latest(IReadOnlyList<Story> stories, bool hasLastDay) => Html.When(stories.Count > 0, () => Html.Of(
        $"""
        <section class="latest" aria-labelledby="latest"><h2 id="latest">Latest stories</h2>
        <ul class="stories">{stories.Take(MostStories).Select(Told)}</ul>
        {Html.When(hasLastDay, () => Html.Of($"<p><a href=\"/digest\">The last day in short</a></p>"))}</section>

        """));

    private Html Told(Story story)
    {
        var headline = story.Articles.First(article => article.Title == story.Headline);
        var outlets = string.Join(", ", story.Outlets.Take(MostOutlets).Select(outlet => DisplayText.Line(outlet)));
        var more = story.Outlets.Count > MostOutlets ? $" and {story.Outlets.Count - MostOutlets} more" : "";
        var title = Html.Of($"<a href=\"{links.PathOf(headline.Id)}\" dir=\"auto\">{DisplayText.Line(story.Headline)}</a>");
        return Html.Of($"<li>{title}<span class=\"origin\">{outlets}{more} · {DisplayText.Date(story.LastReport)}</span></li>\n");
    }
}
