using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;
using NewsBot.Models;

namespace NewsBot.Archive;

/// <summary>Asks the model for the vectors of passages, a batch a request.</summary>
internal sealed partial class PassageEmbedding(ITextEmbedder embedder, ILogger<PassageEmbedding> logger)
{
    /// <summary>The most of a passage that is sent, its title included, in UTF-16 units; four times what a passage of whole sentences has.</summary>
    private const int MaxLength = 4_000;

    private const int MaxTitleLength = 300;

    private bool hasSucceeded;

    /// <summary>The key of the vectors in the store.</summary>
    public string Key => embedder.Settings.Key;

    /// <summary>Makes the vectors of some revisions.</summary>
    /// <returns>Every revision, those without a passage too, and the dimensions; 0 when there was no passage at all.</returns>
    /// <exception cref="ModelException">The model failed. A single text that it refuses is left out, once it has taken others.</exception>
    public async Task<(int Dimensions, IReadOnlyList<RevisionVectors> Revisions)> EmbedAsync(IReadOnlyList<ArticleRevision> revisions, CancellationToken cancellationToken)
    {
        var passages = revisions
            .SelectMany(revision => PassageSplitter.Split(revision.Article.Body, SentenceSplitter.Split(revision.Article.Body)).Select(span => (Revision: revision, Span: span)))
            .ToList();
        var made = new float[]?[passages.Count];
        for (var first = 0; first < made.Length; first += embedder.Settings.BatchSize)
        {
            var batch = made.AsMemory(first, Math.Min(embedder.Settings.BatchSize, made.Length - first));
            await FillAsync([.. passages.Skip(first).Take(batch.Length).Select(passage => TextOf(passage.Revision.Article, passage.Span))], batch, cancellationToken);
        }

        var dimensions = made.FirstOrDefault(vector => vector is not null)?.Length ?? 0;
        if (made.Any(vector => vector is not null && vector.Length != dimensions))
            throw new ModelException(ModelFailure.Unavailable, "The embedding model changed its dimensions from one request to the next.");
        var ofRevision = passages.Zip(made).Where(pair => pair.Second is not null).ToLookup(pair => pair.First.Revision.RevisionId);
        return (dimensions, [.. revisions.Select(revision => new RevisionVectors(
            revision.RevisionId,
            [.. ofRevision[revision.RevisionId].Select(pair => pair.First.Span)],
            [.. ofRevision[revision.RevisionId].SelectMany(pair => pair.Second!).Select(value => (Half)value)]))]);
    }

    /// <summary>The passage under the article's title, which says what it is about.</summary>
    private string TextOf(Article article, TextSpan span)
    {
        var text = $"{embedder.Settings.PassagePrefix}{Cut(article.Title, MaxTitleLength)}\n{span.In(article.Body)}";
        return Cut(text, MaxLength);
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>Asks for a batch; a batch that is refused is asked for in halves, so that a single text that the model cannot take does not keep out the others.</summary>
    private async Task FillAsync(string[] texts, Memory<float[]?> made, CancellationToken cancellationToken)
    {
        var waiting = new Stack<Range>([Range.All]);
        while (waiting.TryPop(out var range))
        {
            var part = texts[range];
            try
            {
                var vectors = await embedder.EmbedAsync(part, embedder.Settings.TimeLimit, cancellationToken);
                vectors.ToArray().CopyTo(made[range]);
                hasSucceeded = true;
            }
            catch (ModelException failure) when (failure.Failure == ModelFailure.Rejected && (part.Length > 1 || hasSucceeded))
            {
                if (part.Length == 1)
                {
                    LeftOut(logger, failure.Message);
                    continue;
                }

                var (start, length) = range.GetOffsetAndLength(texts.Length);
                var middle = start + (length / 2);
                waiting.Push(middle..(start + length));
                waiting.Push(start..middle);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A passage has no vector: {Problem}")]
    private static partial void LeftOut(ILogger logger, string problem);
}
