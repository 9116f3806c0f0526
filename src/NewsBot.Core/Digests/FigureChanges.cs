using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Digests;

/// <summary>Finds numbers about one thing that changed, or in which reports differ; rather none than a wrong one.</summary>
internal static class FigureChanges
{
    // The most articles of a story that are read on each side: the newest.
    private const int MostArticles = 60;

    // Similarity of titles and leads from which two articles count the same.
    private const double SameEvent = 0.25;

    // Where one of two numbers is loose, they differ only when they are this far apart.
    private const double LooseStep = 1.15;

    // Two numbers further apart count different things.
    private const double MostGrowth = 12;
    private const double MostDifference = 2;

    // Reports further apart in time differ since the later one knows more.
    private static readonly TimeSpan SameTime = TimeSpan.FromHours(3);

    // The weightiest first.
    private static readonly string[] Order = ["dead", "missing", "hostage", "injured", "displaced", "arrested", "rescued", "power", "burned", "destroyed"];

    /// <summary>The weightiest number that the window's articles say otherwise than those before it; null when none is certain.</summary>
    public static QuotedPair? FindChange(CandidateStory story)
    {
        if (story.Earlier.Count == 0)
            return null;
        var before = Read(story.Earlier);
        var now = Read(story.Core);
        foreach (var subject in Subjects(now))
        {
            // The newest word of either side; an older one may be out of date already.
            if (Newest(now, subject) is not { } last || Newest(before, subject) is not { } first || first.Time >= last.Time)
                continue;
            if (IsGrowth(first, last) && AreOfOneEvent(first, last) && !IsSaidStill(now, first, last) && Quote(first, last) is { } pair)
                return pair;
        }

        return null;
    }

    /// <summary>A number that two independent outlets give differently at the same time; null when none is certain.</summary>
    public static QuotedPair? FindDifference(CandidateStory story)
    {
        if (story.Story.IndependentOutlets.Count < 2)
            return null;
        var outlets = story.Story.IndependentOutlets.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var all = Read(story.Core).Where(figure => figure.Article.Article.Source is { } source && outlets.Contains(source)).ToList();
        foreach (var subject in Subjects(all))
        {
            // What an outlet said before counts no more.
            var latest = all.Where(figure => figure.Subject == subject).GroupBy(figure => figure.Article.Article.Source!, StringComparer.OrdinalIgnoreCase)
                .Select(outlet => Newest([.. outlet], subject)!).OrderByDescending(figure => figure.Time).ToList();
            foreach (var later in latest)
            {
                foreach (var earlier in latest.Where(figure => figure.Time <= later.Time && figure != later))
                {
                    if (IsDifference(earlier, later) && AreOfOneEvent(earlier, later) && Quote(earlier, later) is { } pair)
                        return pair;
                }
            }
        }

        return null;
    }

    private static List<Figure> Read(IEnumerable<ArchivedArticle> articles) =>
        [.. articles.Where(article => article.Article.PublishedAt is not null).TakeLast(MostArticles).SelectMany(FigureReader.Read)];

    private static IEnumerable<string> Subjects(List<Figure> figures) =>
        figures.Select(figure => figure.Subject).Distinct(StringComparer.Ordinal)
            .OrderBy(subject => Array.IndexOf(Order, subject.Split(' ')[0])).ThenBy(subject => subject.Length).ThenBy(subject => subject, StringComparer.Ordinal);

    /// <summary>The last article's; null when that says two numbers of it.</summary>
    private static Figure? Newest(List<Figure> figures, string subject)
    {
        var newest = figures.Where(figure => figure.Subject == subject).OrderByDescending(figure => figure.Time)
            .ThenBy(figure => figure.Article.Article.Id, StringComparer.Ordinal).FirstOrDefault();
        return newest is null || figures.Exists(figure => figure.Subject == subject && figure.Article == newest.Article && figure.Value != newest.Value) ? null : newest;
    }

