using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

/// <summary>Random texts out of words and signs that finders care for, and out of any UTF-16 units.</summary>
internal static class Garbage
{
    private static readonly string[] Pieces =
        [" ", " ", " ", ",", ".", "-", "–", "$", "€", "%", "/", ":", "'", "’s", "“", "”", "\n", "°", "½", "&", "(", "5", "31", "2023", "1990s", "1,000", "0.5",
            "99999999999999999999999", "9999-12-31", "0001-01-01",
         "May", "Feb.", "march", "Monday", "Fri.", "last", "next", "this", "in", "a", "two", "twenty", "hundred", "million", "third", "half", "ago", "weeks", "years", "old",
         "p.m.", "am", "summer", "of", "the", "The",
         "John", "President", "Sen.", "U.S.", "Kyiv", "van", "de", "University", "Inc.", "AT&T", "é", "\ud83d\ude00", "\ud83d", "ß", "İ", "\u0301", "century", "centuries",
         "decades", "earlier", "since", "by", "will", "mph", "square", "miles", "m", "K", "one"];

    /// <summary>Fails unless the spans are in the range, in order, without overlap and not empty.</summary>
    public static void Try(Func<string, TextSpan, List<TextSpan>> find)
    {
        var random = new Random(20230505);
        for (var round = 0; round < 6000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(
                _ => random.Next(12) == 0 ? ((char)random.Next(char.MaxValue)).ToString() : Pieces[random.Next(Pieces.Length)] + (random.Next(3) == 0 ? "" : " ")));
            var start = random.Next(text.Length + 1);
            var range = random.Next(2) == 0 ? new TextSpan(0, text.Length) : new TextSpan(start, random.Next(start, text.Length + 1));
            var at = range.Start;
            foreach (var span in find(text, range))
            {
                Assert.True(span.Start >= at && span.End > span.Start && span.End <= range.End, $"{span} in {range} of '{text}'");
                at = span.End;
            }
        }
    }
}
