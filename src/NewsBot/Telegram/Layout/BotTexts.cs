using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Counts;
using NewsBot.Models;

namespace NewsBot.Telegram.Layout;

/// <summary>Everything that the bot says in its own words, in one language: a class each, so that a language lacks nothing.</summary>
/// <remarks>Plain text; in the longer ones the first line is the title and a blank line parts paragraphs. Escaping is the layout's work.</remarks>
internal abstract class BotTexts
{
    /// <summary>The language's two-letter code.</summary>
    public abstract string Language { get; }

    /// <summary>The language's name in itself.</summary>
    public abstract string LanguageName { get; }

    /// <summary>What it says about daily summaries.</summary>
    public abstract DigestTexts Digests { get; }

    /// <summary>What the command does, at most 256 characters.</summary>
    public abstract string Describe(string command);

    /// <summary>The date as people write it.</summary>
    public abstract string Date(DateTimeOffset date);

    /// <summary>The reply to /start.</summary>
    public abstract string Welcome(string botName);

    /// <summary>The reply to /help; the list of commands follows it.</summary>
    public abstract string Help(string botUserName);

    /// <summary>What is kept about people, and for how long.</summary>
    public abstract string Privacy(int conversationDays, int watchDays, bool asksServices);

    /// <summary>Why there is no answer.</summary>
    public abstract string Explain(Refusal refusal);

    /// <summary>What stands before quotations that may not answer the question.</summary>
    public abstract string Unsure { get; }

    /// <summary>What stands before a language model's words that no second request has judged; their quotations follow.</summary>
    public abstract string Unverified { get; }

    /// <summary>Says which words of the archive were searched for in the place of misspelt ones.</summary>
    /// <param name="words">At least one, in the order of the question.</param>
    /// <param name="hasResults">Whether an answer follows; not a refusal.</param>
    public abstract string Corrected(IReadOnlyList<WordCorrection> words, bool hasResults);

    /// <summary>Says in which words a question of another language was searched for.</summary>
    /// <param name="question">In English.</param>
    public abstract string SearchedAs(string question);

    /// <summary>The title above the nearest coverage.</summary>
    public abstract string NearestTitle { get; }

    /// <summary>Says of what day the news in an answer is.</summary>
    public abstract string AsOf(DateTimeOffset date);

    /// <summary>What stands before the latest news when they are older than the question.</summary>
    public abstract string NewestOf(DateTimeOffset date);

    /// <summary>What stands before two reports that differ.</summary>
    public abstract string Differ { get; }

    /// <summary>'Yes.' or 'No.'</summary>
    public abstract string Verdict(bool isYes);

    /// <summary>What is said before a sentence of an article: as of when its number is, or whose report it is.</summary>
    /// <param name="lead">Not <see cref="SentenceLead.None"/>.</param>
    /// <param name="outlet">Empty when unknown.</param>
    /// <param name="date">The article's day.</param>
    public abstract string Lead(SentenceLead lead, string outlet, DateTimeOffset? date);

    /// <summary>The title above the sources of an answer.</summary>
    public abstract string SourcesTitle { get; }

    /// <summary>The title above the newest articles.</summary>
    public abstract string LatestTitle { get; }

    /// <summary>There is no article with a date.</summary>
    public abstract string NoLatest { get; }

    /// <summary>The title above the archive's outlets, with the number of its articles.</summary>
    public abstract string OutletsTitle(long articles);

    /// <summary>How many articles an outlet has and when the newest came, null when not known.</summary>
    public abstract string Outlet(long articles, DateTimeOffset? newest);

    /// <summary>The button for an answer's sources.</summary>
    public abstract string SourcesButton { get; }

    /// <summary>The button for more on an answer's subject.</summary>
    public abstract string MoreButton { get; }

    /// <summary>The button that says an answer was helpful.</summary>
    public abstract string HelpfulButton { get; }

    /// <summary>The button that says an answer was not helpful.</summary>
    public abstract string NotHelpfulButton { get; }

    /// <summary>The button under an unsupported question.</summary>
    public abstract string WatchButton { get; }

