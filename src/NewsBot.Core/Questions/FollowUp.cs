using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>A question in the light of what was said before it.</summary>
/// <remarks>A question that stands alone stays as it is: a wrong change is worse than none.</remarks>
public sealed class FollowUp
{
    private const int MaxLength = 200;
    private const int MaxContextLength = 300;
    private const int MaxTurns = 6;

    /// <summary>The weight of a name of the conversation beside a word of the question itself: it names the story.</summary>
    private const double ContextNameWeight = 0.5;

    /// <summary>The weight of another word of the conversation: it belongs to the earlier question.</summary>
    private const double ContextWeight = 0.25;

    /// <summary>The question for more on a subject; the subject follows it.</summary>
    private const string MorePrefix = "More on: ";

    /// <summary>The question word in English, so that its kind is recognised.</summary>
    private static readonly FrozenDictionary<string, string> EnglishWords = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["how come"] = "Why",
        ["how so"] = "Why",
        ["чому"] = "Why",
        ["навіщо"] = "Why",
        ["де"] = "Where",
        ["куди"] = "Where",
        ["коли"] = "When",
        ["хто"] = "Who",
        ["скільки"] = "How many",
        ["як"] = "How",
        ["почему"] = "Why",
        ["зачем"] = "Why",
        ["где"] = "Where",
        ["куда"] = "Where",
        ["когда"] = "When",
        ["кто"] = "Who",
        ["сколько"] = "How many",
        ["как"] = "How",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly int contextLength;
    private readonly string? askedAs;

    private FollowUp(FollowUpKind kind, string text, Turn? leansOn, int contextLength = 0, string? askedAs = null, bool hasOwnWords = true)
    {
        Kind = kind;
        Text = text;
        LeansOn = leansOn;
        HasOwnWords = hasOwnWords;
        this.contextLength = contextLength;
        this.askedAs = askedAs;
    }

    /// <summary>How it leans on what was said.</summary>
    public FollowUpKind Kind { get; }

    /// <summary>The question so that it stands alone; unchanged when it did.</summary>
    public string Text { get; }

    /// <summary>The turn that it goes on from: the one that it leans on, or that it was joined to by an 'and'; null when there is none.</summary>
    public Turn? LeansOn { get; }

    /// <summary>Whether it says more than a question word such as 'why'.</summary>
    public bool HasOwnWords { get; }

    /// <summary>Reads a question.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="before">What was said before in the same place, newest first.</param>
    public static FollowUp Of(string text, IReadOnlyList<Turn> before)
    {
        var typed = text.Trim();
        if (typed.Length is 0 or > MaxLength || OffTopicRequest.Of(typed, hasTerms: true) is not null || (LatestIn(typed) is not null && !FollowUpForms.AsksFurther(typed)))
            return new FollowUp(FollowUpKind.None, text, null);
        var last = before.Take(MaxTurns).FirstOrDefault(turn => Context(turn).Length > 0);
        if (last is null)
            return new FollowUp(FollowUpKind.None, text, null);
        var context = Context(last);

        // A question without a name is itself about the names before it, when it was answered from the same articles.
        if (NamedText.Find(context).Count == 0
            && before.Take(MaxTurns).SkipWhile(turn => turn != last).Skip(1).FirstOrDefault(turn => turn.ArticleIds.Intersect(last.ArticleIds).Any()) is { } earlier
            && Context(earlier) is { Length: > 0 } subject)
            context = $"{subject} {context}";
        if (FollowUpForms.IsMore(typed))
            return new FollowUp(FollowUpKind.More, MorePrefix + context, last, askedAs: "More");
        if (FollowUpForms.Replacement(typed) is { } replacement)
            return new FollowUp(FollowUpKind.Question, Replacing.With(context, replacement), last);
        var asked = FollowUpForms.WithoutOpener(typed, out var hasOpener);
        if (FollowUpForms.BareWords(asked) is { } words)
            return Bare(words, context, last);
        var references = new References(asked);
        if (references.Found.Count > 0)
            return Resolved(asked, references.Found, context, [.. before.Take(MaxTurns).SkipWhile(turn => turn != last)]);
        return references.IsElliptical(hasOpener) || FollowUpForms.LeansInUkrainian(asked)
            ? InContext(asked, context, last)
            : new FollowUp(FollowUpKind.None, text, hasOpener ? last : null);
    }

    /// <summary>Analyses the question: the words of the conversation count less than its own, and its own say what is asked for.</summary>
    /// <param name="asOf">What 'now' is.</param>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    public Question Analyze(DateTimeOffset asOf)
    {
        var question = QuestionAnalyzer.Analyze(Text, asOf);
        if (askedAs is null)
            return question;
        var own = QuestionAnalyzer.Analyze(askedAs, asOf);

        // 'Who are they' and 'what are the symptoms' define no word. 'What happened that day' asks for no other news of the day.
        var asksWhatItIs = own.Kind == AnswerKind.Definition && own.Names.Count == 0;
        return question with
        {
            ContextLength = contextLength,
            Terms = own.Terms.Count == 0 ? question.Terms : [.. question.Terms.Select(term => Weighed(term, own))],
            Kind = asksWhatItIs ? AnswerKind.Other : own.Kind,
            FocusTerm = own.FocusTerm,
            FocusKinds = own.FocusKinds,
            Unit = own.Unit,
            Subject = asksWhatItIs ? null : own.Subject,
            IsOfTheMoment = own.IsOfTheMoment,
            Overview = Kind == FollowUpKind.More ? LatestIn(Text[MorePrefix.Length..]) : own.Overview is { Kind: OverviewKind.Latest } ? null : own.Overview,
            OffTopic = question.Terms.Count == 0 ? RefusalKind.NoSubject : null,
        };
    }

