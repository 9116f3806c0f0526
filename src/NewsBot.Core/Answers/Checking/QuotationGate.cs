using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether what stands between quotation marks stands in a passage letter by letter, and is said there by whom the sentence names.</summary>
internal static partial class QuotationGate
{
    /// <summary>So many words that somebody is said to have said can be looked up.</summary>
    private const int LeastReported = 4;

    /// <summary>The share of them that a sentence of the passage has, which tells who said them.</summary>
    private const double ReportedShare = 0.8;

    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        var speakers = Speakers(said.Text, said.Names);
        foreach (var quotation in Quotations(said.Text))
        {
            var plain = Plain(quotation);
            if (plain.Length == 0)
                continue;
            var places = evidence.SelectMany(passage => passage.All.Where(sentence => Holds(sentence.Text, plain))).ToList();
            if (places.Count == 0 && !evidence.Any(passage => Holds(passage.Passage.Text, plain)))
                return new SentenceFault(FaultKind.Quotation, $"the quotation '{quotation.Trim()}' is not in the passage letter by letter");
            if (speakers.Count > 0 && places.Count > 0 && places.TrueForAll(place => IsSaidByOthers(speakers, place.Text, place.Names)))
                return new SentenceFault(FaultKind.Quotation, $"the quotation '{quotation.Trim()}' is somebody else's in the passage");
        }

        return FindReported(said, speakers, evidence);
    }

    /// <summary>'Novak said the bridge is safe', where the passage has the words about the bridge from somebody else.</summary>
    private static SentenceFault? FindReported(GateText said, List<string> speakers, IReadOnlyList<GateEvidence> evidence)
    {
        if (said.PersonStems.Count == 0 || speakers.Count == 0 || Saying().Matches(said.Text) is not [var verb])
            return null;
        var words = said.Terms.Where(term => !term.IsStopWord && term.Start >= verb.Index + verb.Length).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
        if (words.Count < LeastReported)
            return null;
        var places = evidence.SelectMany(passage => passage.Sentences
            .Select((sentence, i) => (sentence, Next: i + 1 < passage.Sentences.Count ? passage.Sentences[i + 1] : null))
            .Where(place => words.Count(place.sentence.Content.Contains) >= ReportedShare * words.Count)
            .Select(place => Whole(place.sentence, place.Next))).ToList();
        return places.Count > 0 && places.TrueForAll(place => !NounSays().IsMatch(place.Text) && IsSaidByOthers(speakers, place.Text, place.Names))
            ? new SentenceFault(FaultKind.Quotation, "somebody else says so in the passage")
            : null;
    }

    /// <summary>A sentence with the words behind it that say who said it.</summary>
    private static (string Text, List<NameMention> Names) Whole(GateText sentence, GateText? next)
    {
        if (next is null || sentence.Text.AsSpan().TrimEnd() is not [.., '"' or '”'] || !SpeakerLed().IsMatch(next.Text))
            return (sentence.Text, sentence.Names);
        var text = $"{sentence.Text} {next.Text}";
        return (text, NameFinder.Find(text, new TextSpan(0, text.Length)));
    }

    /// <summary>The stretches between quotation marks; a mark without a partner opens a stretch to the end.</summary>
    private static List<string> Quotations(string text)
    {
        var stretches = new List<string>();
        var stretch = new StringBuilder();
        var inside = false;
        foreach (var c in text + "\"")
        {
            if (c is '"' or '“' or '”' or '„' or '«' or '»')
            {
                if (inside && stretch.Length > 0)
                    stretches.Add(stretch.ToString());
                stretch.Clear();
                inside = c switch { '“' or '„' or '«' => true, '"' => !inside, _ => false };
            }
            else if (inside)
            {
                stretch.Append(c);
            }
        }

        return stretches;
    }

    private static bool Holds(string text, string plain) => Plain(text).Contains(plain, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without white space, marks of quotation and the mark at the end, which a writer sets by the rules of the sentence around it.</summary>
    private static string Plain(string text) => string.Concat(text.Trim().TrimEnd('.', ',', ';', '!', '?').Where(c => !char.IsWhiteSpace(c)).Select(Straight));

    private static string Straight(char c) => c switch { '’' or '‘' => "'", '“' or '”' or '„' or '«' or '»' or '"' => "", '–' or '—' or '−' => "-", _ => c.ToString() };

    /// <summary>Whether the sentence names its own speakers, and none of them is one of these.</summary>
    private static bool IsSaidByOthers(IReadOnlyList<string> speakers, string sentence, List<NameMention> names) =>
        !PronounSays().IsMatch(sentence) && Speakers(sentence, names) is { Count: > 0 } there && !there.Any(other => speakers.Any(speaker => NameForms.AreOne(speaker, other)))
        && !speakers.Any(speaker => sentence.Contains(speaker, StringComparison.OrdinalIgnoreCase));

    /// <summary>The names before or behind a verb of saying.</summary>
    private static List<string> Speakers(string text, List<NameMention> mentions)
    {
        var names = mentions.ConvertAll(name => name.Span);
        var speakers = new List<string>();
        foreach (Match verb in Saying().Matches(text))
        {
            // Of several names before the verb, the nearest may be an apposition: 'Griffin, a lawyer in Ohio, said'.
            speakers.AddRange(names.Where(name => name.End <= verb.Index && text.AsSpan(name.End, verb.Index - name.End).IndexOfAny(";“”\"") < 0).Select(name => name.In(text)));
            if (!Inverted().IsMatch(verb.Value))
                continue;
            speakers.AddRange(names.Where(name => name.Start >= verb.Index + verb.Length && name.Start - verb.Index - verb.Length <= 5).Select(name => name.In(text)).Take(1));
        }

        return speakers;
    }

    /// <summary>'The company said': it may be any that is named before.</summary>
    [GeneratedRegex(
        @"\b(?:the|an?|its|his|her|their)\s+(?:\w+\s+){1,2}(?:also\s+)?(?:said|says|told|tells|wrote|announced|claimed|added|argued|insisted|warned)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NounSays();

    /// <summary>'Sturgeon said', 'according to Sturgeon', 'said the minister'.</summary>
    [GeneratedRegex(
        @"^(?:according to\b|(?:[\w'’.-]+\s+){0,5}(?:said|says|told|wrote|added|tweeted|announced|argued|insisted|warned|claimed)\b(?!\s+that\b))",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SpeakerLed();

    [GeneratedRegex(@"^(?:said|says|according to|wrote|added|adds)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Inverted();

    [GeneratedRegex(
        @"\b(?:he|she|they|it)\s+(?:\w+ly\s+|also\s+)?(?:said|says|told|tells|tweeted|wrote|announced|called|claimed|added"
        + @"|argued|insisted|posted)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PronounSays();

    [GeneratedRegex(
        @"\b(?:said|says|told|tells|tweeted|wrote|writes|announced|announces|called|calls|claimed|claims|added|adds|argued|argues|insisted|insists|warned|warns|posted|replied"
        + @"|described|describes|according to|stated|states|declared|declares)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Saying();
}
