using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Overviews;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Answering;

/// <summary>The step 'overview': the latest news, what happened to something, a topic in short.</summary>
internal sealed class OverviewAnswerer(EvidenceSearch search, IArchiveOverview archive, IArticleStore store)
{
    // Each question groups its articles again. So many take a fraction of a second.
    private const int MostArticles = 400;

    // The last lines of the log that are read for articles without a date.
    private const int MostUndated = 60;

    /// <summary>The most articles that are looked at for a topic.</summary>
    private const int MaxTopicArticles = 24;

    /// <summary>From this support on an overview is given as sure; of 23 people's questions of its kinds without an answer one reached it.</summary>
    private const double SureSupport = 0.64;

    /// <summary>From this support on it is quoted as unsure.</summary>
    private const double UnsureSupport = 0.5;

    /// <summary>More days than a month have no latest news: five stories of a year would be those of its last days.</summary>
    private static readonly TimeSpan LongestRange = TimeSpan.FromDays(31);

    /// <summary>The latest news, or those of the days asked for.</summary>
    /// <returns>
    /// Null when the archive has none, or none beyond those that the conversation told. News of other days than those asked for are never told, so days that the
    /// archive does not cover, that lie apart, or that are too many, have none.
    /// </returns>
    public async Task<ComposedAnswer?> TellLatestAsync(UnderstoodQuestion understood, OverviewRequest request, CancellationToken cancellationToken)
    {
        HashSet<string> told = understood.FollowUp.Kind == FollowUpKind.More ? [.. understood.Asked.Before.SelectMany(turn => turn.ArticleIds)] : [];
        var candidate = request.Topic.Length > 0
            ? await TellDaysAsync(request.Topic, understood.Question, told, cancellationToken)
            : await TellNewestAsync(understood.Question, told, cancellationToken);
        if (candidate is null)
            return null;
        var answer = CitationCheck.Apply(candidate);
        var composition = new Composition { Candidate = answer, Support = 1, SupportFeatures = [], Refusal = new Refusal(RefusalKind.NotSaid) };
        return answer.IsSupported ? new ComposedAnswer([], composition, answer) : null;
    }

    private async Task<Answer?> TellDaysAsync(string days, Question question, HashSet<string> told, CancellationToken cancellationToken) =>
        DaysIn(days, question) is { } range ? LatestNews.Tell(await ReadAsync(range.From, range.To, cancellationToken), told, range.From) : null;

    private async Task<Answer?> TellNewestAsync(Question question, HashSet<string> told, CancellationToken cancellationToken)
    {
        var newest = await ReadAsync(DateTimeOffset.UnixEpoch, LastOf(question), cancellationToken);
        if (LatestNews.Tell(newest, told) is not { } news)
            return LatestNews.TellUndated(await ReadUndatedAsync(cancellationToken), told);
        var day = newest[0].Article.PublishedAt;
        return news with { NewestOf = told.Count == 0 && day?.UtcDateTime.Date < question.AsOf.UtcDateTime.Date ? day : null };
    }

