using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Cli;

/// <summary>The service as a process.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private const long Ann = 11;
    private const string Talks = "When do the talks in Istanbul resume?";

    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_token_it_says_how_to_get_one_and_serves_the_rest()
    {
        await using var service = ServiceProcess.Start(folder.Path, ("Web:PublicBaseUrl", "https://news.example"));
        var web = await service.SaysAsync("The web is at http://127.0.0.1:");
        Assert.Contains("Telegram is off, since there is no token: write /newbot to @BotFather", service.Error, StringComparison.Ordinal);
        Assert.Contains("Set Web:Key to open them to others.", service.Error, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = new Uri(web.Split(' ')[4].TrimEnd('.')) };
        Assert.Equal("Healthy", await http.GetStringAsync("/health", Stop));
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task A_wrong_token_stops_it_with_a_sentence()
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        await using var service = ServiceProcess.Start(folder.Path, ("Telegram:Token", "123456:wrong"), ("Telegram:BaseUrl", telegram.BaseUrl.ToString()));
        Assert.Equal(1, await service.EndsAsync());
        await service.SaysAsync("Telegram does not know this token.");
        Assert.DoesNotContain("wrong", service.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", service.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Telegram:Token", "not a token", "Telegram:Token is no bot token")]
    [InlineData("Telegram:Token", "token", "Telegram:Token is no bot token")]
    [InlineData("Telegram:Token", "bot:ABC-DEF", "Telegram:Token is no bot token")]
    [InlineData("Telegram:Workers", "0", "Telegram:Workers is 0; it takes a number from 1 to 256.")]
    [InlineData("Telegram:Tokn", "1", "there is no such setting in the section Telegram: 'Tokn'")]
    [InlineData("Telegram:Limits:PerHour", "1", "there is no such setting in the section Telegram:Limits: 'PerHour'")]
    [InlineData("Telegram:AllowedChats:0", "abc", "Telegram")]
    [InlineData("Telegram:AllowedChats", "5", "Telegram")]
    [InlineData("Telegram:Administrators:0", "abc", "Telegram")]
    [InlineData("Web:Url", "127.0.0.1", "Web:Url takes an http address")]
    public async Task A_wrong_setting_stops_it_with_a_sentence(string key, string value, string sentence)
    {
        await using var service = ServiceProcess.Start(folder.Path, (key, value));
        Assert.Equal(1, await service.EndsAsync());
        await service.SaysAsync(sentence);
        Assert.DoesNotContain("Exception", service.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_stops_it_with_a_sentence()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";
        await using var service = ServiceProcess.Start(folder.Path, ("Web:Url", address));
        Assert.Equal(1, await service.EndsAsync());
        await service.SaysAsync($"Failed to bind to address {address}");
        Assert.DoesNotContain("Exception", service.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_again_and_again_it_answers_every_question_once_and_in_order()
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        (string, string)[] settings = [("Telegram:Token", telegram.Token), ("Telegram:BaseUrl", telegram.BaseUrl.ToString()), ("Telegram:Limits:PerChatPerSecond", "0")];
        const int Chats = 10;
        const int Kills = 3;
        var asked = Enumerable.Range(1, Chats).ToDictionary(
            chat => chat, chat => Enumerable.Range(0, 6).Select(i => telegram.Says(chat, i % 2 == 0 ? Talks : "/help").MessageId).ToList());
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var service = ServiceProcess.Start(folder.Path, settings);
            await telegram.WaitForAsync("sendMessage", kill * Chats);
            await service.KillAsync();
        }

        await using var last = ServiceProcess.Start(folder.Path, settings);
        await telegram.WaitUntilAsync(() => asked.All(chat => telegram.BotMessages(chat.Key).Select(message => message.ReplyTo!.Value).Distinct().Count() == 6));
        Assert.Equal(0, await last.StopAsync());
        var repeated = 0;
        foreach (var (chat, questions) in asked)
        {
            var answered = telegram.BotMessages(chat).Select(message => message.ReplyTo!.Value).ToList();
            Assert.Equal(questions, answered.Distinct());
            repeated += answered.Count - questions.Count;
        }

        Assert.InRange(repeated, 0, Kills);
    }

    [Fact]
    public async Task By_webhook_updates_are_taken_once_and_only_with_the_secret()
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        var port = FreePort();
        var address = $"http://127.0.0.1:{port}";
        await using var service = ServiceProcess.Start(
            folder.Path,
            ("Telegram:Token", telegram.Token),
            ("Telegram:BaseUrl", telegram.BaseUrl.ToString()),
            ("Telegram:Webhook:Url", address + "/hook/telegram"),
            ("Web:Url", address));
        await service.SaysAsync("by webhook");
        var posted = telegram.Says(Ann, Talks);
        await telegram.WaitUntilAsync(() => telegram.BotMessages(Ann).Count == 1);
        Assert.Contains((posted.UpdateId, 200), telegram.Deliveries);

        using var http = new HttpClient { BaseAddress = new Uri(address) };
        Assert.Equal(401, await PostAsync(http, "{\"update_id\":1}", secret: null));
        Assert.Equal(401, await PostAsync(http, "{\"update_id\":1}", secret: "guessed"));
        var secret = telegram.RequestsOf("setWebhook")[0].Parameters["secret_token"]!.GetValue<string>();
        Assert.Equal(400, await PostAsync(http, "[]", secret));
        Assert.Equal(413, await PostAsync(http, new string(' ', 1_500_000), secret));
        Assert.Equal(200, await PostAsync(http, $$"""{"update_id":{{posted.UpdateId}}}""", secret));
        telegram.Says(Ann, "/help");
        await telegram.WaitUntilAsync(() => telegram.BotMessages(Ann).Count == 2);
        Assert.Equal(0, await service.StopAsync());
        Assert.Equal(2, telegram.BotMessages(Ann).Count);
    }

    private static async Task<int> PostAsync(HttpClient http, string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hook/telegram") { Content = new StringContent(body) };
        if (secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var response = await http.SendAsync(request, Stop);
        return (int)response.StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
