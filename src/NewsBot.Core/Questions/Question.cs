using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>A question as it was understood.</summary>
public sealed record Question
{
    /// <summary>As it was asked.</summary>
    public required string Text { get; init; }

    /// <summary>What 'now' is.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The last instant of what may be read, when the question is asked as if on an earlier day; undated articles are read all the same. Null for no bound.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How much of the text's beginning is what was asked before, in UTF-16 units; 0 for a question that stands alone.</summary>
    public int ContextLength { get; init; }

    /// <summary>The words to search for, each once, in order; empty when there are none.</summary>
    public required IReadOnlyList<QuestionTerm> Terms { get; init; }

    /// <summary>Names and quotations as they stand in the question.</summary>
    public required IReadOnlyList<TextSpan> Names { get; init; }

    /// <summary>Those of the names that articles may write in another form; usually empty.</summary>
    public IReadOnlyList<AliasedName> Aliases { get; init; } = [];

    /// <summary>What the question quotes, without the quotation marks; usually empty.</summary>
    public required IReadOnlyList<string> Quotations { get; init; }

    /// <summary>What is asked for.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>The stem of the noun after 'which' or 'what' ('country', 'senat'); null when there is none.</summary>
    public string? FocusTerm { get; init; }

    /// <summary>The kinds of name that the noun asks for; none when unknown.</summary>
    public GazetteerKind FocusKinds { get; init; }

    /// <summary>The stem of what is counted after 'how many' ('day', 'peopl'); null when there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>The days that the question is about, explicitly; null when it does not say.</summary>
    public DateRange? Range { get; init; }

    /// <summary>Whether it speaks of news of the moment: 'this week', 'recently', 'today'.</summary>
    public bool IsOfTheMoment { get; init; }

    /// <summary>Outlets that the question names ('according to Reuters'), folded without spaces; usually empty.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Who or what a definition question asks about; null for other kinds.</summary>
    public string? Subject { get; init; }

    /// <summary>The overview that is wanted instead of one fact; null for a question that asks for a fact.</summary>
    public OverviewRequest? Overview { get; init; }

    /// <summary>The kind of text when it is not a question about news (a greeting, a request for code); otherwise null.</summary>
    public RefusalKind? OffTopic { get; init; }

    /// <summary>The last instant of the UTC day that an instant lies in: a question of a day may be answered by all news of that day.</summary>
    public static DateTimeOffset EndOfDay(DateTimeOffset instant) => new(DateOnly.FromDateTime(instant.UtcDateTime).ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
}

/// <summary>A word of a question that counts when searching.</summary>
/// <param name="Text">Folded and stemmed.</param>
/// <param name="Weight">Dimensionless: 1 for a plain word, more in a name, a quotation or a number, little in a phrase such as 'this week'.</param>
/// <param name="Span">Where it first stands in the question.</param>
/// <param name="IsName">Whether it belongs to a name or a quotation.</param>
public readonly record struct QuestionTerm(string Text, double Weight, TextSpan Span, bool IsName);