    /// <summary>Whether the later of two figures takes the place of the first: the number has changed since.</summary>
    internal static bool IsGrowth(Figure first, Figure last)
    {
        if (last.Value == 0 || first.Value == 0)
            return first.Value > last.Value;

        // Nobody comes back to life; of those missing there may be fewer.
        var growth = last.Value / first.Value;
        if (first.Subject.StartsWith("missing", StringComparison.Ordinal) || first.Subject.StartsWith("hostage", StringComparison.Ordinal))
            growth = Math.Max(growth, 1 / growth);
        return growth <= MostGrowth && growth > (first.IsLoose || last.IsLoose ? LooseStep : 1);
    }

    /// <summary>Whether two numbers are not one number said loosely, yet near enough to count the same.</summary>
    internal static bool IsDifferent(Figure one, Figure other)
    {
        var ratio = Math.Max(one.Value / other.Value, other.Value / one.Value);
        return ratio <= MostDifference && ratio > (one.IsLoose || other.IsLoose ? LooseStep : 1);
    }

    private static bool IsDifference(Figure one, Figure other)
    {

        // The later and larger knows more; 'at least 12' and 'at least 15' do not contradict each other, nor do 'at least 12' and '15'.
        var isLater = other.Value > one.Value && other.Time - one.Time > SameTime / 3;
        var contradicts = one.Value < other.Value ? !one.IsLeast : !other.IsLeast;
        return !isLater && contradicts && !one.IsLoose && !other.IsLoose && IsDifferent(one, other) && (other.Time - one.Time).Duration() <= SameTime;
    }

    private static bool IsSaidStill(List<Figure> now, Figure first, Figure last) =>
        now.Exists(figure => figure.Subject == last.Subject && figure.Time >= last.Time && (last.Value > first.Value ? figure.Value <= first.Value : figure.Value >= first.Value));

    /// <summary>Whether two figures count for the same event, place and stretch of time.</summary>
    internal static bool AreOfOneEvent(Figure one, Figure other)
    {
        if (one.Period != other.Period)
            return false;

        // 'in Israel' and 'in Gaza': the place next to the number says whose it is.
        if (one.Places.Count > 0 && other.Places.Count > 0 && !ShareWord(one.Places[0], other.Places[0]))
            return false;
        if (one.Places.Count + other.Places.Count > 0 && (one.Places.Count == 0 || other.Places.Count == 0) && !Names(one, other.Places) && !Names(other, one.Places))
            return false;
        var isOfTwoPlaces = one.Places.Count > 1 || other.Places.Count > 1;
        if (isOfTwoPlaces && !(one.Places.All(place => other.Places.Any(match => ShareWord(place, match)))
            || other.Places.All(place => one.Places.Any(match => ShareWord(place, match)))))
            return false;
        return StoryProfile.Of(one.Article.Article).Similarity(StoryProfile.Of(other.Article.Article)) >= SameEvent;
    }

    /// <summary>Whether the article names the place that stands next to the number in another.</summary>
    private static bool Names(Figure figure, IReadOnlyList<string> places) =>
        places.Count > 0 && (figure.Article.Article.Title.Contains(places[0], StringComparison.OrdinalIgnoreCase)
            || figure.Article.Article.Body.Contains(places[0], StringComparison.OrdinalIgnoreCase));

    private static bool ShareWord(string one, string other) =>
        one.Split(' ').Intersect(other.Split(' '), StringComparer.Ordinal).Any();

    private static QuotedPair? Quote(Figure one, Figure other)
    {
        var (before, now) = (Sentence(one), Sentence(other));
        return before is null || now is null ? null : new QuotedPair(before, now, Words(one), Words(other));
    }

    private static QuotedSentence? Sentence(Figure figure)
    {
        var quoted = QuotedSentence.Of(figure.Article.Revision, SentenceForm.WithoutDateline(figure.Article.Article.Body, figure.Sentence));
        return quoted is not null && SentenceForm.Of(quoted.Text, hasName: true) > 0 ? quoted : null;
    }

    private static string Words(Figure figure) => figure.Words.In(figure.Article.Article.Body);
}
