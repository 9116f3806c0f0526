using NewsBot.Core.Answers.Checking;

namespace NewsBot.Tests.Core.Answers.Checking;

/// <summary>What a passage only alleges, what it gives no cause for, and who did what in it.</summary>
public sealed class ToldAsFactTests
{
    private static readonly GatePassage Harbour = new(
        "Two former guards accuse the harbour master of selling stolen fuel at night. Prosecutors allege that Petra Novak forged the log of the ferry. "
        + "The union filed a complaint over allegations of unpaid wages on the ferry Aurora. Boris Lem is suspected of cutting the mooring ropes. "
        + "The rescue boat arrived an hour late, two of the passengers claim. The owners reportedly hid the report of the inspectors from the crew. "
        + "The council plans to close the old lighthouse in June. The operator threatened to cancel all winter sailings. "
        + "The ferry will return to Malby if the inspectors approve its engine. The harbour master has kept his post since 2019.");

    private static readonly GatePassage Strike = new(
        "Dockers at Port Ellan walked out on Monday. Fog closed the airport near the town for three hours. A nurse found the missing boy in the engine room. "
        + "A cook then called the coastguard. Anna Berg told reporters that Lem had betrayed her. "
        + "The ferry sank because a valve in the hull was left open. "
        + "The mayor resigned after the budget failed. Fares rose by a tenth, and passengers stayed away. "
        + "“The pier will be safe again before the summer season begins,” Jan Novak said. "
        + "Olga Petrenko asked the council for more money.");

    [Theory]
    [InlineData("The harbour master sold stolen fuel at night.")]
    [InlineData("Petra Novak forged the log of the ferry.")]
    [InlineData("Wages on the ferry Aurora were unpaid.")]
    [InlineData("Boris Lem cut the mooring ropes.")]
    [InlineData("The rescue boat arrived an hour late.")]
    [InlineData("The owners hid the report of the inspectors from the crew.")]
    [InlineData("The council closed the old lighthouse in June.")]
    [InlineData("The operator has cancelled all winter sailings.")]
    [InlineData("The ferry will return to Malby.")]
    public void What_is_only_alleged_planned_or_tied_to_a_condition_is_no_fact(string sentence) =>
        Assert.Equal(FaultKind.Certainty, SentenceGates.FindFault(sentence, [Harbour])?.Kind);

    [Theory]
    [InlineData("Two former guards accuse the harbour master of selling stolen fuel.")]
    [InlineData("The harbour master is accused of selling stolen fuel at night.")]
    [InlineData("Petra Novak allegedly forged the log of the ferry.")]
    [InlineData("The union filed a complaint over unpaid wages.")]
    [InlineData("Passengers say the rescue boat arrived an hour late.")]
    [InlineData("The council will close the old lighthouse in June.")]
    [InlineData("All winter sailings are at risk because the operator threatened to cancel them.")]
    [InlineData("The ferry will return to Malby if the inspectors approve it.")]
    [InlineData("The harbour master has been in his post since 2019.")]
    public void Who_says_who_alleges_it_or_that_it_is_planned_passes(string sentence) => Assert.Null(SentenceGates.FindFault(sentence, [Harbour])?.Why);

    [Theory]
    [InlineData("Dockers at Port Ellan walked out because fog closed the airport.", FaultKind.Cause)]
    [InlineData("Due to fog at the airport, dockers at Port Ellan walked out.", FaultKind.Cause)]
    [InlineData("Fog at the airport led to the walkout of dockers at Port Ellan.", FaultKind.Cause)]
    [InlineData("The mayor resigned because the budget failed.", FaultKind.Cause)]
    [InlineData("A valve in the hull was left open because the ferry sank.", FaultKind.Cause)]
    [InlineData("The ferry sank due to a valve that was left open in the hull.", null)]
    [InlineData("A valve that was left open caused the ferry to sink.", null)]
    [InlineData("The mayor resigned after the failure of the budget.", null)]
    public void A_cause_is_one_that_the_passage_names(string sentence, FaultKind? kind) => Assert.Equal(kind, SentenceGates.FindFault(sentence, [Strike])?.Kind);

