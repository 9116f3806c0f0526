using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsBot.Core.Questions;
using NewsBot.Counts;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Web;

/// <summary>Makes the pictures of docs/images from the real pages. They go into the folder that NEWSBOT_PICTURES names; else nobody keeps them.</summary>
public sealed class PictureTests
{
    private const string Talks = "When do the talks in Istanbul resume?";
    private const int MaxBytes = 150_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pictures_of_the_documents_are_made_from_the_real_pages()
    {
        Assert.SkipWhen(BrowserTests.Chromium is null, "There is no chromium on this machine.");
        using var temporary = new TempFolder();
        var folder = Environment.GetEnvironmentVariable("NEWSBOT_PICTURES") is { Length: > 0 } named ? RepositoryFiles.At(named) : temporary.Path;
        await using var web = await WebHost.StartAsync(Stop);
        await FillAsync(web);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = BrowserTests.Chromium, Args = ["--no-sandbox"] });

        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1_120, Height = 700 }, ColorScheme = ColorScheme.Light });
        await page.GotoAsync($"{web.Address}/?q={Uri.EscapeDataString(Talks)}");
        await ShootAsync(page, folder, "page-answer.png");
        await page.Locator(".card a").First.ClickAsync();
        await page.Locator("#s1").WaitForAsync();
        await ShootAsync(page, folder, "page-reader.png");
        await page.SetViewportSizeAsync(1_120, 1_000);
        await page.GotoAsync(web.Address + "/admin");
        await ShootAsync(page, folder, "page-admin.png");

        var phone = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, ColorScheme = ColorScheme.Dark });
        await phone.GotoAsync($"{web.Address}/?q={Uri.EscapeDataString(Talks)}");
        await ShootAsync(phone, folder, "page-phone.png");
    }

    private static async Task ShootAsync(IPage page, string folder, string name)
    {
        var bytes = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), Animations = ScreenshotAnimations.Disabled });
        Assert.InRange(bytes.Length, 5_000, MaxBytes);
    }

    /// <summary>Counts of two weeks, as a small group of people would leave them, and two feeds.</summary>
    private static async Task FillAsync(WebHost web)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var counts = Enumerable.Range(0, 14).SelectMany(back =>
        {
            var day = today.AddDays(-back);
            var asked = 30 + (back * 37 % 23);
            return (DayCount[])
            [
                new DayCount(day, CountName.Sure, asked), new DayCount(day, CountName.Unsure, 6 + (back * 5 % 7)),
                new DayCount(day, CountName.Refused(RefusalKind.NotSaid), 4 + (back * 3 % 5)),
                new DayCount(day, CountName.Refused(RefusalKind.NameMissing), 2 + (back % 3)),
                new DayCount(day, CountName.Took(TimeSpan.FromMilliseconds(10 + (back * 11 % 40))), asked + 10),
                new DayCount(day, CountName.Took(TimeSpan.FromMilliseconds(150 + (back * 170 % 900))), 2),
            ];
        });
        await web.Services.GetRequiredService<ICountStore>().AddAsync([.. counts], Stop);
        var feeds = web.Services.GetRequiredService<IFeedStore>();
        await feeds.AddAsync(new NewFeed("https://town.example/news.xml") { Title = "Town news" }, now, Stop);
        await feeds.AddAsync(new NewFeed("https://harbour.example/feed.atom") { Title = "Harbour daily" }, now, Stop);
    }
}
