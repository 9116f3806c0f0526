using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Text;

namespace NewsBot.Models.Local;

/// <summary>A window as the reader takes it: <c>[CLS] question [SEP] title M sentence M sentence … [SEP]</c>.</summary>
/// <remarks>tools/reader/README.md describes the form; the model was trained on exactly this.</remarks>
internal sealed class ReaderWindow
{
    private const int Start = 101;
    private const int Separator = 102;

    /// <summary>The piece that stands before each sentence, '[unused1]'.</summary>
    private const int Mark = 2;

    private const int MaxQuestion = 40;
    private const int MaxTitle = 18;
    private const int MaxSentence = 96;
    private const int MaxPieces = 232;

    /// <summary>The most word pieces of an answer.</summary>
    private const int MaxAnswer = 16;

    private const int RelevanceOutput = 0;
    private const int StartOutput = 1;
    private const int EndOutput = 2;
    private const int HoldsOutput = 3;

    private readonly List<int> marks = [];
    private readonly List<TextSpan> places = [];

    /// <summary>Cuts a window into pieces.</summary>
    /// <param name="words">Cuts the texts.</param>
    /// <param name="question">The question's pieces, from <see cref="CutQuestion"/>.</param>
    /// <param name="window">A sentence that does not fit ends it, except the first, which is cut.</param>
    public ReaderWindow(WordPieces words, IReadOnlyList<WordPiece> question, TextWindow window)
    {
        Add(Start);
        AddAll(question);
        Add(Separator);
        SecondSegment = Ids.Count;
        AddAll(words.Cut(window.Title, MaxTitle));
        foreach (var sentence in window.Sentences)
        {
            var room = MaxPieces - Ids.Count - 2;
            var pieces = words.Cut(sentence, MaxSentence);
            if (marks.Count > 0 && pieces.Count > room)
                break;
            marks.Add(Ids.Count);
            Add(Mark);
            AddAll(pieces.Take(room));
        }

        Add(Separator);
    }

    /// <summary>The numbers of the pieces.</summary>
    public List<int> Ids { get; } = [];

    /// <summary>Where the title begins.</summary>
    public int SecondSegment { get; }

    /// <summary>The pieces of a question.</summary>
    public static IReadOnlyList<WordPiece> CutQuestion(WordPieces words, string question) => words.Cut(question, MaxQuestion);

    /// <summary>What the model's outputs say of the window.</summary>
    /// <param name="outputs">Four numbers a piece.</param>
    public WindowReading Read(ReadOnlySpan<float> outputs)
    {
        var none = outputs[StartOutput] + outputs[EndOutput];
        var sentences = new SentenceJudgement[marks.Count];
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1] : Ids.Count - 1;
            sentences[i] = ReadSentence(outputs, marks[i], end, none);
        }

        return new WindowReading(outputs[HoldsOutput], sentences);
    }

    private SentenceJudgement ReadSentence(ReadOnlySpan<float> outputs, int mark, int end, float none)
    {
        const int width = LocalReader.Outputs;
        var relevance = outputs[(mark * width) + RelevanceOutput];
        var (best, first, last) = (float.NegativeInfinity, 0, 0);
        for (var i = mark + 1; i < end; i++)
        {
            for (var k = i; k < Math.Min(end, i + MaxAnswer); k++)
            {
                var score = outputs[(i * width) + StartOutput] + outputs[(k * width) + EndOutput];
                if (score > best)
                    (best, first, last) = (score, i, k);
            }
        }

        return float.IsNegativeInfinity(best)
            ? new SentenceJudgement(relevance, 0, default)
            : new SentenceJudgement(relevance, best - none, new TextSpan(places[first].Start, places[last].End));
    }

    private void AddAll(IEnumerable<WordPiece> pieces)
    {
        foreach (var piece in pieces)
            Add(piece.Id, piece.Place);
    }

    private void Add(int id, TextSpan place = default)
    {
        Ids.Add(id);
        places.Add(place);
    }
}
