using NewsBot.Chats;

namespace NewsBot.Telegram.Layout;

/// <summary>Ukrainian.</summary>
internal sealed class UkrainianDigestTexts : DigestTexts
{
    private static readonly string[] ShortDays = ["нд", "пн", "вт", "ср", "чт", "пт", "сб"];
    private static readonly string[] Days = ["неділя", "понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота"];

    private static readonly string[] Months =
        ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];

    /// <inheritdoc/>
    public override string LastDayTitle => "Останні 24 години";

    /// <inheritdoc/>
    public override string Developing => "є нове";

    /// <inheritdoc/>
    public override string Was => "Було";

    /// <inheritdoc/>
    public override string Now => "тепер";

    /// <inheritdoc/>
    public override string Differ => "Дані різняться:";

    /// <inheritdoc/>
    public override string Empty => "Цього разу новин про обране немає.";

    /// <inheritdoc/>
    public override string MuteButton => "🔇 Приховати тему";

    /// <inheritdoc/>
    public override string HourButton => "🕗 Змінити час";

    /// <inheritdoc/>
    public override string StopButton => "⏹ Зупинити";

    /// <inheritdoc/>
    public override string ResumeButton => "▶️ Надсилати знову";

    /// <inheritdoc/>
    public override string DoneButton => "✔️ Готово";

    /// <inheritdoc/>
    public override string BackButton => "‹ Щоденний огляд";

    /// <inheritdoc/>
    public override string TypeButton => "⌨️ Написати";

    /// <inheritdoc/>
    public override string PreviewButton => "👁 Показати останні 24 години";

    /// <inheritdoc/>
    public override string HourTitle => "Щоденний огляд\nО котрій годині вашого дня його надсилати?";

    /// <inheritdoc/>
    public override string HourHow => "Щоденний огляд\nНапишіть час, наприклад 7:30 або 19:00.";

    /// <inheritdoc/>
    public override string HourUnknown => "Не можу прочитати це як час. Напишіть, наприклад, 7:30 або 19:00.";

    /// <inheritdoc/>
    public override string ZoneTitle => "Щоденний огляд\nЗа яким годинником ви живете? На кожній кнопці — котра там зараз година; найкраще обрати місто поруч із вами.";

    /// <inheritdoc/>
    public override string CityButton => "⌨️ Інше місто";

    /// <inheritdoc/>
    public override string CityHow => "Щоденний огляд\nНапишіть своє місто або більше місто поблизу.";

    /// <inheritdoc/>
    public override string CityWhich => "Щоденний огляд\nЯке саме?";

    /// <inheritdoc/>
    public override string TopicsTitle =>
        "Щоденний огляд\nПро що? Торкніться того, про що хочете читати, або візьміть усе. Підходять слова, імена й видання.";

    /// <inheritdoc/>
    public override string TopicsAll => "Усе";

    /// <inheritdoc/>
    public override string TopicsHow => "Щоденний огляд\nНапишіть теми через кому: слова, імена або видання.";

    /// <inheritdoc/>
    public override string MutesTitle => "Щоденний огляд\nЧого відтепер не показувати? Торкніться ще раз, щоб повернути.";

    /// <inheritdoc/>
    public override string DaysTitle => "Щоденний огляд\nУ які дні?";

    /// <inheritdoc/>
    public override string SettingsTitle => "Щоденний огляд";

    /// <inheritdoc/>
    public override string Subscribed => "Готово. Далі — огляд останніх 24 годин, щоб ви побачили, який він.";

    /// <inheritdoc/>
    public override string SubscribedBefore => "Цей чат отримує щоденний огляд. Скасувати: /unsubscribe.";

    /// <inheritdoc/>
    public override string Unsubscribed => "Щоденний огляд зупинено. Ваш вибір збережено для /subscribe.";

    /// <inheritdoc/>
    public override string NotSubscribed => "Цей чат не отримує щоденного огляду. Почати: /subscribe.";

    /// <inheritdoc/>
    public override string ResumeOffer => "Радий бачити вас знову. Щоденний огляд було призупинено, поки я не міг вам писати.";

    /// <inheritdoc/>
    public override string FinishOffer => "Цей чат обрав щоденний огляд, і тепер він є. Коли його надсилати?";

    /// <inheritdoc/>
    public override string TooOld => "Вміст того огляду вже не зберігається.";

    /// <inheritdoc/>
    public override string Title(DateOnly date) => $"Щоденний огляд · {Date(date)}";

    /// <inheritdoc/>
    public override string Closing(int articles, int outlets) =>
        $"За матеріалами: {Plural.Ukrainian(articles, "стаття", "статті", "статей")}, {Plural.Ukrainian(outlets, "видання", "видання", "видань")}.";

    /// <inheritdoc/>
    public override string MoreButton(int story) => $"➕ {story}";

    /// <inheritdoc/>
    public override string CityUnknown(string typed) =>
        $"Я не знаю місця «{typed}». Напишіть більше місто поблизу або часовий пояс, наприклад Europe/Kyiv чи UTC+2.";

    /// <inheritdoc/>
    public override string ZoneIs(string place, TimeOnly now) => $"{place}: там зараз {now:HH\\:mm}.";

    /// <inheritdoc/>
    public override string TooManyTopics(int limit) => $"Більше ніж {limit} я не зберігаю.";

    /// <inheritdoc/>
    public override string Muted(string topic, bool isMuted) => isMuted ? $"Відтепер не показую: {topic}" : $"Знову показую: {topic}";

    /// <inheritdoc/>
    public override string Day(DayOfWeek day) => ShortDays[(int)day];

    /// <inheritdoc/>
    public override string Date(DateOnly date) => $"{Days[(int)date.DayOfWeek]}, {date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <inheritdoc/>
    public override string Next(DateOnly date, TimeOnly time, string zone) => $"Наступний: {Date(date)}, о {time:HH\\:mm} ({zone}).";

    /// <inheritdoc/>
    public override string Paused(SubscriptionState state) => state switch
    {
        SubscriptionState.Unfinished => "Він ще не надходить: оберіть час і часовий пояс, а тоді — «Готово».",
        SubscriptionState.Blocked => "Його призупинено, бо я не міг сюди писати.",
        _ => "Його зупинено.",
    };

    /// <inheritdoc/>
    public override string DaysSetting(DigestDays days) => "🗓 " + days switch
    {
        DigestDays.All => "Щодня",
        DigestDays.Weekdays => "З понеділка до п’ятниці",
        _ => "Обрані дні",
    };

    /// <inheritdoc/>
    public override string LengthSetting(int stories) => $"📏 {Plural.Ukrainian(stories, "новина", "новини", "новин")}";

    /// <inheritdoc/>
    public override string TopicsSetting(int topics) => topics == 0 ? "🏷 Про все" : $"🏷 {Plural.Ukrainian(topics, "тема", "теми", "тем")}";

    /// <inheritdoc/>
    public override string MutesSetting(int mutes) => mutes == 0 ? "🔇 Нічого не приховано" : $"🔇 Приховано: {mutes}";

    /// <inheritdoc/>
    public override string EmptySetting(bool isQuiet) => isQuiet ? "💤 Немає новин — немає повідомлення" : "💬 Немає новин — так і напишу";

    /// <inheritdoc/>
    public override string ArticleLanguageSetting(string? language) => language is null ? "🌐 Статті будь-якою мовою" : $"🌐 Мова статей: {language}";

    /// <inheritdoc/>
    public override string ChatSetting(TimeOnly? at) => at is { } time ? $"🗞 Щоденний огляд: {time:HH\\:mm}" : "🗞 Щоденний огляд: немає";
}
