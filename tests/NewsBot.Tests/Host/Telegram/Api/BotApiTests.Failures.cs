using System.Net;
using System.Net.Sockets;
using NewsBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>What goes wrong.</summary>
public sealed partial class BotApiTests
{
    private static readonly string[] Garbage =
    [
        "", "null", "[]", "\"ok\"", "{}", "{\"ok\":true}", "<html>a login page of a hotel</html>", "{\"ok\":true,\"result\":", "{\"ok\":false}", "{\"ok\":\"yes\"}",
        "{\"ok\":true,\"result\":7}",
    ];

    [Fact]
    public async Task A_wrong_token_is_told()
    {
        await FailsAsync(BotApiFailure.Unauthorized, () => Open("123456789:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw-_", Fake.BaseUrl, RequestTimeout).GetMeAsync(Stop));
        await FailsAsync(BotApiFailure.Unauthorized, () => Open("1:short", Fake.BaseUrl, RequestTimeout).GetMeAsync(Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("123456:")]
    [InlineData("not a token")]
    [InlineData(":AAHdqTcv")]
    [InlineData("123456:AAH/../getMe?")]
    [InlineData("123456:AAHdqTcv\n")]
    public void A_token_of_another_form_is_refused_without_telling_it(string token)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Open(token, Fake.BaseUrl, RequestTimeout));
        Assert.True(token.Length < 8 || !refusal.ToString().Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ftp://a.com/")]
    [InlineData("api")]
    public void An_address_of_another_kind_is_refused(string url) =>
        Assert.Throws<ArgumentException>(() => Open(Fake.Token, new Uri(url, UriKind.RelativeOrAbsolute), RequestTimeout));

    [Theory]
    [InlineData("Bad Request: can't parse entities: Unsupported start tag \"Herring\"", "can't parse entities")]
    [InlineData("Bad Request: message text is wrong, see Herring", "message text is wrong")]
    [InlineData("Too Many Requests: retry after 5", "Too Many Requests: retry after 5")]
    public void What_a_refusal_repeats_of_a_message_is_not_told(string description, string told)
    {
        var refusal = new BotApiErrors(new BotToken("1:abc")).Refused("sendMessage", 400, description, null, null);

        Assert.EndsWith(told, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_before_the_methods_is_kept()
    {
        await Open(Fake.Token, new Uri(Fake.BaseUrl, "/proxy/telegram/?x=1"), RequestTimeout).GetMeAsync(Stop);
        await Open(Fake.Token, new Uri(Fake.BaseUrl, "/proxy"), RequestTimeout).GetUpdatesAsync(0, 1, TimeSpan.Zero, Stop);
        Assert.Equal([("/proxy/telegram", "getMe"), ("/proxy", "getUpdates")], Fake.Requests.Select(request => (request.Prefix, request.Method)));
    }

    [Fact]
    public async Task A_block_and_an_unknown_chat_forbid()
    {
        Fake.Says(Ann, "hi");
        Fake.Blocks(Ann);
        var failure = await FailsAsync(BotApiFailure.Forbidden, () => SendAsync(Ann, "x"));
        Assert.False(failure.IsTransient);
        await FailsAsync(BotApiFailure.Forbidden, () => SendAsync(404404, "x"));
        Fake.AddGroup(Group);
        Fake.RemovesBot(Group, Ann);
        await FailsAsync(BotApiFailure.Forbidden, () => Api.SendAsync(BotRequests.DocumentOfPerson(Group, null, "a.txt", "").Request with { File = "x" }, Stop));
    }

    [Fact]
    public async Task A_topic_that_is_gone_is_told()
    {
        Fake.AddGroup(Group, isForum: true);
        var topic = Fake.AddTopic(Group);
        Fake.DeleteTopic(Group, topic);
        await FailsAsync(BotApiFailure.ThreadNotFound, () => SendAsync(Group, "x", thread: topic));
        await FailsAsync(BotApiFailure.ThreadNotFound, () => TypesAsync((int)topic));
    }

    [Fact]
    public async Task Too_many_requests_tell_the_wait_and_are_not_waited_out()
    {
        Fake.Says(Ann, "hi");
        Fake.FailNext("sendMessage", FakeBotApiFault.TooManyRequests(3));
        var failure = await FailsAsync(BotApiFailure.TooManyRequests, () => SendAsync(Ann, "x"));
        Assert.Equal((TimeSpan.FromSeconds(3), true), (failure.RetryAfter, failure.IsTransient));
        Assert.Single(Fake.RequestsOf("sendMessage"));
        Assert.Empty(Fake.BotMessages(Ann));

        await SendAsync(Ann, "x");
        Assert.Equal(Fake.RequestsOf("sendMessage")[1], Assert.Single(Fake.Flood.Early));
    }

    [Fact]
    public async Task A_limit_that_is_passed_is_told_for_edits_too()
    {
        Fake.Says(Ann, "hi");
        Fake.Flood.PerChatPerSecond = 1;
        var id = (await SendAsync(Ann, "x"))!.Value;
        var failure = await FailsAsync(BotApiFailure.TooManyRequests, () => EditAsync(Ann, id, "y"));
        Assert.Equal(TimeSpan.FromSeconds(1), failure.RetryAfter);
    }

    [Fact]
    public async Task A_wait_that_is_told_in_the_header_only_or_not_at_all_is_a_wait()
    {
        var untold = FakeBotApiFault.Refusal(429, "Too Many Requests");
        Fake.FailNext("getMe", untold with { RetryAfterHeader = 17 });
        Assert.Equal(TimeSpan.FromSeconds(17), (await FailsAsync(BotApiFailure.TooManyRequests, () => Api.GetMeAsync(Stop))).RetryAfter);
        Fake.FailNext("getMe", untold);
        Assert.InRange((await FailsAsync(BotApiFailure.TooManyRequests, () => Api.GetMeAsync(Stop))).RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_failing_server_is_unavailable(int status)
    {
        Fake.FailNext("getMe", FakeBotApiFault.Refusal(status, "Internal Server Error"));
        Assert.True((await FailsAsync(BotApiFailure.Unavailable, () => Api.GetMeAsync(Stop))).IsTransient);
        Fake.FailNext("getMe", FakeBotApiFault.Reply(status, "<html>"));
        await FailsAsync(BotApiFailure.Unavailable, () => Api.GetMeAsync(Stop));
    }

    [Fact]
    public async Task A_reply_that_is_not_the_bot_apis_is_unavailable()
    {
        foreach (var body in Garbage)
        {
            Fake.FailNext("getMe", FakeBotApiFault.Reply(200, body));
            await FailsAsync(BotApiFailure.Unavailable, () => Api.GetMeAsync(Stop));
            Fake.FailNext("getUpdates", FakeBotApiFault.Reply(200, body));
            await FailsAsync(BotApiFailure.Unavailable, () => Api.GetUpdatesAsync(0, 1, TimeSpan.Zero, Stop));
            Fake.FailNext("getMe", FakeBotApiFault.Reply(302, body));
            await FailsAsync(BotApiFailure.Unavailable, () => Api.GetMeAsync(Stop));
        }
    }

    [Fact]
    public async Task An_error_with_the_status_200_is_an_error()
    {
        Fake.FailNext("getMe", FakeBotApiFault.Refusal(403, "Forbidden: bot was blocked by the user", status: 200));
        await FailsAsync(BotApiFailure.Forbidden, () => Api.GetMeAsync(Stop));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_unavailable_whether_the_call_took_effect_or_not()
    {
        Fake.Says(Ann, "hi");
        Fake.FailNext("sendMessage", FakeBotApiFault.CutBefore);
        await FailsAsync(BotApiFailure.Unavailable, () => SendAsync(Ann, "one"));
        Fake.FailNext("sendMessage", FakeBotApiFault.CutAfter);
        await FailsAsync(BotApiFailure.Unavailable, () => SendAsync(Ann, "two"));
        Assert.Equal(["two"], Fake.BotMessages(Ann).Select(message => message.Text));
        Assert.Equal(2, Fake.RequestsOf("sendMessage").Count);
    }

    [Fact]
    public async Task A_reply_that_does_not_come_in_time_is_unavailable()
    {
        Fake.FailNext("getMe", FakeBotApiFault.Slow(Task.Delay(Timeout.InfiniteTimeSpan, Stop)));
        await FailsAsync(BotApiFailure.Unavailable, () => Open(Fake.Token, Fake.BaseUrl, TimeSpan.FromMilliseconds(100)).GetMeAsync(Stop));
    }

    [Fact]
    public async Task Only_the_callers_cancellation_is_one()
    {
        using var cancelled = new CancellationTokenSource();
        var polling = Api.GetUpdatesAsync(0, 100, TimeSpan.FromSeconds(50), cancelled.Token);
        await Fake.WaitForAsync(request => request.Method == "getUpdates");
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Api.GetMeAsync(cancelled.Token));
        Assert.Single(Fake.Requests);
    }

    [Fact]
    public async Task Concurrent_calls_do_not_mix()
    {
        Fake.Says(Ann, "hi");
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => SendAsync(Ann, $"text {number}")));
        var texts = Fake.BotMessages(Ann).ToDictionary(message => message.Id, message => message.Text);
        Assert.All(ids.Index(), sent => Assert.Equal($"text {sent.Index}", texts[sent.Item!.Value]));
    }

    [Fact]
    public async Task No_exception_tells_the_token()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        var secret = Fake.Token.Split(':')[1];
        var leak = $"the call of /bot{Fake.Token}/getMe failed, or /bot{Fake.Token.Replace(":", "%3A", StringComparison.Ordinal)}/getMe";
        FakeBotApiFault[] faults =
        [
            .. new[] { 400, 401, 403, 404, 409, 429, 500, 502 }.Select(code => FakeBotApiFault.Refusal(code, leak)),
            .. Garbage.Append(leak).SelectMany(body => new[] { FakeBotApiFault.Reply(200, body), FakeBotApiFault.Reply(404, body), FakeBotApiFault.Reply(500, body) }),
            FakeBotApiFault.Refusal(400, leak, """{"migrate_to_chat_id":-1}"""), FakeBotApiFault.CutBefore, FakeBotApiFault.CutAfter,
            FakeBotApiFault.Slow(Task.Delay(Timeout.InfiniteTimeSpan, Stop)),
        ];
        var hasty = Open(Fake.Token, Fake.BaseUrl, TimeSpan.FromMilliseconds(500));
        foreach (var fault in faults)
        {
            Fake.FailNext(_ => true, fault);
            await TellsNothingAsync(hasty);
        }

        await TellsNothingAsync(Open(Fake.Token, new Uri($"http://127.0.0.1:{port}/"), RequestTimeout));
        await TellsNothingAsync(Open(Fake.Token, new Uri("http://newsbot.invalid/"), RequestTimeout));
        await TellsNothingAsync(Open(Fake.Token, new Uri(Fake.BaseUrl.AbsoluteUri.Replace("http:", "https:", StringComparison.Ordinal)), RequestTimeout));
        var wrong = Open("1:" + secret, Fake.BaseUrl, RequestTimeout);
        await TellsNothingAsync(wrong);

        async Task TellsNothingAsync(BotApi client)
        {
            var failure = await Assert.ThrowsAsync<BotApiException>(() => client.GetMeAsync(Stop));
            Assert.DoesNotContain(secret, failure.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.True(failure.Message.Length < 500);
        }
    }
}
