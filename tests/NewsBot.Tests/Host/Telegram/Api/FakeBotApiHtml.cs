using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>Telegram's HTML, as strict and as lenient as its own parser (TDLib, <c>MessageEntity.cpp</c>, <c>do_parse_html</c>).</summary>
internal sealed class FakeBotApiHtml
{
    private static readonly string[] KnownTags =
        ["a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "span", "pre", "code", "blockquote"];

    private readonly string html;
    private readonly StringBuilder text = new();
    private readonly List<(int Start, int Length, string Type, string? Argument)> entities = [];
    private readonly Stack<(string Tag, string Argument, int Start)> open = [];
    private int at;

    private FakeBotApiHtml(string html)
    {
        this.html = html;
    }

    private char Next => at < html.Length ? html[at] : '\0';

    /// <summary>The text as people see it, without white space around it, and its entities in the Bot API's form.</summary>
    /// <exception cref="FakeBotApiRefusalException">It cannot be parsed.</exception>
    public static (string Text, JsonArray Entities) Parse(string html) => new FakeBotApiHtml(html).Parse();

    /// <summary>A text without any tags, in the same form.</summary>
    public static (string Text, JsonArray Entities) Plain(string text) => (text.Trim(), []);

    private (string Text, JsonArray Entities) Parse()
    {
        while (at < html.Length)
        {
            if (Next == '&' && DecodeEntity() is { } character)
                text.Append(character);
            else if (Next != '<')
                text.Append(html[at++]);
            else if (at + 1 < html.Length && html[at + 1] == '/')
                ReadEndTag();
            else
                ReadStartTag();
        }

        return open.TryPeek(out var unclosed) ? throw Wrong($"Can't find end tag corresponding to start tag \"{unclosed.Tag}\"") : Trimmed();
    }

    private void ReadStartTag()
    {
        var begin = at++;
        var tag = Take(unit => !IsSpace(unit) && unit != '>').ToLowerInvariant();
        if (at == html.Length)
            throw Wrong("Unclosed start tag", begin);
        if (!KnownTags.Contains(tag))
            throw Wrong($"Unsupported start tag \"{tag}\"", begin);
        var argument = "";
        while (true)
        {
            Take(IsSpace);
            if (Next == '>')
                break;
            var name = Take(unit => !IsSpace(unit) && unit is not ('=' or '>' or '/' or '"' or '\'')).ToLowerInvariant();
            if (name.Length == 0)
                throw Wrong($"Empty attribute name in the tag \"{tag}\"", begin);
            Take(IsSpace);
            var value = "";
            if (Next == '=')
            {
                at++;
                value = ReadAttributeValue(tag, begin);
            }
            else if (at == html.Length)
            {
                throw Wrong($"Unclosed start tag \"{tag}\"", begin);
            }

            argument = (tag, name) switch
            {
                ("a", "href") or ("tg-emoji", "emoji-id") => value,
                ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal) => value["language-".Length..],
                ("span", "class") when value.StartsWith("tg-", StringComparison.Ordinal) => value["tg-".Length..],
                ("blockquote", "expandable") => "1",
                _ => argument,
            };
        }

        if (tag == "span" && argument != "spoiler")
            throw Wrong("Tag \"span\" must have class \"tg-spoiler\"", begin);
        at++;
        open.Push((tag, argument, text.Length));
    }

