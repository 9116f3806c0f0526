using System.Globalization;
using NewsBot.Chats;

namespace NewsBot.Telegram.Layout;

/// <summary>English.</summary>
internal sealed class EnglishDigestTexts : DigestTexts
{
    public override string LastDayTitle => "The last 24 hours";

    public override string Developing => "new developments";

    public override string Was => "Was";

    public override string Now => "now";

    public override string Differ => "Reports differ:";

    public override string Empty => "No news about your topics this time.";

    public override string MuteButton => "🔇 Mute a topic";

    public override string HourButton => "🕗 Change the hour";

    public override string StopButton => "⏹ Stop";

    public override string ResumeButton => "▶️ Send it again";

    public override string DoneButton => "✔️ Done";

    public override string BackButton => "‹ Daily summary";

    public override string TypeButton => "⌨️ Type it";

    public override string PreviewButton => "👁 Show the last 24 hours";

    public override string HourTitle => "Daily summary\nAt what time of day shall it come?";

    public override string HourHow => "Daily summary\nWrite the time, like 7:30 or 19:00.";

    public override string HourUnknown => "I cannot read that as a time of day. Write it like 7:30 or 19:00.";

    public override string ZoneTitle => "Daily summary\nWhich clock shows your time? Each button shows the time there now. A city near you is best.";

    public override string CityButton => "⌨️ Another city";

    public override string CityHow => "Daily summary\nWrite your city, or a larger one near it.";

    public override string CityWhich => "Daily summary\nWhich one do you mean?";

    public override string TopicsTitle =>
        "Daily summary\nAbout what? Tap the topics that you want to read about, or take everything. A topic is a word, a name or an outlet.";

    public override string TopicsAll => "Everything";

    public override string TopicsHow => "Daily summary\nWrite your topics with commas between: words, names or outlets.";

    public override string MutesTitle => "Daily summary\nWhich topics shall I leave out? Tap a topic again to take it back.";

    public override string DaysTitle => "Daily summary\nOn which days?";

    public override string SettingsTitle => "Daily summary";

    public override string Subscribed => "Done. A summary of the last 24 hours follows, to see what it looks like.";

    public override string SubscribedBefore => "This chat gets the daily summary. /unsubscribe ends it.";

    public override string Unsubscribed => "The daily summary is stopped. What you chose is kept for /subscribe.";

    public override string StopQuestion => "Shall the daily summary stop?";

    public override string NotSubscribed => "This chat gets no daily summary. /subscribe begins one.";

    public override string ResumeOffer => "Good to see you again. Your daily summary was paused while I could not write to you.";

    public override string FinishOffer => "This chat asked for the daily summary in an earlier version of me. When shall it come?";

    public override string TooOld => "That summary is no longer kept.";

    public override string Title(DateOnly date) => $"Daily summary · {Date(date)}";

    public override string Closing(int articles, int outlets) =>
        $"Made of {Plural.English(articles, "article", "articles")} of {Plural.English(outlets, "outlet", "outlets")}.";

    public override string MoreButton(int story) => $"➕ {story}";

    public override string CityUnknown(string typed) =>
        $"I do not know a place called “{typed}”. Write a larger city near it, or a time zone like Europe/Kyiv or UTC+2.";

    public override string ZoneIs(string place, TimeOnly now) => $"{place}: it is {now:HH\\:mm} there now.";

    public override string TooManyTopics(int limit) => $"I keep at most {limit}.";

    public override string Muted(string topic, bool isMuted) => isMuted ? $"Left out from now on: {topic}" : $"Let in again: {topic}";

    public override string Day(DayOfWeek day) => day.ToString()[..3];

    public override string Date(DateOnly date) => date.ToString("dddd, d MMM yyyy", CultureInfo.InvariantCulture);

    public override string Next(DateOnly date, TimeOnly time, string zone) => $"The next one comes on {Date(date)} at {time:HH\\:mm} ({zone}).";

    public override string Paused(SubscriptionState state) => state switch
    {
        SubscriptionState.Unfinished => "It does not come yet. Choose the hour and the time zone, then tap “Done”.",
        SubscriptionState.Blocked => "It is paused, since I could not write here.",
        _ => "It is stopped.",
    };

    public override string DaysSetting(DigestDays days) => "🗓 " + days switch
    {
        DigestDays.All => "Every day",
        DigestDays.Weekdays => "Monday to Friday",
        _ => "Chosen days",
    };

    public override string LengthSetting(int stories) => $"📏 {stories} stories";

    public override string TopicsSetting(int topics) => topics == 0 ? "🏷 On everything" : $"🏷 {Plural.English(topics, "topic", "topics")}";

    public override string MutesSetting(int mutes) => mutes == 0 ? "🔇 Nothing left out" : $"🔇 Left out: {mutes}";

    public override string EmptySetting(bool isQuiet) => isQuiet ? "💤 No news: no message" : "💬 No news: a line that says so";

    public override string ArticleLanguageSetting(string? language) => language is null ? "🌐 Articles in any language" : $"🌐 Articles in: {language}";

    public override string ChatSetting(TimeOnly? at) => at is { } time ? $"🗞 Daily summary: {time:HH\\:mm}" : "🗞 Daily summary: none";
}
