using System.Text;
using NewsBot.Chats;
using NewsBot.Core.Digests;
using NewsBot.Summaries;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>The pages on which a chat chooses its daily summary: one message whose buttons lead from one to another.</summary>
internal sealed class SubscriptionMenu(DigestCalendar calendar, TimeProvider time)
{
    private const int InRow = 3;
    private const int HoursInRow = 4;
    private const int MaxShownTopics = 30;

    // 'm', the number of a digest, and a colon.
    private const int LongestVerb = 12;

    private static readonly int[] Hours = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];
    private static readonly int[] Lengths = [3, 5, 10];

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Whether a topic fits into what a button carries.</summary>
    public static bool FitsButton(string topic) => Encoding.UTF8.GetByteCount(topic) <= ButtonData.MaxDigestChoiceBytes - LongestVerb;

    /// <summary>The number of stories after this one.</summary>
    public static int NextLength(int stories) => Lengths[(Array.IndexOf(Lengths, stories) + 1) % Lengths.Length];

    /// <summary>A message that begins the choosing, for a chat that wanted the summary in an earlier version of the bot.</summary>
    public LaidOutMessage OfferToFinish(Subscription subscription)
    {
        var texts = TextsOf(subscription);
        return HourPage(subscription) with { Pages = LaidOutMessage.Of(texts.FinishOffer).Pages };
    }

    /// <summary>Offers to go on, or to stop for good.</summary>
    public LaidOutMessage OfferToResume(Subscription subscription)
    {
        var texts = TextsOf(subscription);
        return LaidOutMessage.Of(texts.ResumeOffer) with { Keyboard = [[Tap(texts.ResumeButton, SummaryVerb.Resume), Tap(texts.StopButton, SummaryVerb.Stop)]] };
    }

    /// <summary>Asks whether it is to stop.</summary>
    public LaidOutMessage StopQuestion(Subscription subscription)
    {
        var texts = TextsOf(subscription);
        return LaidOutMessage.Of(texts.StopQuestion) with { Keyboard = [[Tap(texts.StopButton, SummaryVerb.Stop)]] };
    }

    /// <summary>Says that it was stopped, with a way back.</summary>
    public LaidOutMessage StoppedPage(Subscription subscription)
    {
        var texts = TextsOf(subscription);
        return LaidOutMessage.Of(texts.Unsubscribed) with { Keyboard = [[Tap(texts.ResumeButton, SummaryVerb.Resume)]] };
    }

    /// <summary>The hours.</summary>
    public LaidOutMessage HourPage(Subscription subscription)
    {
        var texts = TextsOf(subscription);
        var buttons = Hours.Select(hour => new TimeOnly(hour, 0)).Select(at => Tap((subscription.At == at ? "✅ " : "") + $"{at:HH\\:mm}", $"{SummaryVerb.Hour}:{at:HHmm}"));
        return Page(texts.HourTitle, [.. buttons.Chunk(HoursInRow), [Tap(texts.TypeButton, SummaryVerb.TypeHour)]], subscription);
    }

    /// <summary>Places with what their clocks show.</summary>
    /// <param name="subscription">Whose.</param>
    /// <param name="title">The bot's own words above.</param>
    /// <param name="places">What to choose from.</param>
    public LaidOutMessage ZonePage(Subscription subscription, string title, IReadOnlyList<ZonePlace> places)
    {
        var texts = TextsOf(subscription);
        var now = time.GetUtcNow();
        var isCommon = ReferenceEquals(places, calendar.CommonPlaces);
        var buttons = places.Select(place => Tap(
            $"{(subscription.Zone == place.Zone ? "✅ " : "")}{(isCommon ? ShortName(place, subscription) : place.NameIn(subscription.Language))} {Clock(place.Zone, now):HH\\:mm}",
            $"{SummaryVerb.Zone}:{place.Zone}"));
        return Page(title, [.. buttons.Chunk(isCommon ? InRow : 1), [Tap(texts.CityButton, SummaryVerb.TypeCity)]], subscription);
    }

    /// <summary>The common places.</summary>
    public LaidOutMessage ZonePage(Subscription subscription) => ZonePage(subscription, TextsOf(subscription).ZoneTitle, calendar.CommonPlaces);

    /// <summary>Topics: those chosen, and ideas for more.</summary>
    /// <param name="subscription">Whose.</param>
    /// <param name="ideas">Each fits a button.</param>
    /// <param name="notice">Stands above; empty for nothing.</param>
    public LaidOutMessage TopicPage(Subscription subscription, IReadOnlyList<string> ideas, string notice = "")
    {
        var texts = TextsOf(subscription);
        var everything = Tap((subscription.Topics.Count == 0 ? "✅ " : "") + texts.TopicsAll, SummaryVerb.AllTopics);
        List<IReadOnlyList<InlineKeyboardButton>> rows = [[everything], .. Toggles(subscription.Topics, ideas, SummaryVerb.Topic), [Tap(texts.TypeButton, SummaryVerb.TypeTopics)]];
        if (subscription.State != SubscriptionState.Active)
            rows.Add([Tap(texts.DoneButton, SummaryVerb.Done)]);
        return Page(notice.Length > 0 ? $"{texts.TopicsTitle}\n\n{notice}" : texts.TopicsTitle, rows, subscription);
    }

    /// <summary>What is left out, and ideas for more.</summary>
    /// <param name="subscription">Whose.</param>
    /// <param name="ideas">Each fits a button.</param>
    /// <param name="digestId">The digest whose topics they are; null for none.</param>
    public LaidOutMessage MutePage(Subscription subscription, IReadOnlyList<string> ideas, long? digestId) =>
        Page(TextsOf(subscription).MutesTitle, [.. Toggles(subscription.Mutes, ideas, $"{SummaryVerb.MuteTopic}{digestId}")], subscription);

    /// <summary>The days of the week.</summary>
    public LaidOutMessage DayPage(Subscription subscription)
    {
        var texts = TextsOf(subscription);
        var days = Week.Select(day => Tap((Has(subscription, day) ? "✅ " : "▫️ ") + texts.Day(day), $"{SummaryVerb.Day}:{(int)day}"));
        return Page(texts.DaysTitle, [.. days.Chunk(HoursInRow)], subscription);
    }

    /// <summary>Asks to type something.</summary>
    public LaidOutMessage AskPage(Subscription subscription, string title) => Page(title, [], subscription, hasBack: true);

    /// <summary>All choices.</summary>
    /// <param name="subscription">Whose.</param>
    /// <param name="notice">Stands above; empty for nothing.</param>
    public LaidOutMessage HomePage(Subscription subscription, string notice = "")
    {
        var texts = TextsOf(subscription);
        List<string> lines = [texts.SettingsTitle];
        if (notice.Length > 0)
            lines.Add(notice);
        lines.Add(subscription.State == SubscriptionState.Active ? NextLine(subscription, texts) : texts.Paused(subscription.State));
        if (subscription.Zone is { } zone && calendar.Knows(zone))
            lines.Add(texts.ZoneIs(zone, TimeOnly.FromDateTime(Clock(zone, time.GetUtcNow()))));
        AddList(lines, "🏷 ", subscription.Topics);
        AddList(lines, "🔇 ", subscription.Mutes);
        var language = subscription.ArticleLanguage is { } code ? BotLanguages.Find(code)?.LanguageName ?? code : null;
        var state = subscription.State switch
        {
            SubscriptionState.Active => Tap(texts.StopButton, SummaryVerb.Stop),
            SubscriptionState.Unfinished => Tap(texts.DoneButton, SummaryVerb.Done),
            _ => Tap(texts.ResumeButton, SummaryVerb.Resume),
        };
        return LaidOutMessage.Titled(string.Join('\n', lines)) with
        {
            Keyboard =
            [
                [Tap($"🕗 {subscription.At:HH\\:mm}", SummaryVerb.Hours), Tap($"🌍 {subscription.Zone}", SummaryVerb.Zones)],
                [
                    Tap(texts.DaysSetting(subscription.Days), SummaryVerb.Days),
                    Tap(texts.LengthSetting(subscription.MaxStories), $"{SummaryVerb.Length}:{NextLength(subscription.MaxStories)}"),
                ],
                [Tap(texts.TopicsSetting(subscription.Topics.Count), SummaryVerb.Topics), Tap(texts.MutesSetting(subscription.Mutes.Count), SummaryVerb.Mutes)],
                [Tap(texts.EmptySetting(subscription.IsQuietWhenEmpty), SummaryVerb.Quiet)],
                [Tap(texts.ArticleLanguageSetting(language), SummaryVerb.Language)],
                [Tap(texts.PreviewButton, SummaryVerb.Show), state],
            ],
        };
    }

    private string NextLine(Subscription subscription, DigestTexts texts) => calendar.Next(subscription, time.GetUtcNow()) is { } next
        ? texts.Next(next.Date, subscription.At!.Value, subscription.Zone!)
        : texts.Paused(SubscriptionState.Unfinished);

    private DateTime Clock(string zone, DateTimeOffset now) => calendar.LocalTime(zone, now);

    private static string ShortName(ZonePlace place, Subscription subscription) => place.NameIn(subscription.Language).Split(',')[0];

    private static DigestTexts TextsOf(Subscription subscription) => BotLanguages.For(subscription.Language).Digests;

    private static bool Has(Subscription subscription, DayOfWeek day) => ((int)subscription.Days & (1 << (int)day)) != 0;

    private static IEnumerable<IReadOnlyList<InlineKeyboardButton>> Toggles(IReadOnlyList<string> chosen, IReadOnlyList<string> ideas, string verb) => chosen
        .Select(topic => (topic, isChosen: true))
        .Concat(ideas.Where(idea => !chosen.Contains(idea, StringComparer.OrdinalIgnoreCase)).Select(topic => (topic, isChosen: false)))
        .Where(choice => FitsButton(choice.topic))
        .Take(MaxShownTopics)
        .Select(choice => Tap((choice.isChosen ? "✅ " : "▫️ ") + choice.topic, $"{verb}:{choice.topic}"))
        .Chunk(InRow);

    private static void AddList(List<string> lines, string mark, IReadOnlyList<string> topics)
    {
        if (topics.Count > 0)
            lines.Add(mark + string.Join(", ", topics));
    }

    /// <summary>A page with a way back to all choices, once there are any to go back to.</summary>
    private static LaidOutMessage Page(string title, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> rows, Subscription subscription, bool hasBack = false)
    {
        var hasWayBack = hasBack || subscription.IsComplete;
        return LaidOutMessage.Titled(title) with { Keyboard = hasWayBack ? [.. rows, [Tap(TextsOf(subscription).BackButton, SummaryVerb.Home)]] : rows };
    }

    private static InlineKeyboardButton Tap(string text, string choice) => ButtonData.Summary(choice).Button(text);
}
