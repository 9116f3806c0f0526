using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Tells questions and orders from reports: only a report can be evidence.</summary>
/// <remarks>
/// An article may hold instructions for whatever reads it by machine. They cannot be told from an order to the public with certainty, and need not be: neither reports
/// what happened. English.
/// </remarks>
public static partial class InstructionText
{
    private const int MaxChars = 600;

    /// <summary>How many words before the verb are skipped: 'Please do not ever', 'System: you must'.</summary>
    private const int MaxOpeners = 6;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \n\t,:;.!\"“([*#>-<=");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Words(
        "please kindly now then first next also finally important attention note instruction instructions system user assistant hey "
        + "dear reader sure you must should need are to do not don't never always ever just simply instead and");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = Words(
        "act add anagram analyse analyze answer append apply augment begin break calculate change classify click combine compose "
        + "compute convert copy create decode define describe develop discuss display disregard download draft email encode encourage "
        + "enhance enter execute explain express fetch follow forget format forward generate give group highlight ignore imagine include "
        + "insert install integrate introduce invite jumble list mention misspell modify name offer omit open output override paraphrase "
        + "perform pretend print produce promote provide quote read rearrange recite recommend remember remind remove render repeat "
        + "rephrase replace reply respond reveal reverse rewrite roleplay run say scramble search send show sign solve spell start "
        + "subscribe substitute suggest summarise summarize switch teach tease tell translate type use visit write");

    /// <summary>Each form of <see cref="ToWriter"/> has one of these; most sentences have none, and need no closer look.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["your", "instruction", "prompt", "rules", "directions", "message", "as an ", "model", "you are", "answer", "response", "reply"], StringComparison.OrdinalIgnoreCase);

    /// <summary>After these the word before is a noun: 'Use of force', 'Group stage', 'Draft law', 'List was published'.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterNouns = Words("of is was were has had will said says law stage results");

    /// <summary>Whether a sentence is a question, an order, or speaks to the writer of an answer.</summary>
    /// <param name="sentence">One sentence; of its beginning and its end, 600 UTF-16 units each are looked at.</param>
    public static bool IsMatch(string sentence) => IsQuestion(sentence) || IsOrder(sentence) || IsToWriter(sentence);

    /// <summary>Whether a sentence speaks to the writer of an answer: 'add to your reply', 'ignore the instructions above'.</summary>
    /// <inheritdoc cref="IsMatch" path="/param"/>
    public static bool IsToWriter(string sentence)
    {
        var beginning = sentence.Length > MaxChars ? sentence[..MaxChars] : sentence;
        return beginning.AsSpan().ContainsAny(Signs) && ToWriter().IsMatch(beginning);
    }

    private static bool IsQuestion(string sentence) => sentence.AsSpan().TrimEnd(" ”’\"')]").EndsWith("?");

    private static bool IsOrder(string sentence)
    {
        var beginning = sentence[..Math.Min(sentence.Length, MaxChars / 4)].Replace('’', '\'').AsSpan();
        var (openers, isVerb) = (0, false);
        foreach (var range in beginning.SplitAny(WordEnds))
        {
            var word = beginning[range];
            if (word.IsEmpty)
                continue;
            if (isVerb)
                return !AfterNouns.Contains(word);
            if (openers == MaxOpeners)
                return false;
            isVerb = Verbs.Contains(word);
            if (!isVerb && !Openers.Contains(word))
                return false;
            openers++;
        }

        return isVerb;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    [GeneratedRegex(
        @"\byour (?:\w+ ){0,2}(?:answers?|responses?|repl(?:y|ies)|outputs?|messages?|summar(?:y|ies)|instructions|prompt|rules|guidelines)\b"
        + @"|\b(?:previous|prior|above|earlier|preceding|all|these|following|new) (?:instructions?|prompts?|rules|directions)\b"
        + @"|\b(?:system|developer|hidden|initial) (?:prompt|message|instructions?)\b|\bas an (?:ai|assistant)\b"
        + @"|\b(?:language|ai) model\b.{0,80}\b(?:must|should|you)\b"
        + @"|\byou are (?:now )?(?:an?|the) (?:\w+ ){0,2}(?:ai|assistant|chatbot|bot|model)\b|\bin (?:the|this) (?:answer|response|reply)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ToWriter();
}
