using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Fetching;

public sealed class SourceOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Failures(new SourceOptions()));

    [Fact]
    public void What_is_out_of_range_is_named()
    {
        Assert.Equal(
            ["Sources:RequestSeconds is 0; it takes a number from 1 to 300.", "Sources:HostDelaySeconds is NaN; it takes a number from 0 to 60."],
            Failures(new SourceOptions { RequestSeconds = 0, HostDelaySeconds = double.NaN }));
        Assert.Equal(
            ["Sources:AllowedPrivateAddresses holds 'intranet'; it takes addresses and CIDR blocks like 10.1.2.0/24."],
            Failures(new SourceOptions { AllowedPrivateAddresses = ["10.0.0.0/8", "::1", "intranet"] }));
    }

    [Theory]
    [InlineData("https://news.example/bot", true)]
    [InlineData("me@news.example", true)]
    [InlineData("me (at home)", false)]
    [InlineData("a\r\nX-Evil: 1", false)]
    [InlineData("мене", false)]
    public void A_contact_is_one_word_that_a_header_can_hold(string contact, bool isValid) =>
        Assert.Equal(isValid, Failures(new SourceOptions { Contact = contact }).Count == 0);

    private static List<string> Failures(SourceOptions options) => [.. new SourceOptionsValidator().Validate(name: null, options).Failures ?? []];
}
