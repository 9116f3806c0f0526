namespace NewsBot.Sources.Feeds;

/// <summary>A feed of an OPML file.</summary>
/// <param name="Line">1-based line on which it stands.</param>
/// <param name="Feed">The feed, filed under the outlines around it.</param>
internal sealed record OpmlFeed(int Line, NewFeed Feed);
