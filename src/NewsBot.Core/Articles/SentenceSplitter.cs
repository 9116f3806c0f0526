#pragma warning disable
namespace NewsBot.Core.Articles;
/// <summary>x</summary>
public static class SentenceSplitter
{
    /// <summary>x</summary>
    public static List<TextSpan> Split(string text)
    {
        var r = new List<TextSpan>(); var s = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (".?!".Contains(text[i]) && i + 2 < text.Length && text[i + 1] == ' ' && char.IsUpper(text[i + 2])) || i == text.Length - 1 || i - s > 2000)
            { if (text[s..(i + 1)].Trim().Length > 0) { var a = s; while (char.IsWhiteSpace(text[a])) a++; var b = i + 1; while (char.IsWhiteSpace(text[b - 1])) b--; r.Add(new(a, b)); } s = i + 1; }
        return r;
    }
}
