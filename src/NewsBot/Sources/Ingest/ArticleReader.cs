using System.Runtime.CompilerServices;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Pages;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Ingest;

/// <summary>Reads articles out of files and of what is fetched from addresses: text, Markdown, pages, JSON, feeds, packed with gzip or not.</summary>
/// <param name="fetcher">Null where no address is read.</param>
/// <param name="time">The clock.</param>
internal sealed class ArticleReader(WebFetcher? fetcher, TimeProvider time)
{
    /// <summary>Largest text, Markdown or HTML file, and largest feed taken, in bytes.</summary>
    public const int MaxFileBytes = 20_000_000;

    private static readonly int PagesAhead = Math.Min(Environment.ProcessorCount, 8) + 1;

    /// <summary>Reads files only.</summary>
    public ArticleReader()
        : this(fetcher: null, TimeProvider.System)
    {
    }

    /// <summary>Reads the paths one after the other; what cannot be read is a rejection, and the rest follows.</summary>
    /// <param name="paths">Files, folders and addresses; what begins with a scheme is an address, and never a file.</param>
    /// <param name="meter">Told how far the reading has come.</param>
    public async IAsyncEnumerable<ReadResult> ReadAsync(IReadOnlyList<string> paths, ReadMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = ArticleFiles.Find(paths).ToList();
        meter.Expect(files.Sum(found => found.File is { } file ? Size(file) : 0));
        // Pages take most of a second's work in hundreds: several are read at a time, and handed on in order.
        var ahead = new Queue<Task<List<ReadResult>>>();
        try
        {
            foreach (var (file, address, rejected) in files)
            {
                var isPage = file is not null && ArticleFormats.ByName(file.Name) == ArticleFormat.Html;
                if (isPage)
                {
                    var path = file!.ToString();
                    var page = ReadAllAsync(path, ReadFileAsync(path, meter, cancellationToken), cancellationToken);
                    ahead.Enqueue(Task.Run(() => page.ToListAsync(cancellationToken).AsTask(), cancellationToken));
                }

                while (ahead.Count >= (isPage ? PagesAhead : 1))
                {
                    foreach (var result in await ahead.Dequeue())
                        yield return result;
                }

                if (rejected is not null)
                    yield return rejected;
                if (isPage || (file is null && address is null))
                    continue;
                var results = file is null ? ReadAddressAsync(address!, meter, cancellationToken) : ReadFileAsync(file.ToString(), meter, cancellationToken);
                await foreach (var result in ReadAllAsync(file?.ToString() ?? address!.OriginalString, results, cancellationToken))
                    yield return result;
            }

            while (ahead.TryDequeue(out var last))
            {
                foreach (var result in await last)
                    yield return result;
            }
        }
        finally
        {
            // Whoever stops early leaves nothing running.
            await ((Task)Task.WhenAll(ahead)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Reads what is at an address; never a file.</summary>
    public IAsyncEnumerable<ReadResult> ReadAsync(Uri address, ReadMeter meter, CancellationToken cancellationToken) =>
        ReadAllAsync(address.OriginalString, ReadAddressAsync(address, meter, cancellationToken), cancellationToken);

    /// <summary>The reason why a file cannot be read, as the end of the sentence that its name begins.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "may not be read (no permission)",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        InvalidDataException => "its gzip data is damaged; what came before is kept",
        _ => $"cannot be read: {failure.Message}",
    };

    /// <summary>Everything up to the first failure, and that as a rejection.</summary>
    private static async IAsyncEnumerable<ReadResult> ReadAllAsync(string name, IAsyncEnumerable<ReadResult> all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var results = all.GetAsyncEnumerator(cancellationToken);
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
                result = new ReadResult.Rejected(name, null, Explain(failure));
                last = true;
            }

            yield return result;
            if (last)
                yield break;
        }
    }

    private async IAsyncEnumerable<ReadResult> ReadFileAsync(string path, ReadMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = SourceFile.OpenRead(path);
        await using var metered = new MeteredStream(file, meter);
        await foreach (var result in ArticleContent.ReadAsync(metered, new ArticleOrigin(path, time.GetUtcNow()), cancellationToken))
            yield return result;
    }

    private async IAsyncEnumerable<ReadResult> ReadAddressAsync(Uri address, ReadMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (fetcher is null)
        {
            yield return new ReadResult.Rejected(address.OriginalString, null, "is an address; only files and folders are read here");
            yield break;
        }

        var result = await fetcher.FetchAsync(new WebRequest(address, WebKind.Named), cancellationToken);
        if (result is not WebResult.Fetched fetched)
        {
            yield return new ReadResult.Rejected(address.OriginalString, null, $"cannot be fetched: {((WebResult.Failed)result).Sentence}");
            yield break;
        }

        if (PagePath.IsFront(fetched.Address) && PagePath.LeadsAway(address, fetched.Address))
        {
            yield return new ReadResult.Rejected(address.OriginalString, null, "leads to the front page of its site");
            yield break;
        }

        meter.Expect(fetched.Body.Length);
        using var body = new MemoryStream(fetched.Body, writable: false);
        await using var metered = new MeteredStream(body, meter);
        var origin = new ArticleOrigin(address.OriginalString, time.GetUtcNow()) { Address = fetched.Address, ContentType = fetched.ContentType };
        await foreach (var read in ArticleContent.ReadAsync(metered, origin, cancellationToken))
            yield return read;
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
