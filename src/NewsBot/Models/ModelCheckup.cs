using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>Makes one short request to the language model, and one to the embedding model, where the settings name them.</summary>
internal sealed class ModelCheckup(ModelCheck check, IOptions<LlmOptions> language, IOptions<EmbeddingOptions> embeddings, ITextEmbedder? embedder = null) : ICheckup
{
    private const string Language = "language model";
    private const string Embeddings = "embeddings";

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) =>
        [await ExamineLanguageAsync(cancellationToken), await ExamineEmbeddingsAsync(cancellationToken)];

    private async Task<Finding> ExamineLanguageAsync(CancellationToken cancellationToken)
    {
        if (!language.Value.IsOn)
            return Finding.Off(Language, "Llm:Model names none, so answers are in the articles' own words.");
        return await check.AskAsync(cancellationToken) is { } problem
            ? Finding.Mend(Language, problem.Sentence)
            : Finding.Ok(Language, $"{language.Value.Model} answers.");
    }

    private async Task<Finding> ExamineEmbeddingsAsync(CancellationToken cancellationToken)
    {
        if (embedder is null)
            return Finding.Off(Embeddings, "Embeddings:Model names none, so the archive is searched by words alone.");
        try
        {
            var made = await embedder.EmbedAsync(["news"], TimeSpan.FromSeconds(embeddings.Value.Seconds), cancellationToken);
            return Finding.Ok(Embeddings, $"{embeddings.Value.Model} makes vectors of {made[0].Length} dimensions.");
        }
        catch (ModelException failure)
        {
            return Finding.Mend(Embeddings, failure.Message);
        }
    }
}
