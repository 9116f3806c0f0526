using static NewsBot.Tests.Host.Sources.Pages.MadeUpPages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class ShortArticleTests
{
    [Theory]
    [InlineData("橋の修理", "橋を修理する。", "工事は五月から。", "当サイトでは利用状況の分析などを行っております。詳しくは各種ご案内のページをご覧ください。ご不明な点はお問い合わせください。")]
    [InlineData("橋の修理", "橋を修理する。", "工事は五月から。", "川沿いの町では昨夜から雨が強まり、役場が住民に早めの避難を呼びかけた。水位は三メートルを超えた。")]
    [InlineData("다리 수리", "다리를 고친다.", "공사는 5월이다.", "본 사이트의 모든 콘텐츠는 저작권법의 보호를 받으며 무단 전재와 복사, 배포를 금지합니다. 발행인 김아무개, 등록번호 00000 입니다.")]
    [InlineData("桥梁维修", "大桥将维修。", "五月开工。", "版权所有，未经书面授权不得转载本站内容，违者将依法追究法律责任。欢迎各界人士来电来函提出宝贵意见和建议。")]
    [InlineData("橋樑維修", "大橋將維修。", "五月動工。", "本網站內容受著作權法保護，未經授權請勿轉載、複製或散布。客服專線請於上班時間來電，感謝您的支持與愛護。")]
    public void Two_short_sentences_below_the_headline_are_the_article(string title, string first, string second, string foot) => Assert.Equal(
        Body(first, second),
        Read(
            $"<div class='nav'><a href='/'>Top</a></div><div class='box'><h1>{title}</h1><p>{first}</p><p>{second}</p></div><div class='foot'><p>{foot}</p></div>",
            $"<title>{title}</title>").Body);

    [Fact]
    public void One_paragraph_of_two_sentences_is_one_too() => Assert.Equal(
        "七日朝、北町で地震があった。けが人はいない。",
        Read("<article><h1>地震</h1><p>七日朝、北町で地震があった。けが人はいない。</p></article>"
            + "<div class='foot'><p>当サイトでは利用状況の分析などを行っております。詳しくは各種ご案内のページをご覧ください。ご不明な点はお問い合わせください。</p></div>", "<title>地震</title>").Body);
}
