using System.Text;
using System.Xml;

namespace NewsBot.Models;

/// <summary>Makes text from outside fit for a prompt, whose messages are XML.</summary>
internal static class PromptText
{
    /// <summary>The text without the characters that XML cannot hold (control characters, halves of surrogate pairs); every line break is '\n'.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (c == '\r')
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (!char.IsSurrogate(c) && XmlConvert.IsXmlChar(c))
                clean.Append(c);
        }

        return clean.ToString();
    }
}
