using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Questions;

public sealed class SocialWordsTests
{
    [Theory]
    [InlineData("Hi! When do the talks resume?", "When do the talks resume?")]
    [InlineData("hello there, can you tell me who won the race please", "who won the race")]
    [InlineData("Good morning bot. Do you know where Umerov is?", "where Umerov is?")]
    [InlineData("please tell me why the bridge closed, thanks!", "why the bridge closed")]
    [InlineData("Привіт! Коли переговори?", "Коли переговори?")]
    [InlineData("Добрий день, підкажіть, де відбудуться переговори, дякую", "де відбудуться переговори")]
    [InlineData("Доброго ранку! Скільки коштує міст? Щиро дякую за відповідь", "Скільки коштує міст?")]
    [InlineData("Many thanks in advance. What does the bridge cost?", "What does the bridge cost?")]
    [InlineData("Здравствуйте! В каком году построили мост? Заранее спасибо", "В каком году построили мост?")]
    [InlineData("Hola, what does the bridge cost? Have a nice day!", "what does the bridge cost?")]
    [InlineData("Dear bot, sorry to bother you, when does it open? Much appreciated.", "when does it open?")]
    [InlineData("Dear Evan Hansen: who wrote it?", "Dear Evan Hansen: who wrote it?")]
    [InlineData("I was wondering if the talks failed 🙂", "the talks failed")]
    [InlineData("When do the talks resume?", "When do the talks resume?")]
    [InlineData("Who said hello to the king?", "Who said hello to the king?")]
    [InlineData("tell me about the talks", "tell me about the talks")]
    [InlineData("Thanksgiving parade route", "Thanksgiving parade route")]
    [InlineData("Will Please Touch Museum reopen?", "Will Please Touch Museum reopen?")]
    [InlineData("Hello Kitty creator", "Hello Kitty creator")]
    [InlineData("hey jude singer", "hey jude singer")]
    [InlineData("Yo-Yo Ma concert", "Yo-Yo Ma concert")]
    [InlineData("Good Morning America host", "Good Morning America host")]
    [InlineData("please please me release date", "please please me release date")]
    [InlineData("Would you say the economy is growing?", "Would you say the economy is growing?")]
    [InlineData("Who plays Sam in Cheers?", "Who plays Sam in Cheers?")]
    [InlineData("Did Zelensky say thank you?", "Did Zelensky say thank you?")]
    [InlineData("Who played Norm in Cheers, thanks", "Who played Norm in Cheers")]
    [InlineData("Well water contaminated where", "Well water contaminated where")]
    public void A_question_loses_its_greetings_and_thanks_and_nothing_else(string typed, string asked) => Assert.Equal(asked, SocialWords.Without(typed));

    [Theory]
    [InlineData("Hello!")]
    [InlineData("thanks")]
    [InlineData("")]
    [InlineData("🙂")]
    public void Words_that_are_nothing_else_stay(string typed) => Assert.Equal(typed, SocialWords.Without(typed));
}
