using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace NewsBot.Models;

/// <summary>An embedding generator over the package OpenAI, for every service that speaks that protocol.</summary>
/// <remarks>The adapter of Microsoft.Extensions.AI.OpenAI hands vectors on in the order in which a service sends them; this one puts them in the order asked.</remarks>
internal sealed class OpenAiEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingClient client;

    /// <summary>A client of one model; nothing is called yet.</summary>
    /// <param name="options">Names the service, the model and the key.</param>
    /// <param name="http">Makes the requests; stays the caller's.</param>
    public OpenAiEmbeddingGenerator(EmbeddingOptions options, HttpClient http) => client = new EmbeddingClient(
        options.Model, ChatClients.Key(options.ApiKey), ChatClients.OpenAIAccess(new OpenAIClientOptions(), options.Endpoint, http));

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        OpenAIEmbeddingCollection made = await client.GenerateEmbeddingsAsync(
            values, new OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = options?.Dimensions }, cancellationToken);
        // A service may answer in any order; each says whose it is.
        return new(made.OrderBy(one => one.Index).Select(one => new Embedding<float>(one.ToFloats())));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The HTTP client is the caller's, and nothing else is held.
    }
}
