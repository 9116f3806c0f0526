using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>What a written sentence and one of its passage have in each place where they differ.</summary>
internal sealed class Slots(GateText said, GateText there, Alignment alignment)
{
    private const double Tolerance = 1e-6;

    /// <summary>The least share of a sentence, outside of a place, that makes another name there a fault.</summary>
    private const double LeastShared = 0.7;

    /// <summary>With more telling words around a name, the place is another statement.</summary>
    private const int MaxOthers = 2;

    /// <summary>So many words around a place are looked at for a denial that stands in another one.</summary>
    private const int DenialReach = 4;

    /// <summary>A 'he' goes back to one of so many sentences before it.</summary>
    private const int MostBefore = 3;

    private static readonly HashSet<string> Denials = Words(
        "not no never nor neither none nobody nothing without cannot n't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't "
        + "hasn't haven't hadn't");

    /// <summary>What makes a certainty of a possibility when it is lost.</summary>
    private static readonly HashSet<string> Possible = Words("may might");

    private static readonly HashSet<string> Denying = Words("deny denies denied denying disputes disputed dismisses dismissed rejects rejected refuses refused refuted");

    /// <summary>'Most of the crew' is not the crew.</summary>
    private static readonly HashSet<string> Partial = Words("some most many part parts half few several none");

    private static readonly HashSet<string> ToCome = Words("will would shall may might could");

    private static readonly HashSet<string> Done = Words("has have had did was were");

    /// <summary>What the two sides of these do, each does to the other.</summary>
    private static readonly HashSet<string> Mutual = Words("against versus v vs met meet meets meeting play plays played face faces faced fight fights fought drew marry married");

    /// <summary>Where the two differ.</summary>
    public Alignment Alignment => alignment;

    /// <summary>Whether two names of the sentence stand in each other's places.</summary>
    public bool AreSwapped { get; private set; }

    /// <summary>Whether most of the sentence outside of a place is the passage's, word for word.</summary>
    public bool IsElsewhereSame(Gap gap) => alignment.Shared >= LeastShared * (said.Terms.Count - (gap.To - gap.From));

    /// <summary>Another name, number or day than the passage has in a place; null when there is none.</summary>
    public SentenceFault? FindOther(Gap gap, IReadOnlyList<GateEvidence> evidence) =>
        FindOtherName(gap, evidence) is { } name ? new SentenceFault(FaultKind.Name, name)
        : FindOtherNumber(gap) is { } number ? new SentenceFault(FaultKind.Number, number)
        : FindOtherDay(gap) is { } day ? new SentenceFault(FaultKind.Date, day) : null;

    /// <summary>A name where the passage has another one of its kind; null when there is none.</summary>
    private string? FindOtherName(Gap gap, IReadOnlyList<GateEvidence> evidence)
    {
        var written = In(said, gap.From, gap.To, evidence);
        var stated = In(there, gap.ThereFrom, gap.ThereTo, evidence);
        if (gap.From == 0 && written is [{ Kind: NameKind.Person } person] && WordsOf(there, gap.ThereFrom, gap.ThereTo) is ["he" or "she"])
            return FindOtherPerson(person.Span.In(said.Text), evidence);
        if (written.Count == 0 || stated.Count == 0 || Others(said, written, gap.From, gap.To) > MaxOthers || Others(there, stated, gap.ThereFrom, gap.ThereTo) > MaxOthers)
            return null;
        foreach (var name in written)
        {
            var text = name.Span.In(said.Text);
            if (stated.Exists(other => !MayReplace(name.Kind, other.Kind) || NameForms.AreOne(text, other.Span.In(there.Text))) || IsSameBody(text, stated, evidence))
                continue;
            var other = stated[0].Span.In(there.Text);
            var isSwapped = Has(there, text) && Has(said, other);
            AreSwapped |= isSwapped;
            if (isSwapped ? !IsTurned(text, other) : !Has(there, text) && !there.Reaches(Stem(name)) && !Has(said, other))
                return $"it has '{text}' where the passage has '{other}'";
        }

        return null;
    }

    /// <summary>A number where the passage has another one of its kind; null when there is none.</summary>
    private string? FindOtherNumber(Gap gap)
    {
        var stated = there.Numbers.Where(number => Within(there, number.Span, gap.ThereFrom, gap.ThereTo) && !IsAdjective(there.Text, number)).ToList();
        foreach (var number in said.Numbers.Where(number => Within(said, number.Span, gap.From, gap.To)))
        {
            if (stated.Count > 0 && !there.Numbers.Any(other => AreEqual(other, number)) && stated.TrueForAll(other => other.Kind == number.Kind && !AreEqual(other, number)))
                return $"it has '{number.Span.In(said.Text)}' where the passage has '{stated[0].Span.In(there.Text)}'";
        }

        return null;
    }

