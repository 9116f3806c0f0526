using System.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>The claims of a sentence that a passage must hold: quoted stretches, numbers, names and days.</summary>
internal sealed class SentenceClaims(string sentence)
{
    /// <summary>Words that stand with a capital at the beginning of a sentence and name nobody; number words are known elsewhere.</summary>
    private static readonly HashSet<string> Openers = new(
        ("a about according after all although among an and another as at because before both but by during each earlier even"
        + " few for from he her his however i if in instead it its last later many meanwhile more most no not now of officials"
        + " on one only or other our over people she since so some such than that the their then there these they this those to"
        + " under until we what when where which while who why with you").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The first claim that no passage holds, said in a few words; null when each is held.</summary>
    public string? FindFault(List<PassageClaims> passages)
    {
        foreach (var quoted in Quotations())
        {
            if (!passages.Exists(passage => passage.Holds(quoted)))
                return $"the quotation '{quoted}' is not in the cited passage";
        }

        var words = ClaimText.Read(sentence);
        foreach (var number in ClaimNumbers.In(words, countLoneOne: false).Concat(ClaimNumbers.PairsIn(words)))
        {
            if (!passages.Exists(passage => passage.Numbers.Contains(number)))
                return $"the number {number} is not in the cited passage";
        }

        foreach (var unit in ClaimNumbers.UnitsIn(sentence, words))
        {
            if (!passages.Exists(passage => passage.Units.Contains(unit)))
                return $"the unit {unit} is not in the cited passage";
        }

        foreach (var name in Names(words))
        {
            if (!passages.Exists(passage => passage.HoldsName(name)))
                return $"the name '{string.Join(' ', name)}' is not in the cited passage";
        }

        return null;
    }

    /// <summary>The stretches between quotation marks; a mark without a partner opens a stretch to the end.</summary>
    private List<string> Quotations()
    {
        var stretches = new List<string>();
        var text = new StringBuilder();
        var inside = false;
        foreach (var c in sentence.Append('"'))
        {
            if (c is '"' or '“' or '”' or '„' or '«' or '»' or '|')
            {
                if (inside && text.Length > 0)
                    stretches.Add(text.ToString());
                text.Clear();
                inside = c switch { '“' or '„' or '«' => true, '"' => !inside, '|' => inside, _ => false };
            }
            else if (inside)
            {
                text.Append(c);
            }
        }

        return stretches;
    }

    /// <summary>Runs of words with a capital, and days and months; a lone opener of a sentence is none.</summary>
    private static List<string[]> Names(List<ClaimWord> words)
    {
        var names = new List<string[]>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].HasCapital)
                continue;
            var end = i + 1;
            while (end < words.Count && words[end].HasCapital && words[end].FollowsClosely)
                end++;

            var first = words[i].StartsSentence && (Openers.Contains(words[i].Folded) || ClaimNumbers.IsWord(words[i].Folded)) ? i + 1 : i;
            if (end > first && !(end == first + 1 && words[first].Folded == "i"))
                names.Add([.. words.Skip(first).Take(end - first).Select(word => word.Folded)]);
            i = end - 1;
        }

        return names;
    }
}
