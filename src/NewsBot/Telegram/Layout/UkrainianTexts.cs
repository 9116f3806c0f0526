using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;
using NewsBot.Counts;
using NewsBot.Models;

namespace NewsBot.Telegram.Layout;

/// <summary>Ukrainian.</summary>
internal sealed class UkrainianTexts : BotTexts
{
    private const string AskForExample =
        "Я відповідаю на запитання про новини з архіву; запитайте, наприклад, хто що сказав, коли щось сталося або скільки людей постраждало.";

    private static readonly string[] Months = ["січ.", "лют.", "бер.", "квіт.", "трав.", "черв.", "лип.", "серп.", "вер.", "жовт.", "лист.", "груд."];

    public override string Language => "uk";

    public override string LanguageName => "Українська";

    public override DigestTexts Digests { get; } = new UkrainianDigestTexts();

    public override string Unsure => "Не впевнений, що це відповідь. В архіві сказано:";

    public override string Unverified => "Це слова мовної моделі, перевірені не повністю. Порівняйте їх із цитатами:";

    public override string Corrected(IReadOnlyList<WordCorrection> words, bool hasResults) =>
        $"{(hasResults ? "Показую результати для" : "Я шукав:")} {string.Join(", ", words.Select(word => $"«{DisplayText.Line(word.To)}»"))}.";

    public override string SearchedAs(string question) => $"Статті англійською. Я шукав: «{DisplayText.Line(question)}»";

    public override string NearestTitle => "Найближче до цього";

    public override string SourcesTitle => "Джерела";

    public override string LatestTitle => "Найновіше в архіві";

    public override string NoLatest => "Жодна стаття в архіві ще не має дати.";

    public override string SourcesButton => "📄 Джерела";

    public override string MoreButton => "➕ Ще про це";

    public override string HelpfulButton => "👍 Корисно";

    public override string NotHelpfulButton => "👎 Не корисно";

    public override string WatchButton => "🔔 Повідомити, коли напишуть";

    public override string Rated => "Дякую, враховано.";

    public override string Watching => "Я напишу вам, щойно про це з’являться новини.";

    public override string ButtonTooOld => "Ця відповідь уже не зберігається. Запитайте ще раз.";

    public override string ButtonUnknown => "Ця кнопка більше нічого не робить.";

    public override string AskWhat => "Напишіть запитання після команди, наприклад: /ask Хто переміг на виборах?";

    public override string TextOnly => "Я читаю лише текст. Напишіть своє запитання про новини.";

    public override string BeingChecked => "Я ще пишу й перевіряю це. Воно може змінитися:";

    public override string Failed => "У мене щось пішло не так, і відповісти не вдалося. Запитайте, будь ласка, пізніше.";

    public override string GroupAdministratorsOnly => "Налаштування цієї групи можуть змінювати лише її адміністратори.";

    public override string AdministratorsOnly => "Ця команда лише для адміністраторів бота.";

    public override string SettingsTitle => "Налаштування цього чату\nТоркніться, щоб змінити.";

    public override string QuotesSetting => "Цитати під відповідями";

    public override string PreviewSetting => "Попередній перегляд першого джерела";

    public override string LanguageTitle => "Якою мовою мені тут говорити?";

    public override string AutomaticLanguage => "Мова вашого застосунку";

    public override string BackButton => "‹ Налаштування";

    public override string Saved => "Збережено.";

    public override string Forgotten =>
        "Готово. Усе, що зберігалося про вас, видалено: ваші запитання й відповіді на них, оцінки, запитання, на які ви чекали новин, а також налаштування й щоденний огляд "
            + "нашого приватного чату.";

    public override string InPrivateOnly => "Це лише між нами: надішліть, будь ласка, у нашому приватному чаті.";

    public override string DataCaption => "Усе, що зберігається про вас. Видалити: /forget.";

    public override FeedTexts Feeds { get; } = new UkrainianFeedTexts();

    public override string IngestHow =>
        "Надішліть /ingest у відповідь на повідомлення зі статтею або напишіть після команди статтю чи адресу її сторінки. Перший рядок тексту — заголовок.";

    public override string Describe(string command) => command switch
    {
        "ask" => "Поставити запитання про новини",
        "latest" => "Найновіше з джерелами",
        "sources" => "Видання в архіві",
        "digest" => "Огляд останніх 24 годин",
        "subscribe" => "Обрати щоденний огляд",
        "unsubscribe" => "Скасувати щоденний огляд",
        "settings" => "Змінити, як я тут відповідаю",
        "language" => "Обрати мову",
        "help" => "Як зі мною працювати",
        "privacy" => "Що зберігається про вас",
        "mydata" => "Отримати файл з усім, що зберігається про вас",
        "forget" => "Видалити все, що зберігається про вас",
        "start" => "Почати",
        "stats" => "Статистика",
        "feeds" => "Стрічки новин",
        "ingest" => "Додати статтю",
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
    };

