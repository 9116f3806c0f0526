using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;
using NewsBot.Core.Text;

namespace NewsBot.Models.Local;

/// <summary>Cuts text into the word pieces of BERT's uncased vocabulary, with the place of each.</summary>
/// <remarks>
/// Devlin et al., 'BERT', NAACL 2019. The package cuts words into pieces; words are found here, as in tools/reader/text.py, because the package tells places in its own
/// normalised copy of the text.
/// </remarks>
internal sealed class WordPieces
{
    private readonly WordPieceTokenizer pieces;

    /// <summary>Reads a vocabulary.</summary>
    /// <param name="vocabulary">A word piece a line; its number is its line, from 0.</param>
    public WordPieces(Stream vocabulary) => pieces = WordPieceTokenizer.Create(vocabulary);

    /// <summary>The pieces of a text, in order.</summary>
    /// <param name="text">Any text; empty for none.</param>
    /// <param name="most">Where to stop; the rest of the text is not looked at.</param>
    public List<WordPiece> Cut(string text, int most)
    {
        var found = new List<WordPiece>();
        var letters = new StringBuilder();
        var start = 0;
        for (var i = 0; i < text.Length && found.Count < most; i++)
        {
            var unit = text[i];
            var category = char.GetUnicodeCategory(unit);
            if (category == UnicodeCategory.Format)
                continue;
            if (char.IsWhiteSpace(unit) || category is UnicodeCategory.Control || unit == '\ufffd')
            {
                Close(i);
            }
            else if (IsMark(unit, category) || unit is >= '\u4e00' and <= '\u9fff')
            {
                Close(i);
                AddWord(unit.ToString(), new TextSpan(i, i + 1), found);
            }
            else
            {
                start = letters.Length == 0 ? i : start;
                AppendPlain(unit, letters);
            }
        }

        Close(text.Length);
        if (found.Count > most)
            found.RemoveRange(most, found.Count - most);
        return found;

        void Close(int end)
        {
            if (letters.Length > 0)
                AddWord(letters.ToString(), new TextSpan(start, end), found);
            letters.Clear();
        }
    }

    /// <summary>A word whose letters lost their accents gives the place of the whole word.</summary>
    private void AddWord(string word, TextSpan place, List<WordPiece> into)
    {
        var isSameLength = word.Length == place.Length;
        foreach (var token in pieces.EncodeToTokens(word, out _, considerPreTokenization: false, considerNormalization: false))
        {
            var (from, to) = (token.Offset.Start.GetOffset(word.Length), token.Offset.End.GetOffset(word.Length));
            into.Add(new WordPiece(token.Id, isSameLength ? new TextSpan(place.Start + from, place.Start + to) : place));
        }
    }

    /// <summary>The letter in lower case without its accents; half of a letter past U+FFFF as it is.</summary>
    private static void AppendPlain(char unit, StringBuilder letters)
    {
        Span<char> buffer = stackalloc char[4];
        if (char.IsSurrogate(unit))
            letters.Append(unit);
        else
            letters.Append(LetterFolding.Fold(unit, buffer));
    }

    private static bool IsMark(char unit, UnicodeCategory category) =>
        category is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation
        || (unit is > ' ' and < '\x7f' && !char.IsLetterOrDigit(unit));
}

/// <summary>A word piece.</summary>
/// <param name="Id">Its number in the vocabulary.</param>
/// <param name="Place">Where it stands in the text.</param>
internal readonly record struct WordPiece(int Id, TextSpan Place);
