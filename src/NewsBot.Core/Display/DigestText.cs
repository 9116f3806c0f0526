using NewsBot.Core.Answers;
using NewsBot.Core.Digests;

namespace NewsBot.Core.Display;

/// <summary>A digest as plain structured text, the same for a terminal and for Telegram.</summary>
public static class DigestText
{
    /// <summary>The parts of the digest, in the order in which they are read; the closing alone when it has no story.</summary>
    public static IReadOnlyList<DigestPart> PartsOf(Digest digest)
    {
        var citations = digest.Citations.ToDictionary(citation => citation.Number);
        var parts = new List<DigestPart>();
        foreach (var (i, story) in digest.Stories.Index())
            parts.AddRange(PartsOf(story, i + 1, citations));
        parts.Add(new DigestPart.Closing(digest.ArticleCount, digest.OutletCount));
        return parts;
    }

    private static IEnumerable<DigestPart> PartsOf(DigestStory story, int number, Dictionary<int, Citation> citations)
    {
        yield return new DigestPart.Headline(number, DisplayText.Line(story.Headline), story.IsNew);
        foreach (var sentence in story.Sentences)
            yield return new DigestPart.Sentence(DisplayText.Line(sentence.Text), SourcesOf(sentence, citations));
        if (story.Changed is { } changed)
            yield return new DigestPart.Change(Report(changed.Was, changed.Before), Report(changed.Is, changed.Now));
        if (story.Differs is { } differs)
            yield return new DigestPart.Difference(Report(differs.Was, differs.Before), Report(differs.Is, differs.Now));
        if (story.Reports.Count > 0)
            yield return new DigestPart.Outlets([.. story.Reports.Select(article => new DigestPart.OutletLink(DisplayText.Line(article.Source), article.Url))]);

        DigestPart.FigureReport Report(string figure, AnswerSentence sentence) =>
            new(DisplayText.Line(figure), DisplayText.Line(sentence.Text), SourcesOf(sentence, citations));
    }

    private static List<Citation> SourcesOf(AnswerSentence sentence, Dictionary<int, Citation> citations) =>
        [.. sentence.Citations.Select(number => citations[number])];
}
