using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Pages;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Ingest;

/// <summary>Reads articles out of a stream, as its name, its type or its content says.</summary>
internal static class ArticleContent
{
    private const int HeadBytes = 4096;

    /// <summary>The articles, each once it is read.</summary>
    /// <exception cref="IOException">The stream cannot be read on.</exception>
    /// <exception cref="InvalidDataException">Its gzip data is damaged.</exception>
    public static async IAsyncEnumerable<ReadResult> ReadAsync(Stream stream, ArticleOrigin origin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var raw = new ByteWindow(stream);
        await HeadAsync(raw, cancellationToken);
        if (!raw.Unread.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            await foreach (var result in ReadPlainAsync(raw, origin, cancellationToken))
                yield return result;
            yield break;
        }

        await using var joined = new WindowStream(raw);
        await using var unzipped = new GZipStream(joined, CompressionMode.Decompress);
        using var window = new ByteWindow(unzipped);
        await HeadAsync(window, cancellationToken);
        await foreach (var result in ReadPlainAsync(window, origin, cancellationToken))
            yield return result;
    }

    private static async IAsyncEnumerable<ReadResult> ReadPlainAsync(ByteWindow window, ArticleOrigin origin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = window.Unread[..Math.Min(HeadBytes, window.Unread.Length)];
        if (head.IsEmpty)
        {
            yield return new ReadResult.Rejected(origin.Name, null, "is empty");
            yield break;
        }

        var marked = SourceEncoding.Marked(head.Span);
        if (marked is null && SourceEncoding.LooksBinary(head.Span))
        {
            yield return new ReadResult.Rejected(origin.Name, null, "looks like binary, not text");
            yield break;
        }

        var format = ArticleFormats.Of(origin, (marked ?? Encoding.Latin1).GetString(head.Span));
        if (format is ArticleFormat.Json or ArticleFormat.JsonLines)
        {
            await foreach (var result in ReadJsonAsync(window, origin.Name, format, marked, cancellationToken))
                yield return result;
            yield break;
        }

        if (!await FillAsync(window, cancellationToken))
        {
            yield return new ReadResult.Rejected(origin.Name, null, $"is larger than {ArticleReader.MaxFileBytes / 1_000_000} MB");
            yield break;
        }

        if (format == ArticleFormat.Feed)
        {
            foreach (var result in ReadFeed(window.Unread, origin, cancellationToken))
                yield return result;
            yield break;
        }

        yield return ReadText(window.Unread, origin, format);
    }

    private static async IAsyncEnumerable<ReadResult> ReadJsonAsync(
        ByteWindow window, string name, ArticleFormat format, Encoding? marked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wide = marked is not null && !ReferenceEquals(marked, Encoding.UTF8);
        await using var joined = new WindowStream(window);
        await using var utf8 = wide ? Encoding.CreateTranscodingStream(joined, marked!, Encoding.UTF8) : null;
        using var transcoded = utf8 is null ? null : new ByteWindow(utf8);
        var bytes = transcoded ?? window;
        var records = format == ArticleFormat.JsonLines ? JsonLines.CutAsync(bytes, cancellationToken) : JsonValues.CutAsync(bytes, cancellationToken);
        var any = false;
        await foreach (var record in records)
        {
            any = true;
            yield return ArticleJson.Read(name, record);
        }

        if (!any)
            yield return new ReadResult.Rejected(name, null, "holds no record");
    }

    private static IEnumerable<ReadResult> ReadFeed(ReadOnlyMemory<byte> bytes, ArticleOrigin origin, CancellationToken cancellationToken) =>
        FeedReader.Read(bytes.Span, origin.ContentType, origin.Address) switch
        {
            FeedReadResult.Found found => FeedArticles.Of(found, origin, cancellationToken),
            FeedReadResult.NotAFeed { IsPage: true } => [PageArticle.Read(bytes, origin)],
            FeedReadResult.NotAFeed no => [new ReadResult.Rejected(origin.Name, null, no.Reason)],
            var other => throw new InvalidOperationException($"Reading gave {other.GetType().Name}."),
        };

    private static ReadResult ReadText(ReadOnlyMemory<byte> bytes, ArticleOrigin origin, ArticleFormat format)
    {
        if (format == ArticleFormat.Html)
            return PageArticle.Read(bytes, origin);
        if (SourceEncoding.DecodeFile(bytes.Span) is not { } text)
            return ReadResult.NoText(origin.Name, bytes.Span);
        return format == ArticleFormat.Markdown
            ? MarkdownArticle.Read(text, origin)
            : new ArticleDraft { Body = text, Url = origin.Address?.AbsoluteUri }.Finish(origin.Name, line: null);
    }

    private static async Task<bool> FillAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        do
        {
            if (window.Unread.Length > ArticleReader.MaxFileBytes)
                return false;
        }
        while (await window.FillAsync(cancellationToken));
        return true;
    }

    private static async Task HeadAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        while (window.Unread.Length < HeadBytes && await window.FillAsync(cancellationToken))
        {
        }
    }
}

/// <summary>The unread bytes of a window, then those that follow in its stream.</summary>
internal sealed class WindowStream(ByteWindow window) : ReadOnlyStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (window.Unread.IsEmpty && !await window.FillAsync(cancellationToken))
            return 0;
        var bytes = Math.Min(buffer.Length, window.Unread.Length);
        window.Unread[..bytes].CopyTo(buffer);
        window.Consume(bytes);
        return bytes;
    }
}
