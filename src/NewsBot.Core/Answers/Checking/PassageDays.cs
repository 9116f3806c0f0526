using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Tells the day of an older report where a sentence names a day without its date.</summary>
public static class PassageDays
{
    /// <summary>News older than this is not told with the bare name of a day.</summary>
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>An answer whose sentences tell the day of their report where it is older than a week and they name a day without its date, as in 'on Wednesday'.</summary>
    /// <param name="answer">Checked, in English.</param>
    /// <param name="asOf">When it is asked.</param>
    public static Answer Told(Answer answer, DateTimeOffset asOf) => answer with
    {
        Sentences = [.. answer.Sentences.Select(sentence => sentence with { Text = Told(sentence, answer, asOf) })],
    };

    private static string Told(AnswerSentence sentence, Answer answer, DateTimeOffset asOf)
    {
        var text = sentence.Text;
        var reports = answer.Citations.Where(citation => sentence.Citations.Contains(citation.Number)).Select(citation => citation.Revision.Article.PublishedAt).ToList();
        if (reports.Min() is not { } report || asOf - report <= Week || reports.Exists(other => other?.UtcDateTime.Date != report.UtcDateTime.Date))
            return text;
        var mentions = DateFinder.Find(text, new TextSpan(0, text.Length), DateOnly.FromDateTime(report.UtcDateTime));
        if (mentions.Exists(mention => HasDigit(mention.Span.In(text))) || !mentions.Exists(mention => IsBare(mention, text)))
            return text;
        var end = text.AsSpan().TrimEnd(".!”\"’").Length;
        return $"{text[..end]} (reported on {report.UtcDateTime:d MMMM yyyy}){text[end..]}";
    }

    private static bool IsBare(DateMention mention, string text) => mention.Range is { } range && range.First == range.Last && !HasDigit(mention.Span.In(text));

    private static bool HasDigit(string words) => words.AsSpan().ContainsAnyInRange('0', '9');
}
