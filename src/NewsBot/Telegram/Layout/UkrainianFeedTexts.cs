using NewsBot.Sources.Feeds;

namespace NewsBot.Telegram.Layout;

/// <summary>Ukrainian.</summary>
internal sealed class UkrainianFeedTexts : FeedTexts
{
    public override string None => "Стрічок новин ще немає. Додати: /feeds add https://example.org/feed.xml";

    public override string How =>
        """
        Стрічки новин

        /feeds – перелік
        /feeds add АДРЕСА [ТЕКА] – додати; підійде й адреса сайту
        /feeds remove НОМЕР – вилучити
        /feeds pause НОМЕР та /feeds resume НОМЕР – призупинити й відновити
        """.ReplaceLineEndings("\n");

    public override string Title(int feeds, int failing) =>
        Plural.Ukrainian(feeds, "стрічка", "стрічки", "стрічок") + (failing > 0 ? $", з помилками {failing:N0}" : "");

    public override string Describe(FollowedFeed feed, DateTimeOffset now)
    {
        var items = Plural.Ukrainian(feed.State.Items, "запис", "записи", "записів");
        return feed.Health switch
        {
            FeedHealth.New => "ще не завантажувалася",
            FeedHealth.Paused => $"призупинено · {items}",
            FeedHealth.Gone => $"більше не існує: {feed.State.Problem}",
            FeedHealth.Failing => $"не працює вже {Span(now - feed.State.FailingSince!.Value)}: {feed.State.Problem}",
            _ => $"працює · {items} · прочитано {Span(now - feed.State.LastSuccessAt!.Value)} тому",
        };
    }

    public override string More(int count) => $"… та ще {count:N0}.";

    public override string Added(string name, long number, string? site) => $"Додано під номером {number}: {name}{(site is null ? "" : $" (знайдено на {site})")}";

    public override string Followed(string name, long number) => $"Ця стрічка вже є під номером {number}: {name}";

    public override string Refused(string reason) => $"Додати не вдалося. {reason}";

    public override string NotFound(string given) => $"Стрічки {given} немає. /feeds показує перелік із номерами.";

    public override string Removed(string name) => $"Вилучено, статті залишаються: {name}";

    public override string Paused(string name) => $"Призупинено: {name}";

    public override string Resumed(string name) => $"Відновлено: {name}";

    public override string FailingTitle(int count) =>
        count == 1 ? "⚠️ Стрічка новин не працює вже добу" : $"⚠️ Не працюють уже добу: {Plural.Ukrainian(count, "стрічка", "стрічки", "стрічок")}";

    public override string BackTitle(int count) =>
        count == 1 ? "✅ Стрічка новин знову працює" : $"✅ Знову працюють: {Plural.Ukrainian(count, "стрічка", "стрічки", "стрічок")}";

    private static string Span(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => $"{Math.Max(1, span.TotalMinutes):0} хв",
        { TotalDays: < 2 } => $"{span.TotalHours:0} год",
        _ => $"{span.TotalDays:0} дн.",
    };
}
