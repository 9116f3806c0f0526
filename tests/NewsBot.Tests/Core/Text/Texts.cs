using System.Text;

namespace NewsBot.Tests.Core.Text;

/// <summary>Random texts that bring what is special to text analysis close together; the same at every run.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "a", "b", "S", "U", "US", "u.s", "Mr", "Dr", "No", "the", "The", "said", "talks", "O’Neill", "don't", "is", "1", "23", "456", "3.5",
        "1,000", ".", ".", ".", ",", "'", "’", "'s", "’S", "!", "?", "…", "...", "\"", "”", "“", ")", "(", "-", "–", "—", "/", " ", " ", " ",
        "\n", "\n\n", "\r\n", "\t", "\0", "é", "e\u0301", "\u0301", "ß", "ﬁ", "Ⅷ", "İ", "²", "Ω", "й", "東", "京", "。", "ก", "\u00AD", "\u200D",
        "\u2028", "\u00A0", "\ud800", "\udc00", "😀", "𝐁", "𠮷", "•", "* ", "- ", ";", ":", "a.m.", "p.m.", "U.S.", "Inc.", "Booking.com",
    ];

    public static IEnumerable<string> Random(int count, int maxPieces)
    {
        var random = new Random(20260407);
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Clear();
            for (var pieces = random.Next(maxPieces); pieces > 0; pieces--)
                text.Append(random.Next(20) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : Pieces[random.Next(Pieces.Length)]);
            yield return text.ToString();
        }
    }
}
