using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>What is sent.</summary>
public abstract partial class BotApiContract
{
    [Fact]
    public async Task A_message_stands_as_it_was_meant()
    {
        var question = Fake.Says(Ann, "who won?");
        var id = await Api.CallAsync(
            new SendMessage(Ann, "<b>Żółw</b> &amp; <a href=\"https://a.com/1\">more</a> 😀")
            {
                ReplyTo = question.MessageId,
                Keyboard = [[new Button("More", "more:1"), new Button("Open", null, "https://a.com/1")], [new Button("Off", "off")]],
                PreviewUrl = "https://a.com/1",
            },
            Stop);
        var message = Assert.Single(Fake.BotMessages(Ann));
        Assert.Equal(id, message.Id);
        Assert.Equal(("Żółw & more 😀", (long?)question.MessageId, "https://a.com/1"), (message.Text, message.ReplyTo, message.PreviewUrl));
        Assert.Equal(["bold", "text_link"], message.Entities.Select(entity => (string)entity!["type"]!));
        Assert.Equal([[new Button("More", "more:1"), new Button("Open", null, "https://a.com/1")], [new Button("Off", "off")]], message.Keyboard);
    }

    [Fact]
    public async Task A_plain_message_has_no_preview_no_buttons_and_no_thread()
    {
        Fake.Says(Ann, "hi");
        await Api.CallAsync(new SendMessage(Ann, "<a href=\"https://a.com/\">a</a>"), Stop);
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
        Assert.NotNull(await Api.CallAsync(new SendMessage(Ann, "They did.") { ReplyTo = question.MessageId }, Stop));
        Assert.Null(Fake.BotMessages(Ann)[0].ReplyTo);
    }

    [Fact]
    public async Task An_edit_changes_text_and_buttons()
    {
        Fake.Says(Ann, "hi");
        var id = (await Api.CallAsync(new SendMessage(Ann, "Wait") { Keyboard = [[new Button("Stop", "stop")]] }, Stop))!.Value;
        Assert.Equal(id, await Api.CallAsync(new EditMessage(Ann, id, "<i>Done</i>") { Keyboard = [[new Button("More", "more")]], PreviewUrl = "https://a.com/" }, Stop));
        var message = Assert.Single(Fake.BotMessages(Ann));
        Assert.Equal(("Done", 1, "https://a.com/", "More"), (message.Text, message.Edits, message.PreviewUrl, message.Keyboard[0][0].Text));

        Assert.Equal(id, await Api.CallAsync(new EditKeyboard(Ann, id, [[new Button("Less", "less")]]), Stop));
        Assert.Equal("Less", Fake.BotMessages(Ann)[0].Keyboard[0][0].Text);
        await Api.CallAsync(new EditKeyboard(Ann, id, []), Stop);
        Assert.Empty(Fake.BotMessages(Ann)[0].Keyboard);
    }

