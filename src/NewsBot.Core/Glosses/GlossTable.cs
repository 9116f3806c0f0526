namespace NewsBot.Core.Glosses;

/// <summary>The table of words beside this file, which is our own: what a Ukrainian or Russian word is in English.</summary>
/// <remarks>Read once from the assembly, on first use; safe for many threads.</remarks>
internal sealed class GlossTable
{
    /// <summary>The most words of a phrase.</summary>
    private const int MaxWords = 4;

    // What grammar may put behind a form.
    private const int NounTail = 4;
    private const int VerbTail = 6;

    private static readonly Lazy<GlossTable> Loaded = new(Load);

    /// <summary>Forms by the first two letters of their first word, those of more words and letters first.</summary>
    private readonly Dictionary<string, List<Form>> forms = [];

    /// <summary>The table.</summary>
    public static GlossTable Instance => Loaded.Value;

    /// <summary>The entry that begins at a word, and how many words it takes; null when there is none.</summary>
    /// <param name="words">Folded words of the question.</param>
    /// <param name="at">Where to look.</param>
    /// <param name="isRussian">Whether the question is Russian; null when that is not plain.</param>
    public (GlossEntry Entry, int Words)? Find(IReadOnlyList<string> words, int at, bool? isRussian)
    {
        if (!forms.TryGetValue(KeyOf(words[at]), out var near))
            return null;
        foreach (var form in near)
        {
            if (form.Words.Length <= words.Count - at && (form.IsRussian is null || form.IsRussian == (isRussian ?? false)) && Matches(form, words, at))
                return (form.Entry, form.Words.Length);
        }

        return null;
    }

    private static bool Matches(Form form, IReadOnlyList<string> words, int at)
    {
        var tail = form.Entry.IsVerb ? VerbTail : NounTail;
        for (var i = 0; i < form.Words.Length; i++)
        {
            var (word, wanted) = (words[at + i], form.Words[i]);
            if (form.IsWhole ? word != wanted : !word.StartsWith(wanted, StringComparison.Ordinal) || word.Length - wanted.Length > tail)
                return false;
        }

        return true;
    }

    private static string KeyOf(string word) => word[..Math.Min(2, word.Length)];

    private static GlossTable Load()
    {
        using var stream = typeof(GlossTable).Assembly.GetManifestResourceStream("NewsBot.Core.Glosses.gloss.txt")
            ?? throw new InvalidOperationException("The assembly lacks its table of words.");
        using var reader = new StreamReader(stream);
        var table = new GlossTable();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                table.Add(line);
        }

        foreach (var near in table.forms.Values)
            near.Sort((a, b) => b.Rank.CompareTo(a.Rank));
        return table;
    }

    private void Add(string line)
    {
        var (head, words) = (line[..line.IndexOf(" = ", StringComparison.Ordinal)], line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..]);
        var part = head[..head.IndexOf(' ', StringComparison.Ordinal)] switch
        {
            "ask" => GlossPart.Ask,
            "do" => GlossPart.Wish,
            "n" or "q" => GlossPart.Noun,
            "c" => GlossPart.Name,
            "p" => GlossPart.Small,
            "v" => GlossPart.Perfective,
            "i" => GlossPart.Imperfective,
            "h" => GlossPart.Happen,
            "b" => GlossPart.Be,
            _ => throw new InvalidOperationException($"The table of words has an unknown part: {line}"),
        };
        var english = head[(head.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|');
        var entry = new GlossEntry(part, english[0] == "-" ? "" : english[0].TrimEnd('!'), english[^1], english[0].EndsWith('!'));
        var isWhole = part is GlossPart.Ask or GlossPart.Wish or GlossPart.Small or GlossPart.Be || head[0] == 'q';
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Add(entry, word, isWhole);
    }

    private void Add(GlossEntry entry, string written, bool isWhole)
    {
        var mark = written.IndexOf(':', StringComparison.Ordinal);
        bool? isRussian = mark < 0 ? null : written.StartsWith("ru", StringComparison.Ordinal);
        var text = written[(mark + 1)..];
        isWhole |= text.EndsWith('=');
        string[] words = [.. text.TrimEnd('=').Split('_', '-').Select(CyrillicSounds.Fold)];
        if (words.Length > MaxWords || words.Contains(""))
            throw new InvalidOperationException($"The table of words has a form that no question can have: {written}");
        var form = new Form(words, isWhole, isRussian, entry, (words.Sum(word => word.Length) * 2) + (isWhole ? 1 : 0) + (words.Length * 100));
        if (!forms.TryGetValue(KeyOf(words[0]), out var near))
            forms[KeyOf(words[0])] = near = [];
        near.Add(form);
    }

    private sealed record Form(string[] Words, bool IsWhole, bool? IsRussian, GlossEntry Entry, int Rank);
}

/// <summary>An English word for Ukrainian or Russian ones.</summary>
/// <param name="Part">What it does in a sentence.</param>
/// <param name="English">The word; of a verb the infinitive. Empty when nothing is said.</param>
/// <param name="Past">Of a verb its past; else the word.</param>
/// <param name="IsDirect">Whether no preposition stands behind the verb, as behind 'to join'.</param>
internal sealed record GlossEntry(GlossPart Part, string English, string Past, bool IsDirect)
{
    /// <summary>Whether it is a verb.</summary>
    public bool IsVerb => Part is GlossPart.Perfective or GlossPart.Imperfective or GlossPart.Be or GlossPart.Happen;

    /// <summary>Whether it may stand for a word with a capital inside of a question, which is a name or a title.</summary>
    public bool MayBeName => Part == GlossPart.Name || char.IsUpper(English.FirstOrDefault());
}

/// <summary>What a word does in a sentence.</summary>
internal enum GlossPart
{
    /// <summary>A question begins with it: 'who', 'how many'.</summary>
    Ask,

    /// <summary>A wish begins with it: 'summarise'.</summary>
    Wish,

    /// <summary>A noun or an adjective.</summary>
    Noun,

    /// <summary>A name that stands for one thing.</summary>
    Name,

    /// <summary>A preposition, a number, a particle.</summary>
    Small,

    /// <summary>A verb whose present means the future.</summary>
    Perfective,

    /// <summary>A verb that has a present.</summary>
    Imperfective,

    /// <summary>'To happen', which asks without 'did'.</summary>
    Happen,

    /// <summary>'To be'.</summary>
    Be,
}
