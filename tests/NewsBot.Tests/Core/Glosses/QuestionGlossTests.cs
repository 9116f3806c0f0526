using NewsBot.Core.Glosses;

namespace NewsBot.Tests.Core.Glosses;

public sealed class QuestionGlossTests
{
    [Theory]
    [InlineData("Хто такий Колар?", "Who is Kolar?")]
    [InlineData("Кто такая Колар?", "Who is Kolar?")]
    [InlineData("Що сталося в Орлі?", "What happened in Orli?")]
    [InlineData("Что произошло в Орле?", "What happened in Orle?")]
    [InlineData("Де відбудуться переговори?", "Where will talks take place?")]
    [InlineData("Коли відбудуться переговори в Стамбулі?", "When will talks take place in Istanbul?")]
    [InlineData("Когда состоятся переговоры в Стамбуле?", "When will talks take place in Istanbul?")]
    [InlineData("Що сказав Колар про війну?", "What did Kolar say about war?")]
    [InlineData("Что сказал Колар о войне?", "What did Kolar say about war?")]
    [InlineData("Чому Фінляндія вступила в НАТО?", "Why did Finland join NATO?")]
    [InlineData("Чи вступила Фінляндія до НАТО?", "Did Finland join NATO?")]
    [InlineData("Яка країна вступила в НАТО?", "Which country joined NATO?")]
    [InlineData("Хто президент Франції?", "Who is president of France?")]
    [InlineData("Скільки людей загинуло під час землетрусу?", "How many people died during earthquake?")]
    [InlineData("Скільки днів Колар дав Росії?", "How many days did Kolar give Russia?")]
    [InlineData("Скільки коштує злиття?", "How much does merger cost?")]
    [InlineData("Яка погода в Києві?", "What is weather in Kyiv?")]
    [InlineData("В якому місті відбулися вибори?", "In which city took place election?")]
    [InlineData("Де сіла Чандраян-3?", "Where did Chandraian-3 land?")]
    [InlineData("що нового про Україну", "What is new about Ukraine?")]
    [InlineData("последние новости", "Latest news")]
    [InlineData("підсумуй переговори у Стамбулі", "Summarise talks in Istanbul")]
    [InlineData("Хто створив Wordle?", "Who made Wordle?")]
    [InlineData("Чому закрили аеропорт Мюнхена?", "Why did airport of Munich close?")]
    [InlineData("Кому належить завод?", "Who owns plant?")]
    [InlineData("Чи постраждав хтось на судні?", "Did anyone injure on ship?")]
    [InlineData("Кого затримали?", "Whom did arrest?")]
    [InlineData("Хто переміг на виборах?", "Who won on election?")]
    [InlineData("Що сталося в гавані?", "What happened in harbour?")]
    [InlineData("Коли обстріляли Львів?", "When did Lviv attack?")]
    [InlineData("Хто керував дронами?", "Who flew drones?")]
    [InlineData("Хто очолив завод?", "Who led plant?")]
    [InlineData("Хто очолить завод?", "Who will lead plant?")]
    [InlineData("Чому провалилися переговори?", "Why did talks fail?")]
    [InlineData("Почему провалились переговоры в Стамбуле?", "Why did talks fail in Istanbul?")]
    [InlineData("Скільки фермерів оштрафували?", "How many farmers fined?")]
    [InlineData("Хто замовив феєрверк?", "Who ordered fireworks?")]
    [InlineData("Чому затримується літак?", "Why does plane delay?")]
    [InlineData("Хто піднявся на Колар?", "Who rose on Kolar?")]
    [InlineData("Які витрати банку?", "What is expenses bank?")]
    [InlineData("Яку винагороду пропонує музей?", "Which reward offer museum?")]
    [InlineData("Хто капітан порома, який сів на мілину?", "Who is captain ferry which ran aground?")]
    [InlineData("Куди прямував літак, на якому летів Колар?", "Where did plane head on which flew Kolar?")]
    [InlineData("Кто критик, которого уволили?", "Who is critics which dismissed?")]
    [InlineData("Коли збудований палац?", "When was palace built?")]
    [InlineData("Когда построена крепость?", "When was fortress built?")]
    [InlineData("Хто призначений тренером?", "Who was appointed coach?")]
    [InlineData("Де розташована лабораторія?", "Where was laboratory located?")]
    [InlineData("Чому слідчі обшукали мерію?", "Why did investigator search city hall?")]
    [InlineData("На скільки скоротили бюджет?", "By how much did budget reduce?")]
    [InlineData("Скільки гривень отримали пенсіонери?", "How many hryvnia got pensioners?")]
    public void A_question_is_put_into_English_words_in_the_order_of_an_English_question(string typed, string english)
    {
        var gloss = QuestionGloss.Of(typed);
        Assert.NotNull(gloss);
        Assert.Equal(english, gloss.Write(gloss.Unknown.ToDictionary(word => word, QuestionGloss.Romanise)));
    }

