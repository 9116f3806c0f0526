using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Answers.Wording;

public sealed class VerifiedDraftTests
{
    private const string Body = "The pier of Velmora opened on Monday. The mayor of Velmora cut the ribbon. A brass band played on the pier until the evening.";

    private readonly PassageSheet sheet = PassageSheet.Of(
        [(new ArticleRevision(1, 1, new Article { Id = "pier", Title = "Pier opens", Body = Body }), new TextSpan(0, Body.Length))], new Random(1));

    private string Id => sheet.Passages[0].Id;

    [Fact]
    public void A_sentence_that_falls_is_left_out_unless_it_answers()
    {
        var draft = Draft("The pier of Velmora opened on Monday.", "A brass band played on the pier.");
        draft.Judge(1, Refused);
        Assert.Equal("The pier of Velmora opened on Monday.", Assert.Single(draft.ToAnswer().Sentences).Text);
        draft.Judge(0, Refused);
        Assert.False(draft.ToAnswer().IsSupported);
    }

    [Fact]
    public void A_mended_sentence_counts_when_it_passes_the_gates()
    {
        var draft = Draft("The pier of Velmora opened on Monday.", "A brass band played on the pier.");
        draft.Judge(1, Refused);
        Assert.False(draft.Mend(1, new DraftSentence("A brass band of 12 played on the pier.", [Id])));
        Assert.True(draft.Mend(1, new DraftSentence("A brass band played until the evening.", [])));
        Assert.Equal("A brass band played until the evening.", draft.ToAnswer().Sentences[1].Text);
    }

    [Fact]
    public void Mended_sentences_keep_the_answer_within_its_length()
    {
        var draft = Draft("The pier of Velmora opened on Monday.", "A brass band played on the pier.", "The mayor of Velmora cut the ribbon.");
        var longest = string.Concat("A brass band played on the pier of Velmora until the evening".PadRight(ExtractiveComposer.MaxLength - 120, ' '), " of Monday.");
        draft.Judge(1, Refused);
        draft.Judge(2, Refused);
        Assert.True(draft.Mend(1, new DraftSentence(longest, [Id])));
        Assert.False(draft.Mend(2, new DraftSentence(longest, [Id])));
    }

    private static SentenceFault Refused => new(FaultKind.NotStated, "the passage does not state it");

    private VerifiedDraft Draft(params string[] sentences)
    {
        var draft = new VerifiedDraft(sheet);
        Assert.All(sentences, sentence => Assert.True(draft.Add(new DraftSentence(sentence, [Id])), sentence));
        return draft;
    }
}
