using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Ingest;

/// <summary>Reads one JSON object as an article: <c>id? url? title? source? author? published_at? language? body</c>.</summary>
internal static class ArticleJson
{
    /// <summary>The article, or the reason why the record is not one; other properties are ignored.</summary>
    public static ReadResult Read(string file, JsonRecord record)
    {
        if (record.Problem is { } problem)
            return new ReadResult.Rejected(file, record.Line, problem);
        var json = record.Json.Span;
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (!Utf8.IsValid(json))
        {
            if (SourceEncoding.DecodeFile(json) is not { } text)
                return new ReadResult.Rejected(file, record.Line, "is no text in UTF-8");
            json = Encoding.UTF8.GetBytes(text);
        }

        try
        {
            return Draft(json) is { } draft
                ? draft.Finish(file, record.Line)
                : new ReadResult.Rejected(file, record.Line, "is no JSON object");
        }
        catch (JsonException failure)
        {
            return new ReadResult.Rejected(file, record.Line, $"is broken JSON at byte {failure.BytePositionInLine + 1:N0}");
        }
        catch (InvalidOperationException)
        {
            // The reader's way to report an escape that is half of a surrogate pair.
            return new ReadResult.Rejected(file, record.Line, "holds half a character (a lone surrogate escape)");
        }
    }

    private static ArticleDraft? Draft(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        var draft = new ArticleDraft();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            Property(ref reader, draft);
        // Anything after the object is reported by the reader itself.
        while (reader.Read())
        {
        }

        return draft;
    }

    private static void Property(ref Utf8JsonReader reader, ArticleDraft draft)
    {
        if (reader.ValueTextEquals("body"u8))
            draft.Body = Text(ref reader);
        else if (reader.ValueTextEquals("id"u8))
            draft.Id = Text(ref reader);
        else if (reader.ValueTextEquals("url"u8))
            draft.Url = Text(ref reader);
        else if (reader.ValueTextEquals("title"u8))
            draft.Title = Text(ref reader);
        else if (reader.ValueTextEquals("source"u8))
            draft.Source = Text(ref reader);
        else if (reader.ValueTextEquals("author"u8))
            draft.Author = Text(ref reader);
        else if (reader.ValueTextEquals("language"u8))
            draft.Language = Text(ref reader);
        else if (reader.ValueTextEquals("published_at"u8))
            draft.PublishedAt = SourceDate.Read(Text(ref reader));
        else
            reader.Skip();
    }

    /// <summary>A string, a number as written, or a list of strings joined by commas; null for anything else.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.StartArray:
                var parts = new List<string>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (reader.TokenType == JsonTokenType.String)
                        parts.Add(reader.GetString()!);
                    else
                        reader.Skip();
                }

                return parts.Count > 0 ? string.Join(", ", parts) : null;
            default:
                reader.Skip();
                return null;
        }
    }
}