    [Fact]
    public async Task An_edit_without_buttons_takes_them_away()
    {
        Fake.Says(Ann, "hi");
        var id = (await Api.CallAsync(new SendMessage(Ann, "Wait") { Keyboard = [[new Button("Stop", "stop")]] }, Stop))!.Value;
        await Api.CallAsync(new EditMessage(Ann, id, "Done"), Stop);
        Assert.Empty(Fake.BotMessages(Ann)[0].Keyboard);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_told()
    {
        Fake.Says(Ann, "hi");
        var id = (await Api.CallAsync(new SendMessage(Ann, "<b>Done</b>"), Stop))!.Value;
        await FailsAsync(BotApiFailure.NotModified, () => Api.CallAsync(new EditMessage(Ann, id, "<strong>Done</strong> "), Stop));
        await FailsAsync(BotApiFailure.NotModified, () => Api.CallAsync(new EditKeyboard(Ann, id, []), Stop));
    }

    [Fact]
    public async Task A_message_that_is_gone_or_somebody_elses_cannot_be_edited()
    {
        var posted = Fake.Says(Ann, "hi");
        await FailsAsync(BotApiFailure.Rejected, () => Api.CallAsync(new EditMessage(Ann, posted.MessageId, "x"), Stop));
        await FailsAsync(BotApiFailure.Rejected, () => Api.CallAsync(new EditMessage(Ann, 999, "x"), Stop));
    }

    [Fact]
    public async Task A_document_arrives_with_its_name_and_caption()
    {
        Fake.AddGroup(Group, isForum: true);
        var topic = Fake.AddTopic(Group);
        var content = "zażółć\r\n\"gęślą\" 😀\n--boundary\n";
        var id = await Api.CallAsync(new SendDocument(Group, "źródła 2024.txt", content) { ThreadId = topic, CaptionHtml = "<b>2024</b>" }, Stop);
        var message = Assert.Single(Fake.BotMessages(Group));
        Assert.Equal((id, (long?)topic), ((long?)message.Id, message.ThreadId));
        Assert.Equal(("źródła 2024.txt", content, "2024"), (message.FileName, message.FileContent, message.Text));

        Assert.NotNull(await Api.CallAsync(new SendDocument(Group, "a\"b\r\nX: y.txt", "1"), Stop));
        var plain = Fake.BotMessages(Group)[1];
        Assert.Equal((null, ""), (plain.ThreadId, plain.Text));
        Assert.DoesNotContain('\n', plain.FileName!);
    }

    [Fact]
    public async Task Typing_is_shown()
    {
        Fake.AddGroup(Group, isForum: true);
        var topic = Fake.AddTopic(Group);
        Assert.Null(await Api.CallAsync(new ShowTyping(Group, topic), Stop));
        Assert.Null(await Api.CallAsync(new ShowTyping(Group, null), Stop));
        var sent = Fake.RequestsOf("sendChatAction");
        Assert.Equal([topic, null], sent.Select(request => request.Parameters.Number("message_thread_id")));
        Assert.All(sent, request => Assert.Equal("typing", request.Parameters.String("action")));
    }

    [Fact]
    public async Task A_draft_shows_in_a_private_chat_only()
    {
        Fake.Says(Ann, "hi");
        Assert.Null(await Api.CallAsync(new SendDraft(Ann, null, 7, ""), Stop));
        Assert.Equal("", Fake.Draft(Ann));
        await Api.CallAsync(new SendDraft(Ann, null, 7, "<b>They</b> w"), Stop);
        Assert.Equal("They w", Fake.Draft(Ann));
        await Api.CallAsync(new SendMessage(Ann, "They won."), Stop);
        Assert.Null(Fake.Draft(Ann));

        Fake.AddGroup(Group);
        await FailsAsync(BotApiFailure.Rejected, () => Api.CallAsync(new SendDraft(Group, null, 7, "x"), Stop));
    }

    [Fact]
    public async Task Commands_are_registered_by_language_and_for_the_administrator()
    {
        Fake.Says(Ann, "hi");
        CommandDescription[] all = [new("ask", "Ask a question"), new("help", "What I can do")];
        await Api.SetCommandsAsync(all, null, null, Stop);
        await Api.SetCommandsAsync([new("ask", "Zadaj pytanie")], null, "pl", Stop);
        await Api.SetCommandsAsync([new("stats", "Figures")], Ann, null, Stop);
        Assert.Equal(all, Fake.Commands[(null, null)]);
        Assert.Equal("Zadaj pytanie", Fake.Commands[(null, "pl")][0].Description);
        Assert.Equal("stats", Fake.Commands[(Ann, null)][0].Name);
        await FailsAsync(BotApiFailure.Rejected, () => Api.SetCommandsAsync([new("No Spaces", "x")], null, null, Stop));
        await FailsAsync(BotApiFailure.Forbidden, () => Api.SetCommandsAsync(all, 404404, null, Stop));
    }

    [Fact]
    public async Task Administrators_are_told_from_members()
    {
        Fake.AddGroup(Group, administrators: [Ann]);
        Fake.SaysIn(Group, 8, "hi");
        Assert.True(await Api.IsAdministratorAsync(Group, Ann, Stop));
        Assert.False(await Api.IsAdministratorAsync(Group, 8, Stop));
        Assert.False(await Api.IsAdministratorAsync(Group, 9, Stop));
        Fake.FailNext("getChatMember", FakeBotApiFault.Reply(200, """{"ok":true,"result":{"status":"creator","user":{"id":8,"is_bot":false,"first_name":"Bo"},"is_anonymous":false}}"""));
        Assert.True(await Api.IsAdministratorAsync(Group, 8, Stop));
    }

    [Fact]
    public async Task The_longest_text_goes_and_a_longer_does_not()
    {
        Fake.Says(Ann, "hi");
        // Tags and escapes do not count, and this character counts twice.
        var longest = string.Concat(Enumerable.Repeat("<b>&lt;</b>😀a", 1024));
        await Api.CallAsync(new SendMessage(Ann, longest), Stop);
        Assert.Equal(4096, Fake.BotMessages(Ann)[0].Text.Length);
        await FailsAsync(BotApiFailure.Rejected, () => Api.CallAsync(new SendMessage(Ann, longest + "a"), Stop));
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
        var failure = await FailsAsync(BotApiFailure.Rejected, () => Api.CallAsync(new SendMessage(Ann, html), Stop));
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
        var send = new SendMessage(Ann, "x") { Keyboard = [[new Button("b", new string('d', length))]] };
        if (fits)
            await Api.CallAsync(send, Stop);
        else
            await FailsAsync(BotApiFailure.Rejected, () => Api.CallAsync(send, Stop));
        Assert.Equal(fits ? 1 : 0, Fake.BotMessages(Ann).Count);
    }
}