    /// <summary>Thanks for a rating.</summary>
    public abstract string Rated { get; }

    /// <summary>A watch was set.</summary>
    public abstract string Watching { get; }

    /// <summary>A person has as many watches as one may.</summary>
    public abstract string TooManyWatches(int limit);

    /// <summary>The first line of the message that a watch sends.</summary>
    public abstract string NowCovered(string question);

    /// <summary>The exchange of a button is not kept any more.</summary>
    public abstract string ButtonTooOld { get; }

    /// <summary>A button's data means nothing here.</summary>
    public abstract string ButtonUnknown { get; }

    /// <summary>A command that takes a question came without one.</summary>
    public abstract string AskWhat { get; }

    /// <summary>A message without text.</summary>
    public abstract string TextOnly { get; }

    /// <summary>A question is too long.</summary>
    public abstract string TooLong(int length, int limit);

    /// <summary>A person asks or sends commands too fast.</summary>
    public abstract string TooFast(int perMinute);

    /// <summary>A chat is not on the list of those allowed.</summary>
    public abstract string NotAllowed(long chatId);

    /// <summary>A command that does not exist; null when no existing one is near.</summary>
    public abstract string UnknownCommand(string typed, string? nearest);

    /// <summary>Stands above an answer while it is written.</summary>
    public abstract string BeingChecked { get; }

    /// <summary>Something failed on the bot's side.</summary>
    public abstract string Failed { get; }

    /// <summary>Only administrators of the group may do this.</summary>
    public abstract string GroupAdministratorsOnly { get; }

    /// <summary>Only the bot's administrators may do this.</summary>
    public abstract string AdministratorsOnly { get; }

    /// <summary>The title above the settings.</summary>
    public abstract string SettingsTitle { get; }

    /// <summary>The setting for quotations under answers.</summary>
    public abstract string QuotesSetting { get; }

    /// <summary>The setting for a preview of the first source.</summary>
    public abstract string PreviewSetting { get; }

    /// <summary>The button for the choice of language, with what is chosen.</summary>
    public abstract string LanguageSetting(string chosen);

    /// <summary>The question which language to speak.</summary>
    public abstract string LanguageTitle { get; }

    /// <summary>The choice to follow the language of each person's app.</summary>
    public abstract string AutomaticLanguage { get; }

    /// <summary>The button back to the settings.</summary>
    public abstract string BackButton { get; }

    /// <summary>A choice was stored.</summary>
    public abstract string Saved { get; }

    /// <summary>A person's data was deleted.</summary>
    public abstract string Forgotten { get; }

    /// <summary>Personal data is shown in private only.</summary>
    public abstract string InPrivateOnly { get; }

    /// <summary>The text under the file of /mydata.</summary>
    public abstract string DataCaption { get; }

    /// <summary>The counts for administrators; what the language model took is left out when there is none.</summary>
    public abstract string Statistics(BotStatistics counts, long articles, ModelReport? model, CountReport recent);

    /// <summary>Why answers are in the articles' own words although a model was asked, most often first: 'too slow 2, failed the checks 1'.</summary>
    /// <param name="recent">What happened on the last days.</param>
    /// <param name="word">Names a reason.</param>
    protected static string Fallbacks(CountReport recent, Func<FallbackReason, string> word) => string.Join(
        ", ",
        recent.Under(CountName.AllFellBack).Select(pair => $"{(Enum.TryParse<FallbackReason>(pair.Kind, out var reason) ? word(reason) : pair.Kind)} {pair.Count:N0}"));

    /// <summary>What is said about feeds.</summary>
    public abstract FeedTexts Feeds { get; }

    /// <summary>How /ingest is used.</summary>
    public abstract string IngestHow { get; }

    /// <summary>No article could be had from an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="reason">Why, in English: the end of the sentence that the address begins.</param>
    public abstract string IngestRefused(string address, string reason);

    /// <summary>An article was taken in, or was there before.</summary>
    public abstract string Ingested(string title, bool isNew);
}
