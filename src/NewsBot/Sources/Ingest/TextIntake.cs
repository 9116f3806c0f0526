using System.Buffers;
using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>Takes in an article that somebody sends as text, or as the address of a page.</summary>
internal sealed class TextIntake(ArticleReader reader, ArticleIntake intake)
{
    private static readonly SearchValues<char> White = SearchValues.Create(" \t\r\n\u00A0");

    /// <summary>Stores a text as an article; its first line is the title. Of a text that is an address, the page there is stored; a file is never read.</summary>
    /// <param name="text">Not blank.</param>
    /// <param name="receivedAt">Stands for the time of publication where the article names none.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IntakeResult> TakeAsync(string text, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (ArticleFiles.Address(text) is { } address)
            return await FetchAsync(address, receivedAt, cancellationToken);
        if (IsMeantAsAddress(text.AsSpan().Trim()))
            return new IntakeResult.Refused(ArticleFiles.NoAddress);
        return new ArticleDraft { Body = text, PublishedAt = receivedAt }.Finish("", line: null) is ReadResult.Found found
            ? await StoreAsync(found, cancellationToken)
            : new IntakeResult.NoArticle();
    }

    // An article has several words; a word alone, and a line that begins with a scheme, is an address with a fault, or a path.
    private static bool IsMeantAsAddress(ReadOnlySpan<char> text) =>
        !text.ContainsAny(White) || (!text.ContainsAny('\n', '\r') && ArticleFiles.HasScheme(text[..text.IndexOfAny(White)].ToString()));

    private async Task<IntakeResult> FetchAsync(Uri address, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        ReadResult.Found? only = null;
        await foreach (var result in reader.ReadAsync(address, new ReadMeter(), cancellationToken))
        {
            if (result is ReadResult.Rejected rejected)
                return new IntakeResult.Refused(rejected.Reason);
            if (only is not null)
                return new IntakeResult.Refused("holds many articles; give the address of one");
            only = (ReadResult.Found)result;
        }

        return only is null ? new IntakeResult.Refused("holds no article text") : await StoreAsync(new(Dated(only.Article, receivedAt))
        {
            Apart = only.Apart is { } apart ? Dated(apart, receivedAt) : null,
        }, cancellationToken);
    }

    private static Article Dated(Article article, DateTimeOffset receivedAt) => article with { PublishedAt = article.PublishedAt ?? receivedAt };

    private async Task<IntakeResult> StoreAsync(ReadResult.Found found, CancellationToken cancellationToken) =>
        new IntakeResult.Taken(found.Article, (await intake.TakeAsync([found], cancellationToken))[0]);
}
