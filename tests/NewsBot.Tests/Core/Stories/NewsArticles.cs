using NewsBot.Core.Articles;

namespace NewsBot.Tests.Core.Stories;

/// <summary>Articles of our own about four events, two of them of one kind, in three outlets each.</summary>
internal static class NewsArticles
{
    public static readonly DateTimeOffset Noon = new(2024, 3, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Ids 'quake-1', 'quake-2' and so on: what stands before the dash is the event.</summary>
    public static IReadOnlyList<Article> All { get; } =
    [
        Article("quake-1", "Earthquake of magnitude 6.4 kills 12 in Varosha", "An earthquake of magnitude 6.4 struck the port of Varosha on Monday and killed 12 people, said "
            + "Mayor Elena Dimou. Rescue teams from Larnaca searched the ruins of the Hotel Aspelia.", "Reuters", 0),
        Article("quake-2", "Varosha quake: 12 dead as rescuers search hotel", "Rescuers searched the ruins of the Hotel Aspelia after a magnitude 6.4 earthquake killed at "
            + "least 12 people in the port of Varosha. Mayor Elena Dimou asked for tents.", "BBC", 2),
        Article("quake-3", "Is Varosha safe now?",
            "The earthquake in Varosha that killed 12 people on Monday, of magnitude 6.4, left the Hotel Aspelia in ruins. Mayor Elena Dimou said that schools stay closed.", "CNN",
            5),
        Article("tremor-1", "Tremor of magnitude 5.1 shakes Puerto Claro",
            "A tremor of magnitude 5.1 shook Puerto Claro in the Andes late on Sunday; nobody was hurt, Governor Tomas Rivas said. The airport was shut for 3 hours.", "Reuters",
            1),
        Article("tremor-2", "Puerto Claro airport reopens after tremor",
            "The airport of Puerto Claro opened again 3 hours after a 5.1 tremor shook the Andes. Governor Tomas Rivas said nobody was hurt on Sunday.", "BBC", 3),
        Article("strike-1", "Train drivers of Nordbahn begin a strike of 48 hours",
            "Train drivers of Nordbahn began a strike of 48 hours on Tuesday. The union Gleis wants 7% more pay, its leader Petra Holm said in Kiel.", "Reuters", 2),
        Article("strike-2", "Nordbahn strike stops trains for 48 hours",
            "A strike at Nordbahn stops trains for 48 hours from Tuesday. Petra Holm, who leads the union Gleis, asks for 7% more pay.", "CNN", 4),
        Article("chess-1", "Chess: Anand Rao, 16, wins the Tallinn Open",
            "Anand Rao, 16, won the Tallinn Open with 8 points out of 9. He beat the grandmaster Mikkel Lund in the last round.", "BBC", 6),
        Article("chess-2", "Teenager Anand Rao takes Tallinn Open",
            "The teenager Anand Rao took the Tallinn Open with 8 points out of 9, after a win over grandmaster Mikkel Lund.", "CNN", 7),
    ];

    public static string EventOf(string id) => id.Split('-')[0];

    public static Article Article(string id, string title, string body, string? outlet, double? hours) => new()
    {
        Id = id,
        Title = title,
        Body = body,
        Source = outlet,
        PublishedAt = hours is { } after ? Noon.AddHours(after) : null,
    };
}
