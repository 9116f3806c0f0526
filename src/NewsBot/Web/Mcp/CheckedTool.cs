using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace NewsBot.Web.Mcp;

/// <summary>A tool that tells an agent in a sentence which argument is missing or of the wrong kind.</summary>
internal sealed class CheckedTool(McpServerTool tool) : DelegatingMcpServerTool(tool)
{
    public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default) =>
        FaultIn(request.Params?.Arguments ?? new Dictionary<string, JsonElement>()) is { } sentence
            ? ValueTask.FromResult(Refuse(sentence))
            : base.InvokeAsync(request, cancellationToken);

    /// <summary>The result that tells an agent what it did wrong.</summary>
    public static CallToolResult Refuse(string sentence) => new() { Content = [new TextContentBlock { Text = sentence }], IsError = true };

    private string? FaultIn(IDictionary<string, JsonElement> arguments)
    {
        var schema = ProtocolTool.InputSchema;
        if (schema.TryGetProperty("required", out var required)
            && required.EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !arguments.ContainsKey(name)) is { } missing)
            return $"The argument '{missing}' is missing.";
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            if (arguments.TryGetValue(property.Name, out var value) && !Fits(property.Value, value))
                return $"The argument '{property.Name}' is of the wrong kind; it takes: {string.Join(" or ", KindsOf(property.Value))}.";
        }

        return null;
    }

    private static bool Fits(JsonElement schema, JsonElement value) => KindsOf(schema).Any(kind => kind switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "array" => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => Fits(schema.GetProperty("items"), item)),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    });

    private static IEnumerable<string> KindsOf(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } kinds
        ? kinds.EnumerateArray().Select(kind => kind.GetString()!)
        : [schema.GetProperty("type").GetString()!];
}
