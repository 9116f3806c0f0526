using System.IO.Compression;
using System.Text.Json;
using NewsBot.Core.Articles;

namespace NewsBot.Benchmarks;

/// <summary>Reads articles from lines of JSON for a measurement; no more of the format than that needs.</summary>
internal static class ArticleLines
{
    /// <summary>The articles of a file (.jsonl, .jsonl.gz) or of all such files of a folder, numbered from 1.</summary>
    public static List<ArticleRevision> Read(string path)
    {
        var files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.jsonl*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : Enumerable.Repeat(path, 1);
        var articles = new List<ArticleRevision>();
        foreach (var file in files)
        {
            foreach (var line in Lines(file))
            {
                using var document = JsonDocument.Parse(line);
                var record = document.RootElement;
                if (Text(record, "body") is not { Length: > 0 } body)
                    continue;
                articles.Add(new ArticleRevision(articles.Count + 1, 1, new Article
                {
                    Id = Text(record, "id") ?? $"{articles.Count + 1}",
                    Title = ArticleTitle.From(Text(record, "title"), body),
                    Source = Text(record, "source"),
                    PublishedAt = Text(record, "published_at") is { } day ? DateTimeOffset.Parse(day, styles: System.Globalization.DateTimeStyles.AssumeUniversal) : null,
                    Body = body,
                }));
            }
        }

        return articles;
    }

    /// <summary>The lines of a file that may be packed.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = File.OpenRead(file);
        using var unpacked = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var reader = new StreamReader(unpacked);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line;
        }
    }

    /// <summary>A text of a record; null when it is missing or no text.</summary>
    public static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