    [Theory]
    [InlineData("A cook found the missing boy in the engine room.", FaultKind.Name)]
    [InlineData("Anna Berg said that she had betrayed Lem.", FaultKind.Name)]
    [InlineData("Olga Petrenko said the pier will be safe again before the summer season begins.", FaultKind.Quotation)]
    [InlineData("A nurse found the missing boy.", null)]
    [InlineData("Anna Berg said Lem betrayed her.", null)]
    [InlineData("Jan Novak said the pier will be safe again before the summer season begins.", null)]
    public void An_act_is_told_of_whoever_did_it(string sentence, FaultKind? kind) => Assert.Equal(kind, SentenceGates.FindFault(sentence, [Strike])?.Kind);

    [Theory]
    [InlineData("Lena Ost sank the tug in May.", FaultKind.Certainty)]
    [InlineData("The United States bought the dry dock at Osterby.", FaultKind.Certainty)]
    [InlineData("The plant at Osterby dumped oil in the bay.", FaultKind.Certainty)]
    [InlineData("Dora Warner burned the letters of the pilot.", FaultKind.Certainty)]
    [InlineData("Will Hale closed the plant near the old mill.", FaultKind.Certainty)]
    [InlineData("In May, 90 boats moored at the south pier.", FaultKind.Number)]
    [InlineData("Trawlers moored at the north pier.", null)]
    [InlineData("The report states that Lena Ost sank the tug in May.", null)]
    [InlineData("Will Hale may close the plant near the old mill.", null)]
    [InlineData("Will Hale plans to close the plant near the old mill.", null)]
    public void A_month_a_country_or_a_plant_is_no_word_of_doubt(string sentence, FaultKind? kind)
    {
        var passage = new GatePassage(
            "Prosecutors allege that Lena Ost sank the tug in May. The United States reportedly bought the dry dock at Osterby. "
            + "The plant at Osterby is suspected of dumping oil in the bay. Dora Warner is accused of burning the letters of the pilot. "
            + "Will Hale plans to close the plant near the old mill. In May up to 90 boats moored at the south pier. "
            + "Trawlers moored at the north pier in May if the lock was shut.");
        Assert.Equal(kind, SentenceGates.FindFault(sentence, [passage])?.Kind);
    }

    [Theory]
    [InlineData("Irena Kolar said that the fire spared Kolar's house above Osterby.")]
    [InlineData("Petra Novak told the court that the storm took the roof Novak's father mended.")]
    public void Whose_something_is_does_not_say_who_does_it(string sentence) => Assert.Null(SentenceGates.FindFault(sentence, [new GatePassage(
        "Irena Kolar said that the fire spared the house Kolar bought above Osterby. "
        + "Petra Novak told the court that the storm took the old Novak roof, which her father mended.")])?.Why);

    [Fact]
    public void A_condition_ties_nothing_that_the_sentence_says_in_other_words() => Assert.Null(SentenceGates.FindFault(
        "Bombardment has ceased.", [new GatePassage("The shelling of the port stopped at noon, and the ferry will sail if the wind drops.")])?.Why);

    [Theory]
    [InlineData("The mayor resigned on Monday because the budget failed.", FaultKind.Cause)]
    [InlineData("On Monday, due to fog at the airport, dockers at Port Ellan walked out.", FaultKind.Cause)]
    [InlineData("On Monday, because of a storm, the lighthouse of Malby went dark.", null)]
    [InlineData("The bridge fell because of a storm.", null)]
    public void What_names_the_cause_stands_between_it_and_the_effect(string sentence, FaultKind? kind) => Assert.Equal(kind, SentenceGates.FindFault(sentence, [new GatePassage(
        "The lighthouse of Malby went dark on Monday because of a storm. The bridge was brought down by a storm. "
        + "The mayor resigned on Monday after the budget failed for the third time. Dockers at Port Ellan walked out on Monday. "
        + "Fog closed the airport near the town for three hours.")])?.Kind);
}
