using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Web.Access;

/// <summary>Where the service listens, and who may look; the configuration section 'Web'.</summary>
internal sealed class WebOptions : IValidatableObject
{
    public const string Section = "Web";

    private const int LeastKeyLength = 16;

    /// <summary>The http address to listen at; 'http://127.0.0.1:8080', this machine only, by default. Port 0 takes a free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:8080";

    /// <summary>The address at which other people open the pages, without a path; empty for <see cref="Url"/>. With it, every citation in Telegram opens the reader.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>What a visitor from another machine has to give; empty to serve this machine alone.</summary>
    public string Key { get; set; } = "";

    /// <summary>Questions of one address in a minute; 0 for any number.</summary>
    [SettingRange(0)]
    public int QuestionsPerMinute { get; set; } = 30;

    /// <summary>Requests of one address in a minute; 0 for any number.</summary>
    [SettingRange(0)]
    public int RequestsPerMinute { get; set; } = 600;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsAddress())
            yield return new ValidationResult("Web:Url takes an http address without a path, like http://127.0.0.1:8080.");
        if (PublicBaseUrl.Length > 0 && !IsBase(PublicBaseUrl))
            yield return new ValidationResult("Web:PublicBaseUrl takes an http or https address without a path, like https://news.example.");
        if (Key.Length is > 0 and < LeastKeyLength)
            yield return new ValidationResult($"Web:Key is too short; it takes {LeastKeyLength} characters or more.");
    }

    private static bool IsBase(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" };

    private bool IsAddress()
    {
        try
        {
            return BindingAddress.Parse(Url) is { Scheme: "http", Host.Length: > 0, Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort, PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>Refuses an address that the service cannot listen at, and a key that can be guessed.</summary>
[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
