using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Core.Replies;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Composing;

public sealed class CyrillicEvidenceTests
{
    private static readonly MadeUpArchive Train = new(
        MadeUpArchive.Article(
            "Потяг зупинився біля Сарн",
            "Потяг до Риги зійшов з рейок біля Сарн. Аварію потяга спричинила тріщина в рейці. Ремонт колії коштуватиме 40 мільйонів гривень. "
            + "Рух відновлять у вівторок. Пасажирів довезли до вокзалу автобусами."),
        MadeUpArchive.Article("Краківські торги", "Торги почалися у Кракові зранку. Закрили їх через спеку. Продали сорок картин."));

    private static readonly MadeUpArchive Fire = new(MadeUpArchive.Article(
        "Пожар в порту", "Пожар в порту начался из-за короткого замыкания. Тушили его девять часов. Порт закрыт до 5 июня. Пострадавших нет."));

    [Theory]
    [InlineData("Що спричинило аварію потяга?", "тріщина в рейці")]
    [InlineData("Яка причина аварії потяга?", "тріщина в рейці")]
    [InlineData("Чому закрили краківські торги?", "спеку")]
    public void The_cause_stands_in_front(string question, string cause) => Assert.Equal(cause, Arranged(Train, question).CandidateShort);

    [Fact]
    public void In_russian_too() => Assert.Equal("короткого замыкания", Arranged(Fire, "Из-за чего начался пожар в порту?").CandidateShort);

    [Theory]
    [InlineData("Чому закрили торги в Кракові?")]
    [InlineData("Коли почалися краківські торги?")]
    [InlineData("Краківські торги")]
    public void A_place_and_its_adjective_are_one_name(string question) => Assert.NotEqual(RefusalKind.NameMissing, Arranged(Train, question).Refusal.Kind);

    [Fact]
    public void A_word_like_the_surname_s_stem_is_not_the_surname()
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("Парк", "У парку посадили дуби. Дуже зелений дах школи видно здалеку."));
        Assert.Equal(RefusalKind.NameMissing, Arranged(archive, "Де був Зеленський у парку?").Refusal.Kind);
    }

    private static NewsBot.Core.Answers.Composing.Composition Arranged(MadeUpArchive archive, string question) =>
        ReplyArranger.Arrange(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), archive.Ask(question));
}
