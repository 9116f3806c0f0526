using NewsBot.Core.Retrieval;
using NewsBot.Models;

namespace NewsBot.Tests.Core.Retrieval;

/// <summary>A model of meaning in a few dimensions: each word has one, words that mean the same share theirs.</summary>
internal sealed class WordVectors : ITextEmbedder
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["physician"] = "doctor",
        ["doctors"] = "doctor",
        ["physicians"] = "doctor",
        ["strike"] = "walkout",
        ["strikes"] = "walkout",
        ["salary"] = "pay",
        ["wages"] = "pay",
    };

    public VectorSettings Settings { get; set; } = new("words") { BatchSize = 4 };

    public int Dimensions { get; set; } = 64;

    /// <summary>The texts that were asked for, a list a request.</summary>
    public List<IReadOnlyList<string>> Requests { get; } = [];

    /// <summary>Called before each request.</summary>
    public Action<IReadOnlyList<string>> OnRequest { get; set; } = _ => { };

    public static float[] Of(string text, int dimensions)
    {
        var vector = new float[dimensions];
        vector[0] = 0.1f;
        foreach (var word in text.Split([' ', '.', ',', '?', '\n', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            // Not GetHashCode, which differs from run to run.
            var meaning = Synonyms.GetValueOrDefault(word, word).ToUpperInvariant();
            vector[1 + (meaning.Aggregate(17u, (hash, letter) => (hash * 31) + letter) % (uint)(dimensions - 1))]++;
        }

        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add([.. texts]);
        try
        {
            OnRequest(texts);
        }
        catch (ModelException failure)
        {
            return Task.FromException<IReadOnlyList<float[]>>(failure);
        }

        return Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(text => Of(text, Dimensions))]);
    }
}
