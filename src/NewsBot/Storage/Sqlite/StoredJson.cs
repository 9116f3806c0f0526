using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Storage.Sqlite;

/// <summary>Lists and articles that wait, as the JSON that a database keeps of them.</summary>
internal static class StoredJson
{
    // The JSON is never part of a page: letters of every script stand as they are, at a third of their escaped length.
    private static readonly JsonSerializerOptions ListOptions = new(StoredLists.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonTypeInfo<IReadOnlyList<string>> Texts = (JsonTypeInfo<IReadOnlyList<string>>)ListOptions.GetTypeInfo(typeof(IReadOnlyList<string>));
    private static readonly JsonTypeInfo<IReadOnlyList<SentStory>> Stories = (JsonTypeInfo<IReadOnlyList<SentStory>>)ListOptions.GetTypeInfo(typeof(IReadOnlyList<SentStory>));

    /// <summary>Citations.</summary>
    public static string Write(IReadOnlyList<CitedPassage> citations) => JsonSerializer.Serialize(citations, StoredLists.Default.IReadOnlyListCitedPassage);

    /// <summary>Ids of articles, topics.</summary>
    public static string Write(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, Texts);

    /// <summary>Ids of digests.</summary>
    public static string Write(IReadOnlyList<long> numbers) => JsonSerializer.Serialize(numbers, StoredLists.Default.IReadOnlyListInt64);

    /// <summary>Stories of a digest.</summary>
    public static string Write(IReadOnlyList<SentStory> stories) => JsonSerializer.Serialize(stories, Stories);

    /// <summary>What somebody is to type.</summary>
    public static string Write(AwaitedInput awaited) => JsonSerializer.Serialize(awaited, StoredLists.Default.AwaitedInput);

    /// <summary>An article that is not stored as one yet.</summary>
    public static string Write(Article article) => JsonSerializer.Serialize(article, StoredLists.Default.Article);

    /// <summary>The article that was written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote it.</exception>
    public static Article ReadArticle(string json) => Read(json, StoredLists.Default.Article);

    /// <summary>Any JSON that was written.</summary>
    /// <exception cref="StoreException">It is no JSON.</exception>
    public static JsonElement ReadElement(string json) => Read(json, StoredLists.Default.JsonElement);

    /// <summary>The citations that were written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote them.</exception>
    public static IReadOnlyList<CitedPassage> ReadCitations(string json) => Read(json, StoredLists.Default.IReadOnlyListCitedPassage);

    /// <summary>The texts that were written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote them.</exception>
    public static IReadOnlyList<string> ReadTexts(string json) => Read(json, Texts);

    /// <summary>The ids that were written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote them.</exception>
    public static IReadOnlyList<long> ReadNumbers(string json) => Read(json, StoredLists.Default.IReadOnlyListInt64);

    /// <summary>The stories that were written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote them.</exception>
    public static IReadOnlyList<SentStory> ReadStories(string json) => Read(json, Stories);

    /// <summary>What was written of what somebody is to type.</summary>
    /// <exception cref="StoreException">Another version of the program wrote it.</exception>
    public static AwaitedInput ReadAwaited(string json) => Read(json, StoredLists.Default.AwaitedInput);

    private static T Read<T>(string json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type)!;
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new StoreException("The archive holds something that this version of newsbot cannot read; update newsbot.", isTransient: false, failure);
        }
    }
}

/// <summary>How lists of an exchange, what belongs to a subscription, and articles that wait are written to the store.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(IReadOnlyList<CitedPassage>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSerializable(typeof(IReadOnlyList<SentStory>))]
[JsonSerializable(typeof(AwaitedInput))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class StoredLists : JsonSerializerContext;