    [Fact]
    public void A_word_with_a_capital_inside_of_a_question_is_a_name_and_no_verb()
    {
        Assert.Equal(["Умеров"], QuestionGloss.Of("Кто такой Умеров?")!.Unknown);
        Assert.Equal("Who died?", QuestionGloss.Of("Хто умер?")!.Write(new Dictionary<string, string>()));
    }

    [Fact]
    public void The_first_word_is_no_name_by_its_capital_alone()
    {
        var gloss = QuestionGloss.Of("Брязкальця і Колар")!;
        Assert.Equal((false, true), (gloss.IsName("Брязкальця"), gloss.IsName("Колар")));
    }

    [Theory]
    [InlineData("Кто украсил ёлку?", "stole")]
    [InlineData("Хто зайняв перше місце?", "fire")]
    [InlineData("Де спали туристи?", "burn")]
    [InlineData("Хто згорнув програму?", "burn")]
    [InlineData("Хто посадив літак?", "plant")]
    [InlineData("Кто пожал руку мэру?", "complain")]
    [InlineData("Кто запросил помощь?", "invited")]
    [InlineData("Когда мэр окончил университет?", "window")]
    [InlineData("Хто помер у камері?", "camera")]
    [InlineData("Хто написав сценарій?", "stage")]
    [InlineData("Скільки дітей захворіли на вітрянку?", "wind")]
    [InlineData("Чому ліві програли вибори?", "Libya")]
    [InlineData("Хто така Анджела Рейнер?", "Rhine")]
    [InlineData("Що сказав Міланович?", "Milan say")]
    [InlineData("Яка черга у Краковці?", "Krakow")]
    [InlineData("На скільки скоротили бюджет?", "laid")]
    [InlineData("Куди перекинули війська?", "overturn")]
    [InlineData("Скільки дітей записалося до школи?", "record")]
    [InlineData("Скільки вантажів перевіз порт?", "lorries")]
    [InlineData("Хто відзначив прогрес?", "celebrated")]
    [InlineData("Хто висунув вимоги?", "nominated")]
    [InlineData("Коли виставили квартири на продаж?", "play")]
    [InlineData("хто така катерина лунд", "boat")]
    [InlineData("Хто замкнув учителя?", "castle")]
    [InlineData("Когда решение суда?", "ship")]
    [InlineData("когда обстреляли львов", "lion")]
    [InlineData("На каких страницах книги карта?", "country")]
    [InlineData("Хто очолить центр?", "price")]
    [InlineData("Чому очередний страйк?", "queue")]
    [InlineData("Коли стане тепло?", "was")]
    public void A_word_of_several_senses_is_not_told_in_the_rarer_one(string question, string sense)
    {
        var gloss = QuestionGloss.Of(question)!;
        Assert.DoesNotContain(sense, gloss.Write(gloss.Unknown.ToDictionary(word => word, QuestionGloss.Romanise)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Who is Umerov?")]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("ґхщ жжж")]
    public void What_is_not_in_Cyrillic_letters_or_is_all_unknown_has_no_gloss(string typed) => Assert.Null(QuestionGloss.Of(typed));

    [Fact]
    public void The_longest_question_in_any_Cyrillic_letters_is_glossed()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(i => new string((char)('\u0400' + (i % 256)), 1 + (i % 60)) + " про Київ"));
        var gloss = QuestionGloss.Of(text);
        Assert.NotNull(gloss);
        Assert.NotEmpty(gloss.Write(gloss.Unknown.ToDictionary(word => word, QuestionGloss.Romanise)));
    }
}
