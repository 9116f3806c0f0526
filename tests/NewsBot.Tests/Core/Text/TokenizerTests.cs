using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Spirit and Frontier announced", "Spirit|and|Frontier|announced")]
    [InlineData("don't O’Neill rock'n'roll", "don't|O’Neill|rock'n'roll")]
    [InlineData("'quoted' ’90s students'", "quoted|90s|students")]
    [InlineData("the U.S. and U.N. met at 9 a.m. sharp", "the|U.S.|and|U.N.|met|at|9|a.m.|sharp")]
    [InlineData("U.S.-led, U.S.’s U.S", "U.S.|led|U.S.’s|U.S")]
    [InlineData("J.K.Rowling J. K. Rowling", "J.K.|Rowling|J|K|Rowling")]
    [InlineData("$1,234.5 and 3.5% of 12.5m", "1,234.5|and|3.5|of|12.5m")]
    [InlineData("1,2,3 10,12,13 in 2019, 300", "1|2|3|10|12|13|in|2019|300")]
    [InlineData("Rs 1,00,000 or 1,2345", "Rs|1,00,000|or|1|2345")]
    [InlineData("won 4-1 on 9/11", "won|4|1|on|9|11")]
    [InlineData("end.Next Booking.com", "end|Next|Booking|com")]
    [InlineData("#MeToo @reuters x_y", "MeToo|reuters|x|y")]
    [InlineData("naïve cafe\u0301 co\u00ADoperate", "naïve|cafe\u0301|co\u00ADoperate")]
    [InlineData("東京 で 2020年", "東|京|で|2020|年")]
    [InlineData("新しいポンプの価格", "新|し|い|ポンプ|の|価|格")]
    [InlineData("ﾎﾟﾝﾌﾟを", "ﾎﾟﾝﾌﾟ|を")]
    [InlineData("か\u3099くは5台", "か\u3099|く|は|5|台")]
    [InlineData("เมืองปิดน้ำ 1974", "เมื|อ|ง|ปิ|ด|น้ำ|1974")]
    [InlineData("ຂ່າວໃຫມ່", "ຂ່າ|ວ|ໃຫ|ມ່")]
    [InlineData("ភ្នំពេញ", "ភ្នំ|ពេ|ញ")]
    [InlineData("မြန်မာ", "မြန်|မာ")]
    [InlineData("새 펌프의 가격", "새|펌프의|가격")]
    [InlineData("Київ і Львів", "Київ|і|Львів")]
    [InlineData("a\0b 𝐁𝐨𝐥𝐝 𠮷野 😀ok", "a|b|𝐁𝐨𝐥𝐝|𠮷|野|ok")]
    [InlineData("CO₂ m²", "CO₂|m²")]
    [InlineData("", "")]
    public void Words_are_found(string text, string words)
    {
        var spans = new List<TextSpan>();
        Tokenizer.Tokenize(text, spans);
        Assert.Equal(words, string.Join('|', spans.Select(span => span.In(text))));
    }

    [Fact]
    public void Lone_surrogates_separate()
    {
        const string text = "\udc00a\ud800b\ud800";
        var spans = new List<TextSpan>();
        Tokenizer.Tokenize(text, spans);
        Assert.Equal([new TextSpan(1, 2), new TextSpan(3, 4)], spans);
    }

    [Fact]
    public void Words_lie_in_order_inside_the_text()
    {
        foreach (var text in Texts.Random(2000, 60))
        {
            var spans = new List<TextSpan>();
            Tokenizer.Tokenize(text, spans);
            var last = 0;
            foreach (var span in spans)
            {
                Assert.True(span.Start >= last && span.End > span.Start && span.End <= text.Length);
                last = span.End;
            }

            // Every ASCII letter and digit belongs to some word.
            for (var i = 0; i < text.Length; i++)
                Assert.True(!char.IsAsciiLetterOrDigit(text[i]) || spans.Exists(span => span.Start <= i && i < span.End));
        }
    }

    [Theory]
    [InlineData("a.")]
    [InlineData("1,")]
    [InlineData("1,00,")]
    [InlineData("x'")]
    [InlineData("e\u0301")]
    [InlineData("𝐁")]
    public void Long_repetition_takes_linear_time(string unit)
    {
        var spans = new List<TextSpan>();
        Tokenizer.Tokenize(string.Concat(Enumerable.Repeat(unit, 1_000_000)), spans);
        Assert.All(spans, span => Assert.True(span.Length > 0));
    }
}
