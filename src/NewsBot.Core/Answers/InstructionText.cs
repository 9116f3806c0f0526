using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers;

/// <summary>Tells sentences that ask or order from those that report: only what reports can be evidence.</summary>
/// <remarks>
/// An article may hold instructions for whatever reads it by machine. They cannot be told from an order to the public with certainty, and need not be: neither says
/// what happened. English.
/// </remarks>
public static partial class InstructionText
{
    /// <summary>Whether a sentence is a question, an order, or speaks to whoever writes an answer.</summary>
    /// <param name="sentence">One sentence; what lies past its first 600 UTF-16 units is not looked at.</param>
    public static bool IsMatch(string sentence)
    {
        var text = sentence.Length > MaxChars ? sentence[..MaxChars] : sentence;
        return Question().IsMatch(text) || Order().IsMatch(text) || IsToWriter(text);
    }

    /// <summary>Whether a sentence speaks to whoever writes an answer: 'add to your reply', 'ignore the instructions above'.</summary>
    /// <inheritdoc cref="IsMatch" path="/param"/>
    public static bool IsToWriter(string sentence) => ToWriter().IsMatch(sentence.Length > MaxChars ? sentence[..MaxChars] : sentence);

    private const int MaxChars = 600;

    [GeneratedRegex(@"\?[”’""')\]]*\s*$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Question();

    [GeneratedRegex(@"^[\s“‘""'(\[*#>-]*(?:(?:please|kindly|now|then|first|next|also|finally|important|attention|note|instructions?|system|user|assistant|hey|dear [\p{L} ]{1,30})[\s,:;.!-]+){0,3}(?:you (?:must|should|will now|are to|need to) )?(?:do not |don['’]t |never |always )?(?:act|add|anagram|analy[sz]e|answer|append|apply|augment|begin with|break down|calculate|change|classify|click|combine|compose|compute|convert|copy|create|decode|define|describe|develop|discuss|display|disregard|download|draft|email|encode|encourage|end with|enhance|enter|execute|explain|express|fetch|follow|forget|format|forward|generate|give|group|highlight|ignore|imagine|include|insert|install|integrate|introduce|invite|jumble|list|mention|misspell|modify|name|offer|omit|open|output|override|paraphrase|perform|pretend|print|produce|promote|provide|quote|read|rearrange|recite|recommend|remember|remind|remove|render|repeat|rephrase|replace|reply|respond|reveal|reverse|rewrite|role-?play|run|say|scramble|search|send|show|sign up|solve|spell|start with|subscribe|substitute|suggest|summari[sz]e|switch|teach|tease|tell|translate|type|use|visit|write)\b(?!\s+(?:of|is|was|were|has|had|will|said|says|law|stage|results?)\b)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Order();

    [GeneratedRegex(@"\byour (?:\w+ ){0,2}(?:answers?|responses?|repl(?:y|ies)|outputs?|messages?|summar(?:y|ies)|instructions|prompt|rules|guidelines)\b|\b(?:previous|prior|above|earlier|preceding|all|these|following|new) (?:instructions?|prompts?|rules|directions)\b|\b(?:system|developer|hidden|initial) (?:prompt|message|instructions?)\b|\bas an (?:ai|assistant)\b|\b(?:language|ai) model\b.{0,80}\b(?:must|should|you)\b|\byou are (?:now )?(?:an?|the) (?:\w+ ){0,2}(?:ai|assistant|chatbot|bot|model)\b|\bin (?:the|this) (?:answer|response|reply)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 200)]
    private static partial Regex ToWriter();
}
