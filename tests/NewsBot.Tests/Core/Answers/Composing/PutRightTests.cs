using NewsBot.Core.Answers.Composing;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Composing;

public sealed class PutRightTests
{
    [Theory]
    [InlineData("A previous version of this article misstated the price of the roof; it is 60,000 crowns, not 40,000.", "40,000.")]
    [InlineData("This article was amended on 3 June 2026 to correct the price to 60,000 crowns, rather than 40,000.", "40,000.")]
    [InlineData("This story has been corrected: the number of dead was nine, not 19.", "19.")]
    [InlineData("(Corrects price of the roof to 60,000 crowns from 40,000 crowns)", "from 40,000 crowns)")]
    [InlineData("Korrektur: Das Dach kostet 60.000 Kronen, nicht 40.000.", "40.000.")]
    [InlineData("Korrektur: Das Dach kostet nicht 40.000 Kronen, sondern 60.000.", "40.000 Kronen")]
    [InlineData("Виправлено: дах коштує 60 тисяч, а не 40.", "40.")]
    [InlineData("An earlier version of this article said that nine were hurt; it was 19.", null)]
    [InlineData("An earlier version of this article said that 9 were hurt; it was 19.", "An earlier version of this article said that 9 were hurt")]
    [InlineData("Correction: The roof will cost 60,000 crowns.", "")]
    [InlineData("A previous version of this article misstated the price; it is 60,000 crowns.", "A previous version of this article misstated the price; ")]
    [InlineData("В первоначальной версии заметки была неверно указана цена крыши: она стоит 60 тысяч.", "В первоначальной версии заметки была неверно указана цена крыши: ")]
    [InlineData("This article was updated on 16 November to reflect that the roof is of slate.", "This article was updated on 16 November to reflect that ")]
    [InlineData("Fe de errores: en una versión anterior de esta noticia se decía que el techo cuesta 40.000 coronas.", null)]
    public void What_a_note_takes_back_is_told_from_what_it_gives(string note, string? wrong) => Assert.Equal(wrong, PutRight.WrongIn(note)?.In(note));

    [Theory]
    [InlineData("An earlier version of this article said that the roof costs 40,000 crowns.")]
    [InlineData("Correction: The article previously said that the ferry returns on 14 June.")]
    [InlineData("Уточнення: раніше повідомлялося про 40 тисяч крон.")]
    public void A_note_that_only_gives_what_was_wrong_gives_nothing(string note) => Assert.Null(PutRight.WrongIn(note));

