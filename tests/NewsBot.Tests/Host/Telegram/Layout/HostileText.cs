namespace NewsBot.Tests.Host.Telegram.Layout;

/// <summary>Text as an attacker would put it into an article: markup, controls, direction marks, halves of surrogate pairs, very long words.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "\"", "'", "</blockquote>", "<b>", "</a>", "<a href=\"tg://user?id=1\">", "&lt;", "&#0;", "&amp;amp;", "<!--", "]]>", "\0", "\u202e", "\u200b",
        "\ud83d\udc69\u200d\ud83d\ude80", "\ud800", "\udc00", "\uffff", "\r\n", "\t", " ", ". ", "? ", "[1]", "@admin", "/forget", "https://x.example/?a=1&b=<2>", "“", "…", "Київ",
        "A sentence about the talks in Istanbul. ", "لیبی", "`", "*", "_", "||", "\u0301\u0301\u0301\u0301",
    ];

    /// <summary>A text of at most about <paramref name="length"/> units; empty now and then.</summary>
    public static string Make(Random random, int length)
    {
        var text = "";
        for (var wanted = random.Next(length + 1); text.Length < wanted;)
        {
            text += random.Next(5) == 0
                ? new string((char)random.Next(0x21, 0x3000), random.Next(1, 40))
                : Pieces[random.Next(Pieces.Length)];
        }

        return text;
    }
}
