using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>The section 'Llm': which language model words the answers, and what it may take.</summary>
internal sealed class LlmOptions : IValidatableObject
{
    public const string Section = "Llm";

    /// <summary>Who serves the model: 'OpenAI' (the default) for every service that speaks its protocol, 'AzureOpenAI' for a resource's own address, or 'Anthropic'.</summary>
    public string Provider { get; set; } = "OpenAI";

    /// <summary>The service's address, with its path ('http://127.0.0.1:11434/v1'); empty (the default) for the provider's own.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name as the service knows it; empty (the default) to run without a model.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key; empty (the default) where the service wants none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Whether one cheap call at the start of the service finds a wrong key, model or address; true by default.</summary>
    public bool CheckAtStart { get; set; } = true;

    /// <summary>How long the writing of an answer may take, in seconds, 1 to 300; 60 by default.</summary>
    [SettingRange(1, 300)]
    public int Seconds { get; set; } = 60;

    /// <summary>The most tokens of a reply, 1 to 1,000,000; 2,000 by default, since models that think spend tokens before they write. A prompt may name its own.</summary>
    [SettingRange(1, 1_000_000)]
    public int MaxTokens { get; set; } = 2_000;

    /// <summary>How freely the model chooses its words, 0 to 2; null (the default) sends none, since some models refuse one. A prompt may name its own.</summary>
    [SettingRange(0, 2)]
    public double? Temperature { get; set; }

    /// <summary>Whether a second request judges what the model wrote before it is shown; <see cref="VerifyMode.Always"/> by default.</summary>
    public VerifyMode Verify { get; set; } = VerifyMode.Always;

    /// <summary>Another model for that request; none by default.</summary>
    public VerifierOptions Verifier { get; set; } = new();

    /// <summary>How often a call that failed for the moment is repeated, 0 to 5; 1 by default.</summary>
    [SettingRange(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>How many replies are written at once, 1 to 1,000; 4 by default. A question beyond them gets the extractive answer.</summary>
    [SettingRange(1, 1_000)]
    public int Concurrency { get; set; } = 4;

    /// <summary>The most tokens a day (UTC) for one person; 200,000 by default, 0 for any number.</summary>
    [SettingRange(0)]
    public long TokensPerPerson { get; set; } = 200_000;

    /// <summary>The most tokens a day (UTC) in all; 0 (the default) for any number.</summary>
    [SettingRange(0)]
    public long TokensPerDay { get; set; }

    /// <summary>What a million tokens of prompts cost, for /stats, in any currency; 0 (the default) shows no cost.</summary>
    [SettingRange(0)]
    public decimal InputPrice { get; set; }

    /// <summary>What a million tokens of replies cost, likewise; 0 by default.</summary>
    [SettingRange(0)]
    public decimal OutputPrice { get; set; }

    /// <summary>The folder of the prompts; empty (the default) for the one beside the program.</summary>
    public string Prompts { get; set; } = "";

    /// <summary>Whether a model is configured.</summary>
    public bool IsOn => Model.Length > 0;

    /// <summary>Whether the model is reached by the address of an Azure resource and the name of a deployment.</summary>
    public bool IsAzure => Provider.Equals("AzureOpenAI", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the model is reached through Anthropic's own protocol.</summary>
    public bool IsAnthropic => Provider.Equals("Anthropic", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of the prompts, in full.</summary>
    public string PromptFolder => Prompts.Length > 0 ? Path.GetFullPath(Prompts) : Path.Combine(AppContext.BaseDirectory, "prompts");

    /// <summary>The same settings with the model, and the service, that verifies; null when the model that writes verifies as well.</summary>
    public LlmOptions? ForVerifier()
    {
        if (!Verifier.IsOn)
            return null;
        var own = (LlmOptions)MemberwiseClone();
        (own.Model, own.Verifier) = (Verifier.Model, new VerifierOptions());
        if (Verifier.HasOwnService)
            (own.Provider, own.Endpoint, own.ApiKey) = (Verifier.Provider.Length > 0 ? Verifier.Provider : "OpenAI", Verifier.Endpoint, Verifier.ApiKey);
        else if (Verifier.ApiKey.Length > 0)
            own.ApiKey = Verifier.ApiKey;
        return own;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in ValidateService(Section).Concat(ForVerifier()?.ValidateService(VerifierOptions.Section) ?? []))
            yield return problem;
        if (!IsOn && (Endpoint.Length > 0 || ApiKey.Length > 0))
            yield return new ValidationResult("Llm:Model is missing: it names the language model that Llm:Endpoint offers.");
        if (!Verifier.IsOn && (Verifier.HasOwnService || Verifier.ApiKey.Length > 0))
            yield return new ValidationResult("Llm:Verifier:Model is missing: it names the model that verifies.");
        if (!IsOn && Verifier.IsOn)
            yield return new ValidationResult("Llm:Model is missing: Llm:Verifier:Model only verifies what that model writes.");
        if (IsOn && !Directory.Exists(PromptFolder))
            yield return new ValidationResult($"Llm:Prompts does not name a folder: {PromptFolder}.");
    }

    private IEnumerable<ValidationResult> ValidateService(string section)
    {
        if (!IsAzure && !IsAnthropic && !Provider.Equals("OpenAI", StringComparison.OrdinalIgnoreCase))
            yield return new ValidationResult($"{section}:Provider is OpenAI, AzureOpenAI or Anthropic.");
        if (IsAzure && IsOn && Endpoint.Length == 0)
            yield return new ValidationResult($"{section}:Endpoint is missing: with AzureOpenAI it is the address of the resource, such as https://NAME.openai.azure.com.");
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return new ValidationResult($"{section}:Endpoint is an http or https address, such as http://127.0.0.1:11434/v1.");
    }
}

/// <summary>When a model's sentences are judged by a second request.</summary>
internal enum VerifyMode
{
    /// <summary>Before anything is shown for good.</summary>
    Always,

    /// <summary>Never: the model's words are shown only beside their quotations, marked as unverified.</summary>
    Never,
}

/// <summary>Checks <see cref="LlmOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class LlmOptionsValidator : IValidateOptions<LlmOptions>;
