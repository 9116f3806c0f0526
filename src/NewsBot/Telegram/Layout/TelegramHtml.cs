using System.Text;

namespace NewsBot.Telegram.Layout;

/// <summary>Messages in Telegram's HTML (Bot API, 'HTML style').</summary>
internal static class TelegramHtml
{
    /// <summary>The longest message in UTF-16 units, once Telegram has parsed it.</summary>
    public const int MaxLength = 4096;

    private const string Gap = "\n\n";

    /// <summary>Text with the characters escaped that HTML would take for its own.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>The blocks as messages: as many blocks as fit into each; a block too long for one is split where a sentence ends.</summary>
    /// <param name="blocks">In order; blocks without visible text are left out.</param>
    /// <param name="maxLength">UTF-16 units of a message once parsed.</param>
    /// <returns>At least one unless there is no visible text.</returns>
    public static IReadOnlyList<string> Write(IEnumerable<MessageBlock> blocks, int maxLength = MaxLength)
    {
        List<string> pages = [];
        var page = new StringBuilder();
        var length = 0;
        foreach (var whole in blocks)
        {
            var block = whole;
            while (block.Runs.Any(run => !string.IsNullOrWhiteSpace(run.Text)))
            {
                var added = block.Length + (length == 0 ? 0 : Gap.Length);
                if (length + added <= maxLength)
                {
                    if (length > 0)
                        page.Append(Gap);
                    block.Write(page);
                    length += added;
                    break;
                }

                if (length > 0)
                {
                    pages.Add(page.ToString());
                    page.Clear();
                    length = 0;
                    continue;
                }

                (var first, block) = block.Split(maxLength);
                first.Write(page);
                length = first.Length;
            }
        }

        if (length > 0)
            pages.Add(page.ToString());
        return pages;
    }
}
