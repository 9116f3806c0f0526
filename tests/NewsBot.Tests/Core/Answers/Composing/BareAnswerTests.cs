using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Text;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Composing;

/// <summary>Which stretches of a sentence stand in front of an answer by themselves.</summary>
public sealed class BareAnswerTests
{
    [Theory]
    [InlineData("What is the word of the year 2024 of the Harsk dictionary?", "The Harsk dictionary chose 'driftwood' as its word of the year 2024.", "2024")]
    [InlineData("What delayed the Varna ferry?", "The Varna ferry sailed late, because that shortage of fuel delayed it.", "that shortage")]
    [InlineData("Did the Varna ferry sail on Monday?", "The Varna ferry sailed on Monday with 300 guests.", "300 guests")]
    [InlineData("How much does the Varna ferry cost in euros?", "The Varna ferry costs 12.5% more than the bus, the company said.", "12.5%")]
    [InlineData("What did Rosa Lindt say about the ferry?", "Rosa Lindt said that the ferry of the two islands is too old to sail.", "the ferry of the two islands")]
    [InlineData("How many people died in the Varna flood?", "In the Varna flood 90 percent of the 252 people on the quay died.", "252")]
    [InlineData("Who is Rosa Lindt?", "The van in which Rosa Lindt came was found in a yard on Friday.", "The van")]
    public void A_stretch_that_is_no_answer_by_itself_is_quoted_with_its_sentence_only(string question, string told, string stretch)
    {
        var composition = Ask(question, told, stretch);

        Assert.Equal(told, composition.Candidate.Sentences[0].Text);
        Assert.Null(composition.CandidateShort);
    }

    [Theory]
    [InlineData("What is the word of the year 2024 of the Harsk dictionary?", "The Harsk dictionary chose 'driftwood' as its word of the year 2024.", "driftwood")]
    [InlineData("How much does the Varna ferry cost in euros?", "The Varna ferry costs 40 euros, the company said.", "40 euros")]
    [InlineData("What was the toll of the Varna storm?", "The toll of the Varna storm was 18, not 28 as we reported on Sunday.", "18")]
    [InlineData("Who is Rosa Lindt?", "Rosa Lindt, the head of the port authority, came on Friday.", "the head of the port authority")]
    public void What_answers_by_itself_stands_in_front(string question, string told, string stretch) =>
        Assert.Equal(stretch, Ask(question, told, stretch).CandidateShort);

    [Theory]
    [InlineData("How old is the captain of the Varna ferry?", "The 61-year-old captain of the Varna ferry went ashore.", "61-year-old", "61")]
    [InlineData("How old is the captain of the Varna ferry?", "The captain of the Varna ferry turned 61 years old.", "61 years old", "61")]
    [InlineData("Who is Rosa Lindt?", "Rosa Lindt, who heads the port authority, came on Friday.", "who heads the port authority", "heads the port authority")]
    [InlineData("Who steers the Varna ferry?", "On most days the harbour says that Mr. Lindt steers the Varna ferry, and Rosa Lindt likes it.", "Lindt", "Rosa Lindt")]
    [InlineData("Who steers the Varna ferry?", "On most days the harbour says that Mr. Lindt steers the Varna ferry, not Rosa Lindt or Omar Lindt.", "Lindt", "Lindt")]
    public void An_age_is_its_number_a_relative_clause_has_no_who_and_a_surname_is_the_full_name_that_the_reply_has(string question, string told, string stretch, string shown) =>
        Assert.Equal(shown, Ask(question, told, stretch).CandidateShort);

    [Theory]
    [InlineData("How many are missing after the Varna flood?", "The number of those missing after the Varna flood was lowered from 19 to 6.", "19", "6")]
    [InlineData("How many were missing before in the Varna flood?", "The number of those missing in the Varna flood was lowered from 19 to 6.", "19", "19")]
    [InlineData("How many died in the Varna flood?", "Officials had first said that 20 died in the Varna flood; the toll was later revised to 12.", "20", "12")]
    [InlineData("How many years must the Varna captain serve?", "A judge cut what the Varna captain must serve to 3 years from 5 years.", "5 years", "3")]
    [InlineData("What does a ticket for the Varna ferry cost?", "A ticket for the Varna ferry costs 9 euros, up from 7 euros.", "7 euros", "9 euros")]
    [InlineData("How many died in the Varna blast?", "Two more who were hurt in the Varna blast died on Friday, so that six died in all.", "Two", "six")]
    [InlineData("How many more died in the Varna blast?", "Two more died in the Varna blast.", "Two", "Two")]
    [InlineData("How many died in the Varna blast?", "Two more than in the Harsk blast died in the Varna blast.", "Two", "Two")]
    [InlineData("How many boats sank in the Varna flood?", "Officials first said that 20 boats sank in the Varna flood, and rescuers came.", "20", "20")]
    public void A_number_that_was_overtaken_gives_way_to_the_one_that_overtook_it(string question, string told, string stretch, string shown) =>
        Assert.Equal(shown, Ask(question, told, stretch).CandidateShort);

