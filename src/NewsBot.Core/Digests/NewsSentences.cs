using NewsBot.Core.Articles;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Digests;

/// <summary>Chooses the sentences of a story that carry the news: who, what, where, how many.</summary>
internal static class NewsSentences
{
    private const int MostArticles = 40;
    private const int MostSentences = 12;
    private const int MaxReadChars = 6_000;

    // A word of the story's profile counts in full once it weighs as much as a word of a plain title does.
    private const double LeastScore = 0.02;

    // What the second sentence has to add, as a share of what the first says.
    private const double LeastNews = 0.45;

    // What it has to say of the story at all, likewise.
    private const double LeastShare = 0.6;

    // The share of what it says that the first says too, from which it is a repeat.
    private const double Repeat = 0.6;

    /// <summary>One sentence or two, in the order in which they read; empty when none can stand alone.</summary>
    public static IReadOnlyList<QuotedSentence> Choose(CandidateStory story)
    {
        var candidates = Read(story);
        candidates.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Order.CompareTo(b.Order));
        foreach (var first in candidates)
        {
            if (!first.MayLead || first.Score < LeastScore || QuotedSentence.Of(first.Revision, first.Span) is not { } quoted)
                continue;
            return Second(candidates, first) is { } second ? InOrder((first, quoted), second) : [quoted];
        }

