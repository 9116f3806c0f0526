using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Json;

/// <summary>How the commands and the API write JSON: names in camel case, generated code for each type that both know.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerJson))]
[JsonSerializable(typeof(DigestJson))]
[JsonSerializable(typeof(HitJson))]
[JsonSerializable(typeof(IReadOnlyList<HitJson>))]
[JsonSerializable(typeof(ArchivedArticleJson))]
internal sealed partial class PrintedJson : JsonSerializerContext
{
    /// <summary>Escapes only what JSON demands: the output goes to files, terminals and programs, never into a page.</summary>
    public static PrintedJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