    [Theory]
    [InlineData("Which team won the Varna cup?", "The Comets won the Varna cup, and the Harsk Comets rejoiced.", "Comets", "Harsk Comets")]
    [InlineData("In which month does the Varna fair open?", "The Varna fair opens on June 27, the town said.", "June 27", "June")]
    [InlineData("On which day does the Varna fair open?", "The Varna fair opens on June 27, the town said.", "June 27", "June 27")]
    [InlineData("Which borough of Varna is the cheapest?", "Lower Asparuh is the cheapest borough of Varna.", "Lower Asparuh", "Lower Asparuh")]
    public void A_team_has_its_full_name_and_a_month_no_day(string question, string told, string stretch, string shown) =>
        Assert.Equal(shown, Ask(question, told, stretch).CandidateShort);

    [Theory]
    [InlineData("Which country's sailors built the Varna ferry?", "The Varna ferry was built by Cuban sailors in a year.", "Cuban", "Cuba")]
    [InlineData("Which country's sailors built the Varna ferry?", "The Varna ferry was built by Dutch sailors in a year.", "Dutch", "Dutch")]
    [InlineData("Which song opened the Varna fair?", "The Varna fair opened with \"The Lamps of the Old Quay\" on Monday.", "Lamps", "The Lamps of the Old Quay")]
    [InlineData("What opened the Varna fair?", "The Varna fair opened with “we want more Lamps” from the crowd.", "Lamps", "Lamps")]
    [InlineData("Which university trained the captain of the ferry?", "The captain of the ferry was trained at the University of Harsk in a year.", "Harsk", "University of Harsk")]
    [InlineData("What was the magnitude of the Varna earthquake?", "The Varna earthquake had a magnitude of 5.9, the office said.", "5.9", "5.9")]
    [InlineData("What was the magnitude of the Varna quake?", "A 5.9-magnitude quake shook Varna at noon, the office said.", "5.9", "5.9")]
    public void A_part_of_a_name_or_title_is_the_whole_a_people_its_country_and_a_magnitude_a_number(string question, string told, string stretch, string shown) =>
        Assert.Equal(shown, Ask(question, told, stretch).CandidateShort);

    [Theory]
    [InlineData("In how many hours did the Varna ferry sell out?", "The Varna ferry sold out in 24 hours, the company said.", "24 hours", "24")]
    [InlineData("For how many days does the Varna ferry rest?", "The Varna ferry begins a 21-day rest, the company said.", "21-day", "21")]
    [InlineData("How many miles does the Varna ferry sail?", "The Varna ferry sails 7 million miles, the company said.", "7 million miles", "7 million")]
    [InlineData("How long does the Varna ferry rest?", "The Varna ferry rests for 21 days, the company said.", "21 days", "21 days")]
    [InlineData("How many guests does the Varna ferry take?", "The Varna ferry takes 300 people, the company said.", "300 people", "300 people")]
    public void A_number_has_no_unit_where_the_question_has_it(string question, string told, string stretch, string shown) =>
        Assert.Equal(shown, Ask(question, told, stretch).CandidateShort);

    [Theory]
    [InlineData("Which bird lives on the Varna quay?", "On the Varna quay lives a pheasant-pigeon, the town said.", "pheasant", "pheasant-pigeon")]
    [InlineData("What closed the Varna quay?", "The Varna quay was closed by Covid-19 in spring.", "Covid", "Covid-19")]
    [InlineData("Who runs the Varna quay?", "The Varna quay is run by a Harsk-born pilot.", "Harsk", "Harsk")]
    [InlineData("In which state is the Varna quay?", "The Varna quay is in New York, the town said.", "York", "New York")]
    [InlineData("Which doctor opened the Varna quay?", "The Varna quay was opened by Dr. Omar Oz on Monday.", "Dr. Omar", "Dr. Omar Oz")]
    [InlineData("Which group opened the Varna quay?", "The Varna quay was opened by the “Lucky Five” on Monday.", "the “Lucky Five", "Lucky Five")]
    [InlineData("In which country is the Varna quay?", "The Varna quay is in Khartoum, the capital of Sudan.", "Khartoum", "Sudan")]
    [InlineData("Which band plays on the Varna quay?", "On the Varna quay plays Kool & The Gang on Monday.", "Kool", "Kool & The Gang")]
    [InlineData("Which probe left the Varna quay?", "The Varna quay was left by Voyager 1, a probe of 1977.", "Voyager", "Voyager 1")]
    [InlineData("Who steers the Varna ferry?", "On most days Rosa steers the Varna ferry, and nobody but Rosa Lindt may.", "Rosa", "Rosa Lindt")]
    public void A_stretch_is_whole_and_of_the_kind_that_is_asked_for(string question, string told, string stretch, string shown) =>
        Assert.Equal(shown, Ask(question, told, stretch).CandidateShort);

