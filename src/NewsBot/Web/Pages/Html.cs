using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace NewsBot.Web.Pages;

/// <summary>A piece of HTML. Its markup comes from our own code alone: a text that is put into it is encoded, and there is no way round that.</summary>
internal sealed class Html
{
    private readonly string markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>Nothing.</summary>
    public static Html Empty { get; } = new("");

    /// <summary>The markup of an interpolated string: <c>Html.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>. Texts are encoded for elements and for quoted attributes.</summary>
    public static Html Of(HtmlHandler markup) => new(markup.ToMarkup());

    /// <summary>Pieces, one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.markup)));

    /// <summary>The piece, or nothing.</summary>
    public static Html When(bool holds, Func<Html> piece) => holds ? piece() : Empty;

    /// <summary>The markup, for the response.</summary>
    public override string ToString() => markup;
}

/// <summary>Builds <see cref="Html"/> of an interpolated string: what is written stays, what is put in is encoded.</summary>
/// <param name="literalLength">Of the markup.</param>
/// <param name="formattedCount">Of what is put in.</param>
[InterpolatedStringHandler]
internal readonly ref struct HtmlHandler(int literalLength, int formattedCount)
{
    private const int TypicalLength = 24;

    // Letters of every script stay as they are; what HTML gives a meaning is encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder markup = new(literalLength + (formattedCount * TypicalLength));

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(string? text) => markup.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => markup.Append(number);

    public void AppendFormatted(Html piece) => markup.Append(piece);

    public void AppendFormatted(IEnumerable<Html> pieces) => markup.AppendJoin("", pieces);

    /// <summary>The markup that was built.</summary>
    public string ToMarkup() => markup.ToString();
}
