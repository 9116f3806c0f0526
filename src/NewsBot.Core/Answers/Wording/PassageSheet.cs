using System.Text;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>The passages that a language model may write from, each under an id that no article can know.</summary>
public sealed class PassageSheet
{
    private const string Letters = "bcdfghjkmnpqrtvwxz";
    private const int MaxTitleChars = 200;

    private readonly Dictionary<string, SheetPassage> byId;

    private PassageSheet(IReadOnlyList<SheetPassage> passages)
    {
        Passages = passages;
        byId = passages.ToDictionary(passage => passage.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<SheetPassage> Passages { get; }

    /// <summary>Makes a sheet.</summary>
    /// <param name="passages">The most useful first; spans in the text of their articles.</param>
    /// <param name="random">Where ids come from; one that nobody can foretell keeps articles from forging marks.</param>
    public static PassageSheet Of(IEnumerable<(ArticleRevision Revision, TextSpan Span)> passages, Random random)
    {
        var sheet = new List<SheetPassage>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (revision, span) in passages)
        {
            string id;
            do
                id = NewId(random);
            while (!taken.Add(id));
            sheet.Add(new SheetPassage(id, revision, span));
        }

        return new PassageSheet(sheet);
    }

    /// <summary>The passage with this id; null when the sheet has none.</summary>
    public SheetPassage? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The sheet as a prompt shows it: each passage between two marks with its id, without the sentences that cannot be evidence.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var passage in Passages)
        {
            var article = passage.Revision.Article;
            text.Append("<<").Append(passage.Id).Append(">> ");
            if (!InstructionText.IsMatch(article.Title))
                text.Append(article.Title.Length > MaxTitleChars ? article.Title[..MaxTitleChars] : article.Title);
            if (article.Source is { } outlet)
                text.Append(" · ").Append(outlet);
            if (article.PublishedAt is { } time)
                text.Append(" · ").Append(time.UtcDateTime.ToString("d MMMM yyyy"));
            text.Append('\n');
            foreach (var sentence in passage.Evidence)
                text.Append(sentence.In(article.Body)).Append(' ');
            text.Append("\n<<end ").Append(passage.Id).Append(">>\n\n");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Letters and digits by turns ('k7f2m'): short for the model, and no word of any text.</summary>
    private static string NewId(Random random) => string.Create(5, random, static (id, source) =>
    {
        for (var i = 0; i < id.Length; i++)
            id[i] = i % 2 == 0 ? Letters[source.Next(Letters.Length)] : (char)('2' + source.Next(8));
    });
}