    /// <summary>Whether it is a part of an adjective, as in 'a three-digit number'.</summary>
    private static bool IsAdjective(string text, Quantity number) =>
        number.Span.End + 1 < text.Length && text[number.Span.End] is '-' or '‑' && char.IsLetter(text[number.Span.End + 1]);

    private static bool AreEqual(Quantity one, Quantity other) => Math.Abs(one.Value - other.Value) <= Tolerance * Math.Max(1, Math.Abs(one.Value));

    /// <summary>A day where the passage has another one; null when there is none.</summary>
    private string? FindOtherDay(Gap gap)
    {
        var stated = there.Dates.Where(date => Within(there, date.Span, gap.ThereFrom, gap.ThereTo)).ToList();
        foreach (var date in said.Dates.Where(date => date.Range is not null && Within(said, date.Span, gap.From, gap.To)))
        {
            if (stated.Count > 0 && stated.TrueForAll(other => other.Range is { } range && (range.Last < date.Range!.Value.First || range.First > date.Range.Value.Last)))
                return $"it has '{date.Span.In(said.Text)}' where the passage has '{stated[0].Span.In(there.Text)}'";
        }

        return null;
    }

    /// <summary>A denial on one side only, the opposite of a word, what is to come told as done, what is possible told as certain; null when there is none.</summary>
    public string? FindContrary(Gap gap)
    {
        var written = WordsOf(said, gap.From, gap.To);
        var stated = WordsOf(there, gap.ThereFrom, gap.ThereTo);
        var isPlain = IsPlain(said, gap.From, gap.To) && IsPlain(there, gap.ThereFrom, gap.ThereTo);
        if (isPlain && written.Exists(Denials.Contains) && !HasDenialNear(there, gap.ThereFrom, gap.ThereTo) && !written.Contains("only"))
            return "it denies what the passage states";
        if (isPlain && stated.Exists(Denials.Contains) && !HasDenialNear(said, gap.From, gap.To) && !stated.Contains("only"))
            return "the passage denies it";
        if (written.Count > 0 && stated.Exists(Denying.Contains) && !written.Exists(word => Denying.Contains(word) || Denials.Contains(word)))
            return "the passage denies it";
        if (stated.Exists(ToCome.Contains) && !written.Exists(ToCome.Contains) && written.Exists(Done.Contains))
            return "it is told as done, and is still to come in the passage";
        if (isPlain && IsPossible(gap) && (written.Count == 0 || written.Contains("will")))
            return "it is told as certain, and is only possible in the passage";
        if (stated.Contains("of") && stated.Exists(Partial.Contains) && stated.TrueForAll(word => Partial.Contains(word) || StopWords.Contains(word)) && written.Count == 0)
            return $"it leaves out '{string.Join(' ', stated)}'";
        return FindOpposite(gap);
    }

    /// <summary>'Have not found any' and 'have found no' differ in two places and say one thing.</summary>
    private static bool HasDenialNear(GateText text, int from, int to) =>
        WordsOf(text, Math.Max(0, from - DenialReach), Math.Min(text.Terms.Count, to + DenialReach)).Exists(Denials.Contains);

    /// <summary>'May' with a capital is the month.</summary>
    private bool IsPossible(Gap gap) =>
        Enumerable.Range(gap.ThereFrom, gap.ThereTo - gap.ThereFrom).Any(i => Possible.Contains(there.Word(i)) && char.IsLower(there.Text[there.Terms[i].Start]));

    private string? FindOpposite(Gap gap)
    {
        var written = Telling(said, gap.From, gap.To);
        var stated = Telling(there, gap.ThereFrom, gap.ThereTo);
        return written is [var word] && stated is [var other] && OppositeWords.Of(word).Contains(other) ? $"it has '{word}' where the passage has '{other}'" : null;
    }

    /// <summary>A person in the place of a 'he' or 'she' whom the sentences before do not name, while they name another one.</summary>
    private string? FindOtherPerson(string name, IReadOnlyList<GateEvidence> evidence)
    {
        foreach (var passage in evidence)
        {
            var at = passage.Sentences.ToList().IndexOf(there);
            if (at <= 0)
                continue;
            var before = passage.Sentences.Take(at).TakeLast(MostBefore).SelectMany(sentence =>
                sentence.Names.Select(found => (Text: found.Span.In(sentence.Text), found.Kind))).ToList();
            if (!before.Exists(other => NameForms.AreOne(name, other.Text)) && before.FindLast(other => other.Kind == NameKind.Person).Text is { } meant)
                return $"it has '{name}' where the passage speaks of '{meant}'";
        }

        return null;
    }

    /// <summary>How many telling words a place has beside the names.</summary>
    private static int Others(GateText text, List<NameMention> names, int from, int to) => Enumerable.Range(from, to - from).Count(i =>
        !text.Terms[i].IsStopWord && !names.Exists(name => text.Terms[i].Start >= name.Span.Start && text.Terms[i].End <= name.Span.End + 2));

