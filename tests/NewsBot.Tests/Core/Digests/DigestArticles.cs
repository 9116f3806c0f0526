using NewsBot.Core.Articles;
using NewsBot.Core.Digests;

namespace NewsBot.Tests.Core.Digests;

/// <summary>Articles of our own, put into a window of the day after <see cref="From"/>.</summary>
internal static class DigestArticles
{
    public static readonly DateTimeOffset From = new(2024, 3, 5, 6, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = From.AddDays(1);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoFolders = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>An article; negative hours are of before the window.</summary>
    public static Article Article(string id, string title, string body, string outlet, double hours) => new()
    {
        Id = id,
        Title = title,
        Body = body,
        Source = outlet,
        Url = $"https://example.org/{id}",
        PublishedAt = From.AddHours(hours),
    };

    /// <summary>The window over articles that arrived when they were published, with revisions numbered from 1.</summary>
    public static DigestWindow Window(IEnumerable<Article> articles, IReadOnlyDictionary<string, IReadOnlyList<string>>? folders = null) =>
        DigestWindow.Make(Archived(articles), From, To, folders ?? NoFolders);

    public static IEnumerable<ArchivedArticle> Archived(IEnumerable<Article> articles) =>
        articles.Select((article, i) => new ArchivedArticle(new ArticleRevision(i + 1, 1, article), article.PublishedAt ?? From));

    /// <summary>The digest of a window with a request over it.</summary>
    public static Digest Choose(IEnumerable<Article> articles, Func<DigestRequest, DigestRequest>? with = null) =>
        Window(articles).Choose((with ?? (request => request))(new DigestRequest(From, To)));

    /// <summary>The only story of a digest of these articles.</summary>
    public static DigestStory Only(params IEnumerable<Article> articles) => Assert.Single(Choose(articles).Stories);

    /// <summary>Four events of one day: a quake in three outlets, a strike in two, a chess open in two, a trial in one.</summary>
    public static IReadOnlyList<Article> Day { get; } =
    [
        Article("quake-1", "Earthquake of magnitude 6.4 kills 12 in Varosha",
            "An earthquake of magnitude 6.4 struck the port of Varosha and killed 12 people, Mayor Elena Dimou said. It brought down the Hotel Aspelia.", "Island Post", 10),
        Article("quake-2", "Varosha quake: rescuers search the ruins of a hotel",
            "Rescuers from Larnaca searched the ruins of the Hotel Aspelia after the earthquake in Varosha. Read more about how we cover disasters.", "Coast Radio", 11),
        Article("quake-3", "Varosha earthquake leaves thousands without a home",
            "The earthquake in Varosha left some 4,000 people to sleep in tents of the Red Cross, said Mayor Elena Dimou.", "The Herald", 12),
        Article("strike-1", "Train drivers of Nordbahn begin a strike of 48 hours",
            "Train drivers of Nordbahn began a strike of 48 hours in Kiel. The union Gleis wants 7% more pay, its leader Petra Holm said.", "Coast Radio", 11),
        Article("strike-2", "Nordbahn strike stops trains for 48 hours", "A strike at Nordbahn stops trains for 48 hours. Petra Holm of the union Gleis asks for 7% more pay.",
            "The Herald", 13),
        Article("chess-1", "Chess: Anand Rao, 16, wins the Tallinn Open",
            "Anand Rao, 16, won the Tallinn Open with 8 points out of 9. He beat the grandmaster Mikkel Lund in the last round.", "Island Post", 14),
        Article("chess-2", "Teenager Anand Rao takes the Tallinn Open",
            "The teenager Anand Rao took the Tallinn Open with 8 points out of 9, after a win over the grandmaster Mikkel Lund.", "The Herald", 15),
        Article("trial-1", "Former minister Jonas Brandt cleared of bribery in Oslo",
            "A court in Oslo cleared the former minister Jonas Brandt of bribery after a trial of eleven weeks.", "Fjord Daily", 16),
    ];
}
