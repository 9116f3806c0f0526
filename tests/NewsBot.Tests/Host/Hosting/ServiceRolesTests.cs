using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Archive;
using NewsBot.Hosting;
using NewsBot.Sources.Feeds;
using NewsBot.Telegram;
using NewsBot.Telegram.Notices;
using NewsBot.Telegram.Subscriptions;

namespace NewsBot.Tests.Host.Hosting;

public sealed class ServiceRolesTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null, "Article Digest Feed FeedNotice Index Retention Telegram Watch")]
    [InlineData("telegram", "Index Retention Telegram")]
    [InlineData("feeds", "Article Feed")]
    [InlineData(" digests ", "Digest FeedNotice Index Watch")]
    [InlineData("web", "Index")]
    [InlineData("web,feeds", "Article Feed Index")]
    public async Task A_process_does_the_work_of_its_roles_only(string? named, string work)
    {
        var roles = ServiceRoleNames.Parse(named, out var problem);
        Assert.Null(problem);
        await using var host = Build(roles);
        var services = host.Services;
        (string Name, object? Service)[] all =
        [
            ("Article", services.GetService<ArticleRetentionService>()),
            ("Digest", services.GetService<DigestService>()),
            ("Feed", services.GetService<FeedPoller>()),
            ("FeedNotice", services.GetService<FeedNoticeService>()),
            ("Index", services.GetService<IndexFollower>()),
            ("Retention", services.GetService<RetentionService>()),
            ("Telegram", services.GetServices<IHostedService>().OfType<TelegramService>().SingleOrDefault()),
            ("Watch", services.GetService<WatchService>()),
        ];
        Assert.Equal(work, string.Join(' ', all.Where(one => one.Service is not null).Select(one => one.Name)));
    }

    [Theory]
    [InlineData("web", HttpStatusCode.OK)]
    [InlineData("feeds", HttpStatusCode.NotFound)]
    public async Task Every_process_tells_its_health_and_only_the_web_has_pages(string roles, HttpStatusCode page)
    {
        await using var host = Build(ServiceRoleNames.Parse(roles, out _));
        await host.StartAsync(Stop);
        using var http = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(page, (await http.GetAsync(new Uri("/", UriKind.Relative), Stop)).StatusCode);
        await host.StopAsync(Stop);
    }

    private WebApplication Build(ServiceRoles roles) => new NewsBotApp(new Dictionary<string, string?>
    {
        ["Telegram:Token"] = "123456:ABC-DEF",
        ["Web:Url"] = "http://127.0.0.1:0",
    }).BuildService(folder.Path, TextWriter.Null, roles);
}
