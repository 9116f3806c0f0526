using System.Text.RegularExpressions;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Overviews;

/// <summary>Tells a topic in short: of the story that covers it best, the lead, what answers, and what other articles add.</summary>
public sealed partial class OverviewComposer(Question topic, OverviewKind kind, Func<string, double> rarity)
{
    /// <summary>The most sentences.</summary>
    public const int MaxSentences = 4;

    /// <summary>The most UTF-16 units of all sentences together.</summary>
    public const int MaxLength = 850;

    private const int LeadSentences = 3;

    // What an article is about stands in its first sentences.
    private const int OpeningSentences = 2;

    // What lies further back than this is not what the article reports.
    private const int DaysOfNews = 60;

    /// <summary>An article of the story has at least this share of the topic.</summary>
    private const double LeastOfStory = 0.6;

    // What a full score is worth beside the topic's share in title, lead and text.
    private const double ScoreWeight = 1;

    // What an article of these days is worth more than one of long ago where news is asked for: a place may have had fighting years ago, too.
    private const double FreshWeight = 1.2;

    // What each sentence before it takes from a lead, and what the name gives that the topic names first: 'what happened to Ann Smith of the Larks' is about her.
    private const double PlacePenalty = 0.1;
    private const double SubjectWeight = 0.3;

    // A sentence in the middle of an article is looked for in so many articles.
    private const int MaxMentions = 5;

    /// <summary>The support of an overview that leads with a sentence which has the whole topic.</summary>
    private const double SupportOfMention = 0.66;

    private readonly TopicWords words = new(topic, rarity);

    /// <summary>Composes.</summary>
    /// <param name="articles">Best first, as the search found them; each with the score of its best passage.</param>
    /// <param name="ranked">The sentences that the composer of answers found for the question, best first; may be empty.</param>
    /// <returns>Null when no article has anything of the topic.</returns>
    public Overview? Compose(IReadOnlyList<(ArticleRevision Revision, double Score)> articles, IReadOnlyList<Citation> ranked)
    {
        var covered = articles
            .Select(article => new CoveredArticle(article.Revision, words.CoverageIn(article.Revision.Article), article.Score / articles[0].Score))
            .ToList();
        if (covered.MaxBy(Worth) is not { Coverage.Whole: > 0 } best)
            return null;
        var able = covered.Where(article => article == best || (article.Coverage.Whole >= LeastOfStory && !IsFarBefore(article, best))).ToList();
        var ofAble = ranked
            .Where(citation => able.Exists(article => article.Revision.RevisionId == citation.Revision.RevisionId) && ReportedSentences.IsReport(citation))
            .OrderByDescending(citation => kind != OverviewKind.Happened || words.HasSubject(citation.Quote))
            .ToList();
        var isBackground = kind == OverviewKind.Happened && IsBackground(best.Revision);
        var mention = SupportOf(best.Coverage) >= SupportOfMention && !isBackground ? null : MentionIn(able);
        var sentences = kind == OverviewKind.LatestOn && best.Coverage.Lead >= 1 ? Newest(able, ofAble) : Story(able, best, mention, ofAble);
        if (sentences.Count == 0)
            return null;

        // An article that only mentions it has no news on it.
        var support = mention is null ? SupportOf(best.Coverage) : kind == OverviewKind.LatestOn ? SupportOfMention - 0.1 : SupportOfMention;
        if (isBackground)
            support = Math.Min(support, SupportOfMention - 0.1);
        return new Overview(support, mention is null ? best.Coverage.Missing : null, sentences);
    }

    /// <summary>How likely an overview is right by what its best article covers: a straight line through what was measured.</summary>
    private static double SupportOf(TopicCoverage coverage) =>
        Math.Max(0, (0.5 * coverage.Lead) + (0.35 * coverage.Whole) - (coverage.Missing is null ? 0 : 0.5));

