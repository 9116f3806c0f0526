using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Digests;

/// <summary>Puts what was chosen into a digest, and numbers what it rests on.</summary>
internal static class DigestWriter
{
    /// <summary>The digest with its stories; a passage that is quoted twice has one number.</summary>
    public static Digest Write(Digest frame, IEnumerable<ChosenStory> chosen)
    {
        var citations = new List<Citation>();
        var numbers = new Dictionary<(long Revision, TextSpan Span), int>();
        List<DigestStory> stories = [.. chosen.Select(Write)];
        return frame with { Stories = stories, Citations = citations };

        DigestStory Write(ChosenStory told)
        {
            var reports = FirstReports(told.Story.Story);
            return new DigestStory(told.Summary.Headline)
            {
                IsNew = told.IsNew,
                Sentences = [.. told.Summary.Sentences.Select(Cite)],
                Changed = told.IsNew ? null : Pair(told.Summary.Changed),
                Differs = Pair(told.Summary.Differs),
                Outlets = told.Story.Story.IndependentOutlets,
                Reports = reports,
                ArticleIds = [.. told.Story.Articles.Select(article => article.Article.Id)],
            };
        }

        DigestChange? Pair(QuotedPair? pair) => pair is null ? null : new DigestChange(Cite(pair.Before), Cite(pair.Now), pair.Was, pair.Is);

        AnswerSentence Cite(QuotedSentence sentence)
        {
            var key = (sentence.Revision.RevisionId, sentence.Span);
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers.Add(key, number = citations.Count + 1);
                citations.Add(new Citation(number, sentence.Revision, sentence.Span));
            }

            return new AnswerSentence(sentence.Text, [number]);
        }
    }

    private static List<Article> FirstReports(Story story) =>
        [.. story.IndependentOutlets.Select(outlet => story.Articles.First(article => string.Equals(article.Source, outlet, StringComparison.OrdinalIgnoreCase)))];
}
