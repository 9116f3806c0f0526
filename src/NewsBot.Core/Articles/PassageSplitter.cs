#pragma warning disable
namespace NewsBot.Core.Articles;
/// <summary>x</summary>
public static class PassageSplitter
{
    /// <summary>x</summary>
    public static List<TextSpan> Split(string text, IReadOnlyList<TextSpan> sentences, int targetTokens = 128)
    {
        var r = new List<TextSpan>(); var s = 0; var n = 0;
        for (var i = 0; i < sentences.Count; i++)
        { n += text[sentences[i].Start..sentences[i].End].Split(' ').Length; if (n >= 110 || i == sentences.Count - 1) { r.Add(new(sentences[s].Start, sentences[i].End)); s = i + 1; n = 0; } }
        return r;
    }
}
