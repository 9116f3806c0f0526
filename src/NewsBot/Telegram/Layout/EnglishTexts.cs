using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Display;
using NewsBot.Counts;
using NewsBot.Models;

namespace NewsBot.Telegram.Layout;

/// <summary>English.</summary>
internal sealed class EnglishTexts : BotTexts
{
    public override string Language => "en";

    public override string LanguageName => "English";

    public override DigestTexts Digests { get; } = new EnglishDigestTexts();

    public override string Unsure => AnswerText.Unsure;

    public override string Unverified => AnswerText.Unverified;

    public override string Corrected(IReadOnlyList<WordCorrection> words, bool hasResults) => AnswerText.Corrected(words, hasResults);

    public override string SearchedAs(string question) => AnswerText.SearchedAs(question);

    public override string NearestTitle => "What comes nearest";

    public override string SourcesTitle => "Sources";

    public override string LatestTitle => "Latest in the archive";

    public override string NoLatest => "No article in the archive has a date yet.";

    public override string SourcesButton => "📄 Sources";

    public override string MoreButton => "➕ More on this";

    public override string HelpfulButton => "👍 Helpful";

    public override string NotHelpfulButton => "👎 Not helpful";

    public override string WatchButton => "🔔 Tell me when it is covered";

    public override string Rated => "Thank you, noted.";

    public override string Watching => "You will get a message once the news covers it.";

    public override string ButtonTooOld => "That answer is no longer kept. Ask again.";

    public override string ButtonUnknown => "That button does nothing any more.";

    public override string AskWhat => "Write your question after the command, like this: /ask Who won the election?";

    public override string TextOnly => "I read text only. Write your question about the news.";

    public override string BeingChecked => "I am still writing and checking this. It may change:";

    public override string Failed => "Something went wrong on my side, and this question could not be answered. Please ask again later.";

    public override string GroupAdministratorsOnly => "Only administrators of this group can change its settings.";

    public override string AdministratorsOnly => "This command is for the bot's administrators.";

    public override string SettingsTitle => "Settings of this chat\nTap to change.";

    public override string QuotesSetting => "Quotations under answers";

    public override string PreviewSetting => "Preview of the first source";

    public override string LanguageTitle => "Which language shall I speak here?";

    public override string AutomaticLanguage => "The language of your app";

    public override string BackButton => "‹ Settings";

    public override string Saved => "Saved.";

    public override string Forgotten =>
        "Done. Everything kept about you is deleted: your questions and their answers, ratings, the questions you wanted to hear about, "
        + "and the settings and the daily summary of our private chat.";

    public override string InPrivateOnly => "Please send this in our private chat: it is between you and me.";

    public override string DataCaption => "Everything kept about you. /forget deletes it.";

    public override FeedTexts Feeds { get; } = new EnglishFeedTexts();

    public override string IngestHow =>
        "Reply with /ingest to a message that holds an article, or write the article, or the address of its page, after the command. The first line of a text is its title.";

    public override string Describe(string command) => command switch
    {
        "ask" => "Ask a question about the news",
        "latest" => "The latest stories with their sources",
        "sources" => "The outlets in the archive",
        "digest" => "A summary of the last 24 hours",
        "subscribe" => "Choose the daily summary",
        "unsubscribe" => "End the daily summary",
        "settings" => "Change how I answer here",
        "language" => "Choose my language",
        "help" => "How to use me",
        "privacy" => "What is kept about you",
        "mydata" => "Get what is kept about you as a file",
        "forget" => "Delete what is kept about you",
        "start" => "Begin",
        "stats" => "Counts",
        "feeds" => "The feeds followed",
        "ingest" => "Add an article to the archive",
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
    };

    public override string Date(DateTimeOffset date) => DisplayText.Date(date);

    public override string Welcome(string botName) =>
        $"""
        {botName}

        Ask me about the news, in your own words. Every sentence of my answers is taken from an article, and each mark like [1] opens the passage it comes from.

        When the articles do not say, I tell you so, and can write to you once they do.

        Try: Who won the Nobel Peace Prize?
        /help shows what else I can do.
        """.ReplaceLineEndings("\n");

    public override string Help(string botUserName) =>
        $"""
        How to use me

        Write a question. The marks [1] open the passage behind a sentence; tap a quotation to unfold it.

        Ask further: “why?”, “where?”, “and what did he say?”. Reply to one of my messages to ask about its articles. Correct a question by editing it, and I correct my answer.

        In groups, mention me, reply to me, or use /ask. In any other chat, type @{botUserName} and a question.

        If the articles do not say, I say so.
        """.ReplaceLineEndings("\n");

