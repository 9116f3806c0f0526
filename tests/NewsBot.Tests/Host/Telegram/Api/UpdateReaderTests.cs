using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram.Api;

public sealed class UpdateReaderTests
{
    [Theory]
    [InlineData(""" "forward_origin":{"type":"a kind of next year","date":1} """)]
    [InlineData(""" "reply_to_message":{"message_id":4,"date":1,"chat":{"id":101,"type":"private"},"text":"Earlier.","forward_origin":{"type":"new"}} """)]
    [InlineData(""" "external_reply":{"origin":{"type":"new"}} """)]
    [InlineData(""" "paid_media":{"star_count":1,"paid_media":[{"type":"new"}]} """)]
    public void A_message_with_content_that_the_package_does_not_know_is_read_all_the_same(string content)
    {
        const string known = """
            {"update_id":7,"message":{"message_id":5,"date":1700000000,"chat":{"id":101,"type":"private"},
            "from":{"id":101,"is_bot":false,"first_name":"Anna"},"text":"Why?",
            """;
        var update = UpdateReader.Parse(known + content + "}}");
        Assert.Equal((7, "Why?", 101L), (update!.Id, update.Message!.Text, update.Message.Chat.Id));
    }

    [Fact]
    public void A_chat_member_whose_old_status_is_new_to_the_package_is_read_all_the_same()
    {
        var update = UpdateReader.Parse("""
            {"update_id":8,"my_chat_member":{"chat":{"id":101,"type":"private"},"from":{"id":101,"is_bot":false,"first_name":"Anna"},"date":1,
            "old_chat_member":{"status":"new"},"new_chat_member":{"status":"kicked","user":{"id":1,"is_bot":true,"first_name":"Bot"},"until_date":0}}}
            """);
        Assert.False(update!.MyChatMember!.NewChatMember.MayWrite());
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"update_id":9,"message":{"message_id":"five"}}""")]
    public void What_cannot_be_read_at_all_is_nothing(string json) => Assert.Null(UpdateReader.Parse(json));
}
