using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Finds the answer itself among the stretches of the best sentences.</summary>
internal static class ShortAnswerFinder
{
    private const int MaxSentences = 8;

    /// <summary>A candidate with its features.</summary>
    public sealed record Candidate(SentenceCandidate Sentence, TextSpan Span, double[] Features)
    {
        public string Text => Span.In(Sentence.Reading.Body);
    }

    /// <summary>The candidates of the first sentences.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="ranked">Best first.</param>
    /// <param name="probabilities">Of the sentences, in their order.</param>
    public static List<Candidate> Find(Question question, IReadOnlyList<SentenceCandidate> ranked, IReadOnlyList<double> probabilities)
    {
        var votes = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < ranked.Count; i++)
        {
            foreach (var text in Stretches(ranked[i]).Select(span => span.Span.In(ranked[i].Reading.Body)).Distinct(StringComparer.OrdinalIgnoreCase))
                votes[text] = votes.GetValueOrDefault(text) + probabilities[i];
        }

        var candidates = new List<Candidate>();
        for (var i = 0; i < Math.Min(MaxSentences, ranked.Count); i++)
        {
            var reading = ranked[i].Reading;
            var models = ModelsStretch(ranked[i]);
            foreach (var span in Stretches(ranked[i]))
            {
                var text = span.Span.In(reading.Body);
                var features = new double[(int)ShortFeature.Count];
                void Set(ShortFeature feature, double value) => features[(int)feature] = value;

                Set(ShortFeature.Fit, span.Fit);
                Set(ShortFeature.FitsFully, span.Fit >= 1 ? 1 : 0);
                Set(ShortFeature.SentenceProbability, probabilities[i]);
                Set(ShortFeature.SentenceRank, 1.0 / (1 + i));
                Set(ShortFeature.Votes, votes[text]);
                Set(ShortFeature.Nearness, Nearness(question, reading, span.Span));
                Set(ShortFeature.Position, (double)(span.Span.Start - reading.Span.Start) / Math.Max(1, reading.Span.Length));
                Set(ShortFeature.Length, Math.Log(1 + text.Count(unit => unit == ' ')));
                Set(ShortFeature.SharesWords, reading.Terms.Exists(term => IsIn(term, span.Span) && IsAsked(question, term)) ? 1 : 0);
                Set(ShortFeature.IsInTitle, reading.Revision.Article.Title.Contains(text, StringComparison.OrdinalIgnoreCase) ? 1 : 0);
                if (models is { } stretch)
                {
                    var overlap = Overlap(span.Span, stretch);
                    Set(ShortFeature.IsModels, span.Span == stretch ? 1 : 0);
                    Set(ShortFeature.ModelOverlap, overlap);
                    Set(ShortFeature.ModelMargin, overlap * ranked[i].Judgement!.Value.Margin / 10);
                }

                candidates.Add(new Candidate(ranked[i], span.Span, features));
            }
        }

        return candidates;
    }

    /// <summary>The best of some candidates; null when there are none.</summary>
    /// <param name="candidates">Any number.</param>
    /// <param name="weights">By <see cref="ShortFeature"/>.</param>
    /// <param name="confidence">The share of all candidates' probability that the best one's text has, 0 to 1.</param>
    public static Candidate? Best(IReadOnlyList<Candidate> candidates, IReadOnlyList<double> weights, out double confidence)
    {
        var ordered = Order(candidates, weights);
        confidence = ordered.Count == 0 ? 0 : ordered[0].Confidence;
        return ordered.Count == 0 ? null : ordered[0].Candidate;
    }

    /// <summary>The candidates, best first, each with the share of all candidates' probability that its text has, 0 to 1; equal texts support each other.</summary>
    /// <param name="candidates">Any number.</param>
    /// <param name="weights">By <see cref="ShortFeature"/>: log-odds.</param>
    public static List<(Candidate Candidate, double Confidence)> Order(IReadOnlyList<Candidate> candidates, IReadOnlyList<double> weights)
    {
        var scores = candidates.Select(candidate => AnswerModel.Dot(weights, candidate.Features)).ToList();
        var most = scores.DefaultIfEmpty().Max();
        var shares = scores.ConvertAll(score => Math.Exp(score - most));
        var sum = shares.Sum();
        var byText = candidates.Index().ToLookup(row => row.Item.Text, row => shares[row.Index], StringComparer.OrdinalIgnoreCase);
        return [.. candidates.Index().OrderByDescending(row => scores[row.Index]).Select(row => (row.Item, byText[row.Item.Text].Sum() / sum))];
    }

    private static double Nearness(Question question, SentenceReading reading, TextSpan span)
    {
        var nearest = int.MaxValue;
        var (first, last) = (-1, -1);
        for (var i = 0; i < reading.Terms.Count; i++)
        {
            if (!IsIn(reading.Terms[i], span))
                continue;
            first = first < 0 ? i : first;
            last = i;
        }

        if (first < 0)
            return 0;
        for (var i = 0; i < reading.Terms.Count; i++)
        {
            if ((i < first || i > last) && IsAsked(question, reading.Terms[i]))
                nearest = Math.Min(nearest, i < first ? first - i : i - last);
        }

        return nearest == int.MaxValue ? 0 : 1.0 / nearest;
    }

    /// <summary>The stretches of a sentence that could be the answer: those of the wanted kind, and the model's.</summary>
    private static IEnumerable<AnswerSpan> Stretches(SentenceCandidate sentence) =>
        ModelsStretch(sentence) is { } models && !sentence.Spans.Any(span => span.Span == models)
            ? sentence.Spans.Append(new AnswerSpan(models, 0))
            : sentence.Spans;

    /// <summary>What the model takes for the answer, in whole words and in units of the article's text; null when there is none.</summary>
    private static TextSpan? ModelsStretch(SentenceCandidate sentence)
    {
        if (sentence.Judgement is not { Answer: { Length: > 0 } answer })
            return null;
        var (body, sentenceSpan) = (sentence.Reading.Body, sentence.Reading.Span);
        var (start, end) = (sentenceSpan.Start + answer.Start, sentenceSpan.Start + answer.End);
        while (start < end && !IsPartOfAnswer(body[start]))
            start++;
        while (end > start && !IsPartOfAnswer(body[end - 1]))
            end--;
        return body[start..end].Any(char.IsLetterOrDigit) ? WholeWords.Widen(body, sentenceSpan, new TextSpan(start, end)) : null;
    }

    private static bool IsPartOfAnswer(char unit) => char.IsLetterOrDigit(unit) || char.GetUnicodeCategory(unit) == UnicodeCategory.CurrencySymbol || unit == '%';

    private static double Overlap(TextSpan a, TextSpan b)
    {
        var shared = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return shared <= 0 ? 0 : (double)shared / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }

    private static bool IsIn(Term term, TextSpan span) => term.Start < span.End && term.End > span.Start;

    private static bool IsAsked(Question question, Term term) =>
        !term.IsStopWord && question.Terms.Any(asked => asked.Text == term.Text);
}
