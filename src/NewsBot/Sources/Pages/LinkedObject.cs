using System.Net;
using System.Text;
using System.Text.Json;

namespace NewsBot.Sources.Pages;

/// <summary>One object of JSON-LD: its properties as text or as further objects.</summary>
internal sealed class LinkedObject
{
    private const int MaxObjects = 2000;
    private const int MaxDepth = 64;

    // The properties that stand for a whole object, the best first.
    private static readonly string[] Speaking = ["@value", "name", "url", "@id"];

    private static readonly string[] Others =
    [
        "comment", "liveBlogUpdate", "mentions", "citation", "hasPart", "isBasedOn", "isRelatedTo", "relatedLink", "associatedArticle", "itemListElement",
        "suggestedAnswer", "acceptedAnswer", "significantLink",
    ];

    private readonly Dictionary<string, List<object>> properties = new(StringComparer.Ordinal);

    /// <summary>Its types, without the vocabulary's address.</summary>
    public IEnumerable<string> Types => Values("@type").OfType<string>().Select(type => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..]);

    /// <summary>Whether it stands in a property that holds other things than the page's article: comments, entries of a live blog, articles that it mentions.</summary>
    public bool IsOfAnother { get; private init; }

    /// <summary>How many properties it has.</summary>
    public int Count => properties.Count;

    /// <summary>The property's first text, entities decoded; of an object its '@value', 'name', 'url' or '@id'; null when there is none.</summary>
    public string? Text(string property) => Values(property).Select(TextOf).FirstOrDefault(text => text is not null);

    /// <summary>The names of the people or organisations that the property holds, joined by commas; null when there is none.</summary>
    /// <param name="named">Objects by '@id', for references.</param>
    public string? Names(string property, IReadOnlyDictionary<string, LinkedObject> named)
    {
        var names = Values(property)
            .Select(value => value is LinkedObject item && !item.properties.ContainsKey("name") && item.Text("@id") is { } id && named.TryGetValue(id, out var other)
                ? other
                : value)
            .Select(value => value is LinkedObject item ? item.Text("name") : TextOf(value))
            .Where(name => name is not null && !name.Contains("://", StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    /// <summary>Every object of a script, outer ones first; broken JSON gives what came before the break.</summary>
    public static IReadOnlyList<LinkedObject> ReadAll(byte[] json)
    {
        // Line breaks and other control characters inside strings are the commonest fault; outside they are spaces anyway.
        foreach (ref var value in json.AsSpan())
        {
            if (value < 0x20)
                value = (byte)' ';
        }

        var all = new List<LinkedObject>();
        // Content systems wrap scripts in comments and CDATA sections.
        var start = json.AsSpan().IndexOfAny((byte)'{', (byte)'[');
        while (start >= 0 && start < json.Length && json[start] == '[' && json.AsSpan(start).StartsWith("[CDATA["u8))
            start = json.AsSpan(start + 7).IndexOfAny((byte)'{', (byte)'[') is var next && next >= 0 ? start + 7 + next : -1;
        if (start >= 0)
            Read(json.AsSpan(start), all);
        return all;
    }

    private static void Read(ReadOnlySpan<byte> json, List<LinkedObject> all)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth });
        // Open objects, and for each the property whose value is being read.
        var open = new Stack<(LinkedObject Item, string Property)>();
        var property = "";
        try
        {
            while (reader.Read() && all.Count < MaxObjects)
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        var item = new LinkedObject { IsOfAnother = open.TryPeek(out var of) && (of.Item.IsOfAnother || Others.Contains(property)) };
                        if (open.TryPeek(out var parent))
                            parent.Item.Add(property, item);
                        all.Add(item);
                        open.Push((item, property));
                        break;
                    case JsonTokenType.EndObject:
                        property = open.Pop().Property;
                        break;
                    case JsonTokenType.PropertyName:
                        property = reader.GetString()!;
                        break;
                    case JsonTokenType.String when open.TryPeek(out var holder):
                        holder.Item.Add(property, reader.GetString()!);
                        break;
                    case JsonTokenType.Number when open.TryPeek(out var holder):
                        holder.Item.Add(property, Encoding.UTF8.GetString(reader.ValueSpan));
                        break;
                }
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Broken metadata is read as far as it goes.
        }
    }

    private void Add(string property, object value)
    {
        if (!properties.TryGetValue(property, out var values))
            properties[property] = values = [];
        values.Add(value);
    }

    private IEnumerable<object> Values(string property) => properties.TryGetValue(property, out var values) ? values : [];

    private static string? TextOf(object value)
    {
        // One level down is enough for what schema.org puts there.
        if (value is LinkedObject item)
            value = Speaking.SelectMany(item.Values).FirstOrDefault(inner => inner is string) ?? "";
        var text = WebUtility.HtmlDecode((string)value).Trim();
        return text.Length > 0 ? text : null;
    }
}
