using System.Text;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Reading;

namespace NewsBot.Tests.Host.Sources.Reading;

public sealed class FeedEncodingTests
{
    private const string Title = "Žluťoučký кіт";

    [Theory]
    [InlineData("windows-1252", "café – “x”")]
    [InlineData("iso-8859-1", "café")]
    [InlineData("ISO_8859-2:1987", "Žluť")]
    [InlineData("windows-1251", "Привіт")]
    [InlineData("cp1251", "Привіт")]
    [InlineData("koi8-r", "Привет")]
    [InlineData("KOI8-U", "Привіт")]
    [InlineData("iso8859-7", "Γειά")]
    [InlineData("sun_eu_greek", "Γειά")]
    [InlineData("iso-8859-10", "Þórķ")]
    [InlineData("iso-8859-14", "Ŵŷḃ")]
    [InlineData("iso-8859-16", "țșȚ€")]
    [InlineData("iso-8859-7", "Γέφυρα: 5€ ‘νέα’")]
    [InlineData("gb2312", "中文")]
    [InlineData("GBK", "中文")]
    [InlineData("big5", "中文")]
    [InlineData("shift_jis", "日本語")]
    [InlineData("x-sjis", "日本語")]
    [InlineData("EUC-JP", "日本語")]
    [InlineData("iso-2022-jp", "日本語")]
    [InlineData("euc-kr", "한국어")]
    [InlineData("437", "café")]
    [InlineData("macintosh", "café")]
    [InlineData("utf8", "中文 é")]
    public void The_declared_encoding_is_used(string name, string title)
    {
        var encoding = EncodingNames.Find(name)!;
        Assert.Equal(title, TitleOf(encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?><rss><channel><title>{title}</title></channel></rss>")));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32BE", false)]
    [InlineData("utf-8", true)]
    public void Encodings_of_unicode_are_known_by_their_bytes(string name, bool isMarked)
    {
        var encoding = EncodingNames.Find(name)!;
        var bytes = encoding.GetBytes((isMarked ? "\uFEFF" : "") + $"<?xml version='1.0' encoding='us-ascii'?><rss><channel><title>{Title}</title></channel></rss>");
        Assert.Equal(Title, TitleOf(bytes));
    }

    [Fact]
    public void The_header_is_believed_before_the_declaration()
    {
        var bytes = EncodingNames.Find("windows-1251")!.GetBytes("<?xml version='1.0' encoding='windows-1252'?><rss><channel><title>Привіт</title></channel></rss>");
        Assert.Equal("Привіт", TitleOf(bytes, "text/xml; charset=\"windows-1251\""));
        Assert.NotEqual("Привіт", TitleOf(bytes));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("us-ascii")]
    [InlineData("utf-16")]
    [InlineData("no-such-encoding")]
    public void A_text_that_is_not_what_it_says_is_what_its_bytes_say(string said)
    {
        var text = $"<?xml version='1.0' encoding='{said}'?><rss><channel><title>café</title></channel></rss>";
        Assert.Equal("café", TitleOf(Encoding.Latin1.GetBytes(text)));
        Assert.Equal("café", TitleOf(Encoding.UTF8.GetBytes(text)));
        var found = Assert.IsType<FeedReadResult.Found>(FeedReader.Read(Encoding.Latin1.GetBytes(text), contentType: null, address: null));
        Assert.Equal($"The text is not in the encoding that it names, {said}.", found.Problem);
    }

    [Theory]
    [InlineData("shift_jis", "utf-8", "市議会が新しい橋を承認")]
    [InlineData("gb18030", "us-ascii", "市议会批准建新桥")]
    [InlineData("big5", "utf-8", "市議會批准建新橋")]
    [InlineData("euc-kr", "utf-8", "시의회 새 다리 승인했다")]
    public void An_east_asian_text_that_names_another_encoding_is_told_by_its_bytes(string name, string said, string title) =>
        Assert.Equal(title, TitleOf(EncodingNames.Find(name)!.GetBytes($"<?xml version='1.0' encoding='{said}'?><rss><channel><title>{title}</title></channel></rss>")));

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void Letters_that_are_unicode_all_through_are_unicode_whatever_is_named(string said) => Assert.Equal(
        "Міст відкрито",
        TitleOf(Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='{said}'?><rss><channel><title>Міст відкрито</title></channel></rss>"), $"text/xml; charset={said}"));

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("us-ascii")]
    public void A_western_name_on_another_alphabet_gives_way_to_the_letters(string said)
    {
        const string Name = "Городской совет проголосовал за новый мост через реку";
        Assert.Equal(Name, TitleOf(EncodingNames.Find("windows-1251")!.GetBytes($"<?xml version='1.0' encoding='{said}'?><rss><channel><title>{Name}</title></channel></rss>")));
    }

    [Fact]
    public void A_few_broken_bytes_cost_their_letters_only()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("<rss><channel><title>Привіт "), 0xFF, .. Encoding.UTF8.GetBytes("світ</title></channel></rss>")];
        Assert.Equal("Привіт \uFFFDсвіт", TitleOf(bytes));
    }

    [Fact]
    public void No_name_is_trusted()
    {
        Assert.Null(EncodingNames.Find("utf-7"));
        Assert.Null(EncodingNames.Find(""));
        Assert.Null(EncodingNames.Find(new string('x', 100)));
    }

    private static string? TitleOf(byte[] bytes, string? contentType = null) =>
        Assert.IsType<FeedReadResult.Found>(FeedReader.Read(bytes, contentType, address: null)).Feed.Title;
}
