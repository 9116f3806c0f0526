namespace NewsBot.Core.Text;

/// <summary>Turns text into the terms that it is indexed and searched under; remembers the term of each word.</summary>
/// <remarks>Not safe for use by two threads at once: one instance a thread. All share what they remember, which takes at most some 10 MB.</remarks>
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

    // Two places a word; the newer word takes the first and pushes the older to the second, so nothing is ever rebuilt. Threads write beside each other: a word that one
    // overwrites is worked out again.
    private static readonly CachedTerm?[] Cache = new CachedTerm?[CacheCapacity];

    private static readonly Lock TextsGate = new();
    private static readonly HashSet<string> Texts = [];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TextBySpan = Texts.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<TextSpan> tokens = [];

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
            var term = Find(text[token.Start..token.End]);
            if (!term.IsEmpty)
                into.Add(new Term(term.Text, token.Start + offset, token.End + offset, term.IsStopWord));
        }
    }

    /// <summary>The term of one word.</summary>
    /// <param name="word">As <see cref="Tokenizer"/> finds it in its text.</param>
    /// <returns>Null when nothing is left of the word.</returns>
    public static string? TermOf(ReadOnlySpan<char> word) => Find(word) is { IsEmpty: false } term ? term.Text : null;

    private static CachedTerm Find(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxTermLength)
            word = word[..(char.IsHighSurrogate(word[MaxTermLength - 1]) ? MaxTermLength - 1 : MaxTermLength)];
        var hash = 0u;
        foreach (var c in word)
            hash = (hash ^ c) * 0x9E3779B1;
        var place = (int)((hash ^ (hash >> 15)) % CacheCapacity);
        var first = Cache[place];
        if (first is not null && word.SequenceEqual(first.Word))
            return first;
        var second = Cache[place ^ 1];
        if (second is not null && word.SequenceEqual(second.Word))
            return second;
        Cache[place ^ 1] = first;
        return Cache[place] = Work(word);
    }

    private static CachedTerm Work(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[FoldCapacity];
        var length = WordFolding.Fold(word, buffer);
        var isStopWord = StopWords.Contains(buffer[..length]);
        if (!isStopWord)
            length = CyrillicStemmer.IsCyrillic(buffer[..length]) ? CyrillicStemmer.Stem(buffer, length) : Porter2Stemmer.Stem(buffer, length);
        if (length > MaxTermLength)
            length = char.IsHighSurrogate(buffer[MaxTermLength - 1]) ? MaxTermLength - 1 : MaxTermLength;
        return new CachedTerm(new string(word), TextOf(buffer[..length]), isStopWord, IsEmpty: length == 0);
    }

    private static string TextOf(ReadOnlySpan<char> term)
    {
        lock (TextsGate)
        {
            if (!TextBySpan.TryGetValue(term, out var text))
            {
                if (Texts.Count == CacheCapacity)
                    Texts.Clear();
                text = new string(term);
                Texts.Add(text);
            }

            return text;
        }
    }

    private sealed record CachedTerm(string Word, string Text, bool IsStopWord, bool IsEmpty);
}
