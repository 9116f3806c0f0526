using System.Net;
using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Fetching;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("9.255.255.255", true)]
    [InlineData("10.0.0.0", false)]
    [InlineData("10.255.255.255", false)]
    [InlineData("11.0.0.0", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.64.0.0", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("100.128.0.0", true)]
    [InlineData("126.255.255.255", true)]
    [InlineData("128.0.0.0", true)]
    [InlineData("169.253.255.255", true)]
    [InlineData("169.254.0.0", false)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("192.0.0.255", false)]
    [InlineData("192.0.1.0", true)]
    [InlineData("198.17.255.255", true)]
    [InlineData("198.19.255.255", false)]
    [InlineData("198.20.0.0", true)]
    [InlineData("223.255.255.255", true)]
    [InlineData("224.0.0.0", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("2001:200::1", true)]
    [InlineData("2001:1ff::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:0808:0808::1", false)]
    [InlineData("1fff::1", false)]
    [InlineData("4000::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b:1::808:808", false)]
    [InlineData("::808:808", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("2606:4700::5efe:a00:1", false)]
    [InlineData("2606:4700::200:5efe:a00:1", false)]
    public void Only_public_addresses_are_allowed(string address, bool isAllowed) => Assert.Equal(isAllowed, new AddressPolicy([]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.0/24", true)]
    [InlineData("10.1.3.3", "10.1.2.0/24", false)]
    [InlineData("10.1.2.3", "10.1.2.3", true)]
    [InlineData("10.1.2.4", "10.1.2.3", false)]
    [InlineData("fd00::1", "fd00::/8", true)]
    [InlineData("fd00::1", "10.0.0.0/8", false)]
    [InlineData("64:ff9b::a00:1", "10.0.0.0/8", false)]
    public void The_settings_allow_more(string address, string allowed, bool isAllowed) => Assert.Equal(isAllowed, new AddressPolicy([allowed]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/")]
    public void What_is_no_block_is_refused(string text) => Assert.Null(AddressPolicy.ParseBlock(text));
}
