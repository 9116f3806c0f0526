using Microsoft.Extensions.AI;
using NewsBot.Core.Retrieval;

namespace NewsBot.Models;

/// <summary>Vectors from an embedding generator, checked before anybody relies on them.</summary>
/// <param name="generator">Asks the service.</param>
/// <param name="options">Names the model.</param>
/// <param name="time">Keeps the limits.</param>
internal sealed class TextEmbedder(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingOptions options, TimeProvider time) : ITextEmbedder
{
    private const double LeastLength = 1e-6;

    public VectorSettings Settings { get; } = options.ToSettings();

    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            var made = await generator.GenerateAsync(texts, new EmbeddingGenerationOptions { Dimensions = options.Dimensions > 0 ? options.Dimensions : null }, either.Token);
            return made.Count == texts.Count && made.Count > 0
                ? [.. made.Select(one => Normalised(one.Vector.Span, made[0].Vector.Length))]
                : throw NoVectors($"{made.Count} vectors for {texts.Count} texts");
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(
                ModelFailure.TimedOut, "The embedding model took longer than Embeddings:Seconds or Embeddings:QuestionSeconds allows.", innerException: failure);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ModelException) && Explain(failure) is not null)
        {
            throw Explain(failure)!;
        }
    }

    private static ModelException? Explain(Exception failure) => ModelErrors.Explain(failure, EmbeddingOptions.Section);

    private static float[] Normalised(ReadOnlySpan<float> vector, int dimensions)
    {
        if (vector.Length != dimensions || dimensions is < 1 or > VectorIndex.MaxDimensions)
            throw NoVectors($"vectors of {vector.Length} and {dimensions} dimensions");
        double sum = 0;
        foreach (var value in vector)
            sum += (double)value * value;
        var length = Math.Sqrt(sum);
        if (!(length >= LeastLength && double.IsFinite(length)))
            throw NoVectors("a vector without a direction");
        var result = new float[dimensions];
        for (var i = 0; i < result.Length; i++)
            result[i] = (float)(vector[i] / length);
        return result;
    }

    private static ModelException NoVectors(string sent) => new(ModelFailure.WrongAddress, $"What answers at Embeddings:Endpoint is not an embedding model: it sent {sent}.");
}
