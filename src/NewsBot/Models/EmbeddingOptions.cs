using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsBot.Core.Retrieval;
using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>The section 'Embeddings': the model whose vectors find passages that say the same in other words.</summary>
internal sealed class EmbeddingOptions : IValidatableObject
{
    public const string Section = "Embeddings";

    private const int MaxPrefixLength = 1_000;

    /// <summary>The address of a service that speaks OpenAI's protocol, with its path ('http://127.0.0.1:11434/v1'); empty (the default) for OpenAI's own.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name as the service knows it; empty (the default) to search by words alone.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key; empty (the default) where the service wants none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The dimensions to ask for, 1 to 16,384; 0 (the default) for the model's own.</summary>
    [SettingRange(0, VectorIndex.MaxDimensions)]
    public int Dimensions { get; set; }

    /// <summary>Passages in one request, 1 to 2,048; 32 by default.</summary>
    [SettingRange(1, 2_048)]
    public int BatchSize { get; set; } = new VectorSettings("").BatchSize;

    /// <summary>How long a request for passages may take, in seconds, 1 to 600; 30 by default.</summary>
    [SettingRange(1, 600)]
    public int Seconds { get; set; } = (int)new VectorSettings("").TimeLimit.TotalSeconds;

    /// <summary>How long a question may wait for its vector, in seconds, above 0 to 60; 2 by default. After that it is answered by words alone.</summary>
    [SettingRange(0, 60, IsAbove = true)]
    public double QuestionSeconds { get; set; } = new VectorSettings("").QuestionTimeLimit.TotalSeconds;

    /// <summary>What the nearest passage in meaning is worth, 0 to 2, as a share of a full match of the question's words; 0.5 by default.</summary>
    [SettingRange(0, 2)]
    public double Weight { get; set; } = new VectorSettings("").Weight;

    /// <summary>What the model wants before a passage ('search_document: '), up to 1,000 characters; empty by default.</summary>
    public string PassagePrefix { get; set; } = "";

    /// <summary>What the model wants before a question ('search_query: '), likewise; empty by default.</summary>
    public string QuestionPrefix { get; set; } = "";

    /// <summary>Whether a model is configured.</summary>
    public bool IsOn => Model.Length > 0;

    /// <summary>The settings that the search takes.</summary>
    public VectorSettings ToSettings() => new($"{Model}\n{Dimensions}\n{PassagePrefix}")
    {
        PassagePrefix = PassagePrefix,
        QuestionPrefix = QuestionPrefix,
        BatchSize = BatchSize,
        TimeLimit = TimeSpan.FromSeconds(Seconds),
        QuestionTimeLimit = TimeSpan.FromSeconds(QuestionSeconds),
        Weight = Weight,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return new ValidationResult("Embeddings:Endpoint is an http or https address, such as http://127.0.0.1:11434/v1.");
        if (!IsOn && (Endpoint.Length > 0 || ApiKey.Length > 0))
            yield return new ValidationResult("Embeddings:Model is missing: it names the embedding model that Embeddings:Endpoint offers.");
        if (PassagePrefix.Length > MaxPrefixLength || QuestionPrefix.Length > MaxPrefixLength)
            yield return new ValidationResult($"Embeddings:PassagePrefix and Embeddings:QuestionPrefix have at most {MaxPrefixLength} characters.");
    }
}

/// <summary>Checks <see cref="EmbeddingOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class EmbeddingOptionsValidator : IValidateOptions<EmbeddingOptions>;