        return [];
    }

    private static (Candidate Candidate, QuotedSentence Quoted)? Second(List<Candidate> candidates, Candidate first)
    {
        var least = LeastNews * first.Score;
        foreach (var (candidate, news) in candidates
            .Where(candidate => candidate != first && candidate.Score >= LeastShare * first.Score && candidate.SharedWith(first) < Repeat)
            .Select(candidate => (Candidate: candidate, News: candidate.NewsAfter(first)))
            .Where(candidate => candidate.News >= least)
            .OrderByDescending(candidate => candidate.News)
            .ThenBy(candidate => candidate.Candidate.Order))
        {
            if (!Contradict(first, candidate) && QuotedSentence.Of(candidate.Revision, candidate.Span) is { } quoted)
                return (candidate, quoted);
        }

        return null;
    }

    /// <summary>Whether one has twenty dead and the other twenty-one.</summary>
    private static bool Contradict(Candidate one, Candidate other) =>
        one.Figures.Exists(figure => other.Figures.Exists(second => second.Subject == figure.Subject && second.Value != figure.Value));

    private static QuotedSentence[] InOrder((Candidate Candidate, QuotedSentence Quoted) first, (Candidate Candidate, QuotedSentence Quoted) second) =>
        first.Candidate.Revision == second.Candidate.Revision && second.Candidate.Span.Start < first.Candidate.Span.Start
            ? [second.Quoted, first.Quoted]
            : [first.Quoted, second.Quoted];

    private static List<Candidate> Read(CandidateStory story)
    {
        var reader = new Weigher(story);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<Candidate>();

        // What came last knows most; of a large story, the newest speak.
        foreach (var (age, article) in story.Core.Where(article => NewsValue.Of(article.Article) > 0).Reverse().Take(MostArticles).Index())
        {
            var body = article.Article.Body;
            var sentences = SentenceSplitter.Split(body, new TextSpan(0, Math.Min(body.Length, MaxReadChars)));
            for (var i = 0; i < Math.Min(sentences.Count, MostSentences); i++)
            {
                // A sentence that the limit cut is none.
                if (sentences[i].End == MaxReadChars && body.Length > MaxReadChars)
                    break;
                var span = SentenceForm.WithoutDateline(body, sentences[i]);
                if (span.Length is < SentenceForm.MinLength or > SentenceForm.MaxLength || !seen.Add(Fold(span.In(body))))
                    continue;
                if (reader.Weigh(article, span, i, age, found.Count) is { } candidate)
                    found.Add(candidate);
            }
        }

        return found;
    }

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>A sentence that a digest may quote.</summary>
    /// <param name="Order">Its place among all candidates, for ties.</param>
    /// <param name="Words">Its words with their weight in the story.</param>
    /// <param name="Worth">What its form, place and facts make each of them worth.</param>
    private sealed record Candidate(ArchivedArticle Article, TextSpan Span, int Order, Dictionary<string, double> Words, double Worth)
    {
        /// <summary>Whether it tells what the headline tells.</summary>
        public bool MayLead { get; init; }

        public required List<Figure> Figures { get; init; }

        public ArticleRevision Revision => Article.Revision;

        /// <summary>How much of the story it says.</summary>
        public double Score { get; } = Worth * Words.Values.Sum() / Math.Sqrt(Words.Count + 8);

        /// <summary>How much it says beyond another; words that the story hardly has count a little too.</summary>
        public double NewsAfter(Candidate first) =>
            Worth * Words.Where(word => !first.Words.ContainsKey(word.Key)).Sum(word => word.Value) / Math.Sqrt(Words.Count + 8);

        /// <summary>The share of what it says of the story that the other says too, by weight.</summary>
        public double SharedWith(Candidate other) =>
            Words.Where(word => other.Words.ContainsKey(word.Key)).Sum(word => word.Value) / Math.Max(1e-9, Words.Values.Sum());
    }

    /// <summary>Weighs the sentences of one story.</summary>
    private sealed class Weigher(CandidateStory story)
    {
        // A sentence that depends on others is left out, even where it is the only one.
        private const double LeastForm = 0.15;

        // What the last report says otherwise is out of date.
        private const double OutOfDate = 0.4;

        // The first sentence has this share of the headline at least, unless both are of one article: else they tell two stories.
        private const double LeastOfHeadline = 0.4;

        // A sentence without a word of the headline is worth this much of one that has them all.
        private const double WithoutHeadline = 0.25;

        private readonly StoryProfile profile = story.Profile;
        private readonly string headline = Fold(story.Story.Headline);
        private readonly HashSet<string> headlineWords = StoryProfile.WordsOf(story.Story.Headline);
        private readonly Dictionary<string, double> similarity = story.Core.ToDictionary(
            article => article.Article.Id, article => story.Profile.Similarity(StoryProfile.Of(article.Article)), StringComparer.Ordinal);

        private readonly Dictionary<string, List<Figure>> figures = story.Core
            .ToDictionary(article => article.Article.Id, article => FigureReader.Read(article), StringComparer.Ordinal);

        public Candidate? Weigh(ArchivedArticle article, TextSpan span, int position, int age, int order)
        {
            var body = article.Article.Body;
            var text = span.In(body);
            var names = NameFinder.Find(body, span);
            var form = SentenceForm.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), names.Count > 0);
            if (form < LeastForm)
                return null;

            // Where, who, how many: what a reader wants to know beyond the words that all reports share.
            var facts = 1.0;
            if (names.Exists(name => name.Kind == NameKind.Place))
                facts += 0.15;
            if (names.Exists(name => name.Kind is NameKind.Person or NameKind.Organisation))
                facts += 0.1;
            if (QuantityFinder.Find(body, span).Exists(quantity => quantity.Kind is not (QuantityKind.Ordinal or QuantityKind.Age or QuantityKind.Other)))
                facts += 0.15;
            if (Fold(text) == headline)
                facts *= 0.6;

            var words = StoryProfile.WordsOf(text).ToDictionary(word => word, word => profile[word], StringComparer.Ordinal);
            var ofHeadline = headlineWords.Count == 0 ? 1 : headlineWords.Where(words.ContainsKey).Sum(word => profile[word]) / headlineWords.Sum(word => profile[word]);
            var isOfHeadline = article.Article.Title == story.Story.Headline;
            var place = Math.Max(0.5, 1 - (0.12 * position)) * Math.Max(0.7, 1 - (0.015 * age)) * (0.5 + (0.5 * similarity[article.Article.Id]));
            if (IsOutOfDate(article, span))
                facts *= OutOfDate;
            var worth = NewsValue.Of(article.Article) * form * facts * place * (WithoutHeadline + ((1 - WithoutHeadline) * ofHeadline));
            return new Candidate(article, span, order, words, isOfHeadline ? worth * 1.2 : worth)
            {
                MayLead = isOfHeadline || (ofHeadline >= LeastOfHeadline && SharesTwoWords(words)),
                Figures = figures[article.Article.Id].FindAll(figure => span.Contains(figure.Words)),
            };
        }

        /// <summary>One word may name only the field ('COVID-19'); numbers alone prove nothing.</summary>
        private bool SharesTwoWords(Dictionary<string, double> words)
        {
            var telling = headlineWords.Where(word => char.IsLetter(word[0])).ToList();
            return telling.Count(words.ContainsKey) >= Math.Min(2, telling.Count);
        }

        /// <summary>Whether the sentence has twenty dead where the last report has twenty-one.</summary>
        private bool IsOutOfDate(ArchivedArticle article, TextSpan span) => figures[article.Article.Id].Exists(figure =>
            span.Contains(figure.Words)
            && story.Core.Reverse().SelectMany(other => figures[other.Article.Id]).FirstOrDefault(other => other.Subject == figure.Subject) is { } last
            && last.Time > figure.Time && last.Value != figure.Value);
    }
}
