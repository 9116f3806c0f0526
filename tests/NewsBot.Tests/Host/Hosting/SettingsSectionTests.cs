using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Host.Hosting;

public sealed class SettingsSectionTests
{
    private static readonly SettingsSection[] Known = [new(TelegramOptions.Section, typeof(TelegramOptions)), new(ServiceLog.Section, Options: null)];

    [Theory]
    [InlineData("Telegram:Tokn", "there is no such setting in the section Telegram: 'Tokn'. Remove it, or correct its name.")]
    [InlineData("Telegram:Limits:PerHour", "there is no such setting in the section Telegram:Limits: 'PerHour'. Remove it, or correct its name.")]
    [InlineData("Telegram:IsOn", "there is no such setting in the section Telegram: 'IsOn'. Remove it, or correct its name.")]
    [InlineData("Telgram:Token", "there is no section 'Telgram'; there are Telegram and Logging.")]
    public void A_misspelt_name_is_refused_with_a_sentence(string key, string sentence) =>
        Assert.Equal([sentence], Assert.Throws<OptionsValidationException>(() => Check(key)).Failures);

    [Theory]
    [InlineData("Telegram:Token")]
    [InlineData("telegram:token")]
    [InlineData("Telegram:Limits:PerSecond")]
    [InlineData("Telegram:AllowedChats:0")]
    [InlineData("Logging:LogLevel:NewsBot.Sources")]
    [InlineData("OFFERED_BY_SOMEBODY_ELSE")]
    public void Control_a_right_name_is_taken(string key) => Check(key);

    [Fact]
    public void A_number_out_of_range_is_told_by_its_key()
    {
        var failures = new TelegramOptionsValidator().Validate(name: null, new TelegramOptions { Workers = 0, Limits = new LimitOptions { PerSecond = -1 } }).Failures;
        Assert.Equal(["Telegram:Limits:PerSecond is -1; it takes a number from 0 to 10000.", "Telegram:Workers is 0; it takes a number from 1 to 256."], failures!.Order());
    }

    private static void Check(string key) =>
        SettingsSection.ThrowOnUnknown(new ConfigurationBuilder().AddInMemoryCollection([new(key, "1")]).Build(), Known);
}
