namespace NewsBot.Core.Questions;

/// <summary>Finds what many questions are about: groups of questions with a word of content in common.</summary>
public static class QuestionGroups
{
    private const int MaxBeside = 4;

    // A word that hardly weighs, such as 'week', says nothing about a subject.
    private const double LeastWeight = 0.5;

    /// <summary>The groups, the largest first: each question is in the first group that has its word.</summary>
    /// <param name="questions">The order decides between words that as many questions have. What is no question about news is left out.</param>
    /// <param name="limit">How many groups at most.</param>
    public static IReadOnlyList<QuestionGroup> Of(IReadOnlyList<Question> questions, int limit)
    {
        var left = questions.Where(question => question.OffTopic is null).Select(TermsOf).Where(terms => terms.Count > 0).ToList();
        var groups = new List<QuestionGroup>();
        while (left.Count > 0 && groups.Count < limit)
        {
            var most = left.SelectMany(terms => terms.Keys).CountBy(term => term).Max(pair => pair.Value);
            var shared = left.SelectMany(terms => terms.Keys).CountBy(term => term).Where(pair => pair.Value == most).Select(pair => pair.Key);
            var first = shared.MaxBy(term => left.Max(terms => terms.GetValueOrDefault(term).Weight))!;
            var group = left.FindAll(terms => terms.ContainsKey(first));
            left.RemoveAll(terms => terms.ContainsKey(first));
            groups.Add(Describe(group, first));
        }

        return groups;
    }

    private static QuestionGroup Describe(List<Dictionary<string, (string Word, double Weight)>> group, string first)
    {
        // A single question is told by its weightiest words, several by all that they share.
        var common = group[0].Keys.Where(term => term == first || (group.Count > 1 && group.TrueForAll(terms => terms.ContainsKey(term)))).ToList();
        var beside = group.SelectMany(terms => terms)
            .Where(pair => !common.Contains(pair.Key))
            .GroupBy(pair => pair.Key, pair => pair.Value)
            .OrderByDescending(words => words.Count())
            .ThenByDescending(words => words.Max(word => word.Weight))
            .Take(MaxBeside)
            .Select(words => words.First().Word);
        return new QuestionGroup(group.Count, [.. common.Select(term => group[0][term].Word)], [.. beside]);
    }

    /// <summary>A question's words of content by their stems, in their order.</summary>
    private static Dictionary<string, (string Word, double Weight)> TermsOf(Question question)
    {
        var terms = new Dictionary<string, (string Word, double Weight)>(StringComparer.Ordinal);
        foreach (var term in question.Terms.Where(term => term.Weight >= LeastWeight))
            terms.TryAdd(term.Text, (question.Text.Substring(term.Span.Start, term.Span.Length), term.Weight));
        return terms;
    }
}

/// <summary>Questions about one thing.</summary>
/// <param name="Count">How many.</param>
/// <param name="Words">The words that all of them have, as the first question has them; at least one.</param>
/// <param name="Beside">Other words that some of them have, the most frequent first; a few at most.</param>
public sealed record QuestionGroup(int Count, IReadOnlyList<string> Words, IReadOnlyList<string> Beside);
