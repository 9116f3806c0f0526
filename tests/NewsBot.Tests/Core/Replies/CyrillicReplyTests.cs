using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Replies;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Replies;

public sealed class CyrillicReplyTests
{
    private static readonly MadeUpArchive Archive = new(
        MadeUpArchive.Article(
            "Завод у Корці варитиме мило",
            "Завод у Корці почне варити мило. Стару лінію закрили восени 2019 року. Нову лінію привезли з Литви. На заводі працюватимуть 130 людей. "
            + "Лінія коштувала 12 мільйонів гривень. Перші коробки відправлять до Ковеля. Директор Іван Гай обіцяє запах лаванди."),
        MadeUpArchive.Article(
            "Выдру Марту вернули в заповедник",
            "Выдра Марта, сбежавшая из заповедника, вернулась. Марта родилась в Туле шесть лет назад. Зверь пропал в ночь на 3 мая. Её заметили в сарае на улице Лесной. "
            + "За неделю выдра похудела на полтора килограмма."));

    [Theory]
    [InlineData("Звідки привезли нову лінію заводу в Корці?", "з Литви")]
    [InlineData("Куди відправлять перші коробки мила?", "до Ковеля")]
    [InlineData("Коли закрили стару лінію заводу?", "восени 2019 року")]
    [InlineData("Скільки людей працюватимуть на заводі в Корці?", "130 людей")]
    [InlineData("А скільки коштувала лінія заводу?", "12 мільйонів гривень")]
    [InlineData("Где родилась выдра Марта?", "в Туле")]
    [InlineData("Когда пропала выдра Марта?", "в ночь на 3 мая")]
    [InlineData("На сколько похудела выдра?", "полтора килограмма")]
    [InlineData("Хто обіцяє запах лаванди на заводі в Корці?", "Іван Гай")]
    [InlineData("Чи закрили стару лінію заводу в Корці?", "закрили восени")]
    [InlineData("Родилась ли выдра Марта в Туле?", "родилась в Туле")]
    public void The_sentence_with_the_value_that_is_asked_for_comes_first(string question, string value) =>
        Assert.Contains(value, Arranged(question).Candidate.Sentences[0].Text, StringComparison.Ordinal);

    [Fact]
    public void A_sentence_with_a_pronoun_keeps_the_one_before_it()
    {
        var sentences = Arranged("Где заметили сбежавшую выдру?").Candidate.Sentences;
        Assert.Contains(sentences.Take(2), sentence => sentence.Text.Contains("в сарае на улице Лесной", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Де стоїть депо?", "Депо стоїть на просп. Перемоги.", "на просп. Перемоги")]
    [InlineData("Куди везуть хворих коней?", "Хворих коней везуть до лікарні ім. Олени Гай.", "до лікарні ім. Олени Гай")]
    [InlineData("Где стоит депо?", "Депо стоит возле станции Вербовая.", "возле станции Вербовая")]
    public void A_place_is_whole_where_a_word_of_it_is_cut_short(string question, string body, string place)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("Новини", body));
        Assert.Equal(place, ReplyArranger.Arrange(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), archive.Ask(question)).CandidateShort);
    }

    [Theory]
    [InlineData("Скільки важить директор заводу в Корці?")]
    [InlineData("Сколько весит заповедник?")]
    public void Without_such_a_value_nothing_stands_alone_in_front(string question)
    {
        var reply = Arranged(question);
        Assert.Null(reply.CandidateShort);
    }

    [Fact]
    public void Who_did_it_is_told_by_the_sentence_that_says_what_was_done()
    {
        const string question = "Кто ведёт ремонт моста в Липках?";
        var archive = new MadeUpArchive(MadeUpArchive.Article(
            "В Липках закрыли мост", "Мост через реку Лаву в Липках закрыли на ремонт. Работы ведёт компания «Мостовик». Ремонт моста обойдётся в 5 миллионов."));
        var reply = ReplyArranger.Arrange(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), archive.Ask(question));
        Assert.StartsWith("Работы ведёт", reply.Candidate.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Кому належить млин у Липках?", "Млин у Липках згорів. Сторож Іван Рудий викликав пожежників. Збитки власник млина Юрко Гай оцінив у мільйон гривень.", "Юрко Гай")]
    [InlineData(
        "Кому принадлежит завод в Липках?", "Завод в Липках остановился. Директор Роман Шуба винит поставщика. Предприятие принадлежит холдингу «Лавские машины».",
        "«Лавские машины»")]
    public void Whose_it_is_is_told_by_the_sentence_that_says_who_owns_it(string question, string body, string owner)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("Новини", body));
        var reply = ReplyArranger.Arrange(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), archive.Ask(question));
        Assert.Contains(owner, reply.Candidate.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whether_it_is_so_is_told_by_the_sentence_that_has_the_word_for_it()
    {
        const string question = "Пострадал ли кто-нибудь в торговом центре в Липках?";
        var archive = new MadeUpArchive(MadeUpArchive.Article("Лось в Липках", "В торговый центр в Липках забежал лось. Он разбил витрину. Ни один человек не пострадал."));
        var reply = ReplyArranger.Arrange(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), archive.Ask(question));
        Assert.StartsWith("Ни один человек", reply.Candidate.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Кто утонул в озере Липки?", true)]
    [InlineData("Кто потушил пожар на озере Липки?", false)]
    public void Nobody_is_sure_who_did_what_no_sentence_tells(string question, bool lacksValue)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("Пожар на озере Липки", "На озере Липки горела лодка. Пожар тушили рыбак Иван Гай и его сын. Лодка цела."));
        Assert.Equal(lacksValue, ReplyArranger.Arrange(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), archive.Ask(question)).LacksValue);
    }

    [Fact]
    public void Other_questions_are_left_as_they_are()
    {
        const string question = "Хто обіцяє запах лаванди?";
        Assert.Equal(Archive.Ask(question).Candidate.Sentences[0].Text, Arranged(question).Candidate.Sentences[0].Text);
        Assert.False(Arranged(question).LacksValue);
    }

    private static Composition Arranged(string question) =>
        ReplyArranger.Arrange(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), Archive.Ask(question));
}
