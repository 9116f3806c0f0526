using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsBot.Core.Display;

namespace NewsBot.Models;

/// <summary>Finds in a service's reply its own reason for a refusal, in a form that a log may hold: one short line, without keys and without long quotations.</summary>
internal static partial class ServiceReason
{
    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <summary>A sentence with the reason at its end.</summary>
    /// <param name="start">What happened, without a full stop: 'The language model refused the request (400)'.</param>
    /// <param name="reason">From <see cref="Find"/>; empty when the service gave none.</param>
    public static string Sentence(string start, string reason) => reason.Length == 0 ? $"{start}." : $"{start}: {reason}{(reason[^1] is '.' or '!' or '?' or '…' ? "" : ".")}";

    /// <summary>The reason in a reply.</summary>
    /// <param name="reply">As the service sent it; services agree on no format.</param>
    /// <param name="secrets">What must not be shown: the keys that the request carried.</param>
    /// <returns>Empty when there is none, such as in a page for browsers.</returns>
    public static string Find(string reply, params IEnumerable<string> secrets)
    {
        var text = reply.AsSpan().TrimStart();
        var found = text is ['{' or '[', ..] ? InJson(reply) : text is ['<', ..] ? "" : reply;
        foreach (var secret in secrets.Where(secret => secret.Length > 0))
            found = found.Replace(secret, "…", StringComparison.Ordinal);
        var line = DisplayText.Line(Echo().Replace(Quotation().Replace(Key().Replace(found, "…"), "…"), "…"));
        if (line.Length <= MaxLength)
            return line;
        var end = line.LastIndexOf(' ', MaxLength - 1);
        return line[..(end > 0 ? end : MaxLength - 1)] + "…";
    }

    private static string InJson(string reply)
    {
        try
        {
            return Message(JsonNode.Parse(reply)) ?? "";
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            // Cut off, or with a name twice: then it has no reason that can be told.
            return "";
        }
    }

    private static string? Message(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray { Count: > 0 } several => Message(several[0]),
        JsonObject one => Message(one["error"]) ?? Located(one) ?? Message(one["message"]) ?? Message(one["detail"]) ?? Message(one["errors"]) ?? Message(one["type"]),
        _ => null,
    };

    /// <summary>The form of pydantic: 'loc' says which field, and 'msg' what is wrong with it.</summary>
    private static string? Located(JsonObject one) =>
        Message(one["msg"]) is { } problem ? $"{(one["loc"] is JsonArray { Count: > 0 } place ? $"{place[^1]}: " : "")}{problem}" : null;

    /// <summary>What looks like a key, whole or masked by the service.</summary>
    [GeneratedRegex(@"\b(?:sk|pk|key)-[\w*.-]*[\w*]|\bBearer\s+\S+|[\w*-]{32,}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Key();

    /// <summary>A long quotation: a service may repeat what it was sent.</summary>
    [GeneratedRegex("""(?<=["'`])[^"'`]{60,}(?=["'`])""", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Quotation();

    /// <summary>Where pydantic repeats what it was sent.</summary>
    [GeneratedRegex("""["']?\binput["']?\s*[:=].*$""", RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Echo();
}
