using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;
using NewsBot.Core.Replies;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Replies;

public sealed class ReplyArrangerTests
{
    private const string HowMany = "How many people did the landslide in Orvik kill?";

    [Fact]
    public void The_newest_toll_comes_first_and_says_as_of_when_it_is()
    {
        var answer = Ask(
            HowMany,
            Article("Landslide in Orvik kills 4", "A landslide in Orvik killed 4 people on Saturday, the police said. Rain goes on.", "2024-06-01"),
            Article("Landslide in Orvik: death toll rises to 9", "The landslide in Orvik has killed 9 people, the police said, after two died in hospital.", "2024-06-03"));

        Assert.Equal([SentenceLead.AsOf, SentenceLead.Earlier], answer.Sentences.Select(sentence => sentence.Lead));
        Assert.StartsWith("As of 3 Jun 2024 (Fjord Post): The landslide in Orvik has killed 9 people", AnswerText.Of(answer), StringComparison.Ordinal);
        Assert.Contains("Earlier, 1 Jun 2024 (Fjord Post): A landslide in Orvik killed 4", AnswerText.Of(answer), StringComparison.Ordinal);
        Assert.Empty(CitationCheck.Run(answer).Dropped);
    }

    [Fact]
    public void A_sum_of_money_that_grew_is_told_as_of_its_day()
    {
        var answer = Ask(
            "How much money has the appeal for the lighthouse of Skeld raised?",
            Article("Appeal for the lighthouse of Skeld begins", "The appeal for the lighthouse of Skeld has raised 5,000 euros, the keeper said.", "2024-05-12"),
            Article("Lighthouse of Skeld: appeal passes 8,000 euros", "The appeal for the lighthouse of Skeld has raised 8,000 euros, the keeper said on Monday.", "2024-06-03"));

        Assert.Equal(SentenceLead.AsOf, answer.Sentences[0].Lead);
        Assert.Contains("8,000", answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_of_one_time_that_differ_are_both_given()
    {
        var answer = Ask(
            "How many people were injured in the tram crash in Lunde?",
            Article("Tram crash in Lunde injures 11", "A tram crash in Lunde injured 11 people on Monday, the hospital said.", "2024-06-03", "Fjord Post"),
            Article("Tram crash in Lunde injures 17", "A tram crash in Lunde injured 17 people on Monday, the mayor said.", "2024-06-03", "Evening Star"));

        Assert.All(answer.Sentences, sentence => Assert.Equal(SentenceLead.Report, sentence.Lead));
        Assert.StartsWith(AnswerText.Differ, AnswerText.Of(answer), StringComparison.Ordinal);
        Assert.Contains("Evening Star, 3 Jun 2024: ", AnswerText.Of(answer), StringComparison.Ordinal);
        Assert.Contains("Fjord Post, 3 Jun 2024: ", AnswerText.Of(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Скільки людей загинуло внаслідок зсуву в Липках?",
        "Зсув у Липках", "Зсув у Липках забрав життя 4 людей, повідомили рятувальники. Дощ не вщухає.",
        "Зсув у Липках: загиблих більше", "Кількість загиблих унаслідок зсуву в Липках зросла до 9, повідомили рятувальники. Раніше повідомлялося про 4 загиблих.")]
    [InlineData(
        "Скільки людей поранено внаслідок аварії в Липках?",
        "Аварія в Липках", "Унаслідок аварії в Липках поранено троє людей, сказав лікар.",
        "Аварія в Липках: нові дані", "Унаслідок аварії в Липках 7 людей поранено, сказав лікар. Спершу йшлося про трьох.")]
    [InlineData(
        "Сколько человек погибло при пожаре в Липках?",
        "Пожар в Липках", "При пожаре в Липках погибли 4 человека, сообщили спасатели.",
        "Пожар в Липках: новые данные", "Число погибших при пожаре в Липках выросло до 9, сообщили спасатели. Ранее сообщалось о 4 погибших.")]
    [InlineData(
        "Скільки людей загинуло внаслідок вибуху в Липках?",
        "Вибух у Липках", "Унаслідок вибуху в Липках загинули семеро людей, сказав лікар.",
        "Вибух у Липках: загиблих більше", "Кількість загиблих унаслідок вибуху в Липках зросла до одинадцяти, сказав лікар.")]
    [InlineData(
        "Скільки шахтарів загинуло внаслідок обвалу в Липках?",
        "Обвал у Липках", "Унаслідок обвалу в Липках загинули троє шахтарів, сказав лікар.",
        "Обвал у Липках: загиблих більше", "Кількість загиблих унаслідок обвалу в Липках зросла з трьох до п’яти, сказав лікар.")]
    [InlineData(
        "How many people are missing after the flood in Orvik?",
        "Flood in Orvik", "Nineteen people are missing after the flood in Orvik, the police said.",
        "Flood in Orvik: fewer missing", "The number of people missing after the flood in Orvik fell from 19 to 6, the police said.")]
    [InlineData(
        "How many people are missing after the flood in Orvik?",
        "Flood in Orvik", "Nineteen people are missing after the flood in Orvik, the police said.",
        "Orvik: all found", "All nineteen campers who were missing after the flood in Orvik have been found, the police said.")]
    [InlineData(
        "Скільки людей загинуло внаслідок зсуву в Липках?",
        "Зсув у Липках", "Внаслідок зсуву в Липках загинула одна людина, повідомили рятувальники.",
        "Зсув у Липках: загиблих більше", "Кількість загиблих унаслідок зсуву в Липках зросла до чотирьох, повідомили рятувальники.")]
    [InlineData(
        "Wie viele Menschen starben bei dem Erdrutsch in Orvik?",
        "Erdrutsch in Orvik", "Bei dem Erdrutsch in Orvik sind mindestens 4 Menschen ums Leben gekommen, sagte die Polizei.",
        "Erdrutsch in Orvik: mehr Tote", "Die Zahl der Toten nach dem Erdrutsch in Orvik ist von 4 auf 9 gestiegen, sagte die Polizei.")]
    [InlineData(
        "Combien de morts dans le glissement de terrain à Orvik ?",
        "Glissement de terrain à Orvik", "Le glissement de terrain à Orvik a fait au moins quatre morts, selon la police.",
        "Orvik : le bilan s'alourdit", "Le bilan du glissement de terrain à Orvik s'alourdit à 9 morts, selon la police.")]
    [InlineData(
        "¿Cuántas personas murieron en el derrumbe de Orvik?",
        "Derrumbe en Orvik", "Al menos 4 personas murieron en el derrumbe de Orvik, dijo la policía. Las escuelas del pueblo están cerradas.",
        "Derrumbe en Orvik: sube la cifra", "La cifra de muertos por el derrumbe de Orvik sube a 9, dijo la policía. Las escuelas del pueblo están cerradas.")]
    [InlineData(
        "Quanti morti ha causato la frana di Orvik?",
        "Frana a Orvik", "La frana di Orvik ha causato almeno 4 morti, ha detto la polizia.",
        "Orvik: sale il bilancio", "Sale a 9 morti il bilancio della frana di Orvik, ha detto la polizia.")]
    [InlineData(
        "Ile osób zginęło w osuwisku w Orvik?",
        "Osuwisko w Orvik", "W osuwisku w Orvik zginęło co najmniej 4 osób, podała policja.",
        "Orvik: więcej ofiar", "Liczba ofiar osuwiska w Orvik wzrosła do 9, podała policja.")]
    [InlineData(
        "Orvik heyelanında kaç kişi öldü?",
        "Orvik heyelanında 4 ölü", "Orvik heyelanında en az 4 kişi öldü, polis açıkladı.",
        "Orvik heyelanında 9 ölü", "Orvik heyelanında ölenlerin sayısı 4’ten 9’a yükseldi, polis açıkladı.")]
    public void The_newest_toll_comes_first_in_other_languages(string question, string title, string text, string laterTitle, string laterText)
    {
        var answer = Ask(question, Article(title, text, "2024-06-01"), Article(laterTitle, laterText, "2024-06-03"));

        Assert.Equal([SentenceLead.AsOf, SentenceLead.Earlier], answer.Sentences.Select(sentence => sentence.Lead));
        Assert.StartsWith(answer.Sentences[0].Text, laterText, StringComparison.Ordinal);
        Assert.Empty(CitationCheck.Run(answer).Dropped);
    }

    [Theory]
    [InlineData("Did the mayor of Orvik resign?", "The mayor of Orvik resigned. The paper has since withdrawn the report, which was false.")]
    [InlineData("Has the bridge of Lunde closed?", "The bridge of Lunde has closed. The council later took this announcement back.")]
    [InlineData("Did the ferry of Lunde sink?", "The ferry of Lunde sank. The claim turned out to be a hoax.")]
    public void What_was_withdrawn_is_no_yes(string question, string text) => Assert.Null(Ask(question, Article("From the region", text, "2024-06-03")).Verdict);

    [Theory]
    [InlineData("The army of Norby has withdrawn its guns, reports say.")]
    [InlineData("The mayor spoke of false claims, and said that this is wrong.")]
    public void Another_withdrawal_or_an_opinion_takes_no_yes_away(string more) =>
        Assert.True(Ask("Has Norby signed the treaty?", Article("From the region", "Norby has signed the treaty. " + more, "2024-06-03")).Verdict);

    [Theory]
    [InlineData("Rescuers hope that all nineteen people missing after the flood in Orvik will be found.")]
    [InlineData("Not all people missing after the flood in Orvik have been found, the police said.")]
    [InlineData("All but two of the people missing after the flood in Orvik have been found, the police said.")]
    public void Who_is_still_sought_is_not_found(string later) => Assert.Contains(
        "Nineteen",
        Ask(
            "How many people are missing after the flood in Orvik?",
            Article("Flood in Orvik", "Nineteen people are missing after the flood in Orvik, the police said.", "2024-06-01"),
            Article("Search in Orvik", later, "2024-06-03")).Sentences[0].Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "How many people were arrested over the theft in Orvik?", "Police arrested 12 people over the theft of statues in Orvik.",
        "Another four people were arrested over the theft of statues in Orvik, bringing the total number of arrests to 16.", "to 16")]
    [InlineData(
        "How many sailors are missing after the storm off Orvik?", "Three sailors are missing after the storm off Orvik, the coast guard said.",
        "Two sailors were found alive after the storm off Orvik. One sailor is still missing, the coast guard said.", "One sailor")]
    public void A_total_and_the_one_who_is_still_missing_are_the_newest(string question, string before, string after, string newest)
    {
        var answer = Ask(question, Article("News of Orvik", before, "2024-06-01"), Article("More news of Orvik", after, "2024-06-03"));
        Assert.Equal(SentenceLead.AsOf, answer.Sentences[0].Lead);
        Assert.Contains(newest, answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dead_of_something_else_in_the_same_town_are_no_newer_toll() => Assert.Contains(
        "7 people",
        Ask(
            "How many people did the storm in Orvik kill?",
            Article("Storm in Orvik", "The storm in Orvik killed 7 people, the police said.", "2024-06-01"),
            Article("Lorry in Orvik", "A lorry killed 9 people in Orvik on Monday, the police said.", "2024-06-03")).Sentences[0].Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("How many years must Per Strand spend in prison?", "14 years")]
    [InlineData("How many years did Per Strand have to spend in prison at first?", "18")]
    public void Of_a_value_that_one_sentence_changes_the_later_one_stands_in_front_unless_the_first_is_asked_for(string question, string value) => Assert.Equal(
        value,
        Arrange(
            question,
            Article("Court in Lunde", "A court in Lunde reduced what Per Strand must spend in prison from 18 years to 14 years.", "2024-06-03")).CandidateShort);

    [Fact]
    public void What_a_correction_gives_comes_first_and_in_the_place_of_what_it_takes_back() => Assert.StartsWith(
        "Coastline runs 14 ferries",
        Ask(
            "How many ferries does Coastline run?",
            Article(
                "Coastline buys boats",
                "Coastline runs 40 ferries. The boats of Coastline are old. Three ferries are to be sold.\n\nCorrection: Coastline runs 14 ferries, not 40, as we said.",
                "2024-06-03")).Sentences[0].Text.Replace("Correction: ", "", StringComparison.Ordinal),
        StringComparison.Ordinal);

    [Fact]
    public void A_number_of_another_place_in_the_same_words_is_not_compared() => Assert.All(
        Ask(
            "How many people were injured in the train crash at Dalby?",
            Article("Train crash at Dalby", "Two trains crashed at Dalby on Wednesday, and 21 people were injured.", "2024-06-01"),
            Article("Second train crash in a week", "Two trains crashed at Orvik on Monday, and 35 people were injured. Dalby saw the first.", "2024-06-06")).Sentences,
        sentence => Assert.Equal(SentenceLead.None, sentence.Lead));

    [Fact]
    public void A_number_that_was_told_on_the_first_day_is_not_the_newest()
    {
        var answer = Ask(
            "How many people were injured in the tram crash in Lunde?",
            Article("Tram crash in Lunde", "A tram crash in Lunde injured 11 people on Monday, the mayor said.", "2024-06-01"),
            Article("Tram crash in Lunde: more injured", "The tram crash in Lunde injured 17 people, the mayor said on Tuesday.", "2024-06-02"),
            Article("A week after the tram crash", "On the first evening it was said that the tram crash in Lunde injured 11 people.", "2024-06-09"));
        Assert.Contains("17 people", answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tolls_of_two_events_are_not_compared() => Assert.All(
        Ask(
            HowMany,
            Article("Landslide in Orvik kills 4", "A landslide in Orvik killed 4 people on Saturday, the police said. Rain goes on.", "2024-06-01"),
            Article("Fire in Dalby kills 9", "A fire in a hotel of Dalby killed 9 people, the police said. The landslide in Orvik is another matter.", "2024-06-03")).Sentences,
        sentence => Assert.Equal(SentenceLead.None, sentence.Lead));

    [Theory]
    [InlineData(
        "How many innings did Marta Lind pitch in the Skar series?",
        "Lind pitches again in the Skar series", "Marta Lind pitched in Game 5 of the Skar series on Saturday, as the coach had planned.",
        "Lind opens the Skar series", "Marta Lind pitched in Game 4 of the Skar series, her parents said.")]
    [InlineData(
        "How many innings did Marta Lind pitch in the Skar series?",
        "Lind pitches again in the Skar series", "Marta Lind, who pitched in the Skar series, gave up 4 hits on Saturday.",
        "Lind opens the Skar series", "Marta Lind, who pitched in the Skar series, gave up 3 hits, her parents said.")]
    [InlineData(
        "How much is the new deal of Marta Lind worth?",
        "Lind signs a new deal", "The new deal of Marta Lind is worth 90 million euros, her club said.",
        "Brun looks at the deal of Lind", "The club has to pay Olga Brun soon, whose new deal is worth 60 million euros.")]
    [InlineData(
        "What percentage of the people of Norby has been vaccinated?",
        "Vaccines in Norby", "About two thirds of the people of Norby have been vaccinated, a report says.",
        "Vaccines in the north of Norby", "In the north 54% of the people have been vaccinated, a report says.")]
    public void Numbers_of_something_else_are_not_compared(string question, string title, string text, string earlierTitle, string earlierText) => Assert.All(
        Ask(question, Article(earlierTitle, earlierText + " Marta Lind has not spoken.", "2024-06-01"), Article(title, text + " It rained all day.", "2024-06-03")).Sentences,
        sentence => Assert.Equal(SentenceLead.None, sentence.Lead));

    [Theory]
    [InlineData("Did Marta Lind win the Skar race?", "Marta Lind won the Skar race on Tuesday.", true)]
    [InlineData("Will the council close the library in Odd Street?", "The council will not close the library in Odd Street, a speaker said.", false)]
    [InlineData("Has Norby signed the treaty?", "Norby has signed the treaty.", true)]
    [InlineData("Has Norby signed the treaty?", "Norby hasn't signed the treaty.", false)]
    [InlineData("Is there a bridge to the island of Skeld?", "There is no bridge to the island of Skeld.", false)]
    [InlineData("Is there a bridge to the island of Skeld?", "There is a bridge to the island of Skeld.", true)]
    [InlineData("Did Olga Brun beat Marta Lind?", "Marta Lind beat Olga Brun by four seconds.", null)]
    [InlineData("Has Norby signed the treaty?", "Norby plans that it has signed the treaty by May.", null)]
    [InlineData("Has Norby signed the treaty?", "Norby could have signed the treaty.", null)]
    [InlineData("Has Norby signed the treaty?", "Norby denied that it had signed the treaty.", null)]
    [InlineData("Did Norby sign the treaty?", "Norby will sign the treaty on Friday.", null)]
    [InlineData("Did Norby sign the treaty or reject it?", "Norby signed the treaty and did not reject it.", null)]
    public void Yes_or_no_is_said_only_where_a_sentence_says_so_plainly(string question, string sentence, bool? verdict) =>
        Assert.Equal(verdict, Ask(question, Article("From the region", sentence + " It rained all day.", "2024-06-03")).Verdict);

    [Theory]
    [InlineData("The fire in the mill of Hov began after a party. The cause was a broken heater, the police said.", "a broken heater")]
    [InlineData("The mill of Hov caught fire because of a broken heater. A party had been held before.", "a broken heater")]
    [InlineData("A broken heater caused the fire in the mill of Hov, the police said.", "A broken heater")]
    [InlineData("Inspectors traced the fire in the mill of Hov to a broken heater. A party had been held before.", "a broken heater")]
    [InlineData("A fire burned down the mill of Hov on Sunday. A broken heater started it, the police said.", "A broken heater")]
    [InlineData("The fire in the mill of Hov is out. A crowd started a collection for the miller.", null)]
    [InlineData("The fire in the mill of Hov broke out after a party on Sunday.", null)]
    [InlineData("The cause of the fire in the mill of Hov is not known. It began after a party.", null)]
    [InlineData("The fire in the mill of Hov did not spread, because the wind had turned.", null)]
    public void A_cause_is_the_short_answer_and_nothing_else_is(string body, string? cause)
    {
        var composition = Arrange("What caused the fire in the mill of Hov?", Article("Fire in the mill of Hov", body, "2024-06-03"));
        Assert.Equal(cause, composition.CandidateShort);
        Assert.Equal(cause is null, composition.LacksCause);
    }

    [Theory]
    [InlineData("What caused the flood in the mill of Hov?", "Inspectors say that a frozen pipe caused the flood in the mill of Hov.", "a frozen pipe")]
    [InlineData("Що спричинило пожежу на млині в Липках?", "Унаслідок пожежі на млині в Липках загинули двоє людей. Млин зачинили.", null)]
    [InlineData("Чому сталася пожежа на складі в Липках?", "На складі в Липках сталася пожежа. Кількість загиблих унаслідок пожежі зросла до трьох.", null)]
    public void Who_says_it_is_no_part_of_the_cause_and_the_event_no_cause_of_itself(string question, string body, string? cause) =>
        Assert.Equal(cause, Arrange(question, Article("Hov", body, "2024-06-03")).CandidateShort);

    [Theory]
    [InlineData(
        "How much will the tunnel of Hov cost?", "The railway estimates that the tunnel of Hov will cost 2.4 billion euros.",
        "The railway raised its estimate for the tunnel of Hov from 2.4 billion to 3.1 billion euros.", "3.1 billion")]
    [InlineData("When will the tunnel of Hov open?", "The tunnel of Hov is to open in 2031.", "The opening of the tunnel of Hov was put back to 2033.", "2033")]
    [InlineData("Скільки коштує кілограм гречки в Липках?", "Кілограм гречки в Липках коштує 42 гривні.", "Кілограм гречки в Липках подорожчав до 58 гривень.", "58 гривень")]
    public void A_value_that_a_later_article_changed_is_not_the_first_though_the_words_differ(string question, string before, string after, string value)
    {
        var answer = Ask(question, Article("Hov and Липки", before, "2024-05-10"), Article("Hov and Липки again", after, "2024-06-02"));
        Assert.Contains(value, answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stretch_of_time_is_no_change_of_a_day() => Assert.DoesNotContain(
        Ask(
            "When does the fair of Hov begin?", Article("Hov", "The fair of Hov begins on 3 December.", "2024-05-10"),
            Article("Hov again", "The fair of Hov, which begins soon, runs from 3 December to 9 December.", "2024-06-02")).Sentences,
        sentence => sentence.Lead == SentenceLead.AsOf);

    [Theory]
    [InlineData(
        "How much is a ticket for the Hov tram?", "A ticket for the Hov tram costs 3 crowns. Children ride for nothing.",
        "Parking in Hov rose from 3 to 5 crowns an hour. The tram stays as it is.")]
    [InlineData(
        "How much will the quay bridge in Hov cost?", "The quay bridge in Hov will cost 2 billion crowns. Work begins soon.",
        "The budget of Hov was raised from 2 billion to 3 billion crowns. The quay bridge was not in it.")]
    [InlineData(
        "How many people does the mill of Hov employ?", "The mill of Hov employs 300 people. It is old.",
        "If the strike goes on, the mill of Hov may cut its people from 300 to 120.")]
    [InlineData("How many residents has Hov?", "Hov has 5,000 residents.", "The number of residents of Hov could fall from 5,000 to 3,500 by 2050.")]
    public void A_change_of_something_else_in_the_same_town_changes_nothing(string question, string before, string after) => Assert.DoesNotContain(
        Ask(question, Article("Plans", before, "2024-05-10"), Article("Money", after, "2024-06-02")).Sentences, sentence => sentence.Lead == SentenceLead.AsOf);

    [Fact]
    public void The_value_at_first_is_told_where_it_is_asked_for() => Assert.DoesNotContain(
        Ask(
            "How much did the tunnel of Hov cost at first?", Article("Hov", "The tunnel of Hov will cost 2.4 billion crowns.", "2024-05-10"),
            Article("Hov again", "The railway raised its estimate for the tunnel of Hov from 2.4 billion to 3.1 billion crowns.", "2024-06-02")).Sentences,
        sentence => sentence.Lead != SentenceLead.None);

    [Fact]
    public void A_toll_is_of_the_event_that_the_article_begins_with() => Assert.Contains(
        "34 people",
        Ask(
            "How many people died in the ferry disaster near Orvik island?",
            Article("Ferry sinks near Orvik island", "A ferry sank near Orvik island. At least 9 people died in the disaster, the coast guard said.", "2024-05-30"),
            Article(
                "Owner charged", "The owner of the ferry that sank near Orvik island was charged. All of the missing have been found; 34 people died in the disaster.",
                "2024-06-03")).Sentences[0].Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_list_is_given_with_all_its_items() => Assert.Equal(
        "Ghana, Kenya, Peru and Chile",
        Arrange(
            "Which countries signed the Brask accord?",
            Article("The Brask accord", "Ghana, Kenya, Peru and Chile signed the Brask accord on Monday.", "2024-06-03")).CandidateShort);

    [Theory]
    [InlineData("List the winners of the Brask regatta", null)]
    [InlineData("Who won the Brask regatta?", "Ana Holt")]
    public void One_name_is_no_list(string question, string? shown) => Assert.Equal(
        shown,
        Arrange(question, Article("The Brask regatta", "Ana Holt won the Brask regatta on Monday, ahead of the winners of last year.", "2024-06-03")).CandidateShort);

    [Theory]
    [InlineData("An earlier version of this article said that the roof of the school in Lunde would cost 30,000 crowns.")]
    [InlineData("This story originally reported that the roof of the school in Lunde would cost 30,000 crowns.")]
    [InlineData("A previous headline on this article said that the roof of the school in Lunde costs 30,000 crowns.")]
    [InlineData("Due to an editing error, this article gave the price of the roof of the school in Lunde as 30,000 crowns.")]
    public void What_a_correction_takes_back_is_no_evidence(string note)
    {
        var answer = Ask(
            "How much will the roof of the school in Lunde cost?",
            Article("School in Lunde gets a roof", "The school in Lunde gets a new roof for 30,000 crowns, the mayor said.", "2024-06-01"),
            Article(
                "Correction: school roof",
                note + " In fact the roof will cost 50,000 crowns.",
                "2024-06-03"));

        Assert.Contains("50,000", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Sentences, sentence => sentence.Text.Contains("30,000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_alone_is_no_evidence() => Assert.DoesNotContain(
        Ask("Who is the mayor of Lunde?", Article("Lunde", "Karin Holm\n\nThe mayor of Lunde, Per Strand, opened the bridge.\n\nBy Karin Holm", "2024-06-03")).Sentences,
        sentence => sentence.Text.Contains("Holm", StringComparison.Ordinal));

    private static NewsBot.Core.Articles.Article Article(string title, string body, string day, string outlet = "Fjord Post") =>
        MadeUpArchive.Article(title, body, day) with { Source = outlet };

    private static Answer Ask(string question, params NewsBot.Core.Articles.Article[] articles) => Arrange(question, articles).Candidate;

    private static Composition Arrange(string question, params NewsBot.Core.Articles.Article[] articles) =>
        ReplyArranger.Arrange(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), new MadeUpArchive(articles).Ask(question));
}