    /// <summary>Whether the two may change places: in a list, around what each does to the other, and where one sentence is in the passive.</summary>
    private bool IsTurned(string one, string other)
    {
        var (mine, theirs) = (Between(said, one, other), Between(there, one, other));
        return IsMutual(said, mine) || IsMutual(there, theirs)
            || mine.Exists(i => said.Word(i) == "by") != theirs.Exists(i => there.Word(i) == "by");
    }

    private static bool IsMutual(GateText text, List<int> between) =>
        between.TrueForAll(i => text.Terms[i].IsStopWord || text.NameStems.Contains(text.Terms[i].Text)) || between.Exists(i => Mutual.Contains(text.Word(i)));

    private static List<int> Between(GateText text, string one, string other)
    {
        var (first, second) = (Place(text, one), Place(text, other));
        return first < 0 || second < 0 ? [] : [.. Enumerable.Range(Math.Min(first, second) + 1, Math.Abs(first - second) - 1)];
    }

    private static int Place(GateText text, string name) =>
        Enumerable.Range(0, text.Terms.Count).Where(i => NameForms.AreOne(name, text.Text[text.Terms[i].Start..text.Terms[i].End])).DefaultIfEmpty(-1).First();

    /// <summary>Whether the passages name the two together, as in 'Tim Cook of Apple' or 'Yekaterinburg, a city of Russia'.</summary>
    private bool IsSameBody(string name, List<NameMention> stated, IReadOnlyList<GateEvidence> evidence) => stated.Exists(other =>
        NameForms.AreOne(name, other.Span.In(there.Text)) || evidence.Any(passage => passage.All.Any(sentence => sentence != there
            && IsBeside(sentence.Text, name, other.Span.In(there.Text)))));

    /// <summary>Whether one stands directly beside the other, with at most a comma, a bracket or a small word between them.</summary>
    private static bool IsBeside(string text, string one, string other)
    {
        var (first, second) = (text.IndexOf(one, StringComparison.Ordinal), text.IndexOf(other, StringComparison.Ordinal));
        if (first < 0 || second < 0)
            return false;
        var between = first < second ? text.AsSpan(Math.Min(first + one.Length, second), Math.Max(0, second - first - one.Length))
            : text.AsSpan(Math.Min(second + other.Length, first), Math.Max(0, first - second - other.Length));
        return between.Trim(" ,()–—").Length is 0 || between.Trim() is "of" or "'s" or "’s" or "in";
    }

    private static bool MayReplace(NameKind one, NameKind other) => one == other
        || (one == NameKind.Other && other is NameKind.Person or NameKind.Organisation) || (other == NameKind.Other && one is NameKind.Person or NameKind.Organisation);

    private static bool Has(GateText text, string name) => text.Names.Exists(other => NameForms.AreOne(name, other.Span.In(text.Text)));

    private string Stem(NameMention name) => said.Terms.LastOrDefault(term => term.Start >= name.Span.Start && term.End <= name.Span.End).Text ?? "";

    /// <summary>The names in a place; a lone word at the beginning of a sentence counts where the passages have it as a part of a name.</summary>
    private static List<NameMention> In(GateText text, int from, int to, IReadOnlyList<GateEvidence> evidence)
    {
        var found = text.Names.FindAll(name => Within(text, name.Span, from, to));
        if (from > 0 || to == 0 || text.Terms[0] is not { IsStopWord: false, Start: 0 } first || !char.IsUpper(text.Text[0]) || text.Names.Exists(name => name.Span.Start == 0))
            return found;
        var kinds = evidence.SelectMany(passage => passage.All).Where(sentence => sentence.NameStems.Contains(first.Text))
            .SelectMany(sentence => sentence.Names.Where(name => name.Span.In(sentence.Text).Contains(text.Text[..first.End], StringComparison.Ordinal))).Select(name => name.Kind);
        if (kinds.FirstOrDefault(NameKind.Work) is var kind and not NameKind.Work)
            found.Insert(0, new NameMention(new TextSpan(0, first.End), kind));
        return found;
    }

    private static bool Within(GateText text, TextSpan span, int from, int to) => from < to && span.Start >= text.Terms[from].Start && span.End <= text.Terms[to - 1].End + 1;

    private static List<string> WordsOf(GateText text, int from, int to) => [.. Enumerable.Range(from, Math.Max(0, to - from)).Select(text.Word)];

    /// <summary>The stems of a place without small words, unless there is one word only.</summary>
    private static List<string> Telling(GateText text, int from, int to) =>
        [.. Enumerable.Range(from, Math.Max(0, to - from)).Where(i => to - from == 1 || !text.Terms[i].IsStopWord).Select(i => text.Terms[i].Text)];

    /// <summary>Whether there is nothing but small words and denials.</summary>
    private static bool IsPlain(GateText text, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from)).All(i => text.Terms[i].IsStopWord || Denials.Contains(text.Word(i)) || Possible.Contains(text.Word(i)));

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
