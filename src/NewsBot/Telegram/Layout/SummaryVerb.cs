namespace NewsBot.Telegram.Layout;

/// <summary>What the buttons about a daily summary do: the words that they carry, which old messages carry too.</summary>
internal static class SummaryVerb
{
    /// <summary>Under a digest: tells more about the story of this number.</summary>
    public const string More = "more";

    /// <summary>Under a digest: offers other hours.</summary>
    public const string At = "at";

    /// <summary>Under a digest: stops the summary.</summary>
    public const string End = "end";

    /// <summary>Under a digest: offers its topics to leave out.</summary>
    public const string Mute = "mute";

    /// <summary>Shows all choices.</summary>
    public const string Home = "home";

    /// <summary>Shows the hours.</summary>
    public const string Hours = "hours";

    /// <summary>Chooses an hour.</summary>
    public const string Hour = "h";

    /// <summary>Asks somebody to type an hour.</summary>
    public const string TypeHour = "ht";

    /// <summary>Shows the places.</summary>
    public const string Zones = "zones";

    /// <summary>Chooses a time zone.</summary>
    public const string Zone = "z";

    /// <summary>Asks somebody to type a city.</summary>
    public const string TypeCity = "zt";

    /// <summary>Shows the topics.</summary>
    public const string Topics = "topics";

    /// <summary>Takes a topic in or out.</summary>
    public const string Topic = "t";

    /// <summary>Chooses every topic.</summary>
    public const string AllTopics = "ta";

    /// <summary>Asks somebody to type topics.</summary>
    public const string TypeTopics = "tt";

    /// <summary>Shows what is left out.</summary>
    public const string Mutes = "mutes";

    /// <summary>Leaves a topic out, or takes it back; the number of a digest may follow the letter.</summary>
    public const string MuteTopic = "m";

    /// <summary>Shows the days of the week.</summary>
    public const string Days = "days";

    /// <summary>Takes a day in or out.</summary>
    public const string Day = "day";

    /// <summary>Chooses how many stories there are.</summary>
    public const string Length = "len";

    /// <summary>Switches whether a summary without stories is sent.</summary>
    public const string Quiet = "quiet";

    /// <summary>Switches between articles of one language and of all.</summary>
    public const string Language = "lang";

    /// <summary>Shows the last day.</summary>
    public const string Show = "show";

    /// <summary>Ends the choosing.</summary>
    public const string Done = "done";

    /// <summary>Stops the summary.</summary>
    public const string Stop = "stop";

    /// <summary>Goes on with a summary that was stopped.</summary>
    public const string Resume = "resume";
}
