namespace NewsBot.Core.Text;

/// <summary>Turns text into the terms that it is indexed and searched under; remembers the term of each word.</summary>
/// <remarks>Not safe for use by two threads at once: one instance a thread. Takes 1.5 MB at once and at most some 20 MB.</remarks>
public sealed class TermAnalyzer
{
    [ThreadStatic]
    private static TermAnalyzer? ofThisThread;

    /// <summary>The most UTF-16 units of a word that count; the rest is ignored.</summary>
    public const int MaxTermLength = 64;

    // The words of an archive follow Zipf's law: this many hold nearly all that a text brings.
    private const int CacheCapacity = 1 << 16;

    // The longest fold of one unit is four: the Roman numeral Ⅷ.
    private const int FoldCapacity = 4 * MaxTermLength;

    private readonly List<TextSpan> tokens = [];

    // Two places a word; the newer word takes the first and pushes the older to the second, so nothing is ever rebuilt.
    private readonly CachedTerm[] cache = new CachedTerm[CacheCapacity];
    private readonly HashSet<string> texts = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> textBySpan;

    /// <summary>Makes an analyzer that has seen no word yet.</summary>
    public TermAnalyzer() => textBySpan = texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The calling thread's own instance; not to be kept across an await.</summary>
    public static TermAnalyzer OfThisThread => ofThisThread ??= new TermAnalyzer();

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
            ref readonly var term = ref Find(word);
            if (!term.IsEmpty)
                into.Add(new Term(term.Text, token.Start + offset, token.End + offset, term.IsStopWord));
        }
    }

    private ref readonly CachedTerm Find(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var c in word)
            hash = (hash ^ c) * 0x9E3779B1;
        var place = (int)((hash ^ (hash >> 15)) % CacheCapacity);
        ref var first = ref cache[place];
        if (word.SequenceEqual(first.Word))
            return ref first;
        ref var second = ref cache[place ^ 1];
        if (word.SequenceEqual(second.Word))
            return ref second;
        second = first;
        first = Work(word);
        return ref first;
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
            if (texts.Count == CacheCapacity)
                texts.Clear();
            text = new string(buffer[..length]);
            texts.Add(text);
        }

        return new CachedTerm(new string(word), text, isStopWord, IsEmpty: length == 0);
    }

    private readonly record struct CachedTerm(string? Word, string Text, bool IsStopWord, bool IsEmpty);
}
