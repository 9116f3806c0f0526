using NewsBot.Archive;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Answering;

/// <summary>Reads how articles write a term of the index: 'Zelensky' for 'zelenski'.</summary>
internal sealed class TermForms(IArticleStore store)
{
    /// <summary>The most articles in which a term's forms are looked for.</summary>
    private const int MaxArticles = 4;

    /// <summary>How much of an article is read for them, in UTF-16 units.</summary>
    private const int MaxChars = 20_000;

    /// <summary>The forms, each once an article, those of bodies first.</summary>
    /// <param name="passages">The archive's index.</param>
    /// <param name="term">A term of it.</param>
    /// <param name="until">Articles that were published later are not read; null for no bound.</param>
    public async Task<IReadOnlyList<string>> ReadAsync(PassageIndex passages, string term, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var revisions = await store.GetAsync(passages.RevisionsWith(term, MaxArticles, until), cancellationToken);
        return [.. revisions.SelectMany(revision => FormsOf(term, Start(revision.Article.Body)).Concat(FormsOf(term, Start(revision.Article.Title))))];
    }

    /// <summary>The words of a text that are searched for, with their terms; without a possessive.</summary>
    public static IEnumerable<(string Term, TextSpan Span, string Typed)> WordsOf(string text)
    {
        List<Term> words = [];
        TermAnalyzer.OfThisThread.Analyze(text, words);
        return words.Where(word => !word.IsStopWord)
            .Select(word => (word.Text, Span: WithoutPossessive(text, new TextSpan(word.Start, word.End))))
            .Select(word => (word.Text, word.Span, word.Span.In(text)));
    }

    private static TextSpan WithoutPossessive(string text, TextSpan span)
    {
        var word = span.In(text);
        return word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’' ? new TextSpan(span.Start, span.End - 2) : span;
    }

    private static string Start(string text) => text[..Math.Min(text.Length, MaxChars)];

    private static IEnumerable<string> FormsOf(string term, string text) => WordsOf(text).Where(word => word.Term == term).Select(word => word.Typed).Distinct();
}
