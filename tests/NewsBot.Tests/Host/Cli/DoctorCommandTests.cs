using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Archive;
using NewsBot.Cli;
using NewsBot.Telegram.Api;
using NewsBot.Tests.Host.Models;
using NewsBot.Tests.Host.Sources.Fetching;
using NewsBot.Tests.Host.Storage;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Cli;

/// <summary>What 'newsbot doctor' finds.</summary>
public sealed class DoctorCommandTests(SeededArchive archive) : IClassFixture<SeededArchive>, IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Of_a_new_machine_it_says_what_is_off_and_mends_nothing()
    {
        var (code, lines) = await RunAsync(folder.Path);
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal("There is nothing to mend.", lines[^1]);
        string[] off = ["archive", "language model", "embeddings", "telegram"];
        Assert.Equal(off, lines.Where(line => line.StartsWith("off   ", StringComparison.Ordinal)).Select(line => line[6..].Split(':')[0]));
        string[] ok = ["settings", "disk", "clock", "local models", "web"];
        Assert.Equal(ok.Order(), lines.Where(line => line.StartsWith("ok    ", StringComparison.Ordinal)).Select(line => line[6..].Split(':')[0]).Order());
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public async Task An_archive_is_checked_as_by_check()
    {
        var (code, lines) = await RunAsync(archive.Path);
        Assert.Equal(ExitCode.Done, code);
        Assert.Matches("^ok    archive: store: whole, [0-9]+ articles index: whole, [0-9]+ passages\\.$", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("off   feeds: No feeds are followed.", StringComparison.Ordinal));

        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "archive.db"), new byte[8192], Stop);
        (code, lines) = await RunAsync(folder.Path);
        Assert.Equal(ExitCode.Failed, code);
        Assert.StartsWith("mend  archive: ", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_setting_is_told_as_json_too()
    {
        var run = await CommandRun.OfAsync(App(("Telegramm:Token", "x"), ("Llm:Modell", "m"), ("Web:Kee", "k")), ["doctor", "--data", folder.Path, "--json"]);
        Assert.Equal((ExitCode.Failed, ""), (run.Code, run.Error));
        var finding = JsonDocument.Parse(Assert.Single(run.Output.TrimEnd('\n').Split('\n'))).RootElement;
        Assert.Equal(("settings", "mend"), (finding.GetProperty("part").GetString(), finding.GetProperty("state").GetString()));
        Assert.All((string[])["Telegramm", "Modell", "Kee"], name => Assert.Contains($"'{name}'", finding.GetProperty("sentence").GetString(), StringComparison.Ordinal));

        var (code, lines) = await RunAsync(folder.Path, ("Llm:Seconds", "0"), ("Web:Url", "x"), ("Telegram:Workers", "0"));
        Assert.Equal(ExitCode.Failed, code);
        Assert.All((string[])["Llm:Seconds is 0", "Web:Url takes", "Telegram:Workers is 0"], part => Assert.Contains(lines, line => line.Contains(part, StringComparison.Ordinal)));

        (_, lines) = await RunAsync(folder.Path, ("Telegram_Token", "123456:secret"));
        Assert.Contains(lines, line => line.EndsWith("belong two underscores: NEWSBOT_Telegram__Token.", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_wrong_settings_stop_any_command_with_sentences()
    {
        var run = await CommandRun.OfAsync(App(("Llm:Seconds", "0"), ("Embeddings:Seconds", "0")), ["ask", "Who won?", "--data", folder.Path]);
        var sentence = run.OneSentence(ExitCode.Failed);
        Assert.Contains("Llm:Seconds is 0", sentence, StringComparison.Ordinal);
        Assert.Contains("Embeddings:Seconds is 0", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "", "", "mend", "without Web:Key")]
    [InlineData("http://127.0.0.1:0", "", "https://news.example", "mend", "Web:PublicBaseUrl is set and Web:Key is not")]
    [InlineData("http://127.0.0.1:0", "0123456789abcdef", "", "ok", "whoever gives the key")]
    public async Task Who_may_look_is_told(string url, string key, string publicUrl, string state, string part)
    {
        var (_, lines) = await RunAsync(folder.Path, ("Web:Url", url), ("Web:Key", key), ("Web:PublicBaseUrl", publicUrl));
        Assert.Contains(part, Of(lines, state, "web"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_told_but_not_that_of_the_own_service()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var (_, lines) = await RunAsync(folder.Path, ("Web:Url", $"http://{listener.LocalEndpoint}"));
        Assert.Contains("Another program listens", Of(lines, "mend", "web"), StringComparison.Ordinal);

        using var service = ArchiveFolder.TakeForService(folder.Path);
        (_, lines) = await RunAsync(folder.Path, ("Web:Url", $"http://{listener.LocalEndpoint}"));
        Assert.Contains("'newsbot serve' runs", Of(lines, "ok", "web"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_behind_the_archive_is_told()
    {
        var time = new ManualTime { Now = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var app = new NewsBotApp(Settings([]), services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        var run = await CommandRun.OfAsync(app, ["doctor", "--data", archive.Path]);
        Assert.Contains("mend  clock: It says 2020-01-01 00:00 UTC, but the archive was written at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_cannot_be_read_is_told_with_what_to_do()
    {
        await using var site = new FakeSite();
        site.Says("/good.xml", """<rss version="2.0"><channel><title>Good</title><item><title>One</title><guid>1</guid></item></channel></rss>""");
        site.Says("/page.html", "<html><body>no feed</body></html>");
        (string, string) allowed = ("Sources:AllowedPrivateAddresses:0", "127.0.0.1");
        foreach (var path in (string[])["/good.xml", "/page.html"])
            Assert.Equal(0, (await CommandRun.OfAsync(App(allowed), ["feeds", "add", site.At(path).AbsoluteUri, "--no-check", "--data", folder.Path])).Code);
        var (code, lines) = await RunAsync(folder.Path, allowed);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("2 are followed; of 2 fetched just now, 1 can be read. There was no success yet.", Of(lines, "ok", "feeds"), StringComparison.Ordinal);
        Assert.Contains("newsbot feeds pause 2", Of(lines, "mend", "feeds"), StringComparison.Ordinal);
        Assert.Equal("There is one thing to mend.", lines[^1]);
    }

    [Fact]
    public async Task A_token_is_tried_and_who_else_takes_the_updates_is_told()
    {
        await using var telegram = await FakeBotApi.StartAsync(Stop);
        (string, string) address = ("Telegram:BaseUrl", telegram.BaseUrl.ToString());
        var (_, lines) = await RunAsync(folder.Path, address, ("Telegram:Token", "123456:wrong"));
        Assert.Contains("@BotFather shows the right one", Of(lines, "mend", "telegram"), StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("wrong", StringComparison.Ordinal));

        var (code, good) = await RunAsync(folder.Path, address, ("Telegram:Token", telegram.Token));
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("by long polling", Of(good, "ok", "telegram"), StringComparison.Ordinal);

        telegram.FailNext("getUpdates", FakeBotApiFault.Refusal(409, "Conflict: terminated by other getUpdates request"));
        (_, lines) = await RunAsync(folder.Path, address, ("Telegram:Token", telegram.Token));
        Assert.Contains("Another program asks Telegram", Of(lines, "mend", "telegram"), StringComparison.Ordinal);

        using var api = new BotApi(new BotToken(telegram.Token), telegram.BaseUrl, TimeSpan.FromSeconds(10));
        await api.SetWebhookAsync(new Uri("http://127.0.0.1:9/secret-path"), "secret", maxConnections: 1, Stop);
        (_, lines) = await RunAsync(folder.Path, address, ("Telegram:Token", telegram.Token));
        Assert.Contains("Updates go to a webhook at 127.0.0.1", Of(lines, "mend", "telegram"), StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("secret-path", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "key")]
    [InlineData(404, "knows no model 'm'")]
    public async Task A_wrong_key_and_a_wrong_model_are_told(int status, string part)
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        server.Behaviour = (context, token) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("""{"error":{"message":"no"}}""", token);
        };
        (string, string)[] settings =
        [
            ("Llm:Model", "m"), ("Llm:Endpoint", server.Endpoint), ("Llm:CheckAtStart", "false"), ("Embeddings:Model", "m"), ("Embeddings:Endpoint", server.Endpoint),
        ];
        var (code, lines) = await RunAsync(folder.Path, settings);
        Assert.Equal(ExitCode.Failed, code);
        Assert.All((string[])["language model", "embeddings"], kind => Assert.Contains(part, Of(lines, "mend", kind), StringComparison.Ordinal));

        server.Behaviour = null;
        (code, lines) = await RunAsync(folder.Path, settings);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("m makes vectors of 1 dimensions", Of(lines, "ok", "embeddings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_that_cannot_be_read_are_told()
    {
        var (_, lines) = await RunAsync(folder.Path, ("Models:Weights", Path.Combine(folder.Path, "missing.json")));
        Assert.Contains("missing.json", Of(lines, "mend", "settings"), StringComparison.Ordinal);
    }

    private static string Of(IEnumerable<string> lines, string state, string part) =>
        Assert.Single(lines, line => line.StartsWith($"{state,-5} {part}: ", StringComparison.Ordinal));

    private static Dictionary<string, string?> Settings(IEnumerable<(string Key, string Value)> settings)
    {
        var all = new Dictionary<string, string?> { ["Web:Url"] = "http://127.0.0.1:0" };
        foreach (var (key, value) in settings)
            all[key] = value;
        return all;
    }

    private static NewsBotApp App(params IEnumerable<(string Key, string Value)> settings) => new(Settings(settings));

    private static async Task<(int Code, string[] Lines)> RunAsync(string data, params (string Key, string Value)[] settings)
    {
        var run = await CommandRun.OfAsync(App(settings), ["doctor", "--data", data]);
        return (run.Code, run.Output.TrimEnd('\n').Split('\n'));
    }
}
