using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage;

/// <summary>A row of the table 'subscriptions'.</summary>
internal sealed class StoredSubscription
{
    /// <summary>The columns. The chat's own choice of language comes first.</summary>
    public const string Columns = """
        chat_id, thread_id, state, minute, zone, days, max_stories, topics, mutes, article_language,
        coalesce((SELECT chats.language FROM chats WHERE chats.chat_id = subscriptions.chat_id), language) AS language,
        is_quiet, last_date, last_end, last_digests, next_due, awaits, revision
        """;

    private static readonly string[] States = ["unfinished", "active", "stopped", "blocked"];

    public long ChatId { get; init; }

    public long? ThreadId { get; init; }

    public required string State { get; init; }

    public long? Minute { get; init; }

    public string? Zone { get; init; }

    public long Days { get; init; }

    public long MaxStories { get; init; }

    public required string Topics { get; init; }

    public required string Mutes { get; init; }

    public string? ArticleLanguage { get; init; }

    public required string Language { get; init; }

    public bool IsQuiet { get; init; }

    public long? LastDate { get; init; }

    public long? LastEnd { get; init; }

    public required string LastDigests { get; init; }

    public long? NextDue { get; init; }

    public string? Awaits { get; init; }

    public long Revision { get; init; }

    /// <summary>The word that the table keeps for a state.</summary>
    public static string StateOf(Subscription subscription) => States[(int)subscription.State];

    /// <summary>The minute of the day that the table keeps; null until it is chosen.</summary>
    public static int? MinuteOf(Subscription subscription) => subscription.At is { } at ? (at.Hour * 60) + at.Minute : null;

    /// <summary>Equal for subscriptions that may share a digest, so that an index brings them together.</summary>
    /// <remarks>Two that differ may have the same number by chance: the number orders, and decides nothing.</remarks>
    public static long LikenessOf(Subscription subscription)
    {
        var text = string.Join('\n', [
            $"{subscription.MaxStories} {subscription.ArticleLanguage} {subscription.Language} {subscription.LastEnd?.ToUnixTimeMilliseconds()}",
            string.Join(' ', subscription.LastDigests), .. subscription.Topics, "", .. subscription.Mutes,
        ]);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The state after a delivery; null when somebody changed it since it was read, or its date was served before.</summary>
    public static Subscription? After(DigestDelivery delivery, Subscription current)
    {
        if (current.Revision != delivery.Subscription.Revision || (delivery.Date is { } date && current.LastDate >= date))
            return null;
        return current with
        {
            NextDue = delivery.NextDue,
            LastDate = delivery.Date ?? current.LastDate,
            LastEnd = delivery.End ?? current.LastEnd,
            LastDigests = delivery.DigestId is { } id ? [.. current.LastDigests.Prepend(id).Take(Subscription.RememberedDigests)] : current.LastDigests,
        };
    }

    public Subscription ToSubscription() => new(new Place(ChatId, ThreadId))
    {
        State = (SubscriptionState)Array.IndexOf(States, State),
        At = Minute is { } minute ? new TimeOnly((int)minute / 60, (int)minute % 60) : null,
        Zone = Zone,
        Days = (DigestDays)Days,
        MaxStories = (int)MaxStories,
        Topics = StoredJson.ReadTexts(Topics),
        Mutes = StoredJson.ReadTexts(Mutes),
        ArticleLanguage = ArticleLanguage,
        Language = Language,
        IsQuietWhenEmpty = IsQuiet,
        LastDate = LastDate is { } day ? DateOnly.FromDayNumber((int)day) : null,
        LastEnd = StoredInstant.Instant(LastEnd),
        LastDigests = StoredJson.ReadNumbers(LastDigests),
        NextDue = StoredInstant.Instant(NextDue),
        Awaits = Awaits is { } awaits ? StoredJson.ReadAwaited(awaits) : null,
        Revision = Revision,
    };
}
