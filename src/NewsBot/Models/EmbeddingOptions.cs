using Microsoft.Extensions.Options;
using NewsBot.Core.Retrieval;

namespace NewsBot.Models;

/// <summary>The section 'Embeddings': the model whose vectors find passages that say the same in other words.</summary>
internal sealed class EmbeddingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Embeddings";

    /// <summary>The address of a service that speaks OpenAI's protocol, with its path ('http://127.0.0.1:11434/v1'); empty for OpenAI's own.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name as the service knows it; empty to search by words alone.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key; empty where the service wants none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The dimensions to ask for, 1 to 16,384; 0 for the model's own.</summary>
    public int Dimensions { get; set; }

    /// <summary>Passages in one request, 1 to 2,048.</summary>
    public int BatchSize { get; set; } = new VectorSettings("").BatchSize;

    /// <summary>How long a request for passages may take, in seconds, 1 to 600.</summary>
    public int Seconds { get; set; } = (int)new VectorSettings("").TimeLimit.TotalSeconds;

    /// <summary>How long a question may wait for its vector, in seconds, above 0 to 60; it is answered by words alone afterwards.</summary>
    public double QuestionSeconds { get; set; } = new VectorSettings("").QuestionTimeLimit.TotalSeconds;

    /// <summary>What the nearest passage in meaning is worth, 0 to 2, as a share of a full match of the question's words.</summary>
    public double Weight { get; set; } = new VectorSettings("").Weight;

    /// <summary>What the model wants before a passage ('search_document: ').</summary>
    public string PassagePrefix { get; set; } = "";

    /// <summary>What the model wants before a question ('search_query: ').</summary>
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
}

/// <summary>Checks <see cref="EmbeddingOptions"/> at start.</summary>
internal sealed class EmbeddingOptionsValidator : IValidateOptions<EmbeddingOptions>
{
    private const int MaxPrefixLength = 1_000;
    private const int MaxBatchSize = 2_048;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EmbeddingOptions options)
    {
        var failures = new List<string>();
        if (options.Endpoint.Length > 0 && !(Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            failures.Add("Embeddings:Endpoint is an http or https address, such as http://127.0.0.1:11434/v1.");
        if (!options.IsOn && (options.Endpoint.Length > 0 || options.ApiKey.Length > 0))
            failures.Add("Embeddings:Model is missing: it names the embedding model that Embeddings:Endpoint offers.");
        if (options.Dimensions is < 0 or > VectorIndex.MaxDimensions)
            failures.Add($"Embeddings:Dimensions goes from 1 to {VectorIndex.MaxDimensions}; 0 for the model's own.");
        if (options.BatchSize is < 1 or > MaxBatchSize)
            failures.Add($"Embeddings:BatchSize goes from 1 to {MaxBatchSize}.");
        if (options.Seconds is < 1 or > 600)
            failures.Add("Embeddings:Seconds goes from 1 to 600.");
        if (options.QuestionSeconds is not (> 0 and <= 60))
            failures.Add("Embeddings:QuestionSeconds is above 0 and at most 60.");
        if (options.Weight is not (>= 0 and <= 2))
            failures.Add("Embeddings:Weight goes from 0 to 2.");
        if (options.PassagePrefix.Length > MaxPrefixLength || options.QuestionPrefix.Length > MaxPrefixLength)
            failures.Add($"Embeddings:PassagePrefix and Embeddings:QuestionPrefix have at most {MaxPrefixLength} characters.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
