using System.Text;
using NewsBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>What is sent.</summary>
public sealed partial class BotApiTests
{
    [Fact]
    public async Task A_message_stands_as_it_was_meant()
    {
        var question = Fake.Says(Ann, "who won?");
        InlineKeyboardButton[][] keyboard = [[Button("More", "more:1"), InlineKeyboardButton.WithUrl("Open", "https://a.com/1")], [Button("Off", "off")]];
        var id = await SendAsync(Ann, "<b>Żółw</b> &amp; <a href=\"https://a.com/1\">more</a> 😀", replyTo: question.MessageId, keyboard: keyboard, previewUrl: "https://a.com/1");
        var message = Assert.Single(Fake.BotMessages(Ann));
        Assert.Equal(id, message.Id);
        Assert.Equal(("Żółw & more 😀", (long?)question.MessageId, "https://a.com/1"), (message.Text, message.ReplyTo, message.PreviewUrl));
        Assert.Equal(["bold", "text_link"], message.Entities.Select(entity => (string)entity!["type"]!));
        Assert.Equal([[new FakeBotApiButton("More", "more:1"), new FakeBotApiButton("Open", null, "https://a.com/1")], [new FakeBotApiButton("Off", "off")]], message.Keyboard);
    }

    [Fact]
    public async Task A_plain_message_has_no_preview_no_buttons_and_no_thread()
    {
        Fake.Says(Ann, "hi");
        await SendAsync(Ann, "<a href=\"https://a.com/\">a</a>");
        var message = Assert.Single(Fake.BotMessages(Ann));
        Assert.Equal((null, null, null, 0), (message.PreviewUrl, message.ThreadId, message.ReplyTo, message.Keyboard.Count));
        var sent = Fake.RequestsOf("sendMessage")[0].Parameters;
        Assert.False(sent.ContainsKey("message_thread_id") || sent.ContainsKey("reply_markup") || sent.ContainsKey("reply_parameters"));
        Assert.True(sent["link_preview_options"]!["is_disabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_reply_to_a_message_that_is_gone_is_sent_without()
    {
        var question = Fake.Says(Ann, "who won?");
        Fake.Deletes(Ann, question.MessageId);
        Assert.NotNull(await SendAsync(Ann, "They did.", replyTo: question.MessageId));
        Assert.Null(Fake.BotMessages(Ann)[0].ReplyTo);
    }

    [Fact]
    public async Task An_edit_changes_text_and_buttons()
    {
        Fake.Says(Ann, "hi");
        var id = (await SendAsync(Ann, "Wait", keyboard: [[Button("Stop", "stop")]]))!.Value;
        Assert.Equal(id, await EditAsync(Ann, id, "<i>Done</i>", keyboard: [[Button("More", "more")]], previewUrl: "https://a.com/"));
        var message = Assert.Single(Fake.BotMessages(Ann));
        Assert.Equal(("Done", 1, "https://a.com/", "More"), (message.Text, message.Edits, message.PreviewUrl, message.Keyboard[0][0].Text));

        Assert.Equal(id, await EditKeyboardAsync(Ann, id, Button("Less", "less")));
        Assert.Equal("Less", Fake.BotMessages(Ann)[0].Keyboard[0][0].Text);
        await EditKeyboardAsync(Ann, id);
        Assert.Empty(Fake.BotMessages(Ann)[0].Keyboard);
    }

    [Fact]
    public async Task An_edit_without_buttons_takes_them_away()
    {
        Fake.Says(Ann, "hi");
        var id = (await SendAsync(Ann, "Wait", keyboard: [[Button("Stop", "stop")]]))!.Value;
        await EditAsync(Ann, id, "Done");
        Assert.Empty(Fake.BotMessages(Ann)[0].Keyboard);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_told()
    {
        Fake.Says(Ann, "hi");
        var id = (await SendAsync(Ann, "<b>Done</b>"))!.Value;
        await FailsAsync(BotApiFailure.NotModified, () => EditAsync(Ann, id, "<strong>Done</strong> "));
        await FailsAsync(BotApiFailure.NotModified, () => EditKeyboardAsync(Ann, id));
    }

    [Fact]
    public async Task A_message_that_is_gone_or_somebody_elses_cannot_be_edited()
    {
        var posted = Fake.Says(Ann, "hi");
        await FailsAsync(BotApiFailure.MessageGone, () => EditAsync(Ann, posted.MessageId, "x"));
        await FailsAsync(BotApiFailure.MessageGone, () => EditAsync(Ann, 999, "x"));
    }

    [Fact]
    public async Task A_document_arrives_with_its_name_and_caption()
    {
        Fake.AddGroup(Group, isForum: true);
        var topic = Fake.AddTopic(Group);
        var content = "zażółć\r\n\"gęślą\" 😀\n--boundary\n";
        var document = BotRequests.DocumentOfPerson(Group, (int)topic, "sources 2024.txt", "<b>2024</b>");
        var id = await Api.SendAsync(document.Request, Stop, async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(content), token));
        var message = Assert.Single(Fake.BotMessages(Group));
        Assert.Equal((id, (long?)topic), ((long?)message.Id, message.ThreadId));
        Assert.Equal(("sources 2024.txt", content, "2024"), (message.FileName, message.FileContent, message.Text));
    }

    [Fact]
    public async Task Typing_is_shown()
    {
        Fake.AddGroup(Group, isForum: true);
        var topic = Fake.AddTopic(Group);
        Assert.Null(await TypesAsync((int)topic));
        Assert.Null(await TypesAsync(null));
        var sent = Fake.RequestsOf("sendChatAction");
        Assert.Equal([topic, null], sent.Select(request => request.Parameters.Number("message_thread_id")));
        Assert.All(sent, request => Assert.Equal("typing", request.Parameters.String("action")));
    }

    [Fact]
    public async Task A_draft_shows_in_a_private_chat_only()
    {
        Fake.Says(Ann, "hi");
        Assert.Null(await DraftAsync(Ann, ""));
        Assert.Equal("", Fake.Draft(Ann));
        await DraftAsync(Ann, "<b>They</b> w");
        Assert.Equal("They w", Fake.Draft(Ann));
        await SendAsync(Ann, "They won.");
        Assert.Null(Fake.Draft(Ann));

        Fake.AddGroup(Group);
        await FailsAsync(BotApiFailure.Rejected, () => DraftAsync(Group, "x"));
    }

    [Fact]
    public async Task A_method_that_the_package_lacks_is_reached_by_a_request_of_ours()
    {
        Assert.False((await Api.GetMeAsync(Stop)).SupportsInlineQueries);
        Assert.True(await Api.SendAsync(new SetMySettingsRequest { SupportsInlineQueries = true }, Stop));
        Assert.True((await Api.GetMeAsync(Stop)).SupportsInlineQueries);
        Fake.FailNext("setMySettings", FakeBotApiFault.Refusal(404, "Not Found"));
        await FailsAsync(BotApiFailure.Rejected, () => Api.SendAsync(new SetMySettingsRequest { SupportsInlineQueries = true }, Stop));
    }

    [Fact]
    public async Task The_longest_text_goes_and_a_longer_does_not()
    {
        Fake.Says(Ann, "hi");
        // Tags and escapes do not count, and this character counts twice.
        var longest = string.Concat(Enumerable.Repeat("<b>&lt;</b>😀a", 1024));
        await SendAsync(Ann, longest);
        Assert.Equal(4096, Fake.BotMessages(Ann)[0].Text.Length);
        await FailsAsync(BotApiFailure.Rejected, () => SendAsync(Ann, longest + "a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("<b></b>")]
    [InlineData("<b>open")]
    [InlineData("a < b")]
    [InlineData("<i><b>crossed</i></b>")]
    [InlineData("<h1>unknown</h1>")]
    public async Task A_text_that_telegram_refuses_is_rejected(string html)
    {
        Fake.Says(Ann, "hi");
        var failure = await FailsAsync(BotApiFailure.Rejected, () => SendAsync(Ann, html));
        Assert.False(failure.IsTransient);
        Assert.Contains("400", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Fake.BotMessages(Ann));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(0, false)]
    public async Task A_button_carries_up_to_64_bytes(int length, bool fits)
    {
        Fake.Says(Ann, "hi");
        var button = Button("b", new string('d', length));
        if (fits)
            await SendAsync(Ann, "x", keyboard: [[button]]);
        else
            await FailsAsync(BotApiFailure.Rejected, () => SendAsync(Ann, "x", keyboard: [[button]]));
        Assert.Equal(fits ? 1 : 0, Fake.BotMessages(Ann).Count);
    }

    private Task<long?> TypesAsync(int? topic) =>
        Api.SendAsync(new SendChatActionRequest { ChatId = Group, MessageThreadId = topic, Action = ChatAction.Typing }.ToJson(), Stop);

    private Task<long?> DraftAsync(long chatId, string html) =>
        Api.SendAsync(new SendMessageDraftRequest { ChatId = chatId, DraftId = 7, Text = html, ParseMode = ParseMode.Html }.ToJson(), Stop);
}
