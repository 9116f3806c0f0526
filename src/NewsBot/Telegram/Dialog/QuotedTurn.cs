using System.Text.RegularExpressions;
using NewsBot.Core.Questions;

namespace NewsBot.Telegram.Dialog;

/// <summary>Somebody else's words as what a question goes on from.</summary>
internal static partial class QuotedTurn
{
    /// <summary>The words as the turn before the question, so that 'when was this?' is about them.</summary>
    public static Turn Of(string quoted, DateTimeOffset at) => new() { AskedAs = quoted, AskedAt = at, Answer = "", IsSupported = false };

    /// <summary>Whether a text only asks if something is true, so that the words that it is about are what has to be looked up.</summary>
    public static bool AsksWhetherTrue(string text) => Truth().IsMatch(text);

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|hey|hi|please|guys|um|well|hm+|а|і|то|чи)\b[ ,]*)*"
        + @"(?:(?:is|was|are|can|could) (?:this|that|it|these|those)(?: (?:one|claim|news|story|statement))?(?: (?:be|really|actually|even))*"
        + @" (?:true|right|correct|real|fake|false|so|accurate|legit|a fact|confirmed)|(?:really )?(?:true|real|fake|right|correct)(?: or (?:false|not|fake))?|really"
        + @"|(?:is there|any) (?:any )?truth (?:to|in) (?:this|that|it)"
        + @"|how (?:true|accurate) (?:is|are) (?:this|that|it|these|those)|did (?:he|she|they|it) (?:really|actually) (?:say|do) (?:this|that|it|so)"
        + @"|(?:(?:can|could|would) (?:you|someone|anyone|somebody) )?"
        + @"(?:please )?(?:fact[ -]?check|check|verify|confirm)(?: (?:this|that|it|please|if (?:this|that|it) is true))*"
        + @"|(?:any )?(?:sources?|proof|evidence)(?: (?:for|of) (?:this|that|it))?|did (?:this|that|it) (?:(?:really|actually) )?happen"
        + @"|(?:це|воно)?\s*(?:справді |дійсно )?(?:правда|так|фейк|неправда)(?: чи (?:ні|фейк|брехня))?|справді|(?:правда|так|неправда|фейк) це|перевір(?:те)?(?: це)?"
        + @"|чи відповідає (?:це )?(?:дійсності|правді)|(?:это )?(?:правда|так|фейк|неправда)(?: или (?:нет|фейк|ложь))?|(?:правда|так) ли это"
        + @"|(?:это )?действительно так|проверь(?:те)?(?: это)?)\W*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Truth();
}
