using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether what stands between quotation marks stands in a passage letter by letter, and is said there by whom the sentence names.</summary>
internal static partial class QuotationGate
{
    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        foreach (var quotation in Quotations(said.Text))
        {
            var plain = Plain(quotation);
            if (plain.Length == 0)
                continue;
            var places = evidence.SelectMany(passage => passage.All.Where(sentence => Holds(sentence.Text, plain)).Select(sentence => (passage, sentence))).ToList();
            if (places.Count == 0 && !evidence.Any(passage => Holds(passage.Passage.Text, plain)))
                return new SentenceFault(FaultKind.Quotation, $"the quotation '{quotation.Trim()}' is not in the passage letter by letter");
            if (Speakers(said.Text) is { Count: > 0 } speakers && places.Count > 0 && places.TrueForAll(place => IsSaidByOthers(speakers, place.sentence.Text)))
                return new SentenceFault(FaultKind.Quotation, $"the quotation '{quotation.Trim()}' is somebody else's in the passage");
        }

        return null;
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
    private static bool IsSaidByOthers(IReadOnlyList<string> speakers, string sentence) =>
        !PronounSays().IsMatch(sentence) && Speakers(sentence) is { Count: > 0 } there && !there.Any(other => speakers.Any(speaker => NameForms.AreOne(speaker, other)))
        && !speakers.Any(speaker => sentence.Contains(speaker, StringComparison.OrdinalIgnoreCase));

    /// <summary>The names before or behind a verb of saying.</summary>
    private static List<string> Speakers(string text)
    {
        var names = NameFinder.Find(text, new TextSpan(0, text.Length)).ConvertAll(name => name.Span);
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

    [GeneratedRegex(@"^(?:said|says|according to|wrote|added|adds)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Inverted();

    [GeneratedRegex(
        @"\b(?:he|she|they|it)\s+(?:\w+ly\s+|also\s+)?(?:said|says|told|tells|tweeted|wrote|announced|called|claimed|added"
        + @"|argued|insisted|posted)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PronounSays();

    [GeneratedRegex(
        @"\b(?:said|says|told|tells|tweeted|wrote|writes|announced|announces|called|calls|claimed|claims|added|adds|argued|argues|insisted|insists|warned|warns|posted|replied"
        + @"|described|describes|according to|stated|states|declared|declares)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Saying();
}
