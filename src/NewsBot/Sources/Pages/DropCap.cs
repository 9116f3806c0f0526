using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Reads the large first letter of a text: an element of its own with a space behind it, or a picture that names the letter.</summary>
internal static partial class DropCap
{
    // A letter and a quotation mark before it.
    private const int MaxChars = 2;

    // In some language of news each of these is a word: 'A new pump', 'W lipcu', 'В июле'.
    private const string Words = "AIOYEUWZVSKÀÉÓАВІИЙКОСУЯЗЄЕЎ";

    /// <summary>The letter that a picture shows; null for any other picture.</summary>
    public static string? OfPicture(IElement picture) =>
        (picture.GetAttribute("alt") ?? picture.GetAttribute("aria-label"))?.Trim() is { Length: > 0 and <= MaxChars } letter && char.IsUpper(letter[^1])
        && (letter.Length == 1 || !char.IsLetterOrDigit(letter[0]))
            ? letter
            : null;

    /// <summary>The letter of an element whose names call it a first letter, without the space around it; null where the letter may be a word by itself.</summary>
    public static string? Of(IElement element) =>
        element.TextContent is { Length: > 1 and <= 20 } text && text.Trim() is { Length: > 0 and <= MaxChars } letter && letter.Length < text.Length && char.IsUpper(letter[^1])
        && !Words.Contains(letter[^1], StringComparison.Ordinal) && Name().IsMatch($"{element.ClassName} {element.GetAttribute("style")}")
            ? letter
            : null;

    /// <summary>Whether a text goes on with the rest of a word whose first letter stands before it: 'he council', 'HE COUNCIL'.</summary>
    public static bool Completes(string text) => text is [var first, ..] && (char.IsLower(first) || Rest().IsMatch(text));

    [GeneratedRegex(@"^\p{Lu}+\s\p{Lu}{2,}|^\p{Lu}{2,}\b(?!\.)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Rest();

    [GeneratedRegex(@"drop|cap\b|first|initial|lettrine|versal|float", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Name();
}
