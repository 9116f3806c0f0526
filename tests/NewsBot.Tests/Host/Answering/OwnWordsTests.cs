using NewsBot.Answering;

namespace NewsBot.Tests.Host.Answering;

public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("When does Bill Harbour open?", "When does Brill Harbour open?", "When does Brill Harbour open?")]
    [InlineData("When does Bill's harbour open, and who pays?", "hi, when does Brill's harbour open, and who pays?", "When does Brill's harbour open, and who pays?")]
    [InlineData("When does the harbour of Lunde open?", "and when does it open?", "When does the harbour of Lunde open?")]
    [InlineData("When does the harbour open?", "when does the harbour open", "When does the harbour open?")]
    public void A_corrected_word_is_told_as_it_was_typed(string understood, string typed, string own) => Assert.Equal(own, OwnWords.Of(understood, typed));
}
