using NewsBot.Chats;

namespace NewsBot.Telegram.Layout;

/// <summary>What the bot says about daily summaries, in one language.</summary>
/// <remarks>Plain text; in the longer ones the first line is the title and a blank line parts paragraphs.</remarks>
internal abstract class DigestTexts
{
    /// <summary>The title of the summary of a date.</summary>
    public abstract string Title(DateOnly date);

    /// <summary>The title of a summary of the last day that was asked for.</summary>
    public abstract string LastDayTitle { get; }

    /// <summary>Stands after the headline of a story that an earlier summary told.</summary>
    public abstract string Developing { get; }

    /// <summary>Stands before what a story said before.</summary>
    public abstract string Was { get; }

    /// <summary>Stands before what it says now.</summary>
    public abstract string Now { get; }

    /// <summary>Stands before two reports that do not say the same.</summary>
    public abstract string Differ { get; }

    /// <summary>Says that there is no news.</summary>
    public abstract string Empty { get; }

    /// <summary>What a summary was made of.</summary>
    public abstract string Closing(int articles, int outlets);

    /// <summary>The button for more on a story.</summary>
    public abstract string MoreButton(int story);

    /// <summary>The button to mute a topic.</summary>
    public abstract string MuteButton { get; }

    /// <summary>The button to change the hour.</summary>
    public abstract string HourButton { get; }

    /// <summary>The button to stop.</summary>
    public abstract string StopButton { get; }

    /// <summary>The button to go on.</summary>
    public abstract string ResumeButton { get; }

    /// <summary>The button that ends the choosing.</summary>
    public abstract string DoneButton { get; }

    /// <summary>The button back to all choices.</summary>
    public abstract string BackButton { get; }

    /// <summary>The button to type something.</summary>
    public abstract string TypeButton { get; }

    /// <summary>The button that shows a summary of the last day.</summary>
    public abstract string PreviewButton { get; }

    /// <summary>Asks for the hour.</summary>
    public abstract string HourTitle { get; }

    /// <summary>Asks to type the hour.</summary>
    public abstract string HourHow { get; }

    /// <summary>Says that the typed text is not an hour.</summary>
    public abstract string HourUnknown { get; }

    /// <summary>Asks for the zone, by what the clocks show.</summary>
    public abstract string ZoneTitle { get; }

    /// <summary>The button to type a city.</summary>
    public abstract string CityButton { get; }

    /// <summary>Asks to type a city.</summary>
    public abstract string CityHow { get; }

    /// <summary>Says that no place of the typed name is known.</summary>
    public abstract string CityUnknown(string typed);

    /// <summary>Asks which of several places is meant.</summary>
    public abstract string CityWhich { get; }

    /// <summary>What the clocks show at a place.</summary>
    public abstract string ZoneIs(string place, TimeOnly now);

    /// <summary>Asks for topics.</summary>
    public abstract string TopicsTitle { get; }

    /// <summary>The button for everything.</summary>
    public abstract string TopicsAll { get; }

    /// <summary>Asks to type topics.</summary>
    public abstract string TopicsHow { get; }

    /// <summary>There are as many topics as may be.</summary>
    public abstract string TooManyTopics(int limit);

    /// <summary>Asks what to mute.</summary>
    public abstract string MutesTitle { get; }

    /// <summary>A topic is muted, or not any more.</summary>
    public abstract string Muted(string topic, bool isMuted);

    /// <summary>The chosen days.</summary>
    public abstract string DaysTitle { get; }

    /// <summary>A day of the week, short.</summary>
    public abstract string Day(DayOfWeek day);

    /// <summary>A date with its day of the week.</summary>
    public abstract string Date(DateOnly date);

    /// <summary>The title above all choices.</summary>
    public abstract string SettingsTitle { get; }

    /// <summary>When the next one comes.</summary>
    public abstract string Next(DateOnly date, TimeOnly time, string zone);

    /// <summary>Why none comes.</summary>
    public abstract string Paused(SubscriptionState state);

    /// <summary>A choice among all: the days.</summary>
    public abstract string DaysSetting(DigestDays days);

    /// <summary>A choice among all: the number of stories.</summary>
    public abstract string LengthSetting(int stories);

    /// <summary>A choice among all: the topics, none for everything.</summary>
    public abstract string TopicsSetting(int topics);

    /// <summary>A choice among all: what is muted.</summary>
    public abstract string MutesSetting(int mutes);

    /// <summary>A choice among all: what happens on a day without news.</summary>
    public abstract string EmptySetting(bool isQuiet);

    /// <summary>A choice among all: the articles' language, by its own name; null for any.</summary>
    public abstract string ArticleLanguageSetting(string? language);

    /// <summary>What stands on the button in the settings of the chat.</summary>
    public abstract string ChatSetting(TimeOnly? at);

    /// <summary>The choosing is done.</summary>
    public abstract string Subscribed { get; }

    /// <summary>There was a subscription already.</summary>
    public abstract string SubscribedBefore { get; }

    /// <summary>It was stopped.</summary>
    public abstract string Unsubscribed { get; }

    /// <summary>There is none to stop.</summary>
    public abstract string NotSubscribed { get; }

    /// <summary>Asks whether it is to stop, when a link said so.</summary>
    public abstract string StopQuestion { get; }

    /// <summary>Offers to go on, to somebody who had blocked the bot.</summary>
    public abstract string ResumeOffer { get; }

    /// <summary>Asks a chat that chose the summary before hours could be chosen.</summary>
    public abstract string FinishOffer { get; }

    /// <summary>The stories of a button are not kept any more.</summary>
    public abstract string TooOld { get; }
}
