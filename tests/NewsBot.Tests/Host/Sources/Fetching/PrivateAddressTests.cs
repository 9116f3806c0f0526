using System.Net;
using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Fetching;

/// <summary>No request reaches what is not public: a listener on every local address counts connections.</summary>
public sealed class PrivateAddressTests : IAsyncDisposable
{
    private readonly FakeSite canary = new(IPAddress.IPv6Any);
    private readonly FakeSite site = new();
    private readonly ScriptedNames names = new();

    public async ValueTask DisposeAsync()
    {
        await canary.DisposeAsync();
        await site.DisposeAsync();
    }

    public static TheoryData<string> Spellings => [
        "127.0.0.1", "127.0.0.2", "127.1", "127.0.1", "2130706433", "017700000001", "0x7f000001", "0x7f.1", "0177.0.0.1", "0x7f.0x0.0x0.0x1", "127.0.0.1.",
        "127.0.0.01", "00000177.1", "0", "0.0.0.0", "0x0", "localhost", "LOCALHOST", "localhost.", "127%2e0%2e0%2e1", "%31%32%37.0.0.1",
        "１２７.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]", "[64:ff9b::7f00:1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001::1]",
        "[fe80::1]", "[fe80::1%251]",
        "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]", "[2001:db8::1]", "[100::1]", "169.254.169.254", "0xa9fea9fe", "2852039166", "[::ffff:169.254.169.254]",
        "168.63.129.16", "100.100.100.200", "192.0.0.192", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_private_address_is_refused_in_every_spelling(string host)
    {
        using var fetcher = TestFetcher.Fetcher(options => options.AllowedPrivateAddresses = []);
        if (!Uri.TryCreate($"http://{host}:{canary.Port}/", UriKind.Absolute, out var address))
            return;
        var failed = Assert.IsType<WebResult.Failed>(await fetcher.NamedAsync(address));

        // A spelling that the system does not take for an address is a name that nobody knows.
        Assert.Contains(failed.Failure, new[] { WebFailure.RefusedAddress, WebFailure.NameNotFound });
        Assert.Equal(0, canary.Connections);
    }

    [Theory]
    [InlineData("127.0.0.2", "127.0.0.0/8")]
    [InlineData("2130706433", "127.0.0.1")]
    [InlineData("0x7f.1", "127.0.0.1")]
    [InlineData("localhost", "127.0.0.1,::1")]
    [InlineData("[::1]", "::1")]
    [InlineData("[::ffff:127.0.0.1]", "127.0.0.1")]
    public async Task Control_the_same_address_is_reached_when_it_is_allowed(string host, string allowed)
    {
        canary.Says("/", "Here.");
        using var fetcher = TestFetcher.Fetcher(options => options.AllowedPrivateAddresses = allowed.Split(','));
        Assert.Equal("Here.", (await fetcher.FeedAsync(canary.At("/", host))).Text());
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.2")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("127.0.0.1", "127.0.0.2")]
    [InlineData("93.184.215.14", "127.0.0.2")]
    [InlineData("127.0.0.2", "93.184.215.14")]
    public async Task A_name_with_a_private_address_is_refused(params string[] addresses)
    {
        names.Add("news.example", addresses);
        using var fetcher = TestFetcher.Fetcher(names: names);
        (await fetcher.FeedAsync(canary.At("/", "news.example"))).Fails(WebFailure.RefusedAddress);
        (await fetcher.PageAsync(canary.At("/", "news.example"))).Fails(WebFailure.RefusedAddress);
        Assert.Equal(0, canary.Connections);
    }

    [Theory]
    [InlineData("http://127.0.0.2:{0}/")]
    [InlineData("//127.0.0.2:{0}/")]
    [InlineData("http://0x7f.2:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.2]:{0}/")]
    [InlineData("http://inside.example:{0}/")]
    [InlineData("https://127.0.0.2:{0}/")]
    [InlineData("http://user:pass@127.0.0.2:{0}/")]
    public async Task A_redirect_to_a_private_address_is_not_followed(string location)
    {
        site.Redirects("/", string.Format(location, canary.Port)).Redirects("/far", "/");
        names.Add("inside.example", "127.0.0.2");
        using var fetcher = TestFetcher.Fetcher(names: names);
        (await fetcher.FeedAsync(site.At("/far"))).Fails(WebFailure.RefusedAddress);
        (await fetcher.PageAsync(site.At("/far"))).Fails(WebFailure.RefusedAddress);
        Assert.Equal(0, canary.Connections);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("gopher://127.0.0.1/")]
    [InlineData("data:text/plain,x")]
    [InlineData("javascript:1")]
    public async Task A_redirect_out_of_the_web_is_not_followed(string location)
    {
        site.Redirects("/", location);
        using var fetcher = TestFetcher.Fetcher();
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.NotHttp);
    }

    [Fact]
    public async Task Control_a_redirect_to_an_allowed_address_is_followed()
    {
        site.Redirects("/", $"http://inside.example:{canary.Port}/");
        canary.Says("/", "Here.");
        names.Add("inside.example", "127.0.0.2");
        using var fetcher = TestFetcher.Fetcher(options => options.AllowedPrivateAddresses = ["127.0.0.0/8"], names);
        Assert.Equal("Here.", (await fetcher.FeedAsync(site.At("/"))).Text());
    }

    [Fact]
    public async Task A_name_that_changes_its_answer_gains_nothing()
    {
        // Were the name looked up once for the check and once more for the connection, the second answer would be connected to.
        names.Add("news.example", "127.0.0.1").Add("news.example", "127.0.0.2");
        canary.Says("/", "Here.");
        using var fetcher = TestFetcher.Fetcher(names: names);
        await fetcher.FeedAsync(canary.At("/", "news.example"));
        Assert.Equal(["news.example"], names.Asked);

        // Each new connection is checked again.
        (await fetcher.FeedAsync(canary.At("/", "news.example"))).Fails(WebFailure.RefusedAddress);
        Assert.Equal(1, canary.Connections);
    }

    [Fact]
    public async Task A_name_that_changes_its_answer_between_robots_txt_and_the_page_gains_nothing()
    {
        names.Add("news.example", "127.0.0.1").Add("news.example", "127.0.0.2");
        canary.Says("/page", "Here.");
        using var fetcher = TestFetcher.Fetcher(names: names);
        (await fetcher.PageAsync(canary.At("/page", "news.example"))).Fails(WebFailure.RefusedAddress);
        Assert.Equal(["/robots.txt"], canary.Paths);
    }

    [Theory]
    [InlineData(22)]
    [InlineData(25)]
    [InlineData(6667)]
    public async Task Ports_of_other_protocols_are_refused(int port)
    {
        using var fetcher = TestFetcher.Fetcher();
        (await fetcher.FeedAsync(new Uri($"http://127.0.0.1:{port}/"))).Fails(WebFailure.RefusedAddress);
    }

    [Fact]
    public async Task A_name_and_a_password_are_not_sent_on()
    {
        site.Says("/", "Here.");
        using var fetcher = TestFetcher.Fetcher();
        var fetched = Assert.IsType<WebResult.Fetched>(await fetcher.FeedAsync(new Uri($"http://user:secret@127.0.0.1:{site.Port}/#part")));
        Assert.Equal(site.At("/"), fetched.Address);
        Assert.Equal("", fetched.Address.UserInfo + fetched.Address.Fragment);
        Assert.Null(site.Requests[0].Header("Authorization"));
        Assert.DoesNotContain("secret", string.Concat(site.Requests[0].Headers), StringComparison.Ordinal);
    }
}
