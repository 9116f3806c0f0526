using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Chats;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>An archive of an earlier version, whose inbox and outbox hold the bot's own JSON and not the Bot API's.</summary>
public sealed class OldArchiveTests
{
    private const long Ann = 101;
    private const long Bo = 102;
    private const long Group = -200;
    private const int OldVersion = 10;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Updates_that_wait_are_handled()
    {
        await using var bot = await BotHost.StartAsync((folder, telegram) =>
        {
            telegram.AddGroup(Group, isForum: true);
            telegram.AddTopic(Group);
            telegram.Says(Ann, "/start");
            Write(folder, """
                INSERT INTO updates (update_id, lane, received_at, payload) VALUES
                    (1, 101, 0, '{"kind":"message","message":{"id":7,"chat":{"id":101},"sentAt":"2026-11-28T21:56:00+00:00","sender":{"id":101,"name":"Ann"},
                        "text":"/settings","entities":[{"length":9}]},"id":1}'),
                    (2, -200, 0, '{"kind":"message","message":{"id":8,"chat":{"id":-200,"kind":"Supergroup","title":"Klub"},"sender":{"id":101,"name":"Ann"},
                        "text":"hear, hear","entities":[{"kind":"NamedMention","length":4,"personId":123456789}],"replyTo":{"id":3,"senderId":9,"text":"x"},"viaBotId":5},"id":2}'),
                    (3, 101, 0, '{"kind":"tap","tapId":"t1","sender":{"id":101,"name":"Ann"},"chat":{"id":101},"messageId":6,"data":"l:uk","id":3}'),
                    (4, 101, 0, '{"kind":"inline","queryId":"q1","sender":{"id":101,"name":"Ann"},"text":"When did Finland join NATO?","id":4}'),
                    (5, 102, 0, '{"kind":"membership","chat":{"id":102},"sender":{"id":102,"name":"Bo"},"id":5}'),
                    (6, 0, 0, '{"kind":"other","id":6}');
                """);
        }, Stop);

        var chats = bot.Services.GetRequiredService<IChatStore>();
        await bot.Telegram.WaitUntilAsync(() => chats.GetStatisticsAsync(Stop).Result is { WaitingUpdates: 0, WaitingMessages: 0 });
        Assert.Contains(bot.Telegram.BotMessages(Ann), message => message.Text.StartsWith("Settings", StringComparison.Ordinal));
        var reply = Assert.Single(bot.Telegram.RequestsOf("sendMessage"), request => request.ChatId == Group).Parameters;
        Assert.Equal(8, (int)reply["reply_parameters"]!["message_id"]!);
        Assert.Equal("uk", (await chats.GetSettingsAsync(Ann, Stop)).Language);
        Assert.Single(await bot.Telegram.WaitForAsync("answerCallbackQuery"));
        Assert.Single(await bot.Telegram.WaitForAsync("answerInlineQuery"));
        var counts = await chats.GetStatisticsAsync(Stop);
        Assert.Equal((0, 1), (counts.UpdatesSetAside, counts.BlockedChats));
    }

    [Fact]
    public async Task Messages_that_wait_are_sent()
    {
        await using var bot = await BotHost.StartAsync((folder, telegram) =>
        {
            telegram.AddGroup(Group, isForum: true);
            var topic = telegram.AddTopic(Group);
            var question = telegram.Says(Ann, "Who?", language: "en");
            telegram.Says(Bo, "/help", language: "en");
            Write(folder, $$"""
                INSERT INTO exchanges (exchange_id, chat_id, person_id, question, asked_as, asked_at, question_message_id, answer, is_supported, citations, article_ids)
                    VALUES (50, 101, 101, 'Who?', 'Who?', 1000 * strftime('%s', 'now'), {{question.MessageId}}, 'They.', 1, '[]', '[]');
                INSERT INTO calls (chat_id, purpose, exchange_id, created_at, payload) VALUES
                    (101, 'answer', 50, 0, '{"kind":"send","html":"<b>Привіт</b> &amp; more","replyTo":{{question.MessageId}},"previewUrl":"https://a.com/1",
                        "keyboard":[[{"text":"A","data":"s:50"},{"text":"B","url":"https://a.com/2"}],[{"text":"C","data":"m:50"}]],"chatId":101}'),
                    (101, 'answer', 50, 0, '{"kind":"edit","html":"Edited.","keyboard":[],"chatId":101}'),
                    (101, 'answer', NULL, 0, '{"kind":"document","fileName":"a.json","content":"{\n}","captionHtml":"<i>Yours</i>","chatId":101}'),
                    (-200, 'digest', NULL, 0, '{"kind":"send","html":"A digest.","threadId":{{topic}},"keyboard":[],"chatId":-200}');
                """);
        }, Stop);

        var digest = (await bot.MessagesAsync(Group, 1))[0];
        Assert.Equal(("A digest.", null), (digest.Text, digest.PreviewUrl));
        Assert.NotNull(digest.ThreadId);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.BotMessages(Ann) is [{ Edits: 1 }, _, ..]);
        var sent = bot.Telegram.RequestsOf("sendMessage").First(request => request.ChatId == Ann).Parameters;
        Assert.Equal("<b>Привіт</b> &amp; more", (string?)sent["text"]);
        Assert.Equal("https://a.com/1", (string?)sent["link_preview_options"]!["url"]);
        Assert.Equal(
            """[[{"text":"A","callback_data":"s:50"},{"text":"B","url":"https://a.com/2"}],[{"text":"C","callback_data":"m:50"}]]""",
            sent["reply_markup"]!["inline_keyboard"]!.ToJsonString());
        var (edited, file) = (bot.Telegram.BotMessages(Ann)[0], bot.Telegram.BotMessages(Ann)[1]);
        Assert.Equal(("Edited.", 0), (edited.Text, edited.Keyboard.Count));
        Assert.Equal(("a.json", "{\n}", "Yours"), (file.FileName, file.FileContent, file.Text));
    }

    /// <summary>Makes an archive of the earlier version with rows in it.</summary>
    private static void Write(string folder, string rows)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "archive.db")};Pooling=False");
        connection.Open();
        SqliteMigrations.Apply(connection, [.. SqliteMigrations.All.Take(OldVersion)]);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The rows are literals of this file.
        command.CommandText = rows;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
