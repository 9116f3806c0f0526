using NewsBot.Core.Retrieval;

namespace NewsBot.Models;

/// <summary>Turns texts into vectors that lie near one another when the texts mean alike.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal interface ITextEmbedder
{
    /// <summary>The model's name, prefixes and limits.</summary>
    VectorSettings Settings { get; }

    /// <summary>Asks for the vectors of some texts in one request.</summary>
    /// <param name="texts">As the model is to read them; one at least.</param>
    /// <param name="limit">How long it may take.</param>
    /// <returns>A vector of length 1 for each text, in their order, all of the same dimensions.</returns>
    /// <exception cref="ModelException">The service cannot be asked, refused, took too long, or sent something else.</exception>
    Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, TimeSpan limit, CancellationToken cancellationToken);
}
