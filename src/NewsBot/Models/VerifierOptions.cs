namespace NewsBot.Models;

/// <summary>The section 'Llm:Verifier': another model for the verifying request, such as a smaller one. Everything else is as in the section 'Llm'.</summary>
internal sealed class VerifierOptions
{
    public const string Section = "Llm:Verifier";

    /// <summary>The model's name as its service knows it; empty (the default) to have the model of Llm:Model verify.</summary>
    public string Model { get; set; } = "";

    /// <summary>Who serves it, as in Llm:Provider; empty (the default) for the service of Llm, or for OpenAI when <see cref="Endpoint"/> is set.</summary>
    public string Provider { get; set; } = "";

    /// <summary>Its service's address; empty (the default) for the service of Llm, or for the provider's own address when <see cref="Provider"/> is set.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Its key; empty (the default) for the key of Llm at the service of Llm, and for none elsewhere.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Whether another model is named.</summary>
    public bool IsOn => Model.Length > 0;

    /// <summary>Whether it is reached at a service of its own, which never gets the key of Llm.</summary>
    public bool HasOwnService => Provider.Length > 0 || Endpoint.Length > 0;
}
