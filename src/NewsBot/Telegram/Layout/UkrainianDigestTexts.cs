using NewsBot.Chats;

namespace NewsBot.Telegram.Layout;

/// <summary>Ukrainian.</summary>
internal sealed class UkrainianDigestTexts : DigestTexts
{
    private static readonly string[] ShortDays = ["нд", "пн", "вт", "ср", "чт", "пт", "сб"];
    private static readonly string[] Days = ["неділя", "понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота"];

    private static readonly string[] Months =
        ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];

    public override string LastDayTitle => "Останні 24 години";

    public override string Developing => "є нове";

    public override string Was => "Було";

    public override string Now => "тепер";

    public override string Differ => "Дані різняться:";

    public override string Empty => "Цього разу новин про обране немає.";

    public override string MuteButton => "🔇 Приховати тему";

    public override string HourButton => "🕗 Змінити час";

    public override string StopButton => "⏹ Зупинити";

    public override string ResumeButton => "▶️ Надсилати знову";

    public override string DoneButton => "✔️ Готово";

    public override string BackButton => "‹ Щоденний огляд";

    public override string TypeButton => "⌨️ Написати";

    public override string PreviewButton => "👁 Показати останні 24 години";

    public override string HourTitle => "Щоденний огляд\nО котрій годині вашого дня його надсилати?";

    public override string HourHow => "Щоденний огляд\nНапишіть час, наприклад 7:30 або 19:00.";

    public override string HourUnknown => "Не можу прочитати це як час. Напишіть, наприклад, 7:30 або 19:00.";

    public override string ZoneTitle => "Щоденний огляд\nЗа яким годинником ви живете? На кожній кнопці — котра там зараз година; найкраще обрати місто поруч із вами.";

    public override string CityButton => "⌨️ Інше місто";

    public override string CityHow => "Щоденний огляд\nНапишіть своє місто або більше місто поблизу.";

    public override string CityWhich => "Щоденний огляд\nЯке саме?";

    public override string TopicsTitle =>
        "Щоденний огляд\nПро що? Торкніться того, про що хочете читати, або візьміть усе. Підходять слова, імена й видання.";

    public override string TopicsAll => "Усе";

    public override string TopicsHow => "Щоденний огляд\nНапишіть теми через кому: слова, імена або видання.";

    public override string MutesTitle => "Щоденний огляд\nЧого відтепер не показувати? Торкніться ще раз, щоб повернути.";

    public override string DaysTitle => "Щоденний огляд\nУ які дні?";

    public override string SettingsTitle => "Щоденний огляд";

    public override string Subscribed => "Готово. Далі — огляд останніх 24 годин, щоб ви побачили, який він.";

    public override string SubscribedBefore => "Цей чат отримує щоденний огляд. Скасувати: /unsubscribe.";

    public override string Unsubscribed => "Щоденний огляд зупинено. Ваш вибір збережено для /subscribe.";

    public override string StopQuestion => "Зупинити щоденний огляд?";

    public override string NotSubscribed => "Цей чат не отримує щоденного огляду. Почати: /subscribe.";

    public override string ResumeOffer => "Радий бачити вас знову. Щоденний огляд було призупинено, поки я не міг вам писати.";

    public override string FinishOffer => "Цей чат обрав щоденний огляд, і тепер він є. Коли його надсилати?";

    public override string TooOld => "Вміст того огляду вже не зберігається.";

    public override string Title(DateOnly date) => $"Щоденний огляд · {Date(date)}";

    public override string Closing(int articles, int outlets) =>
        $"За матеріалами: {Plural.Ukrainian(articles, "стаття", "статті", "статей")}, {Plural.Ukrainian(outlets, "видання", "видання", "видань")}.";

    public override string MoreButton(int story) => $"➕ {story}";

    public override string CityUnknown(string typed) =>
        $"Я не знаю місця «{typed}». Напишіть більше місто поблизу або часовий пояс, наприклад Europe/Kyiv чи UTC+2.";

    public override string ZoneIs(string place, TimeOnly now) => $"{place}: там зараз {now:HH\\:mm}.";

    public override string TooManyTopics(int limit) => $"Більше ніж {limit} я не зберігаю.";

    public override string Muted(string topic, bool isMuted) => isMuted ? $"Відтепер не показую: {topic}" : $"Знову показую: {topic}";

    public override string Day(DayOfWeek day) => ShortDays[(int)day];

    public override string Date(DateOnly date) => $"{Days[(int)date.DayOfWeek]}, {date.Day} {Months[date.Month - 1]} {date.Year}";

    public override string Next(DateOnly date, TimeOnly time, string zone) => $"Наступний: {Date(date)}, о {time:HH\\:mm} ({zone}).";

    public override string Paused(SubscriptionState state) => state switch
    {
        SubscriptionState.Unfinished => "Він ще не надходить: оберіть час і часовий пояс, а тоді — «Готово».",
        SubscriptionState.Blocked => "Його призупинено, бо я не міг сюди писати.",
        _ => "Його зупинено.",
    };

    public override string DaysSetting(DigestDays days) => "🗓 " + days switch
    {
        DigestDays.All => "Щодня",
        DigestDays.Weekdays => "З понеділка до п’ятниці",
        _ => "Обрані дні",
    };

    public override string LengthSetting(int stories) => $"📏 {Plural.Ukrainian(stories, "новина", "новини", "новин")}";

    public override string TopicsSetting(int topics) => topics == 0 ? "🏷 Про все" : $"🏷 {Plural.Ukrainian(topics, "тема", "теми", "тем")}";

    public override string MutesSetting(int mutes) => mutes == 0 ? "🔇 Нічого не приховано" : $"🔇 Приховано: {mutes}";

    public override string EmptySetting(bool isQuiet) => isQuiet ? "💤 Немає новин — немає повідомлення" : "💬 Немає новин — так і напишу";

    public override string ArticleLanguageSetting(string? language) => language is null ? "🌐 Статті будь-якою мовою" : $"🌐 Мова статей: {language}";

    public override string ChatSetting(TimeOnly? at) => at is { } time ? $"🗞 Щоденний огляд: {time:HH\\:mm}" : "🗞 Щоденний огляд: немає";
}
