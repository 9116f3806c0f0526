using System.Text;
using NewsBot.Sources.Pages;
using NewsBot.Sources.Reading;

namespace NewsBot.Tests.Host.Sources.Reading;

public sealed class PageEncodingTests
{
    private const string Text = "Мир в тексте страницы.";

    [Theory]
    [InlineData("windows-1251", "", "text/html; charset=windows-1251")]
    [InlineData("koi8-r", "<meta charset='koi8-r'>", null)]
    [InlineData("windows-1251", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "text/html")]
    [InlineData("windows-1251", "<meta charset=koi8-r>", "text/html; charset=\"windows-1251\"")]
    [InlineData("utf-8", "<meta charset=windows-1251>", "text/html; charset=koi8-r")]
    [InlineData("utf-8", "", "text/html; charset=utf-8")]
    [InlineData("utf-16", "", null)]
    public void The_encoding_is_told_by_mark_bytes_header_and_page(string name, string head, string? contentType)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. name == "utf-16" ? encoding.Preamble : [], .. encoding.GetBytes($"<html><head>{head}</head><p>{Text}</p>")];
        Assert.Equal(Text, PageReader.Read(bytes, contentType, address: null, DateTimeOffset.UnixEpoch)!.Body);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("us-ascii")]
    public void A_western_name_on_another_alphabet_gives_way_to_the_letters(string said)
    {
        const string Letters = "Міська рада проголосувала за новий міст через річку.";
        byte[] bytes = [.. Encoding.ASCII.GetBytes($"<meta charset={said}><p>"), .. EncodingNames.Find("windows-1251")!.GetBytes(Letters), .. "</p>"u8];
        Assert.Equal(Letters, PageReader.Read(bytes, $"text/html; charset={said}", address: null, DateTimeOffset.UnixEpoch)!.Body);
    }

    [Fact]
    public void Japanese_of_seven_bits_is_no_ascii()
    {
        byte[] bytes = [.. "<meta charset=iso-2022-jp><p>"u8, .. CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp")!.GetBytes("橋が再開"), .. "</p>"u8];
        Assert.Equal("橋が再開", PageReader.Read(bytes, contentType: null, address: null, DateTimeOffset.UnixEpoch)!.Body);
    }

    [Theory]
    [InlineData("shift_jis", new byte[] { 0xEE, 0xE0, 0x8B, 0xB4, 0x87, 0x40, 0xEE, 0xF0, 0xFA, 0xB1, 0xEE, 0xF9 }, "髙橋①ⅱ﨑￢")]
    [InlineData("euc-jp", new byte[] { 0xFC, 0xE2, 0xB6, 0xB6, 0xAD, 0xA1, 0x8E, 0xB1 }, "髙橋①ｱ")]
    [InlineData("big5", new byte[] { 0x9D, 0xEF, 0x96, 0xF5, 0xAF, 0xB8, 0x88, 0x62 }, "嘅埗站Ê̄")]
    [InlineData("gbk", new byte[] { 0x80, 0x35, 0xC5, 0x80, 0x81, 0x30, 0x84, 0x36 }, "€5艀¥")]
    public void Rows_that_vendors_added_are_read(string name, byte[] letters, string text) =>
        Assert.Equal(text, Body([.. Encoding.ASCII.GetBytes($"<meta charset={name}><p>"), .. letters, .. "</p>"u8]));

    [Theory]
    [InlineData("windows-1251", "Міська рада проголосувала за новий міст через річку.")]
    [InlineData("koi8-u", "Городской совет проголосовал за новый мост через реку.")]
    [InlineData("cp866", "Городской совет проголосовал за новый мост через реку.")]
    [InlineData("windows-1253", "Το δημοτικό συμβούλιο ενέκρινε τη νέα γέφυρα στο ποτάμι.")]
    [InlineData("windows-1255", "מועצת העיר אישרה את הגשר החדש מעל הנהר.")]
    [InlineData("windows-1256", "وافق مجلس المدينة على بناء الجسر الجديد فوق النهر.")]
    [InlineData("shift_jis", "市議会は川に架かる新しい橋の建設を承認した。")]
    [InlineData("euc-jp", "市議会は川に架かる新しい橋の建設を承認した。")]
    [InlineData("iso-2022-jp", "市議会は川に架かる新しい橋の建設を承認した。")]
    [InlineData("gb18030", "市议会批准在河上建一座新桥。")]
    [InlineData("big5", "市議會批准在河上建一座新橋。")]
    [InlineData("euc-kr", "시의회는 강 위에 새 다리를 짓는 안을 승인했다.")]
    [InlineData("windows-1252", "Größere Brücken bleiben für Fußgänger über die Feiertage geöffnet.")]
    [InlineData("windows-1252", "Le conseil a voté le pont près de l’île où l’été a été très sec.")]
    public void An_encoding_that_nobody_names_is_told_by_its_letters(string name, string text) =>
        Assert.Equal(text, PageReader.Read(EncodingNames.Find(name)!.GetBytes($"<p>{text}</p>"), contentType: null, address: null, DateTimeOffset.UnixEpoch)!.Body);

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, "text/html; charset=utf-16le")]
    public void Two_bytes_a_letter_need_no_mark(bool isBigEndian, string? contentType) =>
        Assert.Equal(
            Text, PageReader.Read(new UnicodeEncoding(isBigEndian, byteOrderMark: false).GetBytes($"<p>{Text}</p>"), contentType, address: null, DateTimeOffset.UnixEpoch)!.Body);

    [Theory]
    [InlineData("pl", "windows-1250", "Żaden dźwig w porcie nie jest czynny, święto trwa.")]
    [InlineData("pl", "iso-8859-2", "Żaden dźwig w porcie nie jest czynny, święto trwa.")]
    [InlineData("tr", "windows-1254", "Köprü pazar gününe dek kapalı, işçiler dinleniyor.")]
    [InlineData("lt", "windows-1257", "Tiltas uždarytas iki šeštadienio, žmonės plaukia.")]
    [InlineData("fr", "windows-1252", "Le pont reste fermé jusqu’à l’été.")]
    public void Latin_letters_are_those_of_the_page_s_language(string language, string name, string text) =>
        Assert.Equal(text, Body([.. Encoding.ASCII.GetBytes($"<html lang=\"{language}\"><p>"), .. EncodingNames.Find(name)!.GetBytes(text), .. "</p>"u8]));

    [Fact]
    public void What_calls_itself_turkish_latin_is_windows_1254() =>
        Assert.Equal("“Köprü”", Body([.. "<meta charset=latin5><p>"u8, 0x93, .. "K"u8, 0xF6, .. "pr"u8, 0xFC, 0x94, .. "</p>"u8]));

    [Fact]
    public void What_calls_itself_latin_is_windows_1252() =>
        Assert.Equal("“Café”", Body([.. "<meta charset=iso-8859-1><p>"u8, 0x93, .. "Caf"u8, 0xE9, 0x94, .. "</p>"u8]));

    [Fact]
    public void Bytes_that_are_no_text_are_no_page() =>
        Assert.Null(PageReader.Read(new byte[] { 0, 1, 2, 0, 255 }, contentType: "text/html; charset=nonsense", address: null, DateTimeOffset.UnixEpoch));

    private static string? Body(byte[] bytes) => PageReader.Read(bytes, contentType: null, address: null, DateTimeOffset.UnixEpoch)!.Body;
}
