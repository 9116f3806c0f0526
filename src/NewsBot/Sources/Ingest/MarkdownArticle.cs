using NewsBot.Sources.Drafts;
using NewsBot.Sources.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsBot.Sources.Ingest;

/// <summary>Reads Markdown with YAML front matter: <c>title url source author published_at language</c>; other keys are ignored.</summary>
internal static class MarkdownArticle
{
    private const int MaxFrontMatterChars = 65_536;

    /// <summary>The article, its text unchanged except that the front matter is cut off, or the reason why there is none.</summary>
    public static ReadResult Read(string text, ArticleOrigin origin)
    {
        var (yaml, bodyStart) = Split(text);
        var draft = new ArticleDraft { Body = text[bodyStart..], Url = origin.Address?.AbsoluteUri };
        try
        {
            if (yaml is not null)
                Fill(draft, yaml);
        }
        catch (YamlException failure)
        {
            return new ReadResult.Rejected(origin.Name, (int)failure.Start.Line + 1, "its front matter is broken YAML");
        }

        return draft.Finish(origin.Name, line: null);
    }

    /// <summary>The front matter without its fences (null when there is none) and where the body begins.</summary>
    private static (string? Yaml, int BodyStart) Split(string text)
    {
        var firstLine = LineEnd(text, 0);
        if (text.AsSpan(0, firstLine).TrimEnd() is not "---")
            return (null, 0);
        for (var start = firstLine + 1; start < Math.Min(text.Length, MaxFrontMatterChars);)
        {
            var end = LineEnd(text, start);
            if (text.AsSpan(start, end - start).TrimEnd() is "---" or "...")
            {
                var body = end;
                while (body < text.Length && text[body] is '\r' or '\n')
                    body++;
                return (text[(firstLine + 1)..start], body);
            }

            start = end + 1;
        }

        // A rule at the top, never closed: no front matter at all.
        return (null, 0);
    }

    private static int LineEnd(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    private static void Fill(ArticleDraft draft, string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out _))
            return;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.TryConsume<Scalar>(out var scalar) ? scalar.Value : "";
            if (key.Length == 0)
                parser.SkipThisAndNestedEvents();
            Assign(draft, key, parser);
        }
    }

    private static void Assign(ArticleDraft draft, string key, Parser parser)
    {
        var value = Value(parser);
        switch (key.ToLowerInvariant())
        {
            case "id":
                draft.Id = value;
                break;
            case "title":
                draft.Title = value;
                break;
            case "url":
                draft.Url = value;
                break;
            case "source":
                draft.Source = value;
                break;
            case "author":
                draft.Author = value;
                break;
            case "published_at":
                draft.PublishedAt = SourceDate.Read(value);
                break;
            case "language":
                draft.Language = value;
                break;
        }
    }

    /// <summary>A scalar, or a flat list of them joined by commas; null for anything else.</summary>
    private static string? Value(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return scalar is { Style: ScalarStyle.Plain, Value: "null" or "~" or "" } ? null : scalar.Value;
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return null;
        }

        var parts = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var part))
                parts.Add(part.Value);
            else
                parser.SkipThisAndNestedEvents();
        }

        return string.Join(", ", parts);
    }
}
