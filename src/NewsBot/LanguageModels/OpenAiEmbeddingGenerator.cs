using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace NewsBot.LanguageModels;

/// <summary>An embedding generator over the package OpenAI, for every service that speaks that protocol.</summary>
/// <remarks>The adapter that the package Microsoft.Extensions.AI.OpenAI brings is not on every feed.</remarks>
internal sealed class OpenAiEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    // Services of one's own machine want no key, but the package does.
    private const string NoKey = "none";

    private readonly EmbeddingClient client;

    /// <summary>A client of one model; nothing is called yet.</summary>
    /// <param name="options">Names the service, the model and the key.</param>
    /// <param name="http">Makes the requests; stays the caller's.</param>
    public OpenAiEmbeddingGenerator(EmbeddingOptions options, HttpClient http)
    {
        var settings = new OpenAIClientOptions
        {
            // Whoever asks decides whether a call is made again, and how long it may take.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Transport = new HttpClientPipelineTransport(http),
        };
        if (options.Endpoint.Length > 0)
            settings.Endpoint = new Uri(options.Endpoint);
        client = new EmbeddingClient(options.Model, new ApiKeyCredential(options.ApiKey.Length > 0 ? options.ApiKey : NoKey), settings);
    }

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        OpenAIEmbeddingCollection made = await client.GenerateEmbeddingsAsync(
            values, new OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = options?.Dimensions }, cancellationToken);
        // A service may answer in any order; each says whose it is.
        return new(made.OrderBy(one => one.Index).Select(one => new Embedding<float>(one.ToFloats())));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The HTTP client is the caller's; there is nothing else to let go of.
    }
}
