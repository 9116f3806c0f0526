using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Storage;

/// <summary>Lists and articles that wait, as the JSON that a database keeps of them.</summary>
internal static class StoredJson
{
    // Stored text is never put into a page: scripts other than Latin stay readable, at a third of their escaped length.
    private static readonly StoredLists Lists = new(new JsonSerializerOptions(StoredLists.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(IReadOnlyList<CitedPassage> citations) => JsonSerializer.Serialize(citations, Lists.IReadOnlyListCitedPassage);

    /// <summary>Ids of articles, topics.</summary>
    public static string Write(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, Lists.IReadOnlyListString);

    /// <summary>Ids of digests.</summary>
    public static string Write(IReadOnlyList<long> numbers) => JsonSerializer.Serialize(numbers, Lists.IReadOnlyListInt64);

    /// <summary>Stories of a digest.</summary>
    public static string Write(IReadOnlyList<SentStory> stories) => JsonSerializer.Serialize(stories, Lists.IReadOnlyListSentStory);

    /// <summary>The input that the bot waits for.</summary>
    public static string Write(AwaitedInput awaited) => JsonSerializer.Serialize(awaited, Lists.AwaitedInput);

    /// <summary>An article that is not in the archive yet.</summary>
    public static string Write(Article article) => JsonSerializer.Serialize(article, Lists.Article);

    /// <summary>The article that was written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote it.</exception>
    public static Article ReadArticle(string json) => Read(json, Lists.Article);

    /// <summary>Any JSON that was written.</summary>
    /// <exception cref="StoreException">It is no JSON.</exception>
    public static JsonElement ReadElement(string json) => Read(json, Lists.JsonElement);

    /// <summary>The citations that were written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote them.</exception>
    public static IReadOnlyList<CitedPassage> ReadCitations(string json) => Read(json, Lists.IReadOnlyListCitedPassage);

    /// <summary>The texts that were written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote them.</exception>
    public static IReadOnlyList<string> ReadTexts(string json) => Read(json, Lists.IReadOnlyListString);

    /// <summary>The ids that were written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote them.</exception>
    public static IReadOnlyList<long> ReadNumbers(string json) => Read(json, Lists.IReadOnlyListInt64);

    /// <summary>The stories that were written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote them.</exception>
    public static IReadOnlyList<SentStory> ReadStories(string json) => Read(json, Lists.IReadOnlyListSentStory);

    /// <summary>The awaited input that was written.</summary>
    /// <exception cref="StoreException">Another version of the program wrote it.</exception>
    public static AwaitedInput ReadAwaited(string json) => Read(json, Lists.AwaitedInput);

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

/// <summary>Generated serialisation of the parts of exchanges and subscriptions, and of articles that wait.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(IReadOnlyList<CitedPassage>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSerializable(typeof(IReadOnlyList<SentStory>))]
[JsonSerializable(typeof(AwaitedInput))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class StoredLists : JsonSerializerContext;
