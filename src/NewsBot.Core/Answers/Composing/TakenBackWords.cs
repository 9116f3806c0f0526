using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>The names, days and other words that a note of correction takes back, and of what it takes them back.</summary>
/// <remarks>
/// 'The mayor was born in Leeds, not in York' takes York back as the place of a birth alone: 'The mayor will visit York' stays right. So a sentence has to say the same of the same
/// thing before it counts as wrong.
/// </remarks>
internal sealed partial class TakenBackWords
{
    /// <summary>So many words have to be shared for a sentence of another article, or one with a word that is no name, to speak of the same.</summary>
    private const int LeastShared = 2;

    /// <summary>The share of what 'the builder of the tower' has that a sentence has to hold, where the note has no verb that says what was done.</summary>
    private const double LeastOfSubject = 0.6;

    /// <summary>A longer stretch is no value.</summary>
    private const int MostTerms = 2;

    private readonly SentenceReading note;
    private readonly HashSet<string> days = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> terms;
    private readonly HashSet<string> wrong;
    private readonly HashSet<string> subject = new(StringComparer.Ordinal);
    private readonly string? verb;
    private readonly bool isRenaming;

    /// <param name="note">A note of correction.</param>
    /// <param name="words">Capitalised words and numbers that it takes back.</param>
    /// <param name="before">The stretch of it that says of what it takes them back.</param>
    /// <param name="denied">What it puts aside, by a word such as 'not'; null where it has none.</param>
    /// <param name="isRenaming">Whether it only says how a name is spelt.</param>
    public TakenBackWords(SentenceReading note, IEnumerable<string> words, TextSpan before, TextSpan? denied, bool isRenaming)
    {
        (this.note, this.isRenaming) = (note, isRenaming);

        // Other numbers are amounts, and '40' of '40 metres' is no word of '40 days'.
        foreach (var word in words)
            (char.IsAsciiDigit(word[0]) ? days : names).Add(word);
        days.RemoveWhere(day => !IsInDate(note, day));
        terms = TermsOf(note, denied);
        wrong = [.. note.Terms.Where(term => NoteWords.IsAnyIn(names, note.Body[term.Start..term.End])).Select(term => term.Text).Concat(terms)];
        var said = note.Terms.FindAll(term => !term.IsStopWord && !CorrectionNote.IsOfCorrecting(term.Text) && note.InBody(before).Contains(new TextSpan(term.Start, term.End)));
        subject.UnionWith(said.Select(term => term.Text));
        subject.IntersectWith(CorrectionNote.WordsOf(note));
        subject.ExceptWith(wrong);
        subject.ExceptWith(said.FindAll(IsDate).Select(term => term.Text));
        var at = said.FindLastIndex(term => !IsValue(term));
        if (at < 0)
            return;
        var behind = note.Body[said[at].End..note.InBody(before).End];
        var isOnly = IsOnly().Matches(behind).LastOrDefault();
        var value = said[at].End + (isOnly is null ? 0 : isOnly.Index);
        subject.ExceptWith(said.FindAll(term => term.Start >= value).Select(term => term.Text));
        verb = isOnly is not null || string.IsNullOrWhiteSpace(behind) ? null : said[at].Text;
    }

    /// <summary>Whether it has no name, no day and no other word.</summary>
    public bool IsEmpty => days.Count == 0 && names.Count == 0 && terms.Count == 0;

    /// <summary>Whether a sentence says what the note takes back.</summary>
    /// <param name="sentence">A sentence that is not of the note.</param>
    /// <param name="words">Those of it that say of what it speaks.</param>
    /// <param name="ofNote">Those of the note.</param>
    public bool AreSaidBy(SentenceReading sentence, IReadOnlySet<string> words, IReadOnlySet<string> ofNote)
    {
        var isOther = sentence.Revision.RevisionId != note.Revision.RevisionId;
        var shared = words.Count(word => ofNote.Contains(word) && !wrong.Contains(word));
        if (terms.Count > 0 && terms.IsSubsetOf(sentence.Terms.Select(term => term.Text)) && shared >= (isOther ? LeastShared : Math.Clamp(subject.Count - 1, 1, LeastShared)))
            return true;
        if (!NoteWords.IsAnyIn(names, sentence.Text) && !days.Any(day => IsInDate(sentence, day)))
            return false;
        if (isRenaming)
            return shared >= (isOther ? LeastShared : 1);
        var held = subject.Count(words.Contains);
        return held >= (isOther ? Math.Min(LeastShared, subject.Count) : 1) && (verb is not null ? words.Contains(verb) : held >= LeastOfSubject * subject.Count);
    }

    private static HashSet<string> TermsOf(SentenceReading note, TextSpan? denied)
    {
        if (denied is not { } stretch || NoteWords.In(stretch.In(note.Text)).Count > 0)
            return [];
        var (inside, outside) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var term in note.Terms.Where(term => !term.IsStopWord && !CorrectionNote.IsOfCorrecting(term.Text)))
            (note.InBody(stretch).Contains(new TextSpan(term.Start, term.End)) ? inside : outside).Add(term.Text);
        inside.ExceptWith(outside);
        return inside.Count <= MostTerms ? inside : [];
    }

    private static bool IsInDate(SentenceReading sentence, string token) =>
        sentence.Dates.Exists(date => NoteWords.In(date.Span.In(sentence.Body)).Contains(token));

    /// <summary>Whether a word in front of what is wrong is the right value: a name, a day, a number.</summary>
    private bool IsValue(Term term) => char.IsUpper(note.Body[term.Start]) || char.IsAsciiDigit(note.Body[term.Start])
        || IsDate(term) || note.Quantities.Exists(quantity => quantity.Span.Contains(new TextSpan(term.Start, term.End)));

    private bool IsDate(Term term) => note.Dates.Exists(date => date.Span.Contains(new TextSpan(term.Start, term.End)));

    /// <summary>Between a noun and a value, these words say that one is the other.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:is|are|was|were|be|been|being|as|called|named|ist|sind|war|waren|est|sont|était|es|era|fue|è|jest|był\w*"
        + @"|це|є|був|була|було|були|это|был\w*|[–—])(?![\p{L}\p{N}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IsOnly();
}
