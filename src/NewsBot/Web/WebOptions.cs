using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NewsBot.Web;

/// <summary>Where the service listens; the configuration section 'Web'.</summary>
internal sealed class WebOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Web";

    /// <summary>The http address to listen at; 'http://127.0.0.1:8080', this machine only, by default. Port 0 takes a free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:8080";
}

/// <summary>Refuses an address that cannot be listened at.</summary>
internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        try
        {
            return BindingAddress.Parse(options.Url) is { Scheme: "http", Host.Length: > 0, PathBase: "" }
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Web:Url takes an http address without a path, like http://127.0.0.1:8080.");
        }
        catch (FormatException)
        {
            return ValidateOptionsResult.Fail("Web:Url takes an http address, like http://127.0.0.1:8080.");
        }
    }
}
