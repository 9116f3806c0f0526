using System.Text.Json;
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
        using var http = new HttpClient { BaseAddress = new Uri(web.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.')) };
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

    [Fact]
    public async Task A_secret_may_be_a_file_of_the_folder_of_credentials()
    {
        var secrets = Directory.CreateDirectory(Path.Combine(folder.Path, "secrets")).FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "Telegram__Token"), "no-token-at-all\n", Stop);
        await using (var service = ServiceProcess.Start(folder.Path))
        {
            Assert.Equal(1, await service.EndsAsync());
            await service.SaysAsync("Telegram:Token is no bot token");
            Assert.DoesNotContain("no-token-at-all", service.Error, StringComparison.Ordinal);
        }

        File.Move(Path.Combine(secrets, "Telegram__Token"), Path.Combine(secrets, "Telegram__Tokn"));
        await using var misspelt = ServiceProcess.Start(folder.Path);
        Assert.Equal(1, await misspelt.EndsAsync());
        await misspelt.SaysAsync("there is no such setting in the section Telegram: 'Tokn'");
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
    [InlineData("Logging:Console:FormatterName", "pretty", "Logging:Console:FormatterName is 'pretty'; there are json, line, simple, systemd.")]
    [InlineData("Logging:LogLevel:Default", "Loud", "'Loud'")]
    [InlineData("Web:Url", "127.0.0.1", "Web:Url takes an http address")]
    [InlineData("Web:Url", "http://127.0.0.1:65536", "Web:Url takes an http address")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317", "OTEL_EXPORTER_OTLP_ENDPOINT takes an http or https address")]
    public async Task A_wrong_setting_stops_it_with_a_sentence(string key, string value, string sentence)
    {
        await using var service = ServiceProcess.Start(folder.Path, (key, value));
        Assert.Equal(1, await service.EndsAsync());
        await service.SaysAsync(sentence);
        Assert.DoesNotContain("Exception", service.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_away_at_the_start_is_waited_for()
    {
        await using var service = ServiceProcess.Start(
            folder.Path, ("Storage:Provider", "postgres"), ("Storage:ConnectionString", "Host=127.0.0.1;Port=1;Username=newsbot;Password=secret-word;Database=news"));
        var told = await service.SaysAsync("The service waits for it.");
        Assert.Contains("cannot be reached", told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", service.Error, StringComparison.Ordinal);
        Assert.Equal(0, await service.StopAsync());
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
    public async Task A_second_service_on_the_same_archive_says_so_and_ends_and_a_killed_one_leaves_it_free()
    {
        await using (var first = ServiceProcess.Start(folder.Path))
        {
            await first.SaysAsync("The web is at");
            await using var second = ServiceProcess.Start(folder.Path);
            Assert.Equal(1, await second.EndsAsync());
            await second.SaysAsync($"Another 'newsbot serve' runs on the archive {folder.Path}; stop it first");
            Assert.DoesNotContain("Exception", second.Error, StringComparison.Ordinal);
            var asked = await CommandRun.OfAsync("ask", "--data", folder.Path, Talks);
            Assert.Equal((0, ""), (asked.Code, asked.Error));
            await first.KillAsync();
        }

        await using var third = ServiceProcess.Start(folder.Path);
        await third.SaysAsync("The web is at");
        Assert.Equal(0, await third.StopAsync());
    }

    [Fact]
    public async Task Stopped_while_it_starts_it_ends_as_it_was_asked_to()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using var service = ServiceProcess.Start(folder.Path, ("Llm:Model", "m"), ("Llm:Endpoint", $"http://{silent.LocalEndpoint}/v1"));
        using var asked = await silent.AcceptTcpClientAsync(Stop);
        Assert.Equal(0, await service.StopAsync());
        Assert.Contains("info Stopped.", service.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_of_the_log_begins_with_its_time_and_level()
    {
        await using var service = ServiceProcess.Start(folder.Path);
        await service.SaysAsync("The web is at");
        Assert.Equal(0, await service.StopAsync());
        Assert.All(
            service.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warning) \S", line));
        Assert.Contains("warning Telegram is off", service.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_section_Logging_sets_format_and_levels()
    {
        await using var service = ServiceProcess.Start(
            folder.Path, ("Logging:Console:FormatterName", "json"), ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"));
        await service.SaysAsync("The web is at");
        Assert.Equal(0, await service.StopAsync());
        var lines = service.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Contains(lines, line => line.GetProperty("Category").GetString() == "Microsoft.Hosting.Lifetime");
        Assert.Contains(lines, line => line.GetProperty("Message").GetString()!.StartsWith("The web is at", StringComparison.Ordinal));

        await using var quiet = ServiceProcess.Start(folder.Path, ("Logging:LogLevel:Default", "Warning"));
        await quiet.SaysAsync("Telegram is off");
        Assert.Equal(0, await quiet.StopAsync());
        Assert.DoesNotContain(" info ", quiet.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_at_the_health_of_a_degraded_service_leaves_no_line_in_the_log()
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        telegram.FailNext("getUpdates", FakeBotApiFault.Refusal(500, "Internal Server Error"), times: 1_000);
        await using var service = ServiceProcess.Start(folder.Path, ("Telegram:Token", telegram.Token), ("Telegram:BaseUrl", telegram.BaseUrl.ToString()));
        var web = await service.SaysAsync("The web is at http://127.0.0.1:");
        using var http = new HttpClient { BaseAddress = new Uri(web.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.')) };
        for (var look = 0; look < 5; look++)
            Assert.StartsWith("Degraded", await http.GetStringAsync("/health", Stop), StringComparison.Ordinal);
        await service.StopAsync();
        Assert.DoesNotContain("Health check", service.Error, StringComparison.OrdinalIgnoreCase);
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
