using System.Numerics;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Replies;

/// <summary>Puts in front of a reply to 'де', 'коли', 'скільки', 'хто', 'чи' and the like the sentence that has what is asked for and says it of what is asked about.</summary>
/// <remarks>The reader knows English only, and the weights count what English sentences hold, so that words decide here.</remarks>
internal static class CyrillicReply
{
    /// <summary>The best sentence stays in front when another one is better by less.</summary>
    private const double LeastGain = 0.1;

    /// <summary>What the sentence before counts: 'Його помітили в гаражі' says of whom only with it.</summary>
    private const double WeightOfBefore = 0.4;

    /// <summary>What a place in the order of the composer counts, from the first to the last.</summary>
    private const double WeightOfOrder = 0.1;

    /// <summary>What a name of the question counts beside its other words: articles name whom they tell of once and go on with 'the animal'.</summary>
    private const double WeightOfName = 0.6;

    /// <summary>What a sentence loses whose numbers count something else than what is asked for.</summary>
    private const double LossOfOtherCount = 0.2;

    /// <summary>The share of the words that a sentence has to hold for its value to stand alone.</summary>
    private const double LeastOfShort = 0.8;

    /// <summary>The share of the words, the sentence before included, below which a value is said of something else.</summary>
    private const double LeastOfEvent = 0.4;

    /// <summary>What the first word of 'хто' and 'чи' counts more than the others: it says what is asked, and the others where.</summary>
    private const double WeightOfFirst = 2;

    /// <summary>The letters that two words share at least when one is a form of the other.</summary>
    private const int LeastShared = 4;

    /// <summary>The reply with that sentence first; null for a question of another kind, and where no sentence is Cyrillic.</summary>
    public static Composition? Arrange(Question question, Composition composition)
    {
        if (CyrillicAsked.Of(question.Text[question.ContextLength..]) is not { } asked || composition.Chosen.Count == 0
            || !CharacterClasses.HasCyrillic(composition.Chosen[0].Reading.Text))
            return null;
        var weights = new WordWeights(question, composition.Read, asked.Value is CyrillicValue.Person or CyrillicValue.Fact);
        var rows = Rows(asked);
        var best = Best(rows);
        if (best is not { WithBefore: >= LeastOfEvent } && asked is { Value: CyrillicValue.Place, Way: CyrillicWay.From or CyrillicWay.To })
        {
            // 'Звідки він стартував' is told by 'стартував біля маяка', too.
            asked = asked with { Way = CyrillicWay.Any };
            rows = Rows(asked);
            best = Best(rows);
        }

        var isForName = asked.Value is CyrillicValue.Person or CyrillicValue.Owner;
        if (best is null && isForName)
            return weights.IsDone(composition) ? null : composition with { CandidateShort = null, ShortConfidence = 0, LacksValue = true };
        if (best is null)
            return composition with { CandidateShort = null, ShortConfidence = 0, LacksValue = true };
        var first = rows.Find(row => row.Candidate == composition.Chosen[0]);
        if (first is { Values.Count: > 0 } && first.Worth >= best.Worth - LeastGain)
            best = first;
        var reply = best.Candidate == composition.Chosen[0] ? composition : InFront(composition, best.Candidate);
        if (asked.Value == CyrillicValue.Fact)
            return reply;
        var lacks = asked.Value == CyrillicValue.Person ? !weights.IsDone(composition) : !isForName && best.WithBefore < LeastOfEvent;
        return WithShort(asked, reply, best) with { LacksValue = lacks };

        List<Row> Rows(CyrillicAsked value)
        {
            List<Row> found = [.. composition.Read.Index().Where(row => IsOnSubject(question, composition, row.Item))
                .Select(row => RowOf(value, weights, row.Item, WeightOfOrder * (1 - ((double)row.Index / composition.Read.Count))))];

            // Who did it stands beside what was done.
            if (value.Value == CyrillicValue.Fact && found.Exists(row => weights.HoldsFirst(row.Candidate.Reading)))
                return found.FindAll(row => weights.HoldsFirst(row.Candidate.Reading));
            return value.Value == CyrillicValue.Person ? found.FindAll(row => row.Values.Count > 0 && weights.HoldsFirst(row.Candidate.Reading)) : found;
        }
    }

    private static Row? Best(List<Row> rows) => rows.Where(row => row.Values.Count > 0 && row.WithBefore > 0).MaxBy(row => row.Worth);

    /// <summary>The reply with the one value of its sentence as the short answer, else with none: of two values, words do not tell which one is meant.</summary>
    private static Composition WithShort(CyrillicAsked asked, Composition reply, Row best)
    {
        var values = CyrillicValues.Counting(asked, best.Values.ConvertAll(value => value.In(best.Candidate.Reading.Body)));
        if (values is not [var only])
            return reply with { CandidateShort = null, ShortConfidence = 0 };
        if (best.Share >= LeastOfShort)
            return reply with { CandidateShort = only, ShortConfidence = 1 };
        return reply.CandidateShort is { } known && only.Contains(known, StringComparison.Ordinal)
            ? reply with { CandidateShort = only }
            : reply with { CandidateShort = null, ShortConfidence = 0 };
    }

    private static Row RowOf(CyrillicAsked asked, WordWeights weights, SentenceCandidate candidate, double ofOrder)
    {
        var reading = candidate.Reading;
        var values = CyrillicValues.Find(asked, reading);
        if (asked.Value is CyrillicValue.Person or CyrillicValue.Owner)
            values.RemoveAll(value => weights.IsAsked(reading, value));
        var loss = values.Exists(value => CyrillicValues.Counts(asked, value.In(reading.Body))) ? 0 : LossOfOtherCount;
        return new Row(candidate, values, weights.Share(reading), weights.ShareWithBefore(reading), ofOrder - loss);
    }

