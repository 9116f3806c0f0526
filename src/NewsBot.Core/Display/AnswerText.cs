using NewsBot.Core.Answers;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Display;

/// <summary>An answer as one plain text with its citation marks.</summary>
public static class AnswerText
{
    /// <summary>The longest reply, in UTF-16 units, marks included.</summary>
    public const int MaxLength = 900;

    /// <summary>What stands before quotations that may not answer the question.</summary>
    public const string Unsure = "I am not sure that this answers it. The archive says:";

    /// <summary>What stands before a language model's words that no second request has judged.</summary>
    public const string Unverified = "A language model's words, not fully checked. Compare them with the quotations:";

    /// <summary>What stands before the latest news when it is older than the question.</summary>
    public static string NewestOf(string day) => $"The newest in the archive is of {day}:";

    /// <summary>The same for an answer; null when its news is not older.</summary>
    public static string? NewestOf(Answer answer) => answer.NewestOf is { } day ? NewestOf(DisplayText.Date(day)) : null;

    /// <summary>What stands before two reports that differ.</summary>
    public const string Differ = "Reports differ.";

    /// <summary>'Yes.' or 'No.'</summary>
    public static string Verdict(bool isYes) => isYes ? "Yes." : "No.";

    /// <summary>Our words before a sentence, 'As of 27 Nov 2026 (The Gazette):'; empty when there are none.</summary>
    public static string Lead(Answer answer, AnswerSentence sentence) =>
        ArticleOf(answer, sentence) is var article ? Lead(sentence.Lead, DisplayText.Line(article.Source), DisplayText.Date(article.PublishedAt)) : "";

    /// <inheritdoc cref="Lead(Answer, AnswerSentence)"/>
    /// <param name="lead">What they say.</param>
    /// <param name="outlet">Of the sentence's article; empty when unknown.</param>
    /// <param name="day">Its day in words; empty when unknown.</param>
    public static string Lead(SentenceLead lead, string outlet, string day)
    {
        var behind = outlet.Length > 0 ? $" ({outlet})" : "";
        return lead switch
        {
            SentenceLead.AsOf => $"As of {day}{behind}:",
            SentenceLead.Earlier => $"Earlier, {day}{behind}:",
            SentenceLead.Report => $"{(outlet.Length > 0 ? $"{outlet}, " : "")}{day}:",
            _ => "",
        };
    }

    /// <summary>The article that a sentence cites first.</summary>
    public static Article ArticleOf(Answer answer, AnswerSentence sentence) => answer.Citations.First(citation => citation.Number == sentence.Citations[0]).Revision.Article;

    /// <summary>What is said before the sentences: that they are not fully checked, the day of the newest news, yes or no, that reports differ; null when nothing is.</summary>
    public static string? Opening(Answer answer) =>
        (answer.IsUnverified ? Unverified : null) ?? NewestOf(answer) ?? (answer.Verdict is { } verdict ? Verdict(verdict) : null)
        ?? (answer.Sentences.Any(sentence => sentence.Lead == SentenceLead.Report) ? Differ : null);

    /// <summary>Says which words of the archive were searched for in the place of misspelt ones: 'Showing results for “Zelensky”.', 'I looked for …'.</summary>
    /// <param name="words">At least one, in the order of the question.</param>
    /// <param name="hasResults">Whether an answer follows; not a refusal.</param>
    public static string Corrected(IReadOnlyList<WordCorrection> words, bool hasResults) =>
        $"{(hasResults ? "Showing results" : "I looked")} for {string.Join(", ", words.Select(word => $"“{DisplayText.Line(word.To)}”"))}.";

    /// <summary>Says in which words a question of another language was searched for.</summary>
    /// <param name="question">In English.</param>
    public static string SearchedAs(string question) => $"The articles are in English. I looked for “{DisplayText.Line(question)}”.";

    /// <summary>What was searched for in the place of what was typed: the whole question, or words of it; null when that is the question itself.</summary>
    public static string? Searched(Answer answer) => answer.SearchedAs is { } question ? SearchedAs(question)
        : answer.Corrections.Count > 0 ? Corrected(answer.Corrections, answer.Tier != AnswerTier.None) : null;

    /// <summary>Sentences joined by a space, each followed by its marks: 'Talks resume on Wednesday. [1] …'; quoted when unsure; the reason when there are none.</summary>
    /// <returns>At most <see cref="MaxLength"/> units; a sentence too long by itself ends in an ellipsis before its marks.</returns>
    public static string Of(Answer answer) => answer.Tier switch
    {
        AnswerTier.None => Cut(DisplayText.Line(answer.Reason), MaxLength),
        AnswerTier.Unsure => string.Join(
            ' ', answer.Sentences.Select(sentence => Quoted(answer, sentence, (MaxLength - Unsure.Length - LeadLength(answer)) / answer.Sentences.Count))
                .Prepend(Opening(answer)).Prepend(Unsure).OfType<string>()),
        _ => string.Join(
            ' ', answer.Sentences.Take(CountFitting(answer)).Select(sentence => Shown(answer, sentence, MaxLength - LeadLength(answer))).Prepend(Opening(answer)).OfType<string>()),
    };

    /// <summary>The marks of a sentence with the space before them: ' [1][2]'; empty when there is no citation.</summary>
    public static string Marks(AnswerSentence sentence) =>
        sentence.Citations.Count == 0 ? "" : " " + string.Concat(sentence.Citations.Select(number => $"[{number}]"));

    /// <summary>How many sentences from the first fit into a reply; at least one.</summary>
    public static int CountFitting(Answer answer)
    {
        var length = LeadLength(answer) - 1;
        var count = 0;
        foreach (var sentence in answer.Sentences)
        {
            length += 1 + Told(answer, sentence).Length + DisplayText.Line(sentence.Text).Length + Marks(sentence).Length;
            if (length > MaxLength && count > 0)
                break;
            count++;
        }

        return count;
    }

    /// <summary>What <see cref="Opening"/> and the space behind it take.</summary>
    private static int LeadLength(Answer answer) => Opening(answer) is { } lead ? lead.Length + 1 : 0;

    private static string Shown(Answer answer, AnswerSentence sentence, int maxLength)
    {
        var (told, marks) = (Told(answer, sentence), Marks(sentence));
        return told + Cut(DisplayText.Line(sentence.Text), maxLength - told.Length - marks.Length) + marks;
    }

    private static string Quoted(Answer answer, AnswerSentence sentence, int maxLength)
    {
        var (told, marks) = (Told(answer, sentence), Marks(sentence));
        return $"{told}“{Cut(DisplayText.Line(sentence.Text), maxLength - told.Length - marks.Length - 3)}”{marks}";
    }

    /// <summary>Our words before a sentence with the space behind them.</summary>
    private static string Told(Answer answer, AnswerSentence sentence) => sentence.Lead == SentenceLead.None ? "" : Lead(answer, sentence) + " ";

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var end = text.LastIndexOf(' ', maxLength - 1);
        if (end <= maxLength / 2)
            end = maxLength - (char.IsHighSurrogate(text[maxLength - 2]) ? 2 : 1);
        return text[..end] + "…";
    }
}