    public override string Date(DateTimeOffset date) => $"{date.UtcDateTime.Day} {Months[date.UtcDateTime.Month - 1]} {date.UtcDateTime.Year}";

    public override string Welcome(string botName) =>
        $"""
        {botName}

        Питайте мене про новини своїми словами. Кожне речення моїх відповідей узято зі статті, а кожна позначка на зразок [1] відкриває місце, звідки воно.

        Якщо статті цього не кажуть, я так і скажу — і можу написати вам, коли про це з’являться новини.

        Архів переважно англійською. Питайте українською або англійською: Хто отримав Нобелівську премію миру?
        Що ще я вмію: /help.
        """.ReplaceLineEndings("\n");

    private const string HowToGoOn =
        "Питайте далі: «чому?», «де?», «а що він сказав?». Дайте відповідь на моє повідомлення, щоб запитати про його статті. "
        + "Виправте запитання, відредагувавши його, — і я виправлю відповідь.";

    public override string Help(string botUserName) =>
        $"""
        Як зі мною працювати

        Напишіть запитання. Позначки [1] відкривають місце в статті, на якому тримається речення; торкніться цитати, щоб розгорнути її.

        {HowToGoOn}

        У групах згадайте мене, дайте відповідь на моє повідомлення або скористайтеся /ask. У будь-якому іншому чаті напишіть @{botUserName} і запитання.

        Якщо статті цього не кажуть, я так і скажу.
        """.ReplaceLineEndings("\n");

    public override string Privacy(int conversationDays, int watchDays, bool asksServices) =>
        $"""
        Що зберігається про вас

        Ваші запитання, мої відповіді та ваші оцінки — {Plural.Ukrainian(
            conversationDays, "день", "дні", "днів")}, щоб ви могли питати далі. Разом із запитанням: номер вашого облікового запису, чат і час. Ваше ім’я не зберігається.

        Повідомлення, якого я не зміг опрацювати, зберігається два дні таким, як його надіслав Telegram, з вашим ім’ям.

        Запитання, на які ви чекаєте новин, — доки новини не з’являться, але не довше ніж {Plural.Ukrainian(
            watchDays, "день", "дні", "днів")}. Налаштування й щоденний огляд цього чату — доки ви їх не зміните.

        Інші повідомлення в групах не зберігаються. {(asksServices
            ? "Ваші запитання разом з уривками статей надсилаються мовним службам, які обрав власник цього бота, без вашого імені й номера; скільки вони для вас опрацювали, "
                + "рахується два дні. Більше нікому нічого не передається."
            : "Нікому нічого не передається.")}

        /mydata надішле вам усе це. /forget одразу видалить.
        """.ReplaceLineEndings("\n");

    public override string Explain(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.NothingFound => "В архіві про це нічого немає.",
        RefusalKind.NameMissing => $"Архів цього не каже: у найближчих статтях не згадано «{refusal.Name}».",
        RefusalKind.NotSaid => "Архів цього не каже: є статті про близьке, але відповіді в них немає.",
        RefusalKind.NothingMore => "Більше про це в архіві нічого немає.",
        RefusalKind.FailedCheck => "Знайдене не пройшло звірки з джерелами, тож відповіді немає.",
        RefusalKind.Empty => "Запитання порожнє. " + AskForExample,
        RefusalKind.NoWords => AskForExample,
        RefusalKind.NoSubject => "Тут немає за що зачепитися. " + AskForExample,
        RefusalKind.Greeting => "Вітаю! " + AskForExample,
        RefusalKind.Thanks => "Прошу. " + AskForExample,
        RefusalKind.NoNewsQuestion => "Це запитання не про новини. " + AskForExample,
        _ => throw new InvalidOperationException($"There is no sentence for {refusal.Kind}."),
    };

    public override string AsOf(DateTimeOffset date) => $"Станом на {Date(date)}";

    public override string Differ => "Повідомлення різняться.";

    public override string Verdict(bool isYes) => isYes ? "Так." : "Ні.";

    public override string Lead(SentenceLead lead, string outlet, DateTimeOffset? date)
    {
        var day = date is { } known ? Date(known) : "";
        var behind = outlet.Length > 0 ? $" ({outlet})" : "";
        return lead switch
        {
            SentenceLead.AsOf => $"Станом на {day}{behind}:",
            SentenceLead.Earlier => $"Раніше, {day}{behind}:",
            _ => $"{(outlet.Length > 0 ? $"{outlet}, " : "")}{day}:",
        };
    }