    [Theory]
    [InlineData("An earlier version of this article said that the roof costs 40,000 crowns; it is 60,000 crowns.")]
    [InlineData("Correction: This article originally gave the cost of the library's roof as 40,000 crowns. It is 60,000 crowns.")]
    [InlineData("Correction (3 June): The library's roof costs 60,000 crowns, not 40,000 as this story first said.")]
    [InlineData("Because of an editing error, an earlier version of this article misstated the cost of the library's roof. It is 60,000 crowns, not 40,000.")]
    [InlineData("Correction: the library's roof costs 60,000 crowns. An earlier version of this article gave a wrong price.")]
    [InlineData("An earlier version of this article misstated the cost of the library's roof. It is 60,000 crowns.")]
    [InlineData("We earlier reported that the library's roof costs 40,000 crowns. The roof costs 60,000 crowns.")]
    [InlineData("An earlier version of this article misstated the cost of the library's roof; it is 60,000 crowns.")]
    public void The_right_number_comes_although_the_body_still_gives_the_wrong_one(string note)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("Library", $"The library's roof will cost 40,000 crowns, the county said. Work begins in May. {note}"));
        var reply = archive.Ask("How much will the library's roof cost?").Candidate;

        // A sentence that says only 'it is 60,000' has the note in front, which names the wrong number as wrong.
        Assert.Contains(reply.Sentences, sentence => sentence.Text.Contains("60,000", StringComparison.Ordinal));
        Assert.DoesNotContain(reply.Sentences, sentence => sentence.Text.EndsWith("the county said.", StringComparison.Ordinal));
        Assert.DoesNotContain("40,000", reply.Short ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("On Monday we wrote that the library's roof costs 40,000 crowns. We got that wrong: it costs 60,000 crowns.")]
    [InlineData("Our report on Tuesday said that the library's roof costs 40,000 crowns. The right sum is 60,000 crowns.")]
    [InlineData("In our report on the library we said that its roof costs 40,000 crowns. That was wrong: 60,000.")]
    [InlineData("The library's roof is old. This article has been corrected. It originally said that the library's roof costs 40,000 crowns; it costs 60,000 crowns.")]
    public void A_sentence_is_a_note_by_the_one_beside_it(string body)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("Library", body));
        var composition = archive.Ask("How much does the library's roof cost?");
        Assert.Contains("60,000", string.Join(' ', composition.Candidate.Sentences.Take(composition.LeadSentences).Select(sentence => sentence.Text)), StringComparison.Ordinal);
        Assert.DoesNotContain("40,000", composition.CandidateShort ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The union said that the library's roof costs 40,000 crowns. That is wrong, the county said: it has 3 offers.")]
    [InlineData("We measured the library's roof, which costs 40,000 crowns. The number of visitors is 900.")]
    public void What_others_dispute_is_no_note(string body)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("Library", body));
        Assert.Contains("40,000", archive.Ask("How much does the library's roof cost?").Candidate.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The roof was paid by the county. A previous version of this article misstated the cost of the library's roof; it is 60,000 crowns, not 40,000.")]
    [InlineData("Correction, 3 June: The library's roof will cost 60,000 crowns. We had given the cost of the library's roof as 40,000 crowns.")]
    public void The_right_number_is_given_although_a_note_alone_has_it(string body)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("Library", body));
        var reply = archive.Ask("How much will the library's roof cost?").Candidate;
        Assert.Contains("60,000", reply.Sentences[0].Text, StringComparison.Ordinal);
        Assert.NotEqual("40,000 crowns", reply.Short);
    }

    [Theory]
    [InlineData(
        "The builder, Harrow Homes, begins in May.", "This article was amended on 3 June. The builder is Barrow Homes, not Harrow Homes as an earlier version said.",
        "Harrow Homes,")]
    [InlineData("The ferry of Orvik sails on 10 May.", "An editing error in an earlier version gave the day of the ferry of Orvik as 10 May.", null)]
    [InlineData(
        "The ferry of Orvik returns in April 2028.", "This story has been corrected to show that the ferry of Orvik returns in April 2027, not April 2028.",
        "in April 2028.")]
    [InlineData("A sperm whale stranded at Orvik.", "* The text of this article was changed because the whale at Orvik was a humpback and not a sperm whale.", "A sperm")]
    [InlineData("Ремонт ратуші в Орвіку тривав п'ять років.", "УТОЧНЕННЯ: Ремонт ратуші тривав чотири роки, а не п'ять, як ми повідомляли раніше.", "п'ять років")]
    [InlineData(
        "Le pont de Saulx est fermé pour trois semaines.",
        "Mise à jour : contrairement à ce que nous avions écrit, le pont de Saulx est fermé pour cinq semaines et non trois.", "trois semaines.")]
    public void What_a_note_puts_aside_is_no_evidence_be_it_a_name_a_day_or_a_word(string body, string note, string? wrong)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("News of Orvik", $"{body} Many people came. {note}"));
        var reply = string.Join(' ', archive.Ask($"What is told of {body}").Candidate.Sentences.Select(sentence => sentence.Text));
        Assert.DoesNotContain(wrong ?? "gave the day", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Corrections", "An article about the library (page 4) said that its roof costs 40,000 crowns. In fact it costs 60,000 crowns.",
        "How much does the library's roof cost?", "60,000")]
    [InlineData(
        "Corrections", "In a review of the library's play we called the director Peter Anders. He is Pelle Anders.", "Who is the director of the library's play?", "Pelle")]
    public void The_sentence_behind_a_note_is_read_with_it(string title, string body, string question, string right)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article(title, body), MadeUpArchive.Article("Library", "The library's roof costs 40,000 crowns. It is old."));
        var composition = archive.Ask(question);
        Assert.Contains(right, string.Join(' ', composition.Candidate.Sentences.Take(composition.LeadSentences).Select(sentence => sentence.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_with_the_right_place_comes_before_the_sentence_that_it_corrects()
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article(
            "Choir of Lisk", "The choir of Lisk won a medal at a festival in Prague. Forty singers came. Clarification: The festival took place in Vienna."));
        var reply = archive.Ask("Where did the festival take place at which the choir of Lisk won a medal?").Candidate;
        Assert.Contains("Vienna", reply.Sentences[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reply.Sentences, sentence => sentence.Text.Contains("Prague", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The ferry of Skelby sails to Harrow at nine.", "What sails to Harrow?", "sails to Harrow")]
    [InlineData("A sperm whale came ashore near Skelby in 2019.", "What kind of whale came ashore near Skelby in 2019?", "2019")]
    public void A_sentence_that_only_shares_the_word_taken_back_is_still_evidence(string body, string question, string right)
    {
        var archive = new MadeUpArchive(
            MadeUpArchive.Article("Ferry", "The builder of the ferry is Barrow Homes, not Harrow Homes as an earlier version said."),
            MadeUpArchive.Article("Whale", "It was a humpback and not a sperm whale, as we had reported."),
            MadeUpArchive.Article("News of Skelby", body));
        Assert.Contains(archive.Ask(question).Candidate.Sentences, sentence => sentence.Text.Contains(right, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "Mayor", "The mayor of Skelby will visit York on Friday. She likes trains. Correction: the mayor of Skelby was born in Leeds, not in York.",
        "Which city will the mayor of Skelby visit on Friday?", "visit York")]
    [InlineData(
        "Bridge", "The bridge of Skelby was closed for 40 days after the flood. It is old. Correction: the bridge of Skelby is 60 metres long, not 40 metres.",
        "How many days was the bridge of Skelby closed?", "40 days")]
    [InlineData(
        "Pool", "The pool of Skelby opens on Friday. It has a slide. Correction: the last inspection of the pool was on 3 March.", "When does the pool of Skelby open?", "Friday")]
    [InlineData(
        "Mill", "The mill of Skelby was sold to Anna Holm. It is old. Correction: the manager of the mill is Peter Lund.", "To whom was the mill of Skelby sold?", "Anna Holm")]
    [InlineData(
        "Library", "The library of Skelby opens on 3 March. This article was updated on 3 March to reflect that the library has 40 seats.",
        "When does the library of Skelby open?", "3 March.")]
    [InlineData(
        "Ferry", "The ferry of Skelby starts on Monday. It is new. Correction: the ferry of Skelby has 44 seats, not 40, as the Post wrote on Monday.",
        "When does the ferry of Skelby start?", "starts on Monday")]
    [InlineData(
        "Crash", "Two cars crashed at Skelby. The victim was named as Karin Holm, 34, of Skelby. She was a nurse at Skelby Hospital.", "Who was the victim of the crash at Skelby?",
        "Karin Holm")]
    [InlineData(
        "Audit", "A report of the audit office said that the pool of Skelby cost 12 million crowns. In fact, the council had planned to pay 9 million crowns.",
        "How much did the pool of Skelby cost?", "12 million")]
    [InlineData(
        "Corrections officers strike in Skelby", "The union said that 400 officers walked out in Skelby. The state hired 120 guards.", "How many officers walked out in Skelby?",
        "400")]
    [InlineData(
        "Harbour", "The harbour of Skelby hired Lund Marine, not Berg Marine, as was reported. Berg Marine sued the harbour of Skelby over a bill.",
        "Who sued the harbour of Skelby over a bill?", "Berg Marine sued")]
    [InlineData("Pont de Saulx", "Le pont est fermé. Mise à jour : le pont de Saulx a rouvert lundi à 8 heures.", "Quand le pont de Saulx a-t-il rouvert ?", "rouvert lundi")]
    public void What_a_note_says_of_something_else_takes_nothing_back(string title, string body, string question, string right)
    {
        var sentences = new MadeUpArchive(MadeUpArchive.Article(title, body)).Ask(question).Candidate.Sentences;
        Assert.Contains(right, string.Join(' ', sentences.Take(2).Select(sentence => sentence.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Which street of Skelby was shut after the fire?", "Mill Lane in Skelby was shut after the fire. Correction: the street where the mayor lives is Oak Street.", "Mill")]
    [InlineData("How many jobs will the lamp works cut?", "The lamp works will cut 140 jobs. Correction: the lamp works has 2,300 workers.", "The lamp works will")]
    public void A_note_that_says_something_else_is_not_put_in_front(string question, string body, string right) => Assert.StartsWith(
        right, new MadeUpArchive(MadeUpArchive.Article("News of Skelby", body)).Ask(question).Candidate.Sentences[0].Text, StringComparison.Ordinal);

    [Fact]
    public void News_behind_a_label_is_news()
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("The strike at Hov", "Clarification. The strike at the port of Hov ends on Friday. Both sides were wrong."));
        Assert.Contains("Friday", archive.Ask("When does the strike at the port of Hov end?").Candidate.Sentences[0].Text, StringComparison.Ordinal);
    }
}
