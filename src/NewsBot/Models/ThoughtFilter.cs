using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Models;

/// <summary>Takes out of a reply what the model thought aloud between marks ('&lt;think&gt;…&lt;/think&gt;'), as it comes in pieces.</summary>
/// <remarks>Not safe for use by two threads at once.</remarks>
internal sealed partial class ThoughtFilter
{
    /// <summary>The longest mark, in UTF-16 units.</summary>
    private const int LongestMark = 32;

    private readonly StringBuilder pending = new();
    private bool isThinking;

    /// <summary>Takes a piece.</summary>
    /// <returns>What of the reply is said by now; whether all that was said before was thought, since only the end of thinking is marked; how much of it was thought.</returns>
    public (string Text, bool StartsOver, int ThoughtLength) Take(string piece)
    {
        pending.Append(piece);
        return Read(isEnd: false);
    }

    /// <summary>The reply has ended.</summary>
    /// <returns>What of the rest is said.</returns>
    public string Complete() => Read(isEnd: true).Text;

    private (string Text, bool StartsOver, int ThoughtLength) Read(bool isEnd)
    {
        var (said, startsOver, thought) = (new StringBuilder(), false, 0);
        var text = pending.ToString();
        var start = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            var isOpening = mark.Groups["open"].Success;
            if (isThinking)
            {
                thought += mark.Index - start;
            }
            else if (isOpening)
            {
                said.Append(text, start, mark.Index - start);
            }
            else
            {
                thought += said.Length + mark.Index - start;
                (startsOver, said) = (true, said.Clear());
            }

            isThinking = isOpening;
            start = mark.Index + mark.Length;
        }

        // The end may be the beginning of a mark.
        var end = isEnd ? text.Length : Math.Max(start, text.Length - LongestMark) is var from && text.IndexOfAny(['<', '[', '◁'], from) is >= 0 and var held ? held : text.Length;
        if (isThinking)
            thought += end - start;
        else
            said.Append(text, start, end - start);
        pending.Clear().Append(text, end, text.Length - end);
        return (said.ToString(), startsOver, thought);
    }

    /// <summary>The marks of DeepSeek, Qwen and others, of Mistral, of Kimi, and of gpt-oss where its server does not take them off.</summary>
    [GeneratedRegex(
        @"(?<open><(?:think|thinking|thought|thoughts|reasoning|reflection)>|\[THINK\]|◁think▷|(?:<\|start\|>assistant)?<\|channel\|>analysis<\|message\|>)"
            + @"|</(?:think|thinking|thought|thoughts|reasoning|reflection)>|\[/THINK\]|◁/think▷|(?:<\|end\|>)?(?:<\|start\|>assistant)?<\|channel\|>final<\|message\|>",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Mark();
}
