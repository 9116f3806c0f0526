using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Cli;

/// <summary>How the commands write JSON: names in camel case, generated code for each type that a command prints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FeedJson))]
[JsonSerializable(typeof(FeedJson.Failure))]
[JsonSerializable(typeof(FindingJson))]
[JsonSerializable(typeof(FollowedFeedJson))]
[JsonSerializable(typeof(PageJson))]
[JsonSerializable(typeof(PageErrorJson))]
[JsonSerializable(typeof(StoryJson))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Escapes only what JSON demands: the output goes to files and terminals, never into a page.</summary>
    public static CliJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
