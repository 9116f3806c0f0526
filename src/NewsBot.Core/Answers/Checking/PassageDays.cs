using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Compares days by value: '23 July 2025' is 'Wednesday' in a report of Tuesday 22 July 2025.</summary>
public static class PassageDays
{
    private const int DaysOfWeek = 7;

    /// <summary>News older than this is not told with the bare name of a day.</summary>
    private static readonly TimeSpan Week = TimeSpan.FromDays(DaysOfWeek);

    /// <summary>A sentence with the dates that its quote means too, in the words in which the quote has them.</summary>
    /// <param name="sentence">A sentence in free words.</param>
    /// <param name="citation">What it cites.</param>
    /// <returns>The sentence as it is when the article has no date, or when the quote means none of the days.</returns>
    /// <remarks>
    /// The bare name of a day means the nearest such day before the report or after it, unless the words around it tell which. Both are taken, as words such as
    /// 'resume on Wednesday' tell no direction.
    /// </remarks>
    internal static string InWordsOf(string sentence, Citation citation)
    {
        if (citation.Revision.Article.PublishedAt is not { } published)
            return sentence;
        var day = DateOnly.FromDateTime(published.UtcDateTime);
        var body = citation.Revision.Article.Body;
        var meant = DateFinder.Find(body, citation.Span, day);
        foreach (var said in Enumerable.Reverse(DateFinder.Find(sentence, new TextSpan(0, sentence.Length), day)))
        {
            if (said.Range is not { } range || range.First != range.Last || !HasDigit(said.Span.In(sentence)))
                continue;
            var same = meant.Find(mention => Means(mention, body, range.First, day));
            if (same.Range is not null)
                sentence = string.Concat(sentence.AsSpan(0, said.Span.Start), same.Span.In(body), sentence.AsSpan(said.Span.End));
        }

        return sentence;
    }

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

    private static bool Means(DateMention mention, string body, DateOnly day, DateOnly report)
    {
        if (mention.Range is not { } range || range.First != range.Last)
            return false;
        return range.First == day || (IsWeekday(mention.Span.In(body)) && range.First.DayOfWeek == day.DayOfWeek && Math.Abs(day.DayNumber - report.DayNumber) <= DaysOfWeek);
    }

    private static bool IsBare(DateMention mention, string text) => mention.Range is { } range && range.First == range.Last && !HasDigit(mention.Span.In(text));

    private static bool IsWeekday(string words) => Enum.TryParse<DayOfWeek>(words, ignoreCase: true, out _) && !HasDigit(words);

    private static bool HasDigit(string words) => words.AsSpan().ContainsAnyInRange('0', '9');
}
