namespace NewsBot.Telegram.Texts;

/// <summary>The bot's commands; each is typed as its name in lower case.</summary>
internal enum BotCommand
{
    /// <summary>Answers a question.</summary>
    Ask,

    /// <summary>The newest stories.</summary>
    Latest,

    /// <summary>The archive's outlets.</summary>
    Sources,

    /// <summary>Gives a summary of the last day at once.</summary>
    Digest,

    /// <summary>Chooses the daily summary.</summary>
    Subscribe,

    /// <summary>Ends the daily summary.</summary>
    Unsubscribe,

    /// <summary>Shows what a chat may choose.</summary>
    Settings,

    /// <summary>Chooses the language.</summary>
    Language,

    /// <summary>Says how to use the bot.</summary>
    Help,

    /// <summary>Says what is kept.</summary>
    Privacy,

    /// <summary>Gives a person's data as a file.</summary>
    MyData,

    /// <summary>Deletes a person's data.</summary>
    Forget,

    /// <summary>Begins; carries the parameter of a deep link.</summary>
    Start,

    /// <summary>Counts, for administrators.</summary>
    Stats,

    /// <summary>The feeds followed, for administrators.</summary>
    Feeds,

    /// <summary>Takes an article in, for administrators.</summary>
    Ingest,
}
