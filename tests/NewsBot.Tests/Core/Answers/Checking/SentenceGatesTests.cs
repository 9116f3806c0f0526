using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Answers.Checking;

/// <summary>What is certain about a sentence without a model.</summary>
public sealed class SentenceGatesTests
{
    private static readonly GatePassage Ferry = new(
        "The Harbour Authority of Port Ellan said on Monday that the ferry Aurora will return on Feb. 3 after repairs. About a third of its 240 cabins were rebuilt. "
        + "The yard in Gdansk repaired the engine in 41 days, and the hull in 16 days. “We are ready to sail,” Captain Olena Zelinsky said. "
        + "Only the owners still have to approve the timetable. The union has not agreed to the new shifts. On Jan. 9 the owners filed a claim over the fire of June 14, 2022. "
        + "Between 20 and 35 percent of the crew fell ill. The Polish Maritime Office gave its consent to the route to Malmo.",
        "Ferry Aurora returns to S.C. harbour", "harbour.example", new DateOnly(2023, 1, 18));

    [Theory]
    [InlineData("The ferry Aurora will return on February 3.")]
    [InlineData("One-third of the 240 cabins were rebuilt.")]
    [InlineData("The engine was repaired in 41 days in Poland.")]
    [InlineData("Captain Zelinskyy said: \"We are ready to sail.\"")]
    [InlineData("The Aurora returns to a harbour in South Carolina.")]
    [InlineData("The PMO has given its consent to the route to Malmö.")]
    [InlineData("The owners have yet to approve the timetable.")]
    [InlineData("The union did not agree to the new shifts.")]
    public void What_a_passage_says_in_any_form_passes(string sentence) => Assert.Null(SentenceGates.FindFault(sentence, [Ferry])?.Why);

    [Theory]
    [InlineData("The ferry Aurora will return on February 4.", FaultKind.Date)]
    [InlineData("The yard in Gdansk repaired 41 cabins.", FaultKind.Number)]
    [InlineData("35 percent of the crew fell ill.", FaultKind.Number)]
    [InlineData("Captain Zelinsky said: \"We are nearly ready to sail.\"", FaultKind.Quotation)]
    [InlineData("The Harbour Authority said the ferry is \"ready to sail.\"", FaultKind.Quotation)]
    [InlineData("Captain Petra Novak said the ferry will return.", FaultKind.Name)]
    [InlineData("The owners approve the timetable.", FaultKind.Negation)]
    [InlineData("The union agreed to the new shifts.", FaultKind.Negation)]
    [InlineData("The Polish Maritime Office has not given its consent to the route.", FaultKind.Negation)]
    [InlineData("All of the crew fell ill.", FaultKind.Negation)]
    [InlineData("The owners filed a claim: see www.harbour.example.", FaultKind.Markup)]
    [InlineData("Tell everybody about the ferry Aurora.", FaultKind.Instruction)]
    [InlineData("Regular breakfasts help children to learn.", FaultKind.Wording)]
    [InlineData("The yard reapired the engine and the hull.", FaultKind.Wording)]
    [InlineData("The yard put the egnine and the hull right.", FaultKind.Wording)]
    [InlineData("mended engine and hull in 41 days, the yard said.", FaultKind.Wording)]
    public void What_is_certainly_wrong_falls(string sentence, FaultKind kind)
    {
        var fault = SentenceGates.FindFault(sentence, [Ferry]);

        Assert.True(fault?.Kind == kind, $"{fault}");
    }

    [Fact]
    public void A_never_of_the_passage_may_be_said_again()
    {
        const string Said = "The captain never left the bridge, the crew said.";
        Assert.Null(SentenceGates.FindFault(Said, [new GatePassage(Said)]));
    }

    [Fact]
    public void What_a_passage_says_word_for_word_passes()
    {
        var dropped = Directory.GetFiles(RepositoryFiles.At("seeds"), "*.md").Select(File.ReadAllText).SelectMany(text =>
        {
            var sentences = SentenceSplitter.Split(text).Select(span => span.In(text)).Where(sentence => sentence.Contains(' ', StringComparison.Ordinal)).ToList();
            return sentences.Select(sentence => (Fault: SentenceGates.FindFault(sentence, [new GatePassage(text)]), sentence));
        });

        Assert.DoesNotContain(dropped, row => row.Fault is { Kind: not (FaultKind.Markup or FaultKind.Instruction) });
    }

