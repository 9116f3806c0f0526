using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NewsBot.Web;

/// <summary>Where the service listens; the configuration section 'Web'.</summary>
internal sealed class WebOptions : IValidatableObject
{
    public const string Section = "Web";

    /// <summary>The http address to listen at; 'http://127.0.0.1:8080', this machine only, by default. Port 0 takes a free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:8080";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsAddress())
            yield return new ValidationResult("Web:Url takes an http address without a path, like http://127.0.0.1:8080.");
    }

    private bool IsAddress()
    {
        try
        {
            return BindingAddress.Parse(Url) is { Scheme: "http", Host.Length: > 0, PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>Refuses an address that the service cannot listen at.</summary>
[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
