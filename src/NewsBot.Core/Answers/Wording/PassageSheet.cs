using System.Globalization;
using System.Text;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>The passages that a language model may write from, each under an id that no article can know.</summary>
/// <remarks>Safe for use by several threads at once. It holds <see cref="MaxPassages"/> at most.</remarks>
/// <param name="random">Makes the ids; one that nobody can foretell keeps articles from forging marks. Used by this sheet alone.</param>
public sealed class PassageSheet(Random random)
{
    /// <summary>The most passages of a sheet; those beyond are left out.</summary>
    public const int MaxPassages = 40;

    private const string Letters = "bcdfghjkmnpqrtvwxz";
    private const int MaxTitleChars = 200;

    private readonly Lock gate = new();
    private readonly List<SheetPassage> passages = [];

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<SheetPassage> Passages
    {
        get
        {
            lock (gate)
                return [.. passages];
        }
    }

    /// <summary>A sheet with passages.</summary>
    /// <param name="passages">The most useful first; spans in the text of their articles.</param>
    /// <param name="random">Makes the ids.</param>
    public static PassageSheet Of(IEnumerable<(ArticleRevision Revision, TextSpan Span)> passages, Random random)
    {
        var sheet = new PassageSheet(random);
        sheet.Add(passages);
        return sheet;
    }

    /// <summary>Adds passages; one that the sheet has already keeps its id.</summary>
    /// <param name="added">The most useful first; spans in the text of their articles.</param>
    /// <returns>Them as they stand on the sheet, in the order given; those for which there is no room are left out.</returns>
    public IReadOnlyList<SheetPassage> Add(IEnumerable<(ArticleRevision Revision, TextSpan Span)> added)
    {
        var result = new List<SheetPassage>();
        lock (gate)
        {
            foreach (var (revision, span) in added)
            {
                if ((passages.Find(other => other.Revision.RevisionId == revision.RevisionId && other.Span == span) ?? New(revision, span)) is { } passage)
                    result.Add(passage);
            }
        }

        return result;
    }

    /// <summary>The passage with this id; null when the sheet has none.</summary>
    public SheetPassage? Find(string id)
    {
        lock (gate)
            return passages.Find(passage => passage.Id == id);
    }

    /// <summary>The whole sheet as a prompt shows it.</summary>
    public string ToText() => ToText(Passages);

    /// <summary>Passages as a prompt shows them: each between two marks with its id, without the sentences that cannot be evidence.</summary>
    public static string ToText(IEnumerable<SheetPassage> passages)
    {
        var text = new StringBuilder();
        foreach (var passage in passages)
        {
            var article = passage.Revision.Article;
            text.Append("<<").Append(passage.Id).Append(">> ");
            if (!InstructionText.IsMatch(article.Title))
                text.Append(article.Title.Length > MaxTitleChars ? article.Title[..MaxTitleChars] : article.Title);
            if (article.Source is { } outlet)
                text.Append(" · ").Append(outlet);
            if (article.PublishedAt is { } time)
                text.Append(" · ").Append(DayOf(time));
            text.Append('\n');
            foreach (var sentence in passage.Evidence)
                text.Append(sentence.In(article.Body)).Append(' ');
            text.Append("\n<<end ").Append(passage.Id).Append(">>\n\n");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A day as prompts show it, in UTC: 'Tuesday 22 July 2025'. The name of the day lets 'on Wednesday' be counted from it.</summary>
    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private SheetPassage? New(ArticleRevision revision, TextSpan span)
    {
        if (passages.Count == MaxPassages)
            return null;
        string id;
        do
            id = NewId(random);
        while (passages.Exists(other => other.Id == id));
        var passage = new SheetPassage(id, revision, span);
        passages.Add(passage);
        return passage;
    }

    /// <summary>Letters and digits by turns ('k7f2m'): short for the model, and no word of any text.</summary>
    private static string NewId(Random random) => string.Create(5, random, static (id, source) =>
    {
        for (var i = 0; i < id.Length; i++)
            id[i] = i % 2 == 0 ? Letters[source.Next(Letters.Length)] : (char)('2' + source.Next(8));
    });
}