    /// <summary>The request for the latest news that a text is; null when it is none.</summary>
    private static OverviewRequest? LatestIn(string text) => OverviewRequest.Of(text) is { Kind: OverviewKind.Latest } latest ? latest : null;

    private QuestionTerm Weighed(QuestionTerm term, Question own) =>
        term.Span.Start >= contextLength || own.Terms.Any(other => other.Text == term.Text) ? term
            : term with { Weight = term.Weight * (term.IsName ? ContextNameWeight : ContextWeight) };

    /// <summary>'Why?' is put into the last question where it fits, else behind it.</summary>
    private static FollowUp Bare(string words, string context, Turn last)
    {
        var english = EnglishWords.GetValueOrDefault(words, words);
        var shown = CharacterClasses.HasCyrillic(context) ? words : english;
        if (FollowUpForms.Rephrased(context, english) is { } rephrased)
            return new FollowUp(FollowUpKind.Question, rephrased, last, hasOwnWords: false);
        return Joined(context, shown, last, Sentence(english), FollowUpKind.Question, hasOwnWords: false);
    }

    private static FollowUp InContext(string asked, string context, Turn last) =>
        Joined(context, asked, last, FollowUpForms.InEnglish(asked), FollowUpForms.AsksFurther(asked) ? FollowUpKind.Further : FollowUpKind.Question);

    private static FollowUp Joined(string context, string asked, Turn last, string askedAs, FollowUpKind kind, bool hasOwnWords = true) =>
        new(kind, $"{context} {Sentence(asked)}", last, context.Length, askedAs, hasOwnWords);

    /// <summary>Puts names in the place of the words that stand for them; what no name is known for stands behind the last question.</summary>
    private static FollowUp Resolved(string asked, IReadOnlyList<Reference> references, string context, IReadOnlyList<Turn> before)
    {
        var kind = FollowUpForms.AsksFurther(asked) ? FollowUpKind.Further : FollowUpKind.Question;
        var text = asked;
        var isWhole = true;
        foreach (var reference in references.DistinctBy(reference => (reference.Kind, reference.IsFemale)).Reverse())
        {
            var name = before.Select(turn => new Antecedents(turn, Context(turn)).For(reference)).FirstOrDefault(found => found is not null);
            if (name is null)
            {
                isWhole = false;
                continue;
            }

            isWhole &= !name.Value.NeedsContext;
            text = text[..reference.Span.Start] + reference.Put(name.Value.Text) + text[reference.Span.End..];
        }

        return isWhole
            ? new FollowUp(kind, Sentence(text), before[0])
            : Joined(context, text, before[0], Sentence(text), kind);
    }

    /// <summary>The last question as it was understood, as one or two sentences; empty when it was none about news.</summary>
    private static string Context(Turn turn)
    {
        var text = FollowUpForms.OneLine(turn.AskedAs, MaxContextLength);
        if (text.StartsWith(MorePrefix, StringComparison.Ordinal))
            text = text[MorePrefix.Length..];
        var sentences = SentenceSplitter.Split(text).ConvertAll(span => span.In(text).Trim());

        // The next question does not go on from a question that only made sense behind another one.
        while (sentences.Count > 1 && FollowUpForms.BareWords(sentences[^1]) is not null)
            sentences.RemoveAt(sentences.Count - 1);
        if (sentences.Count == 0 || !sentences[0].Any(char.IsLetter) || OffTopicRequest.Of(sentences[0], hasTerms: true) is not null)
            return "";
        return sentences.Count == 1 || StandsAlone(sentences[^1]) ? Sentence(sentences[^1]) : $"{Sentence(sentences[0])} {Sentence(sentences[^1])}";
    }

    private static bool StandsAlone(string sentence) => NamedText.Find(sentence).Count > 0 && new References(sentence).Found.Count == 0;

    /// <summary>Begins with a capital and ends in a mark.</summary>
    private static string Sentence(string text)
    {
        var trimmed = text.Trim().TrimEnd('?', ' ', '.', '!', ',', ';', ':');
        if (trimmed.Length == 0)
            return "";
        var end = text.TrimEnd().EndsWith('.') ? '.' : '?';
        return char.ToUpperInvariant(trimmed[0]) + trimmed[1..] + end;
    }
}

/// <summary>How a question follows on from earlier turns.</summary>
public enum FollowUpKind
{
    /// <summary>It stands alone.</summary>
    None,

    /// <summary>It asks about the earlier answer: 'why?', 'when did she resign?'.</summary>
    Question,

    /// <summary>It asks for something beyond the earlier answer: 'what else did he say?'.</summary>
    Further,

    /// <summary>It asks for more on any subject: 'tell me more'.</summary>
    More,
}
