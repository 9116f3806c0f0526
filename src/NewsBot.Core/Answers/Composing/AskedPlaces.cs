using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>The places of a Ukrainian or Russian question whose name a text may have in another form: 'Стамбул' and 'стамбульські переговори'.</summary>
internal sealed class AskedPlaces
{
    /// <summary>The question's words by the nouns that they may be adjectives of; a bit each, in their order.</summary>
    private readonly Dictionary<string, ulong> nouns = new(StringComparer.Ordinal);

    /// <summary>The question's own names in Cyrillic letters.</summary>
    private readonly Dictionary<string, ulong> names = new(StringComparer.Ordinal);

    /// <summary>Prepares for a question.</summary>
    /// <param name="terms">At most 64 of its terms.</param>
    public AskedPlaces(IReadOnlyList<QuestionTerm> terms)
    {
        foreach (var (i, term) in terms.Index().Where(row => CharacterClasses.HasCyrillic(row.Item.Text)))
        {
            if (term.IsName)
                names[term.Text] = names.GetValueOrDefault(term.Text) | (1UL << i);
            foreach (var noun in CyrillicAdjective.NounsOf(term.Text))
                nouns[noun] = nouns.GetValueOrDefault(noun) | (1UL << i);
        }
    }

    /// <summary>The words of the question that a text has as the adjective of a place, or as the place of an adjective.</summary>
    /// <param name="words">The text's terms, or those of a stretch of it.</param>
    /// <param name="text">The text that they have their offsets in.</param>
    public ulong In(List<Term> words, string text)
    {
        ulong held = 0;
        if (names.Count + nouns.Count == 0)
            return held;
        foreach (var word in words)
        {
            // 'Зелений' is no form of 'Зеленський': a place has a capital wherever it stands.
            if (char.IsUpper(text[word.Start]))
                held |= nouns.GetValueOrDefault(word.Text);
            foreach (var noun in CyrillicAdjective.NounsOf(word.Text))
                held |= names.GetValueOrDefault(noun);
        }

        return held;
    }
}
