using System.Text;
using NewsBot.Sources.Pages;

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
        Assert.Equal(Text, PageReader.Read(bytes, contentType, address: null)!.Body);
    }

    [Fact]
    public void Japanese_of_seven_bits_is_no_ascii()
    {
        byte[] bytes = [.. "<meta charset=iso-2022-jp><p>"u8, .. CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp")!.GetBytes("橋が再開"), .. "</p>"u8];
        Assert.Equal("橋が再開", PageReader.Read(bytes, contentType: null, address: null)!.Body);
    }

    [Fact]
    public void What_calls_itself_latin_is_windows_1252() =>
        Assert.Equal("“Café”", PageReader.Read((byte[])[.. "<meta charset=iso-8859-1><p>"u8, 0x93, .. "Caf"u8, 0xE9, 0x94, .. "</p>"u8], contentType: null, address: null)!.Body);

    [Fact]
    public void Bytes_that_are_no_text_are_no_page() =>
        Assert.Null(PageReader.Read(new byte[] { 0, 1, 2, 0, 255 }, contentType: "text/html; charset=nonsense", address: null));
}
