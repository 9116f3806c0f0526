using Microsoft.Extensions.Configuration;
using NewsBot.Archive;
using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

public sealed class SettingsFailureTests
{
    [Fact]
    public void A_misspelt_key_is_named_with_its_section()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Archive:Pth", "x")]).Build();
        var failure = Assert.Throws<InvalidOperationException>(
            () => settings.GetSection("Archive").Bind(new ArchiveOptions(), binder => binder.ErrorOnUnknownConfiguration = true));
        Assert.Equal("There is no such setting in the section Archive: 'Pth'. Remove it, or correct its name.", SettingsFailure.Explain(failure));
    }
}
