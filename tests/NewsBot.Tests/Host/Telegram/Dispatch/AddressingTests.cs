using NewsBot.Telegram.Dispatch;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Tests.Host.Telegram.Dispatch;

public sealed class AddressingTests
{
    private static readonly User Me = new() { Id = 42, Username = "newsbot", FirstName = "News" };

    [Theory]
    [InlineData("Who won?", null, "Who won?")]
    [InlineData("/ask Who won?", "ask", "Who won?")]
    [InlineData("/ASK@NewsBot   Who won?", "ASK", "Who won?")]
    [InlineData("/ask\nWho won?", "ask", "Who won?")]
    [InlineData("/nonsense", "nonsense", "")]
    [InlineData("/", null, "/")]
    [InlineData("/and/or", null, "/and/or")]
    [InlineData("@newsbot who won?", null, "who won?")]
    [InlineData("please /ask who won?", "ask", "who won?")]
    [InlineData("Who won? /ask", "ask", "Who won?")]
    [InlineData("what does /forget do", null, "what does /forget do")]
    [InlineData("what is https://news.example/ask", null, "what is https://news.example/ask")]
    public void In_private_everything_is_for_the_bot(string text, string? command, string words) =>
        Assert.Equal(new Addressing(command, words), Addressing.Of(Message(text, ChatType.Private), Me));

    [Theory]
    [InlineData("@newsbot who won?", null, "who won?")]
    [InlineData("@NewsBot, who won?", null, "who won?")]
    [InlineData("hey @newsbot who won?", null, "hey  who won?")]
    [InlineData("@newsbot", null, "")]
    [InlineData("/ask who won?", "ask", "who won?")]
    [InlineData("/nonsense@newsbot", "nonsense", "")]
    [InlineData("please /ask@newsbot who won?", "ask", "who won?")]
    [InlineData("friends, /LATEST@newsbot", "latest", "friends,")]
    public void In_a_group_the_bots_name_or_command_speaks_to_it(string text, string? command, string words) =>
        Assert.Equal(new Addressing(command, words), Addressing.Of(Message(text, ChatType.Supergroup), Me));

    [Theory]
    [InlineData("who won?")]
    [InlineData("@newsbotter who won?")]
    [InlineData("@newsbot_2 who won?")]
    [InlineData("see https://news.example/ask@newsbot now")]
    [InlineData("write to me@newsbot or not")]
    [InlineData("/ask@otherbot who won?")]
    [InlineData("/nonsense")]
    [InlineData("please /ask who won?")]
    [InlineData("please /ask@otherbot who won?")]
    [InlineData(null)]
    public void In_a_group_the_rest_is_for_others(string? text) => Assert.Null(Addressing.Of(Message(text, ChatType.Group), Me));

    [Fact]
    public void A_command_for_another_bot_is_not_for_this_one() => Assert.Null(Addressing.Of(Message("/ask@otherbot who?", ChatType.Private), Me));

    [Fact]
    public void A_reply_to_the_bot_and_a_mention_by_name_speak_to_it()
    {
        Assert.Equal(new Addressing(null, "why?"), Addressing.Of(Reply(Me), Me));
        Assert.Null(Addressing.Of(Reply(new User { Id = 43 }), Me));
        var message = Message("why?", ChatType.Supergroup);
        message.Entities = [new MessageEntity { Type = MessageEntityType.TextMention, Offset = -5, Length = 99, User = Me }];
        Assert.Equal(new Addressing(null, "why?"), Addressing.Of(message, Me));
    }

    private static Message Reply(User author)
    {
        var message = Message("why?", ChatType.Supergroup);
        message.ReplyToMessage = new Message { Id = 1, From = author, Text = "text" };
        return message;
    }

    private static Message Message(string? text, ChatType type) => new() { Id = 1, Chat = new Chat { Id = -1, Type = type, Title = "Group" }, Text = text };
}
