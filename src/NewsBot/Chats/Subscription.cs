using NewsBot.Core.Questions;

namespace NewsBot.Chats;

/// <summary>A chat's daily summary: when it comes, what it is made of, and what was sent. A chat has one at most.</summary>
/// <param name="Place">Where it is sent.</param>
internal sealed record Subscription(Place Place)
{
    /// <summary>The most topics, and the most mutes, that a chat may have.</summary>
    public const int MaxTopics = 20;

    /// <summary>The longest topic, in UTF-16 units.</summary>
    public const int MaxTopicLength = 60;

    /// <summary>How many past digests count when a story is called new.</summary>
    public const int RememberedDigests = 7;

    /// <summary>Whether digests are sent, and why not.</summary>
    public SubscriptionState State { get; init; }

    /// <summary>The time of day there; null until it is chosen.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>The IANA time zone ('Europe/Kyiv'); null until it is chosen, which nobody does but a person.</summary>
    public string? Zone { get; init; }

    /// <summary>On which days; never none.</summary>
    public DigestDays Days { get; init; } = DigestDays.All;

    /// <summary>How many stories at most: 3, 5 or 10.</summary>
    public int MaxStories { get; init; } = 5;

    /// <summary>Words, names, outlets and feed folders; empty for everything.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The topics that the digest leaves out; the same rules as for topics.</summary>
    public IReadOnlyList<string> Mutes { get; init; } = [];

    /// <summary>Two-letter code of the articles' language; null for any.</summary>
    public string? ArticleLanguage { get; init; }

    /// <summary>Two-letter code of the language in which the bot's own words are written.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether nothing is sent on a day without news, instead of a line that says so.</summary>
    public bool IsQuietWhenEmpty { get; init; }

    /// <summary>The last local date whose digest was sent, or left out because there was no news; null before the first. Only later dates follow, in whatever zone.</summary>
    public DateOnly? LastDate { get; init; }

    /// <summary>The end of the last digest's window, UTC; null before the first.</summary>
    public DateTimeOffset? LastEnd { get; init; }

    /// <summary>The digests that were sent last, newest first, by their ids; at most <see cref="RememberedDigests"/>.</summary>
    public IReadOnlyList<long> LastDigests { get; init; } = [];

    /// <summary>When to look at it again, UTC; null for not at all. Which date is due then, the calendar says.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>What the bot asked somebody to type; null for nothing.</summary>
    public AwaitedInput? Awaits { get; init; }

    /// <summary>Grows with every change; the store's.</summary>
    public long Revision { get; init; }

    /// <summary>Whether hour and zone are chosen.</summary>
    public bool IsComplete => At is not null && Zone is not null;
}

/// <summary>Whether the digests of a subscription are sent, and why not.</summary>
internal enum SubscriptionState
{
    /// <summary>Hour or zone are not chosen yet, or the choosing was not ended.</summary>
    Unfinished,

    /// <summary>They are sent.</summary>
    Active,

    /// <summary>Somebody stopped them.</summary>
    Stopped,

    /// <summary>The chat may not be written to; they begin again when a person says so.</summary>
    Blocked,
}

/// <summary>Days of the week; the bit of a day is 1 shifted by its <see cref="DayOfWeek"/>.</summary>
[Flags]
internal enum DigestDays
{
    None = 0,
    Sunday = 1,
    Monday = 2,
    Tuesday = 4,
    Wednesday = 8,
    Thursday = 16,
    Friday = 32,
    Saturday = 64,
    Weekdays = Monday | Tuesday | Wednesday | Thursday | Friday,
    All = Weekdays | Saturday | Sunday,
}

/// <summary>What the bot asked somebody to type.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="PersonId">Who was asked.</param>
/// <param name="MessageId">The message that asked.</param>
/// <param name="Since">When.</param>
internal sealed record AwaitedInput(AwaitedKind Kind, long PersonId, long MessageId, DateTimeOffset Since);

/// <summary>What somebody is to type.</summary>
internal enum AwaitedKind
{
    /// <summary>A time of day.</summary>
    Hour,

    /// <summary>A city or a time zone.</summary>
    City,
    Topics,
}
