using NewsBot.Sources.Drafts;
using NewsBot.Sources.Ingest;
using NewsBot.Tests.Host.Archive;

namespace NewsBot.Tests.Host.Sources.Ingest;

/// <summary>What looks like an address reads no file, and what is none is told.</summary>
public sealed class NoFileByAddressTests : IAsyncDisposable
{
    private readonly IngestPlace place = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => place.DisposeAsync();

    [Theory]
    [InlineData("http://127.0.0.2/{0}")]
    [InlineData("https://127.0.0.2/{0}")]
    [InlineData("htp://x/{0}")]
    [InlineData("file:{0}")]
    [InlineData("FILE://x/{0}")]
    [InlineData(" http://127.0.0.2/{0}")]
    public async Task An_address_that_climbs_to_a_file_reads_none(string form)
    {
        var secret = place.Folder.File("secret.txt", "The code of the safe is 5150, the guard said.");
        var given = string.Format(null, form, string.Concat(Enumerable.Repeat("../", 40)) + secret.TrimStart('/'));
        var rejected = Assert.IsType<ReadResult.Rejected>(Assert.Single(await place.ReadAsync(given)));
        Assert.NotEqual("there is no such file or folder, or it may not be read", rejected.Reason);

        var store = new FakeArticleStore();
        Assert.IsType<IntakeResult.Refused>(await place.Intake(store).TakeAsync(given, place.Clock.Now, Stop));
        Assert.Equal(0, await store.CountAsync(Stop));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/hostname")]
    [InlineData("htp://town.example/bridge")]
    [InlineData("http:/127.0.0.1/")]
    [InlineData("data:text/html,Hello")]
    [InlineData("gopher://127.0.0.1:70/1 and a word")]
    public async Task What_begins_with_a_scheme_and_is_no_web_address_is_told(string given)
    {
        var store = new FakeArticleStore();
        Assert.IsType<IntakeResult.Refused>(await place.Intake(store).TakeAsync(given, place.Clock.Now, Stop));
        Assert.Equal(0, await store.CountAsync(Stop));
    }

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("../../etc/hostname")]
    [InlineData("hostname")]
    public async Task A_word_alone_is_no_article(string given)
    {
        var store = new FakeArticleStore();
        Assert.IsType<IntakeResult.Refused>(await place.Intake(store).TakeAsync(given, place.Clock.Now, Stop));
        Assert.Equal(0, await store.CountAsync(Stop));
    }

    [Theory]
    [InlineData("Correction: the bridge opens on Tuesday, and not on Monday.")]
    [InlineData("https://town.example/bridge\nThe bridge opened.")]
    public async Task A_text_is_still_a_text(string given) =>
        Assert.IsType<IntakeResult.Taken>(await place.Intake(new FakeArticleStore()).TakeAsync(given, place.Clock.Now, Stop));

    [Fact]
    public async Task A_file_whose_name_looks_like_an_address_is_read_by_its_path() =>
        Assert.IsType<ReadResult.Found>(Assert.Single(await place.ReadAsync(place.Folder.File("notes:today.txt", "The bridge opened on Monday."))));

    [Fact]
    public async Task A_pipe_is_refused_and_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Named pipes in folders are a matter of Unix.");
        var pipe = Path.Combine(place.Folder.Path, "pipe.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", pipe))
            await made.WaitForExitAsync(Stop);
        var link = Path.Combine(place.Folder.Path, "link.txt");
        File.CreateSymbolicLink(link, pipe);
        foreach (var path in (string[])[pipe, link])
            Assert.Equal(new ReadResult.Rejected(path, null, "is empty"), Assert.Single(await place.ReadAsync(path).WaitAsync(TimeSpan.FromSeconds(30), Stop)));
    }

    [Theory]
    [InlineData("https://ann:secret@town.example/bridge", "https://town.example/bridge")]
    [InlineData("https://ann@town.example", "https://town.example")]
    [InlineData("https://town.example/@ann/bridge", "https://town.example/@ann/bridge")]
    public void An_article_keeps_no_password_in_its_address(string given, string kept) => Assert.Equal(
        kept, Assert.IsType<ReadResult.Found>(new ArticleDraft { Url = given, Body = "The bridge opened." }.Finish("", line: null)).Article.Url);
}
