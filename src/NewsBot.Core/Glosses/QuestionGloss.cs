using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Text;

namespace NewsBot.Core.Glosses;

/// <summary>A Ukrainian or Russian question word for word in English, good enough to search and to read English articles with.</summary>
/// <remarks>Words come from a table (<see cref="GlossTable"/>). What the table lacks may be names: whoever asks says how the archive writes them.</remarks>
public sealed class QuestionGloss
{
    private readonly List<GlossWord> words;

    private QuestionGloss(List<GlossWord> words) => this.words = words;

    /// <summary>The words that the table lacks, as they were typed, in order and each once; each may be a name.</summary>
    public IReadOnlyList<string> Unknown => [.. words.Where(word => word.Entry is null && word.IsCyrillic).Select(word => word.Typed).Distinct()];

    /// <summary>Reads a question.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Null when it is not of Cyrillic letters for the most part, and when the table has none of its words and none of them can be a name.</returns>
    public static QuestionGloss? Of(string text)
    {
        List<TextSpan> spans = [];
        Tokenizer.Tokenize(text, spans);
        List<string> typed = spans.ConvertAll(span => span.In(text));
        if (typed.Count(word => CharacterClasses.HasCyrillic(word)) * 2 < typed.Count || typed.Count == 0 || !CharacterClasses.HasCyrillic(text))
            return null;
        List<string> folded = typed.ConvertAll(word => CharacterClasses.HasCyrillic(word) ? CyrillicSounds.Fold(word) : word.ToLowerInvariant());
        bool? isRussian = TextLanguage.Of(text) is { } code ? code == "ru" : null;
        List<GlossWord> read = [];
        for (var at = 0; at < typed.Count;)
        {
            var found = CharacterClasses.HasCyrillic(typed[at]) && folded[at].Length > 0 ? GlossTable.Instance.Find(folded, at, isRussian) : null;

            // 'Умеров' inside of a question is no form of 'умер'. 'Рада безпеки' is a name of two words.
            if (at > 0 && char.IsUpper(typed[at][0]) && found is { Words: 1, Entry.MayBeName: false })
                found = null;
            var count = found?.Words ?? 1;
            var isJoined = at > 0 && spans[at].Start == spans[at - 1].End + 1 && text[spans[at - 1].End] == '-';
            var isBehindComma = at > 0 && text.AsSpan(spans[at - 1].End..spans[at].Start).Contains(',');
            var form = found?.Entry.IsVerb == true ? folded[at] : folded[at + count - 1];
            read.Add(new GlossWord(string.Join(' ', typed.GetRange(at, count)), form, found?.Entry, CharacterClasses.HasCyrillic(typed[at]), isJoined)
            {
                IsBehindComma = isBehindComma,
            });
            at += count;
        }

        return read.Exists(word => word.Entry is not null || !word.IsCyrillic || char.IsUpper(word.Typed[0])) ? new QuestionGloss(read) : null;
    }

    /// <summary>Whether an unknown word is a name: it has a capital, and not because the question begins with it.</summary>
    public bool IsName(string typed) => char.IsUpper(typed[0]) && words.Exists(word => word.Typed == typed && word != words[0]);

    /// <summary>Whether there is something to search for: a noun, a name or a verb of the table, or a word in Latin letters.</summary>
    public bool HasSubject => words.Exists(word => !word.IsCyrillic || word.Part is GlossPart.Noun or GlossPart.Perfective or GlossPart.Imperfective
        || word is { Part: GlossPart.Name, Entry: not null }
        || (word.Part is GlossPart.Ask && word.English.StartsWith("what is", StringComparison.Ordinal)));

    /// <summary>Whether a text may be glossed: it has Cyrillic letters.</summary>
    public static bool IsFor(string text) => CharacterClasses.HasCyrillic(text);

    /// <summary>How a word is written in Latin letters where the archive does not have it.</summary>
    public static string Romanise(string typed) => CyrillicSounds.Romanise(typed);

    /// <summary>The question in English.</summary>
    /// <param name="names">For each word of <see cref="Unknown"/> what stands in its place.</param>
    public string Write(IReadOnlyDictionary<string, string> names) => GlossWriter.Write(
        words.ConvertAll(word => word with { Name = word.Entry is not null ? null : word.IsCyrillic ? names[word.Typed] : word.Typed }));
}

/// <summary>A word or phrase of a question.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Folded">Its last word, of a verb its first, folded: the ending tells the tense of a verb.</param>
/// <param name="Entry">What the table says; null when it has nothing.</param>
/// <param name="IsCyrillic">Whether it is in Cyrillic letters.</param>
/// <param name="IsJoined">Whether a hyphen joins it to the word before.</param>
internal sealed record GlossWord(string Typed, string Folded, GlossEntry? Entry, bool IsCyrillic, bool IsJoined)
{
    /// <summary>Whether English says nothing for it here.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether a comma stands before it: 'потяг, який зіткнувся'.</summary>
    public bool IsBehindComma { get; init; }

    /// <summary>What stands in the place of a word that the table lacks.</summary>
    public string? Name { get; init; }

    /// <summary>What it does in the sentence.</summary>
    public GlossPart Part => Entry?.Part ?? GlossPart.Name;

    /// <summary>Whether it is a verb.</summary>
    public bool IsVerb => Entry?.IsVerb == true && Part != GlossPart.Happen;

    /// <summary>Its English; of a verb the infinitive.</summary>
    public string English => Name ?? Entry!.English;
}