    public override string Privacy(int conversationDays, int watchDays, bool asksServices) =>
        $"""
        What is kept about you

        Your questions, my answers and your ratings, for {Plural.English(
            conversationDays, "day", "days")}, so that you can ask further. With each question: your account's number, the chat and the time. Your name is not kept.

        A message that I cannot handle is kept for two days as Telegram sent it, with your name.

        Questions you want to hear about, until they are covered, for at most {Plural.English(
            watchDays, "day", "days")}. The settings and the daily summary of this chat, until you change them.

        Other messages in groups are not kept. {(asksServices
            ? "Your questions, with passages of articles, go to the language services that the operator of this bot chose, without your name or number; "
                + "how much text they read and wrote for you is counted for two days. Nobody gets anything else."
            : "Nobody gets anything.")}

        /mydata sends you all of it. /forget deletes it at once.
        """.ReplaceLineEndings("\n");

    public override string Explain(Refusal refusal) => refusal.Sentence;

    public override string AsOf(DateTimeOffset date) => $"As of {Date(date)}";

    public override string NewestOf(DateTimeOffset date) => AnswerText.NewestOf(Date(date));

    public override string Differ => AnswerText.Differ;

    public override string Verdict(bool isYes) => AnswerText.Verdict(isYes);

    public override string Lead(SentenceLead lead, string outlet, DateTimeOffset? date) => AnswerText.Lead(lead, outlet, date is { } day ? Date(day) : "");

    public override string OutletsTitle(long articles) => $"The archive has {Plural.English(articles, "article", "articles")}";

    public override string Outlet(long articles, DateTimeOffset? newest) =>
        Plural.English(articles, "article", "articles") + (newest is { } date ? $", the newest of {Date(date)}" : "");

    public override string TooManyWatches(int limit) => $"You already wait for {limit} questions, and I keep no more.";

    public override string NowCovered(string question) => $"Now there is coverage\nYou asked: {question}";

    public override string TooLong(int length, int limit) =>
        $"Your message has {length:N0} characters; I read questions of up to {limit:N0}. Please shorten your question.";

    public override string TooFast(int perMinute) =>
        $"You are faster than I am: I answer {Plural.English(perMinute, "question or command", "questions and commands")} a minute for each person. "
            + "Give me a moment, then ask again.";

    public override string NotAllowed(long chatId) => $"I answer in chosen chats only, and this one (number {chatId}) is not among them.";

    public override string UnknownCommand(string typed, string? nearest) =>
        nearest is null ? $"There is no command /{typed}. /help shows what there is." : $"There is no command /{typed}. Did you mean /{nearest}?";

    public override string LanguageSetting(string chosen) => $"Language: {chosen}";

    public override string Statistics(BotStatistics counts, long articles, ModelReport? model, CountReport recent) =>
        $"""
        Statistics

        Articles: {articles:N0}
        Chats: {counts.Chats:N0}, blocked {counts.BlockedChats:N0}, subscribed {counts.Subscribers:N0}
        Questions kept: {counts.Questions:N0}, answered {counts.Answered:N0}, worded by the language model {counts.Written:N0}
        Ratings: helpful {counts.Helpful:N0}, not helpful {counts.NotHelpful:N0}
        Waiting for coverage: {counts.Watches:N0}
        Inbox: waiting {counts.WaitingUpdates:N0}, set aside {counts.UpdatesSetAside:N0}
        Outbox: waiting {counts.WaitingMessages:N0}, given up {counts.MessagesGivenUp:N0}{(model is null ? "" : $"\n{Usage(model)}\n{Drafts(recent)}")}
        """.ReplaceLineEndings("\n");

    public override string IngestRefused(string address, string reason) => $"Not added: {address} {reason}";

    public override string Ingested(string title, bool isNew) => isNew ? $"Added: {title}" : $"Already in the archive: {title}";

    private static string Drafts(CountReport recent)
    {
        var fellBack = recent.Under(CountName.AllFellBack).Sum(pair => pair.Count);
        return $"Its answers in {recent.Days.Count} days: written {recent.Of(CountName.Written):N0} (verified {recent.Of(CountName.Verified):N0}, "
            + $"mended {recent.Of(CountName.Repaired):N0}), the articles' own words instead {fellBack:N0}{(fellBack == 0 ? "" : $" ({Fallbacks(recent, Word)})")}, "
            + $"sentences dropped {recent.Of(CountName.Dropped):N0}";
    }

    private static string Word(FallbackReason reason) => reason switch
    {
        FallbackReason.Limit => "limit reached",
        FallbackReason.Late => "too slow",
        FallbackReason.Stopped => "stopped by the reader",
        FallbackReason.Declined => "no answer found",
        FallbackReason.NotStated => "failed the checks",
        FallbackReason.Bug => "a bug",
        _ => "the service failed",
    };

    private static string Usage(ModelReport model)
    {
        var cost = model.Cost is { } amount ? $", cost {amount:0.00}" : "";
        return $"{model.Model} today: {model.Usage.InputTokens:N0} tokens read, {model.Usage.OutputTokens:N0} written{cost}";
    }
}