    /// <summary>
    /// Whether an article names a place or a person only to tell of earlier days ('another Kenyan ran it in Berlin in September 2022') or of somebody's life
    /// ('an engineer who lives in Brooklyn').
    /// </summary>
    private bool IsBackground(ArticleRevision revision)
    {
        if (revision.Article.PublishedAt is not { } published || (topic.Terms.Count > 1 && !topic.Terms.All(term => term.IsName))
            || words.ShareIn(revision.Article.Title) > 0)
            return false;
        if (ReportedSentences.Of(revision, _ => true).Take(OpeningSentences).Any(citation => words.ShareIn(citation.Quote) > 0))
            return false;
        var mentions = ReportedSentences.Of(revision, sentence => words.ShareIn(sentence) > 0).ToList();
        if (mentions.Count > 0 && mentions.TrueForAll(citation => OfALife().Replace(citation.Quote, "") is var rest && words.ShareIn(rest) <= 0))
            return true;
        var day = DateOnly.FromDateTime(published.UtcDateTime);
        return mentions
            .SelectMany(citation => DateFinder.Find(citation.Quote, new TextSpan(0, citation.Quote.Length), day))
            .Any(date => date.Range is { } range && range.Last.AddDays(DaysOfNews) < day);
    }

    [GeneratedRegex(
        @"\b(?:liv(?:es?|ed|ing)|born|raised|based|resid(?:es?|ed|ing)|headquartered|grew up|grown up|studied|work(?:s|ed)|native|resident|citizen|graduate) "
        + @"(?:in|of|at|near|from|outside) [^,.;]{2,60}?(?= and \w+ed?\b|[,.;]|$)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OfALife();

    private double Worth(CoveredArticle article) => article.Coverage.Title + article.Coverage.Lead + article.Coverage.Whole + (ScoreWeight * article.Score)
        + FreshnessOf(article) - (article.Coverage.Missing is null ? 0 : 1);

    private double FreshnessOf(CoveredArticle article) =>
        kind != OverviewKind.Summary && article.PublishedAt is { } published ? FreshWeight * Recency.Of((topic.AsOf - published).TotalDays) : 0;

    /// <summary>Whether an article is too old to tell of the same event.</summary>
    private bool IsFarBefore(CoveredArticle article, CoveredArticle best) =>
        kind == OverviewKind.Happened && article.PublishedAt < best.PublishedAt - TimeSpan.FromDays(DaysOfNews);

    /// <summary>The newest sentence of each story whose articles begin with the topic.</summary>
    private IReadOnlyList<Citation> Newest(List<CoveredArticle> able, List<Citation> ranked)
    {
        var told = able.Where(article => article.Coverage is { Lead: >= 1, Missing: null }).ToList();
        var chosen = new Chosen();
        foreach (var story in StoryGrouper.Group(told.Select(article => article.Revision.Article)).OrderByDescending(story => story.LastReport))
        {
            var newest = told.Where(article => story.Articles.Any(own => own.Id == article.Revision.Article.Id)).MaxBy(article => article.Revision.Article.PublishedAt);
            if (newest is not null && LeadOf(newest.Revision) is { } lead && words.ShareIn(lead.Quote) > 0 && words.ShareIn($"{newest.Revision.Article.Title}\n{lead.Quote}") >= 1)
                chosen.TryAdd(lead);
        }

        foreach (var citation in ranked)
            chosen.TryAdd(citation);
        return chosen.Citations;
    }

    /// <summary>The lead of the best article, the sentences found for the question, then what the newest other articles of the story say.</summary>
    private IReadOnlyList<Citation> Story(List<CoveredArticle> able, CoveredArticle best, Citation? mention, List<Citation> ranked)
    {
        var chosen = new Chosen();
        if (mention is not null)
        {
            // The article is about something else; what does not name a topic of one word is not about it.
            foreach (var citation in ranked.Where(citation => topic.Terms.Count > 1 || words.ShareIn(citation.Quote) > 0).Prepend(mention))
                chosen.TryAdd(citation);
            return chosen.Citations;
        }

        if (kind == OverviewKind.Summary)
        {
            foreach (var citation in ReportedSentences.OfStart(best.Revision).Take(LeadSentences))
                chosen.TryAdd(citation);
        }
        else if (LeadOf(best.Revision) is { } lead)
        {
            chosen.TryAdd(lead);
        }

        foreach (var citation in ranked)
            chosen.TryAdd(citation);

        // To group takes longer than all else.
        if (chosen.IsFull)
            return chosen.Citations;
        foreach (var citation in MatesOf(best, able).Select(mate => LeadOf(mate.Revision)).OfType<Citation>())
            chosen.TryAdd(citation);
        foreach (var citation in ReportedSentences.OfStart(best.Revision).Take(LeadSentences))
            chosen.TryAdd(citation);
        return chosen.Citations;
    }

    /// <summary>The other articles of an article's story, the newest first.</summary>
    private static IEnumerable<CoveredArticle> MatesOf(CoveredArticle best, List<CoveredArticle> able)
    {
        // Days that come after the last one that the story can have do not change it.
        var last = (best.Revision.Article.PublishedAt + StoryGrouper.LongestStory + StoryGrouper.Window)?.UtcDateTime.Date;
        var story = StoryGrouper.Group(able.Select(article => article.Revision.Article).Where(article => !(article.PublishedAt?.UtcDateTime.Date > last)))
            .First(story => story.Articles.Any(article => article.Id == best.Revision.Article.Id)).Articles.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        return able.Where(article => article != best && story.Contains(article.Revision.Article.Id)).OrderByDescending(article => article.Revision.Article.PublishedAt);
    }

    /// <summary>Of the sentences of the beginning that stand alone the one that has most of the topic; an early one counts more.</summary>
    private Citation? LeadOf(ArticleRevision revision)
    {
        var start = ReportedSentences.OfStart(revision).TakeWhile(citation => citation.Span.Start < TopicWords.LeadChars).Index().ToList();
        var able = start.FindAll(row => ReportedSentences.StandsAlone(row.Item.Quote));
        return (able.Count > 0 ? able : start)
            .Select(row => (Citation: row.Item, Worth: words.ShareIn(row.Item.Quote) + (words.HasSubject(row.Item.Quote) ? SubjectWeight : 0) - (PlacePenalty * row.Index)))
            .OrderByDescending(row => row.Worth).Select(row => row.Citation).FirstOrDefault();
    }

    /// <summary>A sentence that has the whole topic and stands alone, where no article begins with it: 'what happened in Kramatorsk' may be told in an article on talks.</summary>
    private Citation? MentionIn(List<CoveredArticle> able) => able.Where(article => article.Coverage is { Whole: >= 1, Missing: null }).Take(MaxMentions)
        .SelectMany(article => ReportedSentences.Of(article.Revision, sentence => words.ShareIn(sentence) >= 1))
        .FirstOrDefault(citation => ReportedSentences.StandsAlone(citation.Quote));

    private sealed record CoveredArticle(ArticleRevision Revision, TopicCoverage Coverage, double Score)
    {
        public DateTimeOffset? PublishedAt => Revision.Article.PublishedAt;
    }

    /// <summary>The sentences chosen so far; one that repeats another, or that is too long for the rest, does not come in.</summary>
    private sealed class Chosen
    {
        private const double SameWords = 0.6;

        private readonly List<Citation> citations = [];
        private readonly List<HashSet<string>> words = [];
        private int length;

        public IReadOnlyList<Citation> Citations => citations;

        public bool IsFull => citations.Count == MaxSentences;

        public void TryAdd(Citation citation)
        {
            var own = StoryProfile.WordsOf(citation.Quote);
            if (IsFull || length + citation.Span.Length > MaxLength || own.Count == 0)
                return;
            if (words.Exists(other => other.Count(own.Contains) >= SameWords * Math.Min(other.Count, own.Count)))
                return;
            citations.Add(citation);
            words.Add(own);
            length += citation.Span.Length;
        }
    }
}