    /// <summary>A topic in short where the archive covers the topic, else what may be of use of the ordinary answer; a refusal where the news of days are not there.</summary>
    /// <param name="composed">The ordinary answer; in a conversation it comes first.</param>
    public async Task<ComposedAnswer> DecideAsync(
        UnderstoodQuestion understood, OverviewRequest request, SearchScope scope, ComposedAnswer composed, CancellationToken cancellationToken)
    {
        if (request.Kind == OverviewKind.Latest)
            return request.Topic.Length == 0 || understood.FollowUp.Kind == FollowUpKind.More ? composed : WithoutNews(composed);
        var goesOn = understood.Asked.ArticleIds.Count > 0 || understood.FollowUp.Kind != FollowUpKind.None;
        if (goesOn && composed.Answer.IsSupported)
            return composed;
        var topic = QuestionAnalyzer.Analyze(request.Topic, understood.Question.AsOf) with { Until = understood.Question.Until };
        var evidence = await search.ReadAsync(scope, topic, revisionIds: null, cancellationToken);
        var articles = await search.ReadArticlesAsync(evidence.Ranked, MaxTopicArticles, LastOf(understood.Question), cancellationToken);
        var composer = new OverviewComposer(topic, request.Kind, scope.Passages.InversePassageFrequency);
        var overview = composer.Compose(articles, composed.Composition.Candidate.Citations);
        if (overview is null || (overview.Support < UnsureSupport && (request.IsKeywords || composed.Answer.IsSupported)))
            return request.IsKeywords ? composed : composed with { Answer = AnswerDecision.AsUnsure(composed.Answer) };
        var composition = composed.Composition with
        {
            Candidate = overview.Tell(OverviewComposer.MaxSentences),
            LeadSentences = 1,
            CandidateShort = null,
            ShortConfidence = 0,
            Support = overview.Support,
            SupportFeatures = [],
            Refusal = overview.Missing is { } name ? new Refusal(RefusalKind.NameMissing, name) : new Refusal(RefusalKind.NotSaid),
        };
        return new ComposedAnswer(evidence.Ranked, composition, Decide(overview, composition.Refusal));
    }

    /// <summary>Names of days are in articles of any day ('what happened yesterday'), so that what has them is no news of these days.</summary>
    private static ComposedAnswer WithoutNews(ComposedAnswer composed) => composed with
    {
        Composition = composed.Composition with { Support = 0 },
        Answer = new Answer { Refusal = composed.Answer.Refusal ?? new Refusal(RefusalKind.NotSaid) },
    };

    /// <summary>An overview goes by how well an article covers the topic.</summary>
    private static Answer Decide(Overview overview, Refusal refusal)
    {
        if (overview.Support >= SureSupport && CitationCheck.Apply(overview.Tell(OverviewComposer.MaxSentences)) is { IsSupported: true } sure)
            return sure;
        var quoted = overview.Support < UnsureSupport ? new Answer() : CitationCheck.Apply(overview.Tell(AnswerDecision.MaxUnsureQuotations));
        return quoted.IsSupported ? AnswerDecision.AsUnsure(quoted) : new Answer { Refusal = refusal };
    }

    private Task<IReadOnlyList<ArchivedArticle>> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        archive.ReadWindowAsync(from.AddSeconds(-1), to, MostArticles, cancellationToken);

    /// <summary>What came in last and has no date, the last first.</summary>
    private async Task<IReadOnlyList<ArticleRevision>> ReadUndatedAsync(CancellationToken cancellationToken)
    {
        var last = await store.GetLastSequenceAsync(cancellationToken);
        var revisions = new List<long>();
        await foreach (var entry in store.ReadLogAsync(Math.Max(0, last - MostUndated), cancellationToken))
        {
            if (entry.RevisionId is { } added)
                revisions.Insert(0, added);
            if (entry.ReplacedRevisionId is { } replaced)
                revisions.Remove(replaced);
        }

        return [.. (await store.GetAsync(revisions, cancellationToken)).Where(revision => revision.Article.PublishedAt is null)];
    }

    /// <summary>The days that a text names; null when they are still to come, lie apart, or are too many.</summary>
    private static (DateTimeOffset From, DateTimeOffset To)? DaysIn(string text, Question question)
    {
        var asOf = question.AsOf;
        var dates = DateFinder.Find(text, new TextSpan(0, text.Length), DateOnly.FromDateTime(asOf.UtcDateTime));
        if (dates is not [{ Range: { } range }] || range.First > DateOnly.FromDateTime(asOf.UtcDateTime))
            return null;
        var to = Min(new DateTimeOffset(range.Last, TimeOnly.MaxValue, TimeSpan.Zero), LastOf(question));
        var from = new DateTimeOffset(range.First, TimeOnly.MinValue, TimeSpan.Zero);
        return to - from <= LongestRange ? (from, to) : null;
    }

    /// <summary>The last moment whose news are told: of a live question now and a little more.</summary>
    private static DateTimeOffset LastOf(Question question) => question.Until ?? (question.AsOf + IArchiveOverview.Ahead);

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