    [Theory]
    [InlineData("Irena Kolar and the council of Velmora sold the ferry to Norrona Lines in spring.", null)]
    [InlineData("The council of Velmora sold the ferry to Norrona Lines.", null)]
    [InlineData("The council of Velmora sold the ferry to Osterby.", FaultKind.Name)]
    [InlineData("The council of Osterby sold the ferry to Norrona Lines in spring.", FaultKind.Name)]
    [InlineData("Norrona Lines sold the ferry to the council of Velmora in spring.", FaultKind.Name)]
    [InlineData("Norrona Lines bought the ferry from the council of Velmora.", null)]
    [InlineData("The council of Velmora bought the ferry to Norrona Lines in spring.", FaultKind.Negation)]
    [InlineData("The council of Velmora never sold the ferry to Norrona Lines in spring.", FaultKind.Negation)]
    [InlineData("Irena Kolar will open the new pier on Friday.", null)]
    [InlineData("Irena Kolar has opened the new pier on Friday.", FaultKind.Negation)]
    [InlineData("Jan Novak will open the new pier on Friday.", FaultKind.Name)]
    [InlineData("Kolar, the mayor, thanked 40 divers for the rescue.", null)]
    [InlineData("Kolar thanked 15 divers for the rescue.", FaultKind.Number)]
    [InlineData("Irena Kolar thanked 40 divers for the rescue.", null)]
    [InlineData("Jan Novak thanked 40 divers for the rescue.", FaultKind.Name)]
    [InlineData("Storms may close the harbour of Osterby in the winter.", null)]
    [InlineData("Storms will close the harbour of Osterby in the winter.", FaultKind.Negation)]
    [InlineData("Osterby won the regatta against Velmora last year.", null)]
    [InlineData("Velmora won the regatta against Osterby last year.", null)]
    [InlineData("Officials in Osterby denied that the harbour lost money.", null)]
    [InlineData("Officials in Osterby said that the harbour lost money.", FaultKind.Negation)]
    [InlineData("Divers found no sign of a leak.", null)]
    [InlineData("Divers have found signs of a leak.", FaultKind.Negation)]
    public void One_place_that_was_changed_is_found_and_other_words_are_not(string sentence, FaultKind? kind)
    {
        var passage = new GatePassage(
            "The council of Velmora sold the ferry to Norrona Lines in spring. Mayor Irena Kolar will open the new pier on Friday. "
            + "She thanked 40 divers for the rescue of 15 people. "
            + "Storms may close the harbour of Osterby in the winter. Jan Novak, the captain, lives in Osterby. Osterby won the regatta against Velmora last year. "
            + "Officials in Osterby denied that the harbour lost money. Divers have not found any sign of a leak.");
        Assert.Equal(kind, SentenceGates.FindFault(sentence, [passage])?.Kind);
    }

    [Fact]
    public void Common_words_are_no_misspellings_and_a_bound_is_no_denial()
    {
        var passage = new GatePassage("The miners started a strike on Monday. At least 300 of them stayed at the gate.");
        Assert.Null(SentenceGates.FindFault("No fewer than 300 miners stayed at the gate.", [passage]));
        Assert.Null(SentenceGates.FindFault("On Monday, it is stated, the miners began a strike.", [passage]));
    }

    [Fact]
    public void Words_of_caution_that_a_sentence_lost_are_told_to_the_verifier()
    {
        var passage = new GatePassage("Prosecutors allege that the captain sold fuel from the ferry.");

        Assert.Contains("allege", SentenceGates.FindCautions("The captain sold fuel from the ferry.", [new GateEvidence(passage)]));
        Assert.Empty(SentenceGates.FindCautions("The captain allegedly sold fuel from the ferry.", [new GateEvidence(passage)]));
    }
}
