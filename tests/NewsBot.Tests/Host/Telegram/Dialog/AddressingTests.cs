using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;

namespace NewsBot.Tests.Host.Telegram.Dialog;

public sealed class AddressingTests
{
    private static readonly BotIdentity Me = new(42, "newsbot", "News");

    [Theory]
    [InlineData("Who won?", null, "Who won?")]
    [InlineData("/ask Who won?", "ask", "Who won?")]
    [InlineData("/ASK@NewsBot   Who won?", "ASK", "Who won?")]
    [InlineData("/ask\nWho won?", "ask", "Who won?")]
    [InlineData("/nonsense", "nonsense", "")]
    [InlineData("/", null, "/")]
    [InlineData("/and/or", null, "/and/or")]
    [InlineData("@newsbot who won?", null, "who won?")]
    public void In_private_everything_is_for_the_bot(string text, string? command, string words) =>
        Assert.Equal(new Addressing(command, words), Addressing.Of(Message(text, ChatKind.Private), Me));

    [Theory]
    [InlineData("@newsbot who won?", null, "who won?")]
    [InlineData("@NewsBot, who won?", null, "who won?")]
    [InlineData("hey @newsbot who won?", null, "hey  who won?")]
    [InlineData("@newsbot", null, "")]
    [InlineData("/ask who won?", "ask", "who won?")]
    [InlineData("/nonsense@newsbot", "nonsense", "")]
    public void In_a_group_the_bots_name_or_command_speaks_to_it(string text, string? command, string words) =>
        Assert.Equal(new Addressing(command, words), Addressing.Of(Message(text, ChatKind.Supergroup), Me));

    [Theory]
    [InlineData("who won?")]
    [InlineData("@newsbotter who won?")]
    [InlineData("@newsbot_2 who won?")]
    [InlineData("/ask@otherbot who won?")]
    [InlineData("/nonsense")]
    [InlineData(null)]
    public void In_a_group_the_rest_is_for_others(string? text) => Assert.Null(Addressing.Of(Message(text, ChatKind.Group), Me));

    [Fact]
    public void A_command_for_another_bot_is_not_for_this_one() => Assert.Null(Addressing.Of(Message("/ask@otherbot who?", ChatKind.Private), Me));

    [Fact]
    public void A_reply_to_the_bot_and_a_mention_by_name_speak_to_it()
    {
        var message = Message("why?", ChatKind.Supergroup);
        Assert.Equal(new Addressing(null, "why?"), Addressing.Of(message with { ReplyTo = new RepliedMessage(1, Me.Id, "text") }, Me));
        Assert.Equal(new Addressing(null, "why?"), Addressing.Of(message with { Entities = [new TextEntity(TextEntityKind.NamedMention, -5, 99, Me.Id)] }, Me));
        Assert.Null(Addressing.Of(message with { ReplyTo = new RepliedMessage(1, 43, "text") }, Me));
    }

    private static IncomingMessage Message(string? text, ChatKind kind) => new(1, new Chat(-1, kind, "Group")) { Text = text };
}
