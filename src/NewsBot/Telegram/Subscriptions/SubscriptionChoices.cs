using NewsBot.Chats;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;
using NewsBot.Summaries;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>What a choice makes of a subscription, and when it is due then.</summary>
internal sealed class SubscriptionChoices(ISubscriptionStore subscriptions, DigestCalendar calendar, TimeProvider time)
{
    /// <summary>The subscription of a place's chat, or a new one that nothing is chosen of.</summary>
    public async Task<Subscription> FindAsync(Place place, string language, CancellationToken cancellationToken) =>
        (await subscriptions.FindAsync(place.ChatId, cancellationToken) ?? new Subscription(place)) with { Language = language };

    /// <summary>Changes it; when it is due then follows.</summary>
    public async Task<Subscription> ChangeAsync(Place place, string language, Func<Subscription, Subscription> change, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (await subscriptions.ChangeAsync(
            place.ChatId, old => Schedule(old, change((old ?? new Subscription(place)) with { Language = language }), now), cancellationToken))!;
    }

    /// <summary>Adds topics, as far as there is room; each on one line, and none twice.</summary>
    public static IReadOnlyList<string> Add(IReadOnlyList<string> topics, IEnumerable<string> more) =>
        [.. topics.Concat(more.Select(Clean).Where(topic => topic.Length > 0)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Subscription.MaxTopics)];

    /// <summary>Adds a topic, or takes it away when it is there.</summary>
    public static IReadOnlyList<string> Toggle(IReadOnlyList<string> topics, string topic)
    {
        var clean = Clean(topic);
        return topics.Contains(clean, StringComparer.OrdinalIgnoreCase)
            ? [.. topics.Where(other => !string.Equals(other, clean, StringComparison.OrdinalIgnoreCase))]
            : Add(topics, [clean]);
    }

    /// <summary>A topic as it is kept.</summary>
    public static string Clean(string topic)
    {
        var line = DisplayText.Line(topic).Trim();
        if (line.Length <= Subscription.MaxTopicLength)
            return line;
        var end = char.IsHighSurrogate(line[Subscription.MaxTopicLength - 1]) ? Subscription.MaxTopicLength - 1 : Subscription.MaxTopicLength;
        return line[..end].TrimEnd();
    }

    private Subscription Schedule(Subscription? old, Subscription changed, DateTimeOffset now)
    {
        if (changed.State != SubscriptionState.Active)
            return changed with { NextDue = null };
        var isSame = old is not null && (old.State, old.At, old.Zone, old.Days) == (changed.State, changed.At, changed.Zone, changed.Days);
        if (isSame)
            return changed;

        // One that waits for its turn is not lost by a change; what is due by the new choice, the service finds out.
        var isWaiting = old is { State: SubscriptionState.Active, NextDue: { } due } && due <= now;
        return changed with { NextDue = isWaiting ? now : calendar.Next(changed, now)?.At };
    }
}
