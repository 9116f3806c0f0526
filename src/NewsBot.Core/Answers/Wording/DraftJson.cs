using System.Text;
using System.Text.Json;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Makes plain text of a reply that a language model put into JSON.</summary>
internal static class DraftJson
{
    /// <summary>Whether a reply may be JSON.</summary>
    /// <param name="start">Its beginning, without white space in front.</param>
    public static bool IsLikely(string start) => start is ['{', ..] || (start is ['[', .. var rest] && rest.TrimStart() is "" or ['{' or '"', ..]);

    /// <summary>All texts of the reply, in order; ids that stand alone as marks.</summary>
    /// <returns>Null when it is not JSON.</returns>
    public static string? ToText(string reply)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(reply));
            using var document = JsonDocument.ParseValue(ref reader);
            var text = new StringBuilder();
            Add(document.RootElement, text);
            return text.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Add(JsonElement element, StringBuilder text)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Add(item, text);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
                Add(property.Value, text);
        }
        else if (element.ValueKind == JsonValueKind.String)
        {
            text.Append(element.GetString()).Append(' ');
        }
    }
}