    private string ReadAttributeValue(string tag, int begin)
    {
        Take(IsSpace);
        if (at == html.Length)
            throw Wrong($"Unclosed start tag \"{tag}\"", begin);
        string value;
        if (Next is '"' or '\'')
        {
            var quote = html[at++];
            var read = new StringBuilder();
            while (at < html.Length && Next != quote)
            {
                if (Next == '&' && DecodeEntity() is { } character)
                    read.Append(character);
                else
                    read.Append(html[at++]);
            }

            at = Math.Min(at + 1, html.Length);
            value = read.ToString();
        }
        else
        {
            value = Take(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-').ToLowerInvariant();
            if (at < html.Length && !IsSpace(Next) && Next != '>')
                throw Wrong("Unexpected end of name token", at);
        }

        return at < html.Length ? value : throw Wrong("Unclosed start tag", begin);
    }

    private void ReadEndTag()
    {
        var begin = at;
        at += 2;
        if (!open.TryPeek(out var tag))
            throw Wrong("Unexpected end tag", begin);
        var name = Take(unit => !IsSpace(unit) && unit != '>').ToLowerInvariant();
        Take(IsSpace);
        if (Next != '>')
            throw Wrong("Unclosed end tag", begin);
        if (name.Length > 0 && name != tag.Tag)
            throw Wrong($"Unmatched end tag, expected \"</{tag.Tag}>\", found \"</{name}>\"", begin);
        at++;
        open.Pop();
        if (text.Length > tag.Start)
            Close(tag.Tag, tag.Argument, tag.Start, text.Length - tag.Start);
    }

    private void Close(string tag, string argument, int start, int length)
    {
        var (type, more) = tag switch
        {
            "b" or "strong" => ("bold", null),
            "i" or "em" => ("italic", null),
            "u" or "ins" => ("underline", null),
            "s" or "strike" or "del" => ("strikethrough", null),
            "tg-spoiler" or "span" => ("spoiler", null),
            "blockquote" => (argument.Length > 0 ? "expandable_blockquote" : "blockquote", null),
            "code" => ("code", null),
            "pre" => ("pre", null),
            "a" => ("text_link", Link(argument.Length > 0 ? argument : text.ToString(start, length))),
            _ => ("custom_emoji", (string?)argument),
        };
        // A link that is none leaves its text behind.
        if (type != "text_link" || more is not null)
            entities.Add((start, length, type, more));
    }

    private static string? Link(string address)
    {
        var full = address.Contains("://", StringComparison.Ordinal) || address.StartsWith("tg:", StringComparison.Ordinal) ? address : "http://" + address;
        return Uri.TryCreate(full, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tg" && uri.Host.Contains('.')
            ? uri.AbsoluteUri
            : null;
    }

    /// <summary>The character of '&amp;lt;' and its like, of which Telegram knows four names and all numbers; null when it stays as it is written.</summary>
    private string? DecodeEntity()
    {
        var end = at + 1;
        var value = 0L;
        if (end < html.Length && html[end] == '#')
        {
            var isHex = ++end < html.Length && html[end] == 'x';
            if (isHex)
                end++;
            var first = end;
            while (end < html.Length && (isHex ? char.IsAsciiHexDigit(html[end]) : char.IsAsciiDigit(html[end])) && end - first < 9)
                end++;
            var digits = html.AsSpan(first, end - first);
            if (!long.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out value))
                return null;
        }
        else
        {
            while (end < html.Length && char.IsAsciiLetter(html[end]))
                end++;
            value = html[(at + 1)..end] switch { "lt" => '<', "gt" => '>', "amp" => '&', "quot" => '"', _ => 0 };
        }

        if (value is <= 0 or >= 0x10FFFF || !Rune.IsValid((int)value))
            return null;
        at = end < html.Length && html[end] == ';' ? end + 1 : end;
        return new Rune((int)value).ToString();
    }

    private (string Text, JsonArray Entities) Trimmed()
    {
        var whole = text.ToString();
        var trimmed = whole.TrimStart();
        var cut = whole.Length - trimmed.Length;
        trimmed = trimmed.TrimEnd();
        var list = new JsonArray();
        foreach (var (start, length, type, argument) in entities.OrderBy(entity => entity.Start).ThenByDescending(entity => entity.Length))
        {
            var from = Math.Max(start - cut, 0);
            var to = Math.Min(start + length - cut, trimmed.Length);
            if (from >= to)
                continue;
            var entity = new JsonObject { ["type"] = type, ["offset"] = from, ["length"] = to - from };
            if (argument is not null)
                entity[type == "text_link" ? "url" : "custom_emoji_id"] = argument;
            list.Add(entity);
        }

        return (trimmed, list);
    }

    private string Take(Func<char, bool> wanted)
    {
        var start = at;
        while (at < html.Length && wanted(html[at]))
            at++;
        return html[start..at];
    }

    private static bool IsSpace(char unit) => unit is ' ' or '\t' or '\r' or '\n' or '\v' or '\0';

    private FakeBotApiRefusalException Wrong(string what, int? position = null) => FakeBotApiRefusalException.Bad(
        $"can't parse entities: {what}{(position is { } place ? $" at byte offset {Encoding.UTF8.GetByteCount(html.AsSpan(0, place))}" : "")}");
}
