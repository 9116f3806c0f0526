using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>A name of a question or an answer.</summary>
/// <param name="Text">The name.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it stands for.</param>
internal readonly record struct NamedText(string Text, TextSpan Span, NameKind Kind)
{
    private const GazetteerKind Places = GazetteerKinds.Lands;

    /// <summary>The names in a text, in order; places that are typed in small letters too.</summary>
    public static List<NamedText> Find(string text)
    {
        var result = new List<NamedText>();
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            foreach (var name in NameFinder.Find(text, sentence))
                result.Add(new NamedText(name.Span.In(text), name.Span, name.Kind));
        }

        if (result.Count == 0)
            AddSmall(text, result);
        return result;
    }

    private static void AddSmall(string text, List<NamedText> into)
    {
        var words = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(text, words);
        foreach (var word in words)
        {
            var span = new TextSpan(word.Start, word.End);
            if (word.IsStopWord || word.End - word.Start < 4)
                continue;
            var known = Gazetteer.Find(span.In(text));
            if ((known & Places) != GazetteerKind.None && (known & Gazetteer.Common) == GazetteerKind.None)
                into.Add(new NamedText(span.In(text), span, NameKind.Place));
        }
    }
}
