using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Glosses;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Answering;

/// <summary>Puts misspelt words of a question right, those that form it by a list, the others by what the archive has, and words in a case that the archive lacks.</summary>
internal sealed class QuestionSpeller(TermForms forms, ArchiveIndex index)
{
    /// <summary>The most words of one question that are looked for, found or not.</summary>
    private const int MaxWords = 6;

    /// <summary>Corrects a question.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="now">What 'now' is.</param>
    /// <param name="until">Articles that were published later correct nothing; null for no bound.</param>
    /// <returns>
    /// The question to ask, and the words of the archive in it that were typed in another way, each once; the text as it was typed when the question would be too long.
    /// </returns>
    public async Task<(string Text, IReadOnlyList<WordCorrection> Corrections)> CorrectAsync(
        string text, DateTimeOffset now, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var right = await PutCasesAsync(QuestionWords.PutRight(text), until, cancellationToken);
        if (right.Length > QuestionAnalyzer.MaxLength)
            return (text, []);
        var question = QuestionAnalyzer.Analyze(right, now);
        if (question.OffTopic is not null || question.Terms.Count == 0)
            return (text, []);
        var passages = index.Current;
        var unknown = TermForms.WordsOf(right)
            .Where(word => !QuestionWords.IsOfNoArchive(word.Typed) && !question.Quotations.Any(quoted => quoted.Contains(word.Typed, StringComparison.OrdinalIgnoreCase)))
            .GroupBy(word => word.Typed, StringComparer.OrdinalIgnoreCase)
            .Where(word => TermSpelling.IsUnknown(passages, word.Key, word.First().Term));
        List<WordCorrection> corrections = [];
        List<(TextSpan Span, string To)> changes = [];
        foreach (var word in unknown.Take(MaxWords).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await FindAsync(passages, word.Key, word.First().Term, until, cancellationToken) is not { } meant)
                continue;
            corrections.Add(new WordCorrection(word.Key, meant));
            changes.AddRange(word.Select(each => (each.Span, meant)));
        }

        foreach (var (span, meant) in changes.OrderByDescending(change => change.Span.Start))
            right = right[..span.Start] + meant + right[span.End..];
        return right.Length > QuestionAnalyzer.MaxLength ? (text, []) : (right, corrections);
    }

    /// <summary>
    /// Writes words in Cyrillic letters that the archive does not have in the case that it has: 'Дяченкові' as 'Дяченко'. Nothing is told of it: the word is the same.
    /// </summary>
    private async Task<string> PutCasesAsync(string text, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (!QuestionGloss.IsFor(text))
            return text;
        var passages = index.Current;
        var right = text;
        foreach (var word in TermForms.WordsOf(text).Where(word => passages.PassagesWith(word.Term) == 0).Reverse().ToList())
        {
            foreach (var other in CyrillicCases.OthersOf(word.Typed, word.Term).Where(other => passages.PassagesWith(other) > 0))
            {
                var found = await forms.ReadAsync(passages, other, until, cancellationToken);
                if (found.FirstOrDefault(form => char.IsUpper(form[0]) || !char.IsUpper(word.Typed[0])) is not { } form)
                    continue;
                right = right[..word.Span.Start] + form + right[word.Span.End..];
                break;
            }
        }

        return right;
    }

    /// <summary>The word that is meant, as an article has it: the form nearest to what was typed, and no farther from it than a misspelling may be.</summary>
    private async Task<string?> FindAsync(PassageIndex passages, string typed, string term, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var most = TermSpelling.MostEdits(typed);
        foreach (var near in TermSpelling.Near(passages, typed, term))
        {
            var best = (await forms.ReadAsync(passages, near, until, cancellationToken))
                .Select(form => (Text: form, Edits: TermSpelling.Edits(form.ToLowerInvariant(), typed.ToLowerInvariant(), most)))
                .Where(form => form.Edits <= most)
                .OrderBy(form => form.Edits)
                .ThenByDescending(form => char.IsLower(form.Text[0]))
                .FirstOrDefault();
            if (best.Text is not null)
                return best.Text;
        }

        return null;
    }
}
