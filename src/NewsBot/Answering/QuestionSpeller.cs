using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Answering;

/// <summary>Puts misspelt words of a question right: those that form it by a list, the others by what the archive has.</summary>
internal sealed class QuestionSpeller(IArticleStore store, ArchiveIndex index)
{
    /// <summary>The most words of one question that the archive is searched for.</summary>
    private const int MaxWords = 6;

    /// <summary>The most terms of one question that are looked at.</summary>
    private const int MaxTerms = 40;

    /// <summary>The most articles in which a term's forms are looked for.</summary>
    private const int MaxArticles = 4;

    /// <summary>Corrects a question.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="now">What 'now' is.</param>
    /// <returns>The question to ask, and the words of the archive in it that were typed in another way.</returns>
    public async Task<(string Text, IReadOnlyList<WordCorrection> Corrections)> CorrectAsync(string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var right = QuestionWords.PutRight(text);
        var question = QuestionAnalyzer.Analyze(right, now);
        if (question.OffTopic is not null || question.Terms.Count == 0)
            return (text, []);
        var passages = index.Current;
        List<(TextSpan Span, WordCorrection Correction)> found = [];
        foreach (var term in question.Terms.Where(term => !IsQuoted(question, term.Span)).Take(MaxTerms))
        {
            var typed = WithoutPossessive(right, term.Span);
            if (found.Count == MaxWords)
                break;
            if (!QuestionWords.IsInstruction(typed.In(right)) && await FindAsync(passages, typed.In(right), term.Text, cancellationToken) is { } meant)
                found.Add((typed, new WordCorrection(typed.In(right), meant)));
        }

        foreach (var (span, correction) in found.OrderByDescending(row => row.Span.Start))
            right = right[..span.Start] + correction.To + right[span.End..];
        return (right, [.. found.Select(row => row.Correction)]);
    }

    private static bool IsQuoted(Question question, TextSpan span) =>
        question.Quotations.Any(quoted => question.Text.IndexOf(quoted, StringComparison.Ordinal) is >= 0 and var at && new TextSpan(at, at + quoted.Length).Overlaps(span));

    private static TextSpan WithoutPossessive(string text, TextSpan span)
    {
        var word = span.In(text);
        return word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’' ? new TextSpan(span.Start, span.End - 2) : span;
    }

    /// <summary>The word that is meant, as an article has it: the form nearest to what was typed, and no farther from it than a misspelling may be.</summary>
    private async Task<string?> FindAsync(PassageIndex passages, string typed, string term, CancellationToken cancellationToken)
    {
        foreach (var near in TermSpelling.Near(passages, typed, term))
        {
            var revisions = await store.GetAsync(passages.RevisionsWith(near, MaxArticles), cancellationToken);
            var forms = revisions.SelectMany(revision => FormsOf(near, revision.Article.Body).Concat(FormsOf(near, revision.Article.Title)))
                .Select(form => (Text: form, Edits: TermSpelling.Edits(form.ToLowerInvariant(), typed.ToLowerInvariant(), form.Length)))
                .OrderBy(form => form.Edits)
                .ThenByDescending(form => char.IsLower(form.Text[0]))
                .ToList();
            if (forms is [var best, ..] && best.Edits <= TermSpelling.MostEdits(typed))
                return best.Text;
        }

        return null;
    }

    private static List<string> FormsOf(string term, string text)
    {
        List<Term> words = [];
        TermAnalyzer.OfThisThread.Analyze(text, words);
        return [.. words.Where(word => word.Text == term).Select(word => WithoutPossessive(text, new TextSpan(word.Start, word.End)).In(text)).Distinct()];
    }
}
