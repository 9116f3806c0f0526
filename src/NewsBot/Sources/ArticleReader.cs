using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources;

/// <summary>Reads articles out of files: .txt, .md, .html, .json, .jsonl, and the last two packed with gzip.</summary>
internal sealed class ArticleReader
{
    /// <summary>Largest text, Markdown or HTML file taken, in bytes.</summary>
    public const int MaxFileBytes = 20_000_000;

    private const int HeadBytes = 4096;

    /// <summary>Reads the paths one after the other; what cannot be read is a rejection, and the rest follows.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="meter">Told how far the reading has come.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    public async IAsyncEnumerable<ReadResult> ReadAsync(IReadOnlyList<string> paths, ReadMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = ArticleFiles.Find(paths).ToList();
        meter.Expect(files.Sum(found => found.File is { } file ? Size(file) : 0));
        foreach (var (file, rejected) in files)
        {
            if (rejected is not null)
                yield return rejected;
            if (file is null)
                continue;
            await foreach (var result in ReadFileAsync(file.ToString(), meter, cancellationToken))
                yield return result;
        }
    }

    /// <summary>The reason why a file cannot be read, as the end of the sentence that its name begins.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "may not be read (no permission)",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        InvalidDataException => "its gzip data is damaged; what came before is kept",
        _ => $"cannot be read: {failure.Message}",
    };

    private static async IAsyncEnumerable<ReadResult> ReadFileAsync(string path, ReadMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var results = ReadContentAsync(path, meter, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            ReadResult result;
            var last = false;
            try
            {
                if (!await results.MoveNextAsync())
                    yield break;
                result = results.Current;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                result = new ReadResult.Rejected(path, null, Explain(failure));
                last = true;
            }

            yield return result;
            if (last)
                yield break;
        }
    }

    private static async IAsyncEnumerable<ReadResult> ReadContentAsync(string path, ReadMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        await using var metered = new MeteredStream(file, meter);
        using var raw = new ByteWindow(metered);
        await HeadAsync(raw, cancellationToken);
        if (!raw.Unread.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            await foreach (var result in ReadPlainAsync(path, raw, cancellationToken))
                yield return result;
            yield break;
        }

        await using var joined = new WindowStream(raw);
        await using var unzipped = new GZipStream(joined, CompressionMode.Decompress);
        using var window = new ByteWindow(unzipped);
        await HeadAsync(window, cancellationToken);
        await foreach (var result in ReadPlainAsync(path, window, cancellationToken))
            yield return result;
    }

    private static async IAsyncEnumerable<ReadResult> ReadPlainAsync(string path, ByteWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = window.Unread[..Math.Min(HeadBytes, window.Unread.Length)];
        if (head.IsEmpty)
        {
            yield return new ReadResult.Rejected(path, null, "is empty");
            yield break;
        }

        var marked = TextDecoding.MarkedEncoding(head.Span);
        if (marked is null && TextDecoding.LooksBinary(head.Span))
        {
            yield return new ReadResult.Rejected(path, null, "looks like binary, not text");
            yield break;
        }

        var format = ArticleFormats.ByName(path);
        if (format == ArticleFormat.Unknown)
            format = ArticleFormats.ByContent((marked ?? Encoding.Latin1).GetString(head.Span));
        switch (format)
        {
            case ArticleFormat.Json or ArticleFormat.JsonLines:
                await foreach (var result in ReadJsonAsync(path, window, format, marked, cancellationToken))
                    yield return result;
                break;
            case ArticleFormat.Unknown:
                yield return new ReadResult.Rejected(path, null, "is XML; feeds are not read from files");
                break;
            default:
                yield return await ReadTextAsync(path, window, format, cancellationToken);
                break;
        }
    }

    private static async IAsyncEnumerable<ReadResult> ReadJsonAsync(
        string path, ByteWindow window, ArticleFormat format, Encoding? marked, [EnumeratorCancellation] CancellationToken cancellationToken)
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
            yield return ArticleJson.Read(path, record);
        }

        if (!any)
            yield return new ReadResult.Rejected(path, null, "holds no record");
    }

    private static async Task<ReadResult> ReadTextAsync(string path, ByteWindow window, ArticleFormat format, CancellationToken cancellationToken)
    {
        do
        {
            if (window.Unread.Length > MaxFileBytes)
                return new ReadResult.Rejected(path, null, $"is larger than {MaxFileBytes / 1_000_000} MB");
        }
        while (await window.FillAsync(cancellationToken));

        if (format == ArticleFormat.Html)
            return PageArticle.Read(path, window.Unread);
        var bytes = window.Unread.Span;
        if (TextDecoding.Decode(bytes) is not { } text)
            return TextDecoding.NoText(path, bytes);
        return format == ArticleFormat.Markdown ? MarkdownArticle.Read(path, text) : new ArticleDraft { Body = text }.Finish(path, line: null);
    }

    private static async Task HeadAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        while (window.Unread.Length < HeadBytes && await window.FillAsync(cancellationToken))
        {
        }
    }

    private static long Size(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
