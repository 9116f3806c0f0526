using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Accepts a question that a language model rewrote so that it stands alone, when it adds nothing of its own.</summary>
public static partial class StandaloneQuestion
{
    private const int MaxChars = 300;

    /// <summary>How many turns a model is shown, and may take names from.</summary>
    public const int MaxTurns = 3;

    private const int MaxAnswerChars = 700;

    /// <summary>Two forms of a name share this many letters at least, and differ in <see cref="MostEnding"/> at most.</summary>
    private const int LeastStem = 4;

    private const int MostEnding = 3;

    /// <summary>The conversation as a prompt shows it, oldest first: a line for each question and each answer.</summary>
    /// <param name="before">Newest first.</param>
    /// <remarks>Long lines are cut. Sentences that speak to the writer of an answer, and brackets that passages are marked with, are left out.</remarks>
    public static string Describe(IReadOnlyList<Turn> before) =>
        string.Join('\n', before.Take(MaxTurns).Reverse().Select(turn => $"Q: {Said(turn.AskedAs, MaxChars)}\nA: {Said(turn.Answer, MaxAnswerChars)}"));

    /// <summary>The rewritten question.</summary>
    /// <param name="written">What the model wrote; its thoughts, marks and a label before the question are taken off.</param>
    /// <param name="asked">What was typed.</param>
    /// <param name="before">Newest first.</param>
    /// <returns>One line; null when it is empty, too long, or has a number or a name that was not said before.</returns>
    /// <remarks>The question is only searched for, so names are compared word by word: 'Russian' passes for 'Russia', and a title such as 'President' for nothing.</remarks>
    public static string? Accept(string written, string asked, IReadOnlyList<Turn> before)
    {
        var line = QuestionIn(written);
        if (line.Length is 0 or > MaxChars || !line.Any(char.IsLetter))
            return null;
        var said = ClaimText.Read(asked + "\n" + Describe(before));
        var words = ClaimText.Read(line);
        var numbers = ClaimNumbers.In(said, countLoneOne: true).ToHashSet(StringComparer.Ordinal);
        return ClaimNumbers.In(words, countLoneOne: false).All(numbers.Contains) && words.TrueForAll(word => IsSaid(word, said)) ? line : null;
    }

    /// <summary>The line of the question: the last one that is a question, else the last one.</summary>
    private static string QuestionIn(string written)
    {
        var lines = Thought().Replace(written, "").Split('\n').Select(Line).Select(line => Label().Replace(line, "").Trim(' ', '"', '“', '”', '*', '`', '_')).ToList();
        return lines.FindLast(line => line.EndsWith('?')) ?? lines.FindLast(line => line.Length > 0) ?? "";
    }

    /// <summary>Whether a word names nothing that was not said before.</summary>
    private static bool IsSaid(ClaimWord word, List<ClaimWord> said) =>
        !word.HasCapital || (word.StartsSentence && StopWords.Contains(word.Folded)) || Gazetteer.Find(word.Folded).HasFlag(GazetteerKind.Title)
        || said.Exists(other => IsForm(other.Folded, word.Folded));

    /// <summary>Whether two words may be forms of one name: 'Russia' and 'Russian', 'Стамбул' and 'Стамбулі'.</summary>
    private static bool IsForm(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        return common == Math.Max(one.Length, other.Length) || (common >= LeastStem && Math.Max(one.Length, other.Length) - common <= MostEnding);
    }

    private static string Said(string text, int maxChars)
    {
        var line = Line(text.Length > maxChars ? text[..maxChars] : text);
        var sentences = SentenceSplitter.Split(line).Select(span => span.In(line)).Where(sentence => !InstructionText.IsToWriter(sentence));
        return string.Join(' ', sentences).Replace("<<", "", StringComparison.Ordinal).Replace(">>", "", StringComparison.Ordinal);
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<(think|thinking|thought|reasoning)>.*?(?:</\\1>|\\z)", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Thought();

    [GeneratedRegex(@"^[\W_]*(?:(?:rewritten|standalone|stand-alone|next) )?(?:question|q)[\W_]*:[\W_]*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Label();
}