    [Theory]
    [InlineData("How many seats does the Varna ferry have?", "The Varna ferry of Rosa Lindt has 40 seats.", "Rosa Lindt", "40")]
    [InlineData("What was the toll of the Varna storm?", "The toll of the Varna storm was 18, not 28 as we reported on Sunday.", "28", "18")]
    [InlineData("How much does the Varna ferry cost in euros?", "The Varna ferry costs 45 euros, and not 54 euros, as was first announced.", "54 euros", "45 euros")]
    [InlineData("How many people died in the Varna flood?", "In the Varna flood four of the 60 people on the quay died.", "60 people", "four")]
    public void When_the_best_stretch_may_not_stand_alone_the_next_best_does_but_is_not_sure(string question, string told, string stretch, string shown)
    {
        var composition = Ask(question, told, stretch);

        Assert.Equal(shown, composition.CandidateShort);
        Assert.True(composition.ShortConfidence < AnswerModel.WithReader.ShortThreshold);
    }

    [Theory]
    [InlineData("Скільки коштує дах школи в Липках?", "Дах школи в Липках коштує 8 мільйонів гривень, повідомила директорка.", "8", "8 мільйонів")]
    [InlineData("Скільки коштує дах школи в Липках?", "Дах школи в Липках коштує 2,7 млн гривень, повідомила директорка.", "7 млн гривень", "2,7 млн гривень")]
    [InlineData("Скільки зерна зібрали в Липках?", "У Липках зібрали 14 тис. тонн зерна, сказала агрономка.", "14", "14 тис.")]
    [InlineData("На скільки зросли тарифи в Липках?", "Тарифи в Липках зросли на 6 відсотків, сказав мер.", "6", "6 відсотків")]
    [InlineData("Сколько людей живёт в Липках?", "В Липках живёт полтора миллиона людей, сообщила мэрия.", "полтора", "полтора миллиона")]
    [InlineData("Скільки гостей приїхало до Липок?", "До Липок приїхало 12 500 гостей, сказав мер.", "500 гостей", "12 500 гостей")]
    [InlineData("How much does the Varna ferry cost?", "The Varna ferry costs 4.5 million euros, the company said.", "5 million euros", "4.5 million euros")]
    [InlineData("How much does the Varna ferry cost?", "The Varna ferry costs 9 million euros, the company said.", "9", "9 million euros")]
    [InlineData(
        "How long did the repair of the Varna ferry last?", "The repair of the Varna ferry lasted 2 years and 40 days, the company said.", "2 years", "2 years and 40 days")]
    [InlineData("Де стоїть новий театр Липок?", "Новий театр Липок стоїть на просп. Садовий, сказав архітектор.", "Садовий", "просп. Садовий")]
    public void A_part_of_a_number_or_of_a_name_never_stands_for_the_whole(string question, string told, string stretch, string whole) =>
        Assert.Equal(whole, Ask(question, told, stretch).CandidateShort);

    [Fact]
    public void What_is_no_number_is_not_the_answer_to_how_many_in_Ukrainian() =>
        Assert.Null(Ask("Скільки автобусів купила громада Липок?", "Громада Липок купила тридцять нових автобусів.", "нових").CandidateShort);

    private static Composition Ask(string question, string told, string stretch) =>
        new MadeUpArchive(MadeUpArchive.Article("News of the day", told)).Ask(question, reader: new StretchReader(stretch));

    /// <summary>Takes one stretch for the answer, wherever it stands.</summary>
    private sealed class StretchReader(string stretch) : IWindowReader
    {
        public IReadOnlyList<WindowReading> Read(string question, IReadOnlyList<TextWindow> windows) =>
            [.. windows.Select(window => new WindowReading(9, [.. window.Sentences.Select(Judge)]))];

        private SentenceJudgement Judge(string sentence) =>
            sentence.IndexOf(stretch, StringComparison.Ordinal) is >= 0 and var at
                ? new SentenceJudgement(9, 9, new TextSpan(at, at + stretch.Length))
                : new SentenceJudgement(-9, -9, new TextSpan(0, 0));
    }
}