    public override string NewestOf(DateTimeOffset date) => $"Найновіше в архіві — від {Date(date)}:";

    public override string OutletsTitle(long articles) => $"В архіві {Articles(articles)}";

    public override string Outlet(long articles, DateTimeOffset? newest) =>
        Articles(articles) + (newest is { } date ? $", найновіша — {Date(date)}" : "");

    public override string TooManyWatches(int limit) =>
        $"Ви вже чекаєте новин про {Plural.Ukrainian(limit, "запитання", "запитання", "запитань")}; більше я не зберігаю.";

    public override string NowCovered(string question) => $"Про це з’явилися новини\nВи питали: {question}";

    public override string TooLong(int length, int limit) =>
        $"У вашому повідомленні {Plural.Ukrainian(length, "символ", "символи", "символів")}; я читаю запитання до "
            + $"{Plural.Ukrainian(limit, "символу", "символів", "символів")}. Запитайте, будь ласка, коротше.";

    public override string TooFast(int perMinute) =>
        $"Ви швидші за мене: я відповідаю кожному на {Plural.Ukrainian(perMinute, "запитання чи команду", "запитання чи команди", "запитань чи команд")} за хвилину. "
            + "Зачекайте трохи й запитайте знову.";

    public override string NotAllowed(long chatId) => $"Я відповідаю лише у вибраних чатах, і цього (номер {chatId}) серед них немає.";

    public override string UnknownCommand(string typed, string? nearest) =>
        nearest is null ? $"Команди /{typed} немає. Які є, покаже /help." : $"Команди /{typed} немає. Можливо, /{nearest}?";

    public override string LanguageSetting(string chosen) => $"Мова: {chosen}";

    public override string Statistics(BotStatistics counts, long articles, ModelReport? model, CountReport recent) =>
        $"""
        Статистика

        Статті: {articles:N0}
        Чати: {counts.Chats:N0}, заблоковано {counts.BlockedChats:N0}, підписано {counts.Subscribers:N0}
        Запитання: {counts.Questions:N0}, з відповіддю {counts.Answered:N0}, словами мовної моделі {counts.Written:N0}
        Оцінки: корисно {counts.Helpful:N0}, не корисно {counts.NotHelpful:N0}
        Чекають новин: {counts.Watches:N0}
        Вхідні: чекають {counts.WaitingUpdates:N0}, відкладено {counts.UpdatesSetAside:N0}
        Вихідні: чекають {counts.WaitingMessages:N0}, не надіслано {counts.MessagesGivenUp:N0}{(model is null ? "" : $"\n{Usage(model)}\n{Drafts(recent)}")}
        """.ReplaceLineEndings("\n");

    public override string IngestRefused(string address, string reason) => $"Не додано: {address} {reason}";

    public override string Ingested(string title, bool isNew) => isNew ? $"Додано: {title}" : $"В архіві це вже є: {title}";

    private static string Articles(long count) => Plural.Ukrainian(count, "стаття", "статті", "статей");

    private static string Drafts(CountReport recent)
    {
        var fellBack = recent.Under(CountName.AllFellBack).Sum(pair => pair.Count);
        return $"Її відповіді за {recent.Days.Count} днів: написано {recent.Of(CountName.Written):N0} (перевірено {recent.Of(CountName.Verified):N0}, "
            + $"виправлено {recent.Of(CountName.Repaired):N0}), замість них словами статей {fellBack:N0}{(fellBack == 0 ? "" : $" ({Fallbacks(recent, Word)})")}, "
            + $"вилучено речень {recent.Of(CountName.Dropped):N0}";
    }

    private static string Word(FallbackReason reason) => reason switch
    {
        FallbackReason.Limit => "вичерпано ліміт",
        FallbackReason.Late => "надто повільно",
        FallbackReason.Stopped => "зупинив читач",
        FallbackReason.Declined => "не знайшла відповіді",
        FallbackReason.NotStated => "не пройшли перевірку",
        FallbackReason.Bug => "помилка програми",
        _ => "збій сервісу",
    };

    private static string Usage(ModelReport model)
    {
        var cost = model.Cost is { } amount ? $", вартість {amount:0.00}" : "";
        return $"{model.Model} сьогодні: прочитано токенів {model.Usage.InputTokens:N0}, написано {model.Usage.OutputTokens:N0}{cost}";
    }
}
