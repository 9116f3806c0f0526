using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Sources.Pages;

namespace NewsBot.Cli;

/// <summary>What <c>pages show --json</c> prints of one page; null for what the page does not have.</summary>
internal sealed record PageJson(
    string? Title, string? Author, DateTimeOffset? PublishedAt, string? Outlet, string? Language, string? Url, string? Body)
{
    /// <summary>One line.</summary>
    public static void Write(TextWriter output, Page page) => output.WriteLine(JsonSerializer.Serialize(
        new PageJson(page.Title, page.Author, page.PublishedAt, page.Outlet, page.Language, page.Url, page.Body),
        PageJsonContext.Readable.PageJson));

    /// <summary>One line, for a page that cannot be read.</summary>
    public static void WriteError(TextWriter output, string source, string reason) =>
        output.WriteLine(JsonSerializer.Serialize(new PageErrorJson(source, reason), PageJsonContext.Readable.PageErrorJson));
}

/// <summary>What <c>pages show --json</c> prints in the place of a page that it cannot read.</summary>
internal sealed record PageErrorJson(string Source, string Error);

/// <summary>Generated serialisation of <see cref="PageJson"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageJson))]
[JsonSerializable(typeof(PageErrorJson))]
internal sealed partial class PageJsonContext : JsonSerializerContext
{
    /// <summary>Escapes only what JSON demands.</summary>
    public static PageJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
