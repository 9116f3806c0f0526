namespace NewsBot.Core.Articles;

/// <summary>An outlet with the number of its articles in the archive.</summary>
/// <param name="Name">As the articles name it.</param>
/// <param name="Articles">How many current articles.</param>
/// <param name="NewestAt">When the newest was published; null when none says.</param>
public sealed record OutletCount(string Name, long Articles, DateTimeOffset? NewestAt);
