using System.Globalization;
using System.Text;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Layout;

/// <summary>What a button of the bot carries: a letter, and what it is about. Clients can send anything, so reading it may fail.</summary>
/// <param name="Action">What to do.</param>
/// <param name="ExchangeId">The exchange it is about; 0 for a button of the settings or of a daily summary.</param>
/// <param name="Choice">What was chosen; empty for a button under an answer.</param>
internal readonly record struct ButtonData(ButtonAction Action, long ExchangeId = 0, string Choice = "")
{
    /// <summary>The most bytes of UTF-8 that a choice of <see cref="ButtonAction.Digest"/> may have.</summary>
    public const int MaxDigestChoiceBytes = 62;

    private const int MaxChoiceLength = 16;

    /// <summary>The data, at most 64 bytes.</summary>
    public override string ToString() =>
        $"{(char)Action}:{(Choice.Length > 0 ? Choice : ExchangeId.ToString(CultureInfo.InvariantCulture))}";

    /// <summary>What a button about the daily summary carries.</summary>
    /// <param name="choice">One of <see cref="SummaryVerb"/>, with ':' and what is chosen if the verb takes that.</param>
    public static ButtonData Summary(string choice) => new(ButtonAction.Digest, Choice: choice);

    /// <summary>The button that carries this.</summary>
    public InlineKeyboardButton Button(string text) => InlineKeyboardButton.WithCallbackData(text, ToString());

    /// <summary>Reads what a tap sent; null when the bot never puts this under a message.</summary>
    public static ButtonData? Read(string data)
    {
        if (data.Length < 3 || data[1] != ':' || !Enum.IsDefined((ButtonAction)data[0]))
            return null;
        var action = (ButtonAction)data[0];
        if (action == ButtonAction.Digest)
            return Encoding.UTF8.GetByteCount(data) - 2 <= MaxDigestChoiceBytes ? new ButtonData(action, Choice: data[2..]) : null;
        if (action is ButtonAction.Set or ButtonAction.Speak)
            return data.Length - 2 <= MaxChoiceLength ? new ButtonData(action, Choice: data[2..]) : null;
        return long.TryParse(data.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new ButtonData(action, id) : null;
    }
}

/// <summary>What a button does; the value is its letter.</summary>
internal enum ButtonAction
{
    /// <summary>Lists the sources of an answer.</summary>
    Sources = 's',

    /// <summary>Tells more on the subject of an answer.</summary>
    More = 'm',

    /// <summary>Rates an answer as helpful.</summary>
    Helpful = 'y',

    /// <summary>Rates an answer as not helpful.</summary>
    NotHelpful = 'n',

    /// <summary>Asks to be told once a question is covered.</summary>
    Watch = 'w',

    /// <summary>Changes a setting, or shows a page of the settings.</summary>
    Set = 't',

    /// <summary>Chooses a language.</summary>
    Speak = 'l',

    /// <summary>Chooses something about the daily summary, or asks about one of its stories.</summary>
    Digest = 'd',
}