    /// <summary>Whether the passage of a sentence holds half of what is asked about, or the sentence is of the article that answers best.</summary>
    private static bool IsOnSubject(Question question, Composition composition, SentenceCandidate candidate) =>
        candidate.Reading.Revision.RevisionId == composition.Chosen[0].Reading.Revision.RevisionId
        || (!candidate.LacksNames && 2 * BitOperations.PopCount(candidate.MatchedNearby) > Math.Min(64, question.Terms.Count));

    private static Composition InFront(Composition composition, SentenceCandidate best)
    {
        List<Citation> front = [new(1, best.Reading.Revision, best.Reading.Span)];
        if (PronounLed.IsCyrillic(best.Reading.Text) && ReplySentence.SentencesBefore(best.Reading, 1) is [var before])
            front.Insert(0, front[0] with { Span = before });
        return ReplyArranger.InFront(composition, front);
    }

    /// <summary>A sentence with its values and how much of the question it holds.</summary>
    private sealed record Row(SentenceCandidate Candidate, List<TextSpan> Values, double Share, double WithBefore, double Beside)
    {
        public double Worth => Share + (WeightOfBefore * (WithBefore - Share)) + Beside;
    }

    /// <summary>How much each word of the question tells: rare ones tell the sentences apart.</summary>
    private sealed class WordWeights
    {
        private readonly List<(QuestionTerm Term, double Weight)> words;
        private readonly double sum;
        private readonly QuestionTerm? first;
        private readonly QuestionTerm? asked;

        /// <param name="leadsOnFirst">Whether the first word that the sentences have says what is asked.</param>
        public WordWeights(Question question, IReadOnlyList<SentenceCandidate> read, bool leadsOnFirst)
        {
            first = !leadsOnFirst ? null : question.Terms.FirstOrDefault(term =>
                term.Span.Start >= question.ContextLength && read.Any(candidate => Holds(candidate.Reading, term)));
            asked = question.Terms.FirstOrDefault(term => term.Span.Start >= question.ContextLength);
            words = [.. question.Terms.Select(term =>
                (term, (term == first ? WeightOfFirst : term.IsName ? WeightOfName : term.Weight) * Math.Log((read.Count
                    + 1.5) / (read.Count(candidate => Holds(candidate.Reading, term)) + 0.5))))];
            sum = Math.Max(1e-9, words.Sum(word => word.Weight));
        }

        /// <summary>Whether any sentence has the word behind 'who', which says what was done, in any form of it.</summary>
        public bool IsDone(Composition composition) =>
            asked is not { } word || composition.Read.Any(candidate => HoldsNearly(candidate.Reading, word));

        public double Share(SentenceReading reading) => words.Where(word => Holds(reading, word.Term)).Sum(word => word.Weight) / sum;

        /// <summary>Whether a sentence has the word that says what is asked.</summary>
        public bool HoldsFirst(SentenceReading reading) => first is { } word && Holds(reading, word);

        /// <summary>Whether a stretch of a sentence only repeats the question.</summary>
        public bool IsAsked(SentenceReading reading, TextSpan stretch) =>
            reading.Terms.Where(word => word.Start < stretch.End && word.End > stretch.Start && !word.IsStopWord).All(word =>
                words.Exists(asked => word.Text == asked.Term.Text || (IsForm(word.Text, asked.Term.Text) && IsCase(word.Text, asked.Term.Text))));

        public double ShareWithBefore(SentenceReading reading)
        {
            var before = ReplySentence.SentencesBefore(reading, 1) is [var span] ? reading.At(span) : null;
            return words.Where(word => Holds(reading, word.Term) || (before is not null && Holds(before, word.Term))).Sum(word => word.Weight) / sum;
        }

        private static bool Holds(SentenceReading reading, QuestionTerm term) =>
            reading.Terms.Exists(word => !word.IsStopWord && (word.Text == term.Text || (!term.IsName && IsForm(word.Text, term.Text))));

        /// <summary>As a form of it, or with another beginning: 'потонув' for 'утонув'.</summary>
        private static bool HoldsNearly(SentenceReading reading, QuestionTerm term) => Holds(reading, term)
            || reading.Terms.Exists(word => !word.IsStopWord && Math.Min(word.Text.Length, term.Text.Length) > LeastShared
                && (word.Text.Contains(Root(term.Text), StringComparison.Ordinal) || term.Text.Contains(Root(word.Text), StringComparison.Ordinal)));

        private static string Root(string stem) => stem[1..(1 + LeastShared)];

        /// <summary>Whether two stems may be of one name: 'Мостовик' is none of 'мост'.</summary>
        private static bool IsCase(string one, string other) => one.AsSpan().CommonPrefixLength(other) * 3 >= Math.Max(one.Length, other.Length) * 2;

        /// <summary>Whether two stems may be of one word: 'відбулос' and 'відбулис', 'коштуватим' and 'коштувал'.</summary>
        private static bool IsForm(string one, string other)
        {
            var shared = one.AsSpan().CommonPrefixLength(other);
            return shared >= LeastShared && shared * 5 >= Math.Min(one.Length, other.Length) * 4 && shared * 2 >= Math.Max(one.Length, other.Length);
        }
    }
}
