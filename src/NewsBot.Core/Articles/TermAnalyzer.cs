namespace NewsBot.Core.Articles;

/// <summary>Turns text into the terms that it is indexed and searched under; keeps what it worked out for each word.</summary>
/// <remarks>Not safe for use by two threads at once: one instance a thread.</remarks>
public sealed class TermAnalyzer
{
    /// <summary>The most UTF-16 units of a word that count; what follows is ignored.</summary>
    public const int MaxTermLength = 64;

    // Words kept in each generation; the words of a large archive follow Zipf's law, so few lookups miss.
    private const int CacheCapacity = 1 << 16;

    // The longest fold of one unit is four: the Roman numeral Ⅷ.
    private const int FoldCapacity = 4 * MaxTermLength;

    private readonly List<TextSpan> tokens = [];
    private readonly HashSet<string> texts = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> textBySpan;
    private Dictionary<string, CachedTerm> young = [];
    private Dictionary<string, CachedTerm> old = [];
    private Dictionary<string, CachedTerm>.AlternateLookup<ReadOnlySpan<char>> youngBySpan;
    private Dictionary<string, CachedTerm>.AlternateLookup<ReadOnlySpan<char>> oldBySpan;

    /// <summary>Makes an analyzer that has seen no word yet.</summary>
    public TermAnalyzer()
    {
        textBySpan = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        youngBySpan = young.GetAlternateLookup<ReadOnlySpan<char>>();
        oldBySpan = old.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Appends a term for each word of <paramref name="text"/>, in order, stop words too.</summary>
    /// <param name="text">Any text, or a stretch of one.</param>
    /// <param name="into">Receives the terms; those of equal text nearly always share one string.</param>
    /// <param name="offset">Where <paramref name="text"/> starts in the whole text; added to every offset.</param>
    public void Analyze(ReadOnlySpan<char> text, List<Term> into, int offset = 0)
    {
        tokens.Clear();
        Tokenizer.Tokenize(text, tokens);
        foreach (var token in tokens)
        {
            var word = text[token.Start..token.End];
            if (word.Length > MaxTermLength)
                word = word[..(char.IsHighSurrogate(word[MaxTermLength - 1]) ? MaxTermLength - 1 : MaxTermLength)];
            if (!youngBySpan.TryGetValue(word, out var term))
                term = Recall(word);
            if (term.Text.Length > 0)
                into.Add(new Term(term.Text, token.Start + offset, token.End + offset, term.IsStopWord));
        }
    }

    private CachedTerm Recall(ReadOnlySpan<char> word)
    {
        if (!oldBySpan.TryGetValue(word, out var term))
            term = Work(word);
        if (young.Count == CacheCapacity)
        {
            (young, old) = (old, young);
            (youngBySpan, oldBySpan) = (oldBySpan, youngBySpan);
            young.Clear();
            texts.Clear();
        }

        youngBySpan[word] = term;
        return term;
    }

    private CachedTerm Work(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[FoldCapacity];
        var length = WordFolding.Fold(word, buffer);
        var isStopWord = StopWords.Contains(buffer[..length]);
        if (!isStopWord)
            length = Porter2Stemmer.Stem(buffer, length);
        if (length > MaxTermLength)
            length = char.IsHighSurrogate(buffer[MaxTermLength - 1]) ? MaxTermLength - 1 : MaxTermLength;

        if (!textBySpan.TryGetValue(buffer[..length], out var text))
        {
            text = new string(buffer[..length]);
            texts.Add(text);
        }

        return new CachedTerm(text, isStopWord);
    }

    private readonly record struct CachedTerm(string Text, bool IsStopWord);
}
