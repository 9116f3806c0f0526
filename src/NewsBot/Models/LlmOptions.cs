using Microsoft.Extensions.Options;

namespace NewsBot.Models;

/// <summary>The section 'Llm': which language model words the answers, and what it may take.</summary>
internal sealed class LlmOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Llm";

    /// <summary>Who serves the model: 'OpenAI' for every service that speaks its protocol, 'AzureOpenAI' for a resource's own address, or 'Anthropic'.</summary>
    public string Provider { get; set; } = "OpenAI";

    /// <summary>The service's address, with its path ('http://127.0.0.1:11434/v1'); empty for the provider's own.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name as the service knows it; empty to run without a model.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key; empty where the service wants none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Whether one cheap call at the start of the service tells a wrong key, model or address.</summary>
    public bool CheckAtStart { get; set; } = true;

    /// <summary>How long the writing of an answer may take, in seconds, 1 to 300.</summary>
    public int Seconds { get; set; } = 20;

    /// <summary>How often a call that failed for the moment is made again, 0 to 5.</summary>
    public int Retries { get; set; } = 1;

    /// <summary>How many replies are written at once, 1 to 1,000; whoever comes when all are taken gets the extractive answer.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>The most tokens a day (UTC) for one person; 0 for any number.</summary>
    public long TokensPerPerson { get; set; } = 200_000;

    /// <summary>The most tokens a day (UTC) in all; 0 for any number.</summary>
    public long TokensPerDay { get; set; }

    /// <summary>What a million tokens of prompts cost, for /stats, in whatever currency.</summary>
    public decimal InputPrice { get; set; }

    /// <summary>What a million tokens of replies cost, likewise.</summary>
    public decimal OutputPrice { get; set; }

    /// <summary>The folder of the prompts; empty for the one beside the program.</summary>
    public string Prompts { get; set; } = "";

    /// <summary>Whether a model is configured.</summary>
    public bool IsOn => Model.Length > 0;

    /// <summary>Whether the model is reached by the address of an Azure resource and the name of a deployment.</summary>
    public bool IsAzure => Provider.Equals("AzureOpenAI", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the model is reached through Anthropic's own protocol.</summary>
    public bool IsAnthropic => Provider.Equals("Anthropic", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of the prompts, in full.</summary>
    public string PromptFolder => Prompts.Length > 0 ? Path.GetFullPath(Prompts) : Path.Combine(AppContext.BaseDirectory, "prompts");
}

/// <summary>Checks <see cref="LlmOptions"/> at start.</summary>
internal sealed class LlmOptionsValidator : IValidateOptions<LlmOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LlmOptions options)
    {
        var failures = new List<string>();
        if (options is { IsAzure: false, IsAnthropic: false } && !options.Provider.Equals("OpenAI", StringComparison.OrdinalIgnoreCase))
            failures.Add("Llm:Provider is OpenAI, AzureOpenAI or Anthropic.");
        if (options is { IsAzure: true, IsOn: true, Endpoint: "" })
            failures.Add("Llm:Endpoint is missing: with AzureOpenAI it is the address of the resource, such as https://NAME.openai.azure.com.");
        if (options.Endpoint.Length > 0 && !(Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            failures.Add("Llm:Endpoint is an http or https address, such as http://127.0.0.1:11434/v1.");
        if (!options.IsOn && (options.Endpoint.Length > 0 || options.ApiKey.Length > 0))
            failures.Add("Llm:Model is missing: it names the language model that Llm:Endpoint offers.");
        if (options.Seconds is < 1 or > 300)
            failures.Add("Llm:Seconds goes from 1 to 300.");
        if (options.Retries is < 0 or > 5)
            failures.Add("Llm:Retries goes from 0 to 5.");
        if (options.Concurrency is < 1 or > 1_000)
            failures.Add("Llm:Concurrency goes from 1 to 1000.");
        if (options.TokensPerPerson < 0 || options.TokensPerDay < 0)
            failures.Add("Llm:TokensPerPerson and Llm:TokensPerDay are not below 0.");
        if (options.InputPrice < 0 || options.OutputPrice < 0)
            failures.Add("Llm:InputPrice and Llm:OutputPrice are not below 0.");
        if (options.IsOn && !Directory.Exists(options.PromptFolder))
            failures.Add($"Llm:Prompts names no folder: {options.PromptFolder}.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
